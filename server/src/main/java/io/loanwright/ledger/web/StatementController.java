package io.loanwright.ledger.web;

import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.ledger.BalanceSheetCriteria;
import io.loanwright.ledger.IncomeStatementCriteria;
import io.loanwright.ledger.Statements;
import io.loanwright.ledger.web.StatementResponses.IncomeResponse;
import io.loanwright.ledger.web.StatementResponses.SheetResponse;
import io.loanwright.organization.Organization;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Income statement and balance sheet. */
@RestController
@Tag(name = "ledger")
class StatementController {

  private final Statements statements;
  private final Organization organization;

  StatementController(Statements statements, Organization organization) {
    this.statements = statements;
    this.organization = organization;
  }

  @GetMapping("/api/ledger/income-statement")
  @Permitted(Permission.LEDGER_VIEW)
  @Operation(
      operationId = "getIncomeStatement",
      summary = "What was earned and spent in some days, beside other days if asked for")
  IncomeResponse incomeStatement(@ParameterObject @Valid IncomeStatementCriteria criteria) {
    return IncomeResponse.of(criteria.of(statements, organization.current()));
  }

  @GetMapping("/api/ledger/balance-sheet")
  @Permitted(Permission.LEDGER_VIEW)
  @Operation(
      operationId = "getBalanceSheet",
      summary = "What there is and whose it is at the end of a day, beside another if asked for")
  SheetResponse balanceSheet(@ParameterObject @Valid BalanceSheetCriteria criteria) {
    return SheetResponse.of(criteria.of(statements, organization.current()));
  }
}
