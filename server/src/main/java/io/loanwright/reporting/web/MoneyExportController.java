package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.ledger.Basis;
import io.loanwright.ledger.CashFlow;
import io.loanwright.ledger.CashFlowCriteria;
import io.loanwright.ledger.IncomeReceived;
import io.loanwright.ledger.Ledger;
import io.loanwright.ledger.MoneyReports;
import io.loanwright.ledger.TrialBalance;
import io.loanwright.ledger.TrialBalanceCriteria;
import io.loanwright.organization.Organization;
import io.loanwright.reporting.export.MoneySheets;
import io.loanwright.reporting.export.StatementSheets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The trial balance, and the reports of money, as files; they are of the whole organization. */
@RestController
@Tag(name = "reporting")
class MoneyExportController {

  private final FileAnswers files;
  private final Ledger ledger;
  private final MoneyReports reports;
  private final Organization organization;

  MoneyExportController(
      FileAnswers files, Ledger ledger, MoneyReports reports, Organization organization) {
    this.files = files;
    this.ledger = ledger;
    this.reports = reports;
    this.organization = organization;
  }

  @GetMapping("/api/exports/trial-balance.{format:csv|xlsx|pdf}")
  @Permitted(Permission.LEDGER_VIEW)
  @AnswersFile
  @Operation(
      operationId = "exportTrialBalance",
      summary =
          "The balance of every account as a file; needs `report.run` for the whole organization as"
              + " well")
  void trialBalance(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid TrialBalanceCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    BooksExportController.requireWhole(caller);
    TrialBalance balance = criteria.of(ledger, organization.current());
    files.send(
        caller,
        criteria,
        format,
        response,
        (_, _) -> StatementSheets.of(balance, Basis.of(criteria.basis())));
  }

  @GetMapping("/api/exports/cash-flow.{format:csv|xlsx|pdf}")
  @Permitted(Permission.LEDGER_VIEW)
  @AnswersFile
  @Operation(
      operationId = "exportCashFlow",
      summary =
          "Where money came from and where it went as a file; needs `report.run` for the whole"
              + " organization as well")
  void cashFlow(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid CashFlowCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    BooksExportController.requireWhole(caller);
    CashFlow flow = reports.cashFlow(criteria.span(organization.current()), criteria.branchId());
    files.send(caller, criteria, format, response, (_, names) -> MoneySheets.of(flow, names));
  }

  @GetMapping("/api/exports/income-received.{format:csv|xlsx|pdf}")
  @Permitted(Permission.LEDGER_VIEW)
  @AnswersFile
  @Operation(
      operationId = "exportIncomeReceived",
      summary =
          "Income beside what was received of it as a file; needs `report.run` for the whole"
              + " organization as well")
  void incomeReceived(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid CashFlowCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    BooksExportController.requireWhole(caller);
    IncomeReceived income =
        reports.income(criteria.span(organization.current()), criteria.branchId());
    files.send(caller, criteria, format, response, (_, names) -> MoneySheets.of(income, names));
  }
}
