package io.loanwright.reporting.export;

import io.loanwright.engine.money.Split;
import io.loanwright.reporting.Ageing;
import io.loanwright.reporting.Ageing.OfBranch;
import io.loanwright.reporting.Ageing.OfClass;
import java.util.ArrayList;
import java.util.List;

/** The ageing report as a file. */
public final class AgeingSheet {

  private AgeingSheet() {}

  /** Returns a row for each class and branch that has loans in it. */
  public static Sheet of(Ageing ageing, Names names) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.given("Class", 24),
                Column.figure("From day", 10),
                Column.given("Non-performing", 16),
                Column.given("Branch", 20),
                Column.given("Currency", 9),
                Column.figure("Loans", 10),
                Column.figure("Overdue", 20),
                Column.figure("Outstanding principal", 22)));
    if (ageing.isParted()) {
      columns.add(Column.figure("Overdue principal", 20));
      columns.add(Column.figure("Overdue interest", 20));
      columns.add(Column.figure("Overdue fees", 20));
      columns.add(Column.figure("Overdue penalties", 20));
    }
    return new Sheet(
        "Ageing",
        columns,
        ageing.classes().stream()
            .flatMap(row -> row.branches().stream().map(branch -> row(ageing, row, branch, names)))
            .toList(),
        Paper.of("On " + ageing.on() + ", " + ageing.currency().code())
            .explained(
                "Days past due are counted from the oldest due date that is not paid in full."
                    + " Overdue is what was due before the day and is not paid; outstanding is all"
                    + " principal of these loans that is not repaid, late or not."));
  }

  private static List<Cell> row(Ageing ageing, OfClass of, OfBranch branch, Names names) {
    List<Cell> cells =
        new ArrayList<>(
            List.of(
                new Cell.Text(of.of().name()),
                new Cell.Count(of.of().fromDay()),
                new Cell.Text(of.of().nonPerforming() ? "yes" : "no"),
                new Cell.Text(names.branches().getOrDefault(branch.branchId(), "")),
                new Cell.Text(ageing.currency().code()),
                new Cell.Count(branch.sums().loans()),
                new Cell.Amount(branch.sums().overdue()),
                new Cell.Amount(branch.sums().outstanding())));
    if (ageing.isParted()) {
      Split parts = branch.sums().parts();
      cells.add(new Cell.Amount(parts.principal()));
      cells.add(new Cell.Amount(parts.interest()));
      cells.add(new Cell.Amount(parts.fees()));
      cells.add(new Cell.Amount(parts.penalties()));
    }
    return cells;
  }
}
