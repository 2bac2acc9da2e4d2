package io.loanwright.reporting.web;

import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.organization.Organization;
import io.loanwright.reporting.store.ControlQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether loans and wallets are what the books say. */
@RestController
@Tag(name = "reporting")
class ControlAccountsController {

  private final ControlAnswers answers;
  private final ControlQuery query;
  private final Organization organization;

  ControlAccountsController(ControlAnswers answers, ControlQuery query, Organization organization) {
    this.answers = answers;
    this.query = query;
    this.organization = organization;
  }

  @GetMapping("/api/reports/control-accounts")
  @Permitted(Permission.LEDGER_VIEW)
  @Operation(
      operationId = "getControlAccounts",
      summary =
          "The sums of loans and wallets beside the accounts that stand for them; the difference is"
              + " nothing, or something is broken")
  ControlAccountsResponse controlAccounts(
      @ParameterObject @Valid ControlAccountsCriteria criteria) {
    return ControlAccountsResponse.of(answers.of(criteria));
  }

  @GetMapping("/api/reports/control-accounts/loans")
  @Permitted(Permission.LEDGER_VIEW)
  @Operation(
      operationId = "getLoansApart",
      summary =
          "Loans whose principal is not what the journal says of them, and what stands on their"
              + " accounts without a loan: where a difference comes from")
  ControlAccountsResponse.Apart apart(
      @Parameter(description = "Without it the organization's") @RequestParam(required = false)
          @Nullable String currency) {
    return ControlAccountsResponse.Apart.of(
        query.apart(BooksSpan.currency(currency, organization.current())));
  }
}
