package io.loanwright.reporting.web;

import io.loanwright.reporting.AtRiskReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The portfolio at risk of each branch or officer, as the API writes it. */
@Schema(name = "AtRiskReport")
record AtRiskReportResponse(
    @Schema(description = "The business date") LocalDate on,
    String currency,
    AtRiskReport.By by,
    @Schema(description = "Those with most late by more than 30 days first") List<Row> rows,
    Row total) {

  /** What is at risk of one branch or officer, or of all. */
  @Schema(name = "AtRiskReportRow")
  record Row(
      @Schema(description = "The branch or officer; null for no officer, and for all")
          @Nullable UUID id,
      @Nullable String name,
      @Schema(description = "Active ones") long loans,
      @Schema(description = "The principal of them that is not repaid") String outstanding,
      @Schema(
              description =
                  "Of it that of loans past due at all, and by more than 30, 60, 90, 180 and 365"
                      + " days")
          List<AtRiskResponse> atRisk) {

    static Row of(AtRiskReport.Row row, @Nullable String name) {
      return new Row(
          row.of(),
          name,
          row.loans(),
          row.outstanding().toDecimalString(),
          row.atRisk().stream().map(AtRiskResponse::of).toList());
    }
  }

  static AtRiskReportResponse of(AtRiskReport report, Map<UUID, String> names) {
    return new AtRiskReportResponse(
        report.on(),
        report.currency().code(),
        report.by(),
        report.rows().stream()
            .map(row -> Row.of(row, row.of() == null ? null : names.get(row.of())))
            .toList(),
        Row.of(report.total(), null));
  }
}
