package io.loanwright.document;

import io.loanwright.document.intake.Fault;
import io.loanwright.document.intake.Taking;
import io.loanwright.document.vault.Content;
import io.loanwright.document.vault.Reading;
import io.loanwright.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What files that are not taken, or cannot be read, are over HTTP. */
public final class FileProblems {

  private FileProblems() {}

  /** Returns why a file is not taken in to be attached; the field is called {@code file}. */
  public static ProblemException refused(TakenIn.Refused refused) {
    return refused(refused.why());
  }

  /** Returns why a file is not taken in; the field is called {@code file}. */
  public static ProblemException refused(Taking why) {
    return switch (why) {
      case Taking.Taken taken ->
          throw new IllegalArgumentException("Not refused: " + taken.content().sha256());
      case Taking.Empty _ -> ProblemException.invalid("file", "must not be empty");
      case Taking.TooLarge _ ->
          new ProblemException(
              HttpStatus.CONTENT_TOO_LARGE,
              "file-too-large",
              "The file is too large. Send at most 10 MB; scan a paper with fewer dots per inch.",
              List.of());
      case Taking.TypeRefused(String found) ->
          ProblemException.invalid(
              "file", "must be a PDF, PNG or JPEG file; its content looks like " + found);
      case Taking.Unfit(Fault fault) -> ProblemException.rule("file-unfit", "file", fault.words());
      case Taking.Infected(String signature) ->
          ProblemException.rule(
              "virus-found", "file", "contains what the virus scanner calls " + signature);
      case Taking.ScannerAway _ ->
          new ProblemException(
              HttpStatus.SERVICE_UNAVAILABLE,
              "scanner-away",
              "The virus scanner does not answer, and no file is taken without it. Try again later.",
              List.of());
      case Taking.Busy _ ->
          new ProblemException(
              HttpStatus.SERVICE_UNAVAILABLE,
              "uploads-busy",
              "Others are sending files just now. Try again in a moment.",
              List.of());
    };
  }

  /** Returns a content that was read, or throws why it cannot be. */
  public static Content content(Reading reading) {
    return switch (reading) {
      case Reading.Opened(Content content) -> content;
      case Reading.Missing _ ->
          throw unreadable(
              "file-missing",
              "The document is known, but its file is missing. Tell the administrator.");
      case Reading.Locked _ ->
          throw unreadable(
              "file-locked",
              "The key of this file is not known to the server. Tell the administrator.");
      case Reading.Damaged _ ->
          throw unreadable(
              "file-damaged",
              "The file was changed since it was filed, and is not shown. Tell the administrator.");
      case Reading.Away _ -> throw storeAway();
    };
  }

  private static ProblemException unreadable(String code, String detail) {
    return new ProblemException(HttpStatus.NOT_FOUND, code, detail, List.of());
  }

  /** Returns that the store of files does not answer. */
  public static ProblemException storeAway() {
    return new ProblemException(
        HttpStatus.SERVICE_UNAVAILABLE,
        "store-away",
        "The store of files does not answer. Try again later.",
        List.of());
  }
}
