package io.loanwright.document.web;

import io.loanwright.document.DecisionOutcome;
import io.loanwright.document.Document;
import io.loanwright.document.DocumentOutcome;
import io.loanwright.document.DocumentStatus;
import io.loanwright.document.FileProblems;
import io.loanwright.document.intake.Taking;
import io.loanwright.web.ProblemException;
import java.net.URI;
import java.time.LocalDate;
import java.util.function.Function;
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
      case DocumentOutcome.Refused(Taking why) -> throw FileProblems.refused(why);
      case DocumentOutcome.StoreAway _ -> throw FileProblems.storeAway();
      case DocumentOutcome.TooMany(int most) ->
          throw ProblemException.conflict(
              "too-many-documents", "The borrower has " + most + " documents, which is the most.");
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

  static ProblemException unknown() {
    return ProblemException.notFound("A document");
  }

  static ProblemException borrowerUnknown() {
    return ProblemException.notFound("A borrower");
  }
}
