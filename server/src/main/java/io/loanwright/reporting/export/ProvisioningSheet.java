package io.loanwright.reporting.export;

import io.loanwright.reporting.Provisioning;
import io.loanwright.reporting.Provisioning.OfBranch;
import io.loanwright.reporting.Provisioning.OfClass;
import io.loanwright.reporting.Provisioning.Sums;
import java.util.ArrayList;
import java.util.List;

/** What is to be set aside for losses as a file. */
public final class ProvisioningSheet {

  private static final String ALL = "All";

  private ProvisioningSheet() {}

  /** Returns a row for each branch and class with loans, one of each branch, and one of all. */
  public static Sheet of(Provisioning found, Names names) {
    List<List<Cell>> rows = new ArrayList<>();
    String currency = found.currency().code();
    for (OfBranch branch : found.branches()) {
      String name = names.branches().getOrDefault(branch.branchId(), "");
      branch.classes().stream()
          .filter(each -> !each.exposure().isZero())
          .forEach(each -> rows.add(row(name, currency, each)));
      rows.add(sums(name, currency, branch.sums()));
    }
    rows.add(sums(ALL, currency, found.total()));
    return new Sheet(
        "Provisions",
        List.of(
            Column.given("Branch", 20),
            Column.given("Class", 24),
            Column.figure("From day", 10),
            Column.given("Currency", 9),
            Column.figure("Outstanding principal", 22),
            Column.figure("Set aside %", 12),
            Column.figure("Required", 18),
            Column.figure("Held", 18),
            Column.figure("Difference", 18)),
        rows,
        Paper.of("On " + found.on() + ", " + currency)
            .explained(
                "Required is the percentage of each class of arrears of the principal outstanding of"
                    + " its active loans, rounded half to even for each branch, as days past due"
                    + " stand on the day. Held is the balance of the allowance for loan losses; the"
                    + " close of the last day of a month posts the difference of that day."));
  }

  private static List<Cell> row(String branch, String currency, OfClass row) {
    return List.of(
        new Cell.Text(branch),
        new Cell.Text(row.of().name()),
        new Cell.Count(row.of().fromDay()),
        new Cell.Text(currency),
        new Cell.Amount(row.exposure()),
        new Cell.Text(row.percent()),
        new Cell.Amount(row.required()),
        Cell.EMPTY,
        Cell.EMPTY);
  }

  private static List<Cell> sums(String branch, String currency, Sums sums) {
    return List.of(
        new Cell.Text(branch),
        new Cell.Text(ALL),
        Cell.EMPTY,
        new Cell.Text(currency),
        new Cell.Amount(sums.exposure()),
        Cell.EMPTY,
        new Cell.Amount(sums.required()),
        new Cell.Amount(sums.held()),
        new Cell.Amount(sums.difference()));
  }
}
