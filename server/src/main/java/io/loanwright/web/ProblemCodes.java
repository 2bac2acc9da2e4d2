package io.loanwright.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The codes and sentences of problems that belong to a status alone, not to a business rule. */
final class ProblemCodes {

  private ProblemCodes() {}

  /** Returns the stable code of a status. */
  static String of(HttpStatusCode status) {
    return switch (HttpStatus.resolve(status.value())) {
      case UNAUTHORIZED -> "not-signed-in";
      case FORBIDDEN -> "forbidden";
      case NOT_FOUND -> "not-found";
      case METHOD_NOT_ALLOWED -> "method-not-allowed";
      case NOT_ACCEPTABLE -> "not-acceptable";
      case REQUEST_TIMEOUT -> "too-slow";
      case CONFLICT -> "conflict";
      case CONTENT_TOO_LARGE -> "body-too-large";
      case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
      case TOO_MANY_REQUESTS -> "too-many-requests";
      case REQUEST_HEADER_FIELDS_TOO_LARGE -> "headers-too-large";
      case URI_TOO_LONG -> "address-too-long";
      case INTERNAL_SERVER_ERROR -> "internal";
      case SERVICE_UNAVAILABLE -> "unavailable";
      case null, default -> "invalid";
    };
  }

  /** Returns a sentence that fits a status where nothing better is known. */
  static String sentence(HttpStatusCode status) {
    return switch (HttpStatus.resolve(status.value())) {
      case UNAUTHORIZED -> "Sign in first.";
      case FORBIDDEN -> "Your role does not allow this.";
      case NOT_FOUND -> "There is nothing at this address.";
      case REQUEST_TIMEOUT -> "The request came too slowly. Send it again.";
      case CONTENT_TOO_LARGE ->
          "The request is too large. Send at most 1 MB, and files of at most 20 MB.";
      case REQUEST_HEADER_FIELDS_TOO_LARGE -> "The headers of the request are too large.";
      case INTERNAL_SERVER_ERROR -> "Something went wrong on our side. Nothing was kept.";
      case SERVICE_UNAVAILABLE -> "The server is busy. Try again in a moment.";
      case null, default -> "The request cannot be understood.";
    };
  }
}
