package io.loanwright.ledger.web;

import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.ledger.Basis;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.JournalCriteria;
import io.loanwright.ledger.JournalEntry;
import io.loanwright.ledger.Ledger;
import io.loanwright.ledger.store.JournalQuery;
import io.loanwright.organization.Organization;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the books say. */
@RestController
@Tag(name = "ledger")
class BooksController {

  private final Ledger ledger;
  private final JournalQuery journal;
  private final Organization organization;

  BooksController(Ledger ledger, JournalQuery journal, Organization organization) {
    this.ledger = ledger;
    this.journal = journal;
    this.organization = organization;
  }

  @GetMapping("/api/ledger/trial-balance")
  @Permitted(Permission.LEDGER_VIEW)
  @Operation(
      operationId = "getTrialBalance",
      summary = "The balance of every account at the end of a day; both sides add up to the same")
  TrialBalanceResponse trialBalance(
      @Parameter(description = "The last value date that counts; without it the business date")
          @RequestParam(required = false)
          @Nullable LocalDate on,
      @Parameter(description = "Without it the organization's currency")
          @RequestParam(required = false)
          @Nullable String currency,
      @Parameter(description = "Whether entries count by value date, as without it, or as booked")
          @RequestParam(required = false)
          @Nullable Basis basis) {
    OrganizationProfile profile = organization.current();
    LocalDate day = on == null ? profile.businessDate() : on;
    return TrialBalanceResponse.of(
        ledger.trialBalance(day, BooksSpan.currency(currency, profile), Basis.of(basis)));
  }

  @GetMapping("/api/ledger/entries")
  @Permitted(Permission.LEDGER_VIEW)
  @Operation(operationId = "listJournalEntries", summary = "The journal, newest value date first")
  Page<EntryResponse> entries(
      @ParameterObject @Valid JournalCriteria criteria,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor end = Cursor.parse(cursor, 2);
    JournalQuery.After after =
        end == null ? null : new JournalQuery.After(end.date(0), end.number(1));
    List<JournalEntry> found = journal.page(criteria.filter(), after, rows + 1);
    return Page.of(found, rows, entry -> Cursor.of(entry.on(), entry.number()))
        .map(EntryResponse::of);
  }

  @GetMapping("/api/ledger/entries/{id}")
  @Permitted(Permission.LEDGER_VIEW)
  @Operation(operationId = "getJournalEntry", summary = "One entry of the journal")
  EntryResponse entry(@PathVariable UUID id) {
    return journal
        .find(id)
        .map(EntryResponse::of)
        .orElseThrow(() -> ProblemException.notFound("An entry"));
  }
}
