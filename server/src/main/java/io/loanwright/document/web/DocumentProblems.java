package io.loanwright.document.web;

import io.loanwright.document.DecisionOutcome;
import io.loanwright.document.Document;
import io.loanwright.document.DocumentOutcome;
import io.loanwright.document.DocumentStatus;
import io.loanwright.document.intake.Fault;
import io.loanwright.document.intake.Taking;
import io.loanwright.document.vault.Content;
import io.loanwright.document.vault.Reading;
import io.loanwright.web.ProblemException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What refused commands on documents are over HTTP. */
final class DocumentProblems {

  private DocumentProblems() {}

  static ResponseEntity<DocumentView> answer(
      DocumentOutcome outcome, Function<Document, DocumentView> view) {
    return switch (outcome) {
      case DocumentOutcome.Kept(Document document) ->
          ResponseEntity.created(URI.create("/api/documents/" + document.id()))
              .body(view.apply(document));
      case DocumentOutcome.KnownAlready(Document document) ->
          ResponseEntity.ok(view.apply(document));
      case DocumentOutcome.OwnerUnknown _ -> throw borrowerUnknown();
      case DocumentOutcome.ReplacedUnknown _ ->
          throw ProblemException.rule(
              "replaced-unknown",
              "replaces",
              "must be a document of the borrower that was not replaced yet");
      case DocumentOutcome.Refused(Taking why) -> throw refused(why);
      case DocumentOutcome.StoreAway _ -> throw storeAway();
      case DocumentOutcome.TooMany(int most) ->
          throw ProblemException.conflict(
              "too-many-documents", "The borrower has " + most + " documents, which is the most.");
    };
  }

  private static ProblemException refused(Taking why) {
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

  static Document done(DecisionOutcome outcome) {
    return switch (outcome) {
      case DecisionOutcome.Kept(Document document) -> document;
      case DecisionOutcome.Unknown _ -> throw unknown();
      case DecisionOutcome.WrongStatus(DocumentStatus status) ->
          throw ProblemException.conflict(
              "wrong-status", "The document is " + words(status) + " already.");
      case DecisionOutcome.MakerIsChecker _ ->
          throw ProblemException.conflict(
              "maker-is-checker",
              "Whoever filed or corrected a document, or owns it, cannot decide about it. Somebody"
                  + " else has to.");
      case DecisionOutcome.Expired(LocalDate expiredOn) ->
          throw ProblemException.conflict(
              "document-expired",
              "The document holds until "
                  + expiredOn
                  + " only. Ask for a newer one, or correct the date.");
    };
  }

  private static String words(DocumentStatus status) {
    return switch (status) {
      case WAITING -> "waiting";
      case VERIFIED -> "verified";
      case REFUSED -> "refused";
      case REPLACED -> "replaced";
    };
  }

  static Content content(Reading reading) {
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

  private static ProblemException storeAway() {
    return new ProblemException(
        HttpStatus.SERVICE_UNAVAILABLE,
        "store-away",
        "The store of files does not answer. Try again later.",
        List.of());
  }

  static ProblemException unknown() {
    return ProblemException.notFound("A document");
  }

  static ProblemException borrowerUnknown() {
    return ProblemException.notFound("A borrower");
  }
}
