package io.loanwright.reporting.web;

import io.loanwright.reporting.OfficerReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the work of each officer goes, as the API writes it; amounts are in its currency. */
@Schema(name = "OfficerReport")
record OfficerReportResponse(
    LocalDate from,
    LocalDate to,
    @Schema(description = "The business date") LocalDate on,
    String currency,
    @Schema(description = "In the order of names") List<Row> officers,
    Figures total) {

  /** What is of one officer. */
  @Schema(name = "OfficerReportRow")
  record Row(
      @Schema(description = "Null for what has no officer") @Nullable UUID officerId,
      @Nullable String name,
      Figures figures) {}

  /** What there is on the business date, and what came of the days. */
  @Schema(name = "OfficerReportFigures")
  record Figures(
      @Schema(description = "Whose officer one is, with a loan or without") long borrowers,
      @Schema(description = "Active ones") long loans,
      @Schema(description = "Paid out in the days") long newLoans,
      @Schema(description = "Principal paid out on those, later top-ups included") String paidOut,
      @Schema(description = "Principal of the active loans") String outstanding,
      @Schema(description = "Principal of loans past due at all") String late,
      @Schema(description = "Principal of loans more than 30 days past due") String atRisk,
      @Schema(description = "`atRisk` of `outstanding`, in percent", example = "4.20")
          String percent,
      @Schema(description = "What fell due and was collected in the days")
          ExpectedResponse.Sums expected) {

    static Figures of(OfficerReport.Figures found) {
      return new Figures(
          found.count().borrowers(),
          found.count().loans(),
          found.count().newLoans(),
          found.paidOut().toDecimalString(),
          found.outstanding().toDecimalString(),
          found.late().toDecimalString(),
          found.late30().toDecimalString(),
          found.percent().toPlainString(),
          ExpectedResponse.Sums.of(found.expected()));
    }
  }

  static OfficerReportResponse of(OfficerReport report, Map<UUID, String> names) {
    return new OfficerReportResponse(
        report.from(),
        report.to(),
        report.on(),
        report.currency().code(),
        report.inOrder(names).stream()
            .map(row ->
                new Row(
                    row.officerId(),
                    row.officerId() == null ? null : names.get(row.officerId()),
                    Figures.of(row.figures())))
            .toList(),
        Figures.of(report.total()));
  }
}
