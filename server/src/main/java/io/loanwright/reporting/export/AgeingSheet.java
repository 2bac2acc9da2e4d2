package io.loanwright.reporting.export;

import io.loanwright.reporting.Ageing;
import io.loanwright.reporting.Ageing.OfBranch;
import io.loanwright.reporting.Ageing.OfClass;
import java.util.List;

/** The ageing report as a file. */
public final class AgeingSheet {

  private AgeingSheet() {}

  /** Returns a row for each class and branch that has loans in it. */
  public static Sheet of(Ageing ageing, Names names) {
    return new Sheet(
        "Ageing",
        List.of(
            Column.given("Class", 24),
            Column.given("From day", 10),
            Column.given("Non-performing", 16),
            Column.given("Branch", 20),
            Column.given("Currency", 9),
            Column.given("Loans", 10),
            Column.given("Overdue", 20),
            Column.given("Outstanding principal", 22)),
        ageing.classes().stream()
            .flatMap(row -> row.branches().stream().map(branch -> row(ageing, row, branch, names)))
            .toList());
  }

  private static List<Cell> row(Ageing ageing, OfClass of, OfBranch branch, Names names) {
    return List.of(
        new Cell.Text(of.of().name()),
        new Cell.Count(of.of().fromDay()),
        new Cell.Text(of.of().nonPerforming() ? "yes" : "no"),
        new Cell.Text(names.branches().getOrDefault(branch.branchId(), "")),
        new Cell.Text(ageing.currency().code()),
        new Cell.Count(branch.sums().loans()),
        new Cell.Amount(branch.sums().overdue()),
        new Cell.Amount(branch.sums().outstanding()));
  }
}
