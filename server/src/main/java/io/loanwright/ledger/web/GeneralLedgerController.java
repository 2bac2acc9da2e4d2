package io.loanwright.ledger.web;

import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.ledger.Account;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.Chart;
import io.loanwright.ledger.GeneralLedger;
import io.loanwright.ledger.GeneralLedgerCriteria;
import io.loanwright.ledger.store.GeneralLedgerQuery;
import io.loanwright.organization.Organization;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was posted on one account. */
@RestController
@Tag(name = "ledger")
class GeneralLedgerController {

  private final Chart chart;
  private final GeneralLedgerQuery query;
  private final Organization organization;

  GeneralLedgerController(Chart chart, GeneralLedgerQuery query, Organization organization) {
    this.chart = chart;
    this.query = query;
    this.organization = organization;
  }

  @GetMapping("/api/ledger/general-ledger")
  @Permitted(Permission.LEDGER_VIEW)
  @Operation(
      operationId = "getGeneralLedger",
      summary =
          "The lines of an account in some days, oldest first, with the balance before them, after"
              + " each and after all")
  @ApiResponse(responseCode = "404", description = "No account has the code")
  GeneralLedgerResponse generalLedger(
      @ParameterObject @Valid GeneralLedgerCriteria criteria,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor end = Cursor.parse(cursor, 3);
    Account account =
        chart
            .named(criteria.account().strip())
            .orElseThrow(() -> ProblemException.notFound("An account"));
    BooksSpan span = criteria.span(account, organization.current());
    if (end != null) {
      end.requireFrom(0, span.from());
    }
    GeneralLedger found = query.of(account, span, end == null ? null : after(end), rows + 1);
    return GeneralLedgerResponse.of(
        found, Page.of(found.rows(), rows, row -> Cursor.of(row.on(), row.entryId(), row.line())));
  }

  private static GeneralLedgerQuery.After after(Cursor end) {
    return new GeneralLedgerQuery.After(end.date(0), end.id(1), end.number(2));
  }
}
