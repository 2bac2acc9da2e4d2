package io.loanwright.reporting.web;

import io.loanwright.loan.LoanStatus;
import io.loanwright.reporting.Portfolio;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The portfolio as the API writes it; amounts are in its currency. */
record PortfolioResponse(
    @Schema(description = "The business date") LocalDate asOf,
    String currency,
    @Schema(description = "All borrowers within reach") long borrowers,
    @Schema(description = "All loans in the currency, whatever became of them") long applications,
    @Schema(description = "Loans that were paid out, ended ones included") long loans,
    @Schema(description = "The principal paid out on active loans") String activePrincipal,
    @Schema(description = "The same of one on average, rounded half to even; 0 if there is none")
        String averagePrincipal,
    @Schema(description = "The principal of active loans that is not repaid yet")
        String outstanding,
    @Schema(description = "The same of one on average, rounded half to even; 0 if there is none")
        String averageOutstanding,
    List<OfStatus> byStatus,
    @Schema(
            description =
                "The portfolio at risk: past due at all, and by more than 30, 60, 90, 180 and 365"
                    + " days")
        List<AtRiskResponse> atRisk,
    @Schema(description = "Seven days up to the business date, reversed payments left out")
        List<OfDay> repaymentsLast7Days,
    @Schema(description = "What the close of the day before found, where it is known")
        @Nullable AtClose yesterday,
    @Schema(description = "What the close of seven days before found, where it is known")
        @Nullable AtClose lastWeek) {

  /** The loans of one status. */
  record OfStatus(LoanStatus status, long count, String outstanding) {}

  /** The payments of one value date. */
  record OfDay(LocalDate on, String amount) {}

  /** The active loans as the close of a day found them. */
  @Schema(name = "PortfolioAtClose")
  record AtClose(
      long loans,
      @Schema(description = "The principal that was not repaid") String outstanding,
      @Schema(description = "Of loans past due at all", example = "12.50") String percentLate,
      @Schema(description = "Of loans more than 30 days past due", example = "4.20")
          String percentLate30) {

    static @Nullable AtClose of(Portfolio.@Nullable AtClose found) {
      return found == null
          ? null
          : new AtClose(
              found.loans(),
              found.outstanding().toDecimalString(),
              found.percentLate().toPlainString(),
              found.percentLate30().toPlainString());
    }
  }

  static PortfolioResponse of(Portfolio portfolio) {
    return new PortfolioResponse(
        portfolio.asOf(),
        portfolio.currency().code(),
        portfolio.borrowers(),
        portfolio.applications(),
        portfolio.loans(),
        portfolio.activePrincipal().toDecimalString(),
        portfolio.average(portfolio.activePrincipal()).toDecimalString(),
        portfolio.outstanding().toDecimalString(),
        portfolio.average(portfolio.outstanding()).toDecimalString(),
        portfolio.byStatus().stream()
            .map(
                row -> new OfStatus(row.status(), row.count(), row.outstanding().toDecimalString()))
            .toList(),
        portfolio.atRisk().stream().map(AtRiskResponse::of).toList(),
        portfolio.repayments().stream()
            .map(row -> new OfDay(row.on(), row.amount().toDecimalString()))
            .toList(),
        AtClose.of(portfolio.yesterday()),
        AtClose.of(portfolio.lastWeek()));
  }
}
