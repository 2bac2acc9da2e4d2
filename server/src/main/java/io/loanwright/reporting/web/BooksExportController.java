package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.access.Scope;
import io.loanwright.ledger.Account;
import io.loanwright.ledger.BalanceSheet;
import io.loanwright.ledger.BalanceSheetCriteria;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.Chart;
import io.loanwright.ledger.GeneralLedgerCriteria;
import io.loanwright.ledger.IncomeStatement;
import io.loanwright.ledger.IncomeStatementCriteria;
import io.loanwright.ledger.Statements;
import io.loanwright.organization.Organization;
import io.loanwright.reporting.export.ControlSheet;
import io.loanwright.reporting.export.GeneralLedgerListing;
import io.loanwright.reporting.export.StatementSheets;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reports of the books as files; they are of the whole organization. */
@RestController
@Tag(name = "reporting")
class BooksExportController {

  private final FileAnswers files;
  private final Chart chart;
  private final Statements statements;
  private final ControlAnswers controls;
  private final Organization organization;

  BooksExportController(
      FileAnswers files,
      Chart chart,
      Statements statements,
      ControlAnswers controls,
      Organization organization) {
    this.files = files;
    this.chart = chart;
    this.statements = statements;
    this.controls = controls;
    this.organization = organization;
  }

  @GetMapping("/api/exports/general-ledger.{format:csv|xlsx|pdf}")
  @Permitted(Permission.LEDGER_VIEW)
  @AnswersFile
  @Operation(
      operationId = "exportGeneralLedger",
      summary =
          "The lines of an account with its balances as a file; needs `report.run` for the whole"
              + " organization as well")
  @ApiResponse(responseCode = "404", description = "No account has the code")
  void generalLedger(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid GeneralLedgerCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    requireWhole(caller);
    Account account =
        chart
            .named(criteria.account().strip())
            .orElseThrow(() -> ProblemException.notFound("An account"));
    BooksSpan span = criteria.span(account, organization.current());
    files.send(
        caller,
        criteria,
        format,
        response,
        (_, names) -> GeneralLedgerListing.of(account, span, names));
  }

  @GetMapping("/api/exports/income-statement.{format:csv|xlsx|pdf}")
  @Permitted(Permission.LEDGER_VIEW)
  @AnswersFile
  @Operation(
      operationId = "exportIncomeStatement",
      summary =
          "Income and expenses of some days as a file; needs `report.run` for the whole"
              + " organization as well")
  void incomeStatement(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid IncomeStatementCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    requireWhole(caller);
    IncomeStatement statement = criteria.of(statements, organization.current());
    files.send(caller, criteria, format, response, (_, _) -> StatementSheets.of(statement));
  }

  @GetMapping("/api/exports/balance-sheet.{format:csv|xlsx|pdf}")
  @Permitted(Permission.LEDGER_VIEW)
  @AnswersFile
  @Operation(
      operationId = "exportBalanceSheet",
      summary =
          "The balance sheet of a day as a file; needs `report.run` for the whole organization as"
              + " well")
  void balanceSheet(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid BalanceSheetCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    requireWhole(caller);
    BalanceSheet sheet = criteria.of(statements, organization.current());
    files.send(caller, criteria, format, response, (_, _) -> StatementSheets.of(sheet));
  }

  @GetMapping("/api/exports/control-accounts.{format:csv|xlsx|pdf}")
  @Permitted(Permission.LEDGER_VIEW)
  @AnswersFile
  @Operation(
      operationId = "exportControlAccounts",
      summary =
          "Loans and wallets beside their control accounts as a file; needs `report.run` for the"
              + " whole organization as well")
  void controlAccounts(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid ControlAccountsCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    requireWhole(caller);
    files.send(
        caller, criteria, format, response, (_, _) -> ControlSheet.of(controls.of(criteria)));
  }

  /** A balance is that of all branches, so whoever takes those of some away takes none of these. */
  static void requireWhole(Caller caller) {
    if (caller.reach(Permission.REPORT_RUN).scope() != Scope.ORGANIZATION) {
      throw ProblemException.forbidden("Your role does not take the books away.");
    }
  }
}
