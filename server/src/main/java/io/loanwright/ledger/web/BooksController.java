package io.loanwright.ledger.web;

import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.ledger.JournalCriteria;
import io.loanwright.ledger.JournalEntry;
import io.loanwright.ledger.JournalFilter;
import io.loanwright.ledger.Ledger;
import io.loanwright.ledger.MoneyReports;
import io.loanwright.ledger.TrialBalanceCriteria;
import io.loanwright.ledger.store.JournalQuery;
import io.loanwright.organization.Organization;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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
  private final MoneyReports money;
  private final Organization organization;

  BooksController(
      Ledger ledger, JournalQuery journal, MoneyReports money, Organization organization) {
    this.ledger = ledger;
    this.journal = journal;
    this.money = money;
    this.organization = organization;
  }

  @GetMapping("/api/ledger/trial-balance")
  @Permitted(Permission.LEDGER_VIEW)
  @Operation(
      operationId = "getTrialBalance",
      summary = "The balance of every account at the end of a day; both sides add up to the same")
  TrialBalanceResponse trialBalance(@ParameterObject @Valid TrialBalanceCriteria criteria) {
    return TrialBalanceResponse.of(criteria.of(ledger, organization.current()));
  }

  @GetMapping("/api/ledger/entries")
  @Permitted(Permission.LEDGER_VIEW)
  @Operation(
      operationId = "listJournalEntries",
      summary = "The journal, newest value date first, or newest day of booking")
  Page<EntryResponse> entries(
      @ParameterObject @Valid JournalCriteria criteria,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor end = Cursor.parse(cursor, 2);
    JournalQuery.After after =
        end == null ? null : new JournalQuery.After(end.date(0), end.number(1));
    JournalFilter filter = criteria.filter();
    List<JournalEntry> found = journal.page(filter, money.accounts(), after, rows + 1);
    return Page.of(found, rows, entry -> Cursor.of(entry.day(filter.basis()), entry.number()))
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
