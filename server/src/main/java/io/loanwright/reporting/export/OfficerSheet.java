package io.loanwright.reporting.export;

import io.loanwright.reporting.OfficerReport;
import io.loanwright.reporting.OfficerReport.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How the work of each officer goes, as a file. */
public final class OfficerSheet {

  private OfficerSheet() {}

  /**
   * Returns a row for each officer, and one of all.
   *
   * @param names of officers
   */
  public static Sheet of(OfficerReport report, Map<UUID, String> names) {
    List<List<Cell>> rows = new ArrayList<>();
    String currency = report.currency().code();
    for (OfficerReport.Row row : report.inOrder(names)) {
      UUID id = row.officerId();
      String name = id == null ? "Without an officer" : names.getOrDefault(id, id.toString());
      rows.add(row(name, currency, row.figures()));
    }
    rows.add(row("Total", currency, report.total()));
    return new Sheet(
        "Officers",
        List.of(
            Column.given("Officer", 24),
            Column.given("Currency", 9),
            Column.figure("Borrowers", 10),
            Column.figure("Active loans", 10),
            Column.figure("Outstanding principal", 20),
            Column.figure("Late", 18),
            Column.figure("Over 30 days", 18),
            Column.figure("Over 30 days %", 12),
            Column.figure("New loans", 10),
            Column.figure("Paid out", 18),
            Column.figure("Due", 18),
            Column.figure("Paid %", 9),
            Column.figure("Collected", 18),
            Column.figure("Efficiency %", 12)),
        rows,
        Paper.of(report.from() + " to " + report.to() + ", " + currency + ", as of " + report.on())
            .explained(
                "Borrowers, active loans and their principal, and what of it is of loans that are"
                    + " late at all or by more than 30 days, are as of "
                    + report.on()
                    + ". New loans were paid out in the days, and are still of the officer.",
                "Due fell due in the days, paid % of it is paid by now; collected was paid in them;"
                    + " efficiency % is what was collected on loans / due."));
  }

  private static List<Cell> row(String name, String currency, Figures figures) {
    return List.of(
        new Cell.Text(name),
        new Cell.Text(currency),
        new Cell.Count(figures.count().borrowers()),
        new Cell.Count(figures.count().loans()),
        new Cell.Amount(figures.outstanding()),
        new Cell.Amount(figures.late()),
        new Cell.Amount(figures.late30()),
        new Cell.Text(figures.percent().toPlainString()),
        new Cell.Count(figures.count().newLoans()),
        new Cell.Amount(figures.paidOut()),
        new Cell.Amount(figures.expected().due()),
        new Cell.Text(figures.expected().paidPercent().toPlainString()),
        new Cell.Amount(figures.expected().collected()),
        new Cell.Text(figures.expected().efficiency().toPlainString()));
  }
}
