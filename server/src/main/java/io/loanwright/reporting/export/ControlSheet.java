package io.loanwright.reporting.export;

import io.loanwright.reporting.ControlAccounts;
import io.loanwright.reporting.ControlAccounts.Control;
import java.util.List;
import java.util.stream.Collectors;

/** Sub-ledgers beside their control accounts, as a file. */
public final class ControlSheet {

  private ControlSheet() {}

  /** Returns a row for each sum. */
  public static Sheet of(ControlAccounts accounts) {
    return new Sheet(
        "Control accounts",
        List.of(
            Column.given("What", 20),
            Column.given("Accounts", 20),
            Column.given("Currency", 9),
            Column.given("One by one", 20),
            Column.given("In the books", 20),
            Column.given("Difference", 16)),
        accounts.controls().stream()
            .map(control -> row(control, accounts.currency().code()))
            .toList());
  }

  private static List<Cell> row(Control control, String currency) {
    String codes =
        control.accounts().stream().map(line -> line.code()).collect(Collectors.joining(", "));
    String what =
        switch (control.kept()) {
          case LOAN_PRINCIPAL -> "Principal owed";
          case WALLETS -> "Wallets";
        };
    return List.of(
        new Cell.Text(what),
        new Cell.Text(codes),
        new Cell.Text(currency),
        new Cell.Amount(control.subLedger()),
        new Cell.Amount(control.control()),
        new Cell.Amount(control.difference()));
  }
}
