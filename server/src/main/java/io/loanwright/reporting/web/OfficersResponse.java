package io.loanwright.reporting.web;

import io.loanwright.engine.money.Currency;
import io.loanwright.reporting.OfficerStanding;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The loans of each officer as the API writes them. */
@Schema(name = "DashboardOfficers")
record OfficersResponse(
    @Schema(description = "The last day that was closed; null where none was")
        @Nullable LocalDate day,
    String currency,
    @Schema(description = "Those with active loans, most at risk first; 200 at most")
        List<Row> officers) {

  /** The active loans of one officer at the end of the day. */
  @Schema(name = "DashboardOfficer")
  record Row(
      @Schema(description = "Null for loans without an officer") @Nullable UUID officerId,
      @Nullable String name,
      long loans,
      @Schema(description = "Principal") String outstanding,
      @Schema(description = "Principal of loans past due at all") String late,
      @Schema(description = "Principal of loans more than 30 days past due") String atRisk,
      @Schema(description = "Of the principal outstanding", example = "4.20") String percent,
      @Schema(description = "Seven days before; null if nothing was lent or known then")
          @Nullable String percentLastWeek) {}

  static OfficersResponse of(
      @Nullable LocalDate day,
      Currency currency,
      List<OfficerStanding> officers,
      Map<UUID, String> names) {
    return new OfficersResponse(
        day, currency.code(), officers.stream().map(officer -> row(officer, names)).toList());
  }

  private static Row row(OfficerStanding officer, Map<UUID, String> names) {
    BigDecimal before = officer.percentBefore();
    return new Row(
        officer.officerId(),
        officer.officerId() == null ? null : names.get(officer.officerId()),
        officer.loans(),
        officer.outstanding().toDecimalString(),
        officer.late().toDecimalString(),
        officer.late30().toDecimalString(),
        officer.percent().toPlainString(),
        before == null ? null : before.toPlainString());
  }
}
