package io.loanwright.reporting.export;

import io.loanwright.reporting.AtRisk;
import io.loanwright.reporting.AtRiskReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The portfolio at risk of each branch or officer as a file. */
public final class AtRiskSheet {

  private AtRiskSheet() {}

  /**
   * Returns a row for each branch or officer, and one of all.
   *
   * @param names of branches or officers
   */
  public static Sheet of(AtRiskReport report, Map<UUID, String> names) {
    AtRiskReport.Row total = report.total();
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.given(title(report.by()), 24),
                Column.given("Currency", 9),
                Column.figure("Active loans", 10),
                Column.figure("Outstanding principal", 20)));
    for (AtRisk each : total.atRisk()) {
      String late = each.fromDay() == 1 ? "Late" : "Over " + (each.fromDay() - 1) + " days";
      columns.add(Column.figure(late, 18));
      columns.add(Column.figure(late + " %", 12));
    }
    List<List<Cell>> rows = new ArrayList<>();
    String currency = report.currency().code();
    report.rows().forEach(row -> rows.add(row(called(row.of(), names), currency, row)));
    rows.add(row("Total", currency, total));
    return new Sheet(
        "Portfolio at risk",
        columns,
        rows,
        Paper.of("On " + report.on() + ", " + currency)
            .explained(
                "All principal of active loans that are so many days past due, late or not; percent"
                    + " is of the principal outstanding of all active loans of the row."));
  }

  private static String title(AtRiskReport.By by) {
    return switch (by) {
      case BRANCH -> "Branch";
      case OFFICER -> "Officer";
    };
  }

  private static String called(@Nullable UUID id, Map<UUID, String> names) {
    return id == null ? "Without an officer" : names.getOrDefault(id, id.toString());
  }

  private static List<Cell> row(String name, String currency, AtRiskReport.Row row) {
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                new Cell.Text(name),
                new Cell.Text(currency),
                new Cell.Count(row.loans()),
                new Cell.Amount(row.outstanding())));
    for (AtRisk each : row.atRisk()) {
      cells.add(new Cell.Amount(each.outstanding()));
      cells.add(new Cell.Text(each.percent().toPlainString()));
    }
    return cells;
  }
}
