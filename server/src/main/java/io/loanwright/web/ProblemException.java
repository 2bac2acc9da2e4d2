package io.loanwright.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A request that is refused, as the client gets to read it.
 *
 * <p>For the web layer of a module, where a {@code switch} turns outcomes into answers. Code below
 * it answers with values and throws only when a contract is broken.
 */
public final class ProblemException extends RuntimeException {

  private final HttpStatus status;
  private final String code;
  private final transient List<FieldError> errors;
  private final @Nullable String challenge;

  /**
   * Refuses a request.
   *
   * @param status a 4xx status
   * @param code stable and in kebab case; clients branch on it, so it is never renamed
   * @param detail one or two sentences that say what to do, in plain words
   * @param errors the fields that are wrong, or an empty list
   */
  public ProblemException(HttpStatus status, String code, String detail, List<FieldError> errors) {
    this(status, code, detail, errors, null);
  }

  private ProblemException(
      HttpStatus status,
      String code,
      String detail,
      List<FieldError> errors,
      @Nullable String challenge) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = List.copyOf(errors);
    this.challenge = challenge;
  }

  /** 401 {@code second-factor-required}: the password is right, and a code is asked for. */
  public static ProblemException secondFactorRequired(String challenge) {
    return new ProblemException(
        HttpStatus.UNAUTHORIZED,
        "second-factor-required",
        "Send the code of your app with the challenge to finish signing in.",
        List.of(),
        challenge);
  }

  /** 400 {@code invalid}: one field is wrong. */
  public static ProblemException invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /** 400 {@code invalid}: some fields are wrong; the list is not empty. */
  public static ProblemException invalid(List<FieldError> errors) {
    return new ProblemException(
        HttpStatus.BAD_REQUEST, "invalid", "Some fields are not valid.", errors);
  }

  /**
   * 404 {@code not-found}: there is no such thing, or it is out of the caller's scope.
   *
   * @param what the thing with its article, such as {@code "A loan"}
   */
  public static ProblemException notFound(String what) {
    return new ProblemException(
        HttpStatus.NOT_FOUND, "not-found", what + " with this id does not exist.", List.of());
  }

  /** 409: the state of the thing forbids it, or another change came first. */
  public static ProblemException conflict(String code, String detail) {
    return new ProblemException(HttpStatus.CONFLICT, code, detail, List.of());
  }

  /** 409 {@code stale}: {@code If-Match} names an older version than the one that is stored. */
  public static ProblemException stale() {
    return conflict(
        "stale",
        "This was changed by somebody else meanwhile. Load it again and repeat the change.");
  }

  /** 422: the state is fine, but the values break a rule. */
  public static ProblemException rule(String code, String detail) {
    return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, code, detail, List.of());
  }

  /** 422: the values break a rule that concerns one field. */
  public static ProblemException rule(String code, String field, String message) {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT,
        code,
        FieldError.sentence(field, message),
        List.of(new FieldError(field, message)));
  }

  /** 403 {@code forbidden}: the caller's role lacks the permission. */
  public static ProblemException forbidden(String detail) {
    return new ProblemException(HttpStatus.FORBIDDEN, "forbidden", detail, List.of());
  }

  /** Returns the HTTP status, 400 to 499. */
  public HttpStatus status() {
    return status;
  }

  /** Returns the stable code. */
  public String code() {
    return code;
  }

  /** Returns the fields that are wrong, in the order of the request. */
  public List<FieldError> errors() {
    return errors;
  }

  /** Returns what the client reads. */
  public Problem problem() {
    return Problem.of(status, code, String.valueOf(getMessage()), errors).with(challenge);
  }
}
