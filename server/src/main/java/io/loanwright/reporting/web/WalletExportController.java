package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.ledger.Account;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.Chart;
import io.loanwright.ledger.LenderWallet;
import io.loanwright.ledger.LenderWallets;
import io.loanwright.organization.Organization;
import io.loanwright.reporting.export.GeneralLedgerListing;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Statements of the lender's own wallets as files. */
@RestController
@Tag(name = "reporting")
class WalletExportController {

  private final FileAnswers files;
  private final LenderWallets wallets;
  private final Chart chart;
  private final Organization organization;

  WalletExportController(
      FileAnswers files, LenderWallets wallets, Chart chart, Organization organization) {
    this.files = files;
    this.wallets = wallets;
    this.chart = chart;
    this.organization = organization;
  }

  /** Which wallet and which days a statement is of. */
  record WalletStatementCriteria(
      @Parameter(description = "One of the lender's own wallets") @NotNull UUID walletId,
      @Parameter(description = "The first value date; without it the first of the year of the last")
          @Nullable LocalDate from,
      @Parameter(description = "The last value date; without it the business date")
          @Nullable LocalDate to) {}

  @GetMapping("/api/exports/wallet-statement.{format:csv|xlsx|pdf}")
  @Permitted(Permission.FUND_VIEW)
  @AnswersFile
  @Operation(
      operationId = "exportWalletStatement",
      summary =
          "What moved one of the lender's own wallets in some days as a file, between its balances"
              + " before and after them; needs `report.run` as well")
  @ApiResponse(responseCode = "404", description = "The wallet does not exist, or is out of scope")
  void walletStatement(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid WalletStatementCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    LenderWallet wallet =
        wallets
            .find(caller, criteria.walletId())
            .orElseThrow(() -> ProblemException.notFound("A wallet"));
    Account account = chart.named(wallet.accountCode()).orElseThrow();
    BooksSpan span =
        BooksSpan.of(
            criteria.from(), criteria.to(), wallet.currency().code(), organization.current());
    files.send(
        caller,
        criteria,
        format,
        response,
        (_, names) -> GeneralLedgerListing.of(account, span, names));
  }
}
