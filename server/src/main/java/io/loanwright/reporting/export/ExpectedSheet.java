package io.loanwright.reporting.export;

import io.loanwright.reporting.Expected;
import io.loanwright.reporting.Expected.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What fell due beside what was collected as a file. */
public final class ExpectedSheet {

  private ExpectedSheet() {}

  /**
   * Returns a row for each branch, officer or month, and one of all.
   *
   * @param names of branches and officers
   */
  public static Sheet of(Expected expected, Map<UUID, String> names) {
    List<List<Cell>> rows = new ArrayList<>();
    expected
        .named(names)
        .forEach(row -> rows.add(row(called(row), expected.currency().code(), row.sums())));
    rows.add(row("Total", expected.currency().code(), expected.total()));
    return new Sheet(
        "Expected and collected",
        List.of(
            Column.given(title(expected.by()), 24),
            Column.given("Currency", 9),
            Column.figure("Due", 18),
            Column.figure("Paid of it", 18),
            Column.figure("Unpaid", 18),
            Column.figure("Paid %", 9),
            Column.figure("Collected", 18),
            Column.figure("Late", 18),
            Column.figure("On the day", 18),
            Column.figure("In advance", 18),
            Column.figure("Beyond", 16),
            Column.figure("Not known", 16),
            Column.figure("Efficiency %", 12)),
        rows,
        Paper.of(expected.from() + " to " + expected.to() + ", " + expected.currency().code())
            .explained(
                "Due is what fell due in the days, of loans that are not written off; paid and"
                    + " unpaid of it are as known on "
                    + expected.on()
                    + ", paid % is paid / due.",
                "Collected are payments with a value date in the days that were not taken back: for"
                    + " installments due before that day (late), on it, or later (in advance), as"
                    + " they were split when they were taken, and beyond what was owed. Efficiency %"
                    + " is (collected - beyond) / due."));
  }

  private static String title(Expected.By by) {
    return switch (by) {
      case BRANCH -> "Branch";
      case OFFICER -> "Officer";
      case MONTH -> "Month";
    };
  }

  private static String called(Expected.Named row) {
    @Nullable String name = row.name();
    if (name != null) {
      return name;
    }
    return row.key() == null ? "Without an officer" : row.key();
  }

  private static List<Cell> row(String name, String currency, Sums sums) {
    return List.of(
        new Cell.Text(name),
        new Cell.Text(currency),
        new Cell.Amount(sums.due()),
        new Cell.Amount(sums.paid()),
        new Cell.Amount(sums.unpaid()),
        new Cell.Text(sums.paidPercent().toPlainString()),
        new Cell.Amount(sums.collected()),
        new Cell.Amount(sums.late()),
        new Cell.Amount(sums.onTime()),
        new Cell.Amount(sums.advance()),
        new Cell.Amount(sums.beyond()),
        new Cell.Amount(sums.unknown()),
        new Cell.Text(sums.efficiency().toPlainString()));
  }
}
