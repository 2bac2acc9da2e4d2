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
            Column.figure("One by one", 20),
            Column.figure("In the books", 20),
            Column.figure("Difference", 16)),
        accounts.controls().stream()
            .map(control -> row(control, accounts.currency().code()))
            .toList(),
        Paper.of("On " + accounts.on() + ", " + accounts.currency().code())
            .explained(
                "One by one is the sum of what is kept of each loan and wallet; in the books is the"
                    + " balance of the accounts. The difference is nothing, or something is broken.",
                "On a day that is past, what wallets held is what they hold now less what was posted"
                    + " since: their difference is that of now, and proves nothing of that day."));
  }

  private static List<Cell> row(Control control, String currency) {
    String codes =
        control.accounts().stream().map(line -> line.code()).collect(Collectors.joining(", "));
    String what =
        switch (control.kept()) {
          case LOAN_PRINCIPAL -> "Principal owed";
          case WALLETS -> "Wallets";
          case LENDER_WALLETS -> "Wallets of the lender";
          case INTEREST_RECEIVABLE -> "Interest receivable";
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
