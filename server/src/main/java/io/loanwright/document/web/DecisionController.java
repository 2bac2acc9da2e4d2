package io.loanwright.document.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.document.DecisionOutcome;
import io.loanwright.document.Document;
import io.loanwright.document.DocumentDecisions;
import io.loanwright.document.DocumentList;
import io.loanwright.document.DocumentList.Owned;
import io.loanwright.document.DocumentStatus;
import io.loanwright.document.spi.DocumentOwners.ExpiringAfter;
import io.loanwright.organization.Organization;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The papers of all borrowers, and what is decided about them. */
@RestController
@Tag(name = "document")
class DecisionController {

  private static final String NEWEST = "newest";
  private static final String EXPIRING = "expiring";

  private final DocumentList list;
  private final DocumentDecisions decisions;
  private final DocumentViews views;
  private final Organization organization;

  DecisionController(
      DocumentList list,
      DocumentDecisions decisions,
      DocumentViews views,
      Organization organization) {
    this.list = list;
    this.decisions = decisions;
    this.views = views;
    this.organization = organization;
  }

  /** What a client narrows the list by: a status, or what expires, not both. */
  record DocumentCriteria(
      @Nullable DocumentStatus status,
      @Parameter(
              description =
                  "Those that hold for so many days more at most, or no more, and are neither"
                      + " refused nor replaced; the first to expire first")
          @Nullable
          @Min(0)
          @Max(3660)
          Integer expiresWithin) {}

  /** A document and the borrower to whom it belongs. */
  @Schema(name = "OwnedDocument")
  record OwnedDocumentView(String borrowerName, DocumentView document) {}

  /** Why a document will not do. */
  @Schema(name = "DocumentRefusal")
  record RefusalRequest(
      @NotBlank @PlainText(lines = true) @Size(max = Document.REASON_MAX) String reason) {}

  @GetMapping("/api/documents")
  @Permitted(Permission.DOCUMENT_VIEW)
  @Operation(operationId = "listDocuments", summary = "The papers of all borrowers, newest first")
  Page<OwnedDocumentView> list(
      Caller caller,
      @ParameterObject @Valid DocumentCriteria criteria,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (criteria.status() != null && criteria.expiresWithin() != null) {
      throw ProblemException.invalid("expiresWithin", "must be sent without a status");
    }
    int rows = Page.limit(limit);
    LocalDate today = organization.businessDate();
    Page<Owned> page =
        criteria.expiresWithin() == null
            ? newest(caller, criteria.status(), rows, cursor)
            : expiring(caller, today.plusDays(criteria.expiresWithin()), rows, cursor);
    Function<Document, DocumentView> shown =
        views.each(caller, page.items().stream().map(Owned::document).toList());
    return page.map(
        each -> new OwnedDocumentView(each.owner().name(), shown.apply(each.document())));
  }

  private Page<Owned> newest(
      Caller caller, @Nullable DocumentStatus status, int rows, @Nullable String cursor) {
    @Nullable Cursor end = Cursor.parse(cursor, 2);
    if (end != null) {
      end.requireOrder(NEWEST);
    }
    List<Owned> found = list.page(caller, status, end == null ? null : end.id(1), rows + 1);
    return Page.of(found, rows, last -> Cursor.of(NEWEST, last.document().id()));
  }

  private Page<Owned> expiring(Caller caller, LocalDate until, int rows, @Nullable String cursor) {
    @Nullable Cursor end = Cursor.parse(cursor, 3);
    if (end != null) {
      end.requireOrder(EXPIRING);
    }
    @Nullable ExpiringAfter after = end == null ? null : new ExpiringAfter(end.date(1), end.id(2));
    return Page.of(
        list.expiring(caller, until, after, rows + 1),
        rows,
        last ->
            Cursor.of(
                EXPIRING,
                String.valueOf(last.document().particulars().expiresOn()),
                last.document().id()));
  }

  @PutMapping("/api/documents/{id}/particulars")
  @Permitted(Permission.DOCUMENT_UPLOAD)
  @Operation(
      operationId = "correctDocument",
      summary = "Correct what a document that waits is said to be; who does, does not verify it")
  DocumentView correct(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody DocumentFields fields) {
    return answer(caller, decisions.correct(caller, id, fields.particulars()));
  }

  @PostMapping("/api/documents/{id}/verify")
  @Permitted(Permission.DOCUMENT_VERIFY)
  @Operation(
      operationId = "verifyDocument",
      summary =
          "Vouch for a document that somebody else filed; it replaces the one it was filed for")
  DocumentView verify(Caller caller, @PathVariable UUID id) {
    return answer(caller, decisions.verify(caller, id));
  }

  @PostMapping("/api/documents/{id}/refuse")
  @Permitted(Permission.DOCUMENT_VERIFY)
  @Operation(
      operationId = "refuseDocument",
      summary = "Say why a document that somebody else filed will not do")
  DocumentView refuse(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody RefusalRequest refusal) {
    return answer(caller, decisions.refuse(caller, id, refusal.reason().strip()));
  }

  private DocumentView answer(Caller caller, DecisionOutcome outcome) {
    return views.of(caller, DocumentProblems.done(outcome));
  }
}
