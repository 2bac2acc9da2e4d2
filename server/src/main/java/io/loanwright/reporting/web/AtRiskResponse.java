package io.loanwright.reporting.web;

import io.loanwright.reporting.AtRisk;
import io.swagger.v3.oas.annotations.media.Schema;

/** The portfolio at risk from a number of days past due on, as the API writes it. */
@Schema(name = "AtRisk")
record AtRiskResponse(
    @Schema(description = "Loans that are so many days past due or more") int fromDay,
    long loans,
    @Schema(description = "All principal of these loans that is not repaid yet") String outstanding,
    @Schema(description = "Of the principal outstanding of all active loans", example = "12.50")
        String percent) {

  static AtRiskResponse of(AtRisk risk) {
    return new AtRiskResponse(
        risk.fromDay(),
        risk.loans(),
        risk.outstanding().toDecimalString(),
        risk.percent().toPlainString());
  }
}
