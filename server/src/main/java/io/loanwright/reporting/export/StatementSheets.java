package io.loanwright.reporting.export;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.BalanceSheet;
import io.loanwright.ledger.Basis;
import io.loanwright.ledger.IncomeStatement;
import io.loanwright.ledger.Statement.Figures;
import io.loanwright.ledger.Statement.Line;
import io.loanwright.ledger.Statement.Section;
import io.loanwright.ledger.TrialBalance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements of the books as files: each account with its amount, and the sums. */
public final class StatementSheets {

  private StatementSheets() {}

  /** Returns income, expenses and result. */
  public static Sheet of(IncomeStatement statement) {
    Rows rows = new Rows(statement.span().currency());
    rows.section("Income", statement.income());
    rows.section("Expenses", statement.expenses());
    rows.sum("Result", statement.result());
    var compared = statement.compared();
    return rows.sheet(
        title("Income statement", statement.basis()),
        statement.span().from() + " to " + statement.span().to(),
        compared == null ? null : compared.from() + " to " + compared.to());
  }

  /** Returns assets, and whose they are. */
  public static Sheet of(BalanceSheet sheet) {
    Rows rows = new Rows(sheet.currency());
    rows.section("Assets", sheet.assets());
    rows.section("Liabilities", sheet.liabilities());
    rows.section("Equity", sheet.equity());
    rows.sum("Result up to the day", sheet.result());
    rows.sum("Liabilities and equity", sheet.liabilitiesAndEquity());
    rows.sum("Difference", sheet.difference());
    var compared = sheet.compared();
    return rows.sheet(
        title("Balance sheet", sheet.basis()),
        sheet.on().toString(),
        compared == null ? null : compared.toString());
  }

  /** Returns the balance of every account, and both sides' sums. */
  public static Sheet of(TrialBalance balance, Basis basis) {
    List<List<Cell>> rows = new ArrayList<>();
    String currency = balance.currency().code();
    for (TrialBalance.Row row : balance.rows()) {
      rows.add(
          List.of(
              new Cell.Text(row.code()),
              new Cell.Text(row.name()),
              new Cell.Text(currency),
              new Cell.Amount(row.debit()),
              new Cell.Amount(row.credit())));
    }
    rows.add(
        List.of(
            Cell.EMPTY,
            new Cell.Text("Total"),
            new Cell.Text(currency),
            new Cell.Amount(balance.totalDebit()),
            new Cell.Amount(balance.totalCredit())));
    return new Sheet(
        title("Trial balance", basis),
        List.of(
            Column.given("Account", 10),
            Column.given("Account name", 34),
            Column.given("Currency", 9),
            Column.figure("Debit", 22),
            Column.figure("Credit", 22)),
        rows,
        Paper.of("On " + balance.on() + ", " + currency)
            .explained("Debits less credits of each account up to the day; both sides are equal."));
  }

  private static String title(String statement, Basis basis) {
    return switch (basis) {
      case VALUE_DATE -> statement;
      case BOOKING_DATE -> statement + " as booked";
    };
  }

  private static final class Rows {

    private final Currency currency;
    private final List<List<Cell>> rows = new ArrayList<>();

    private Rows(Currency currency) {
      this.currency = currency;
    }

    private void section(String title, Section section) {
      for (Line line : section.lines()) {
        row(title, new Cell.Text(line.code()), new Cell.Text(line.name()), line.figures());
      }
      sum(title, section.total());
    }

    private void sum(String title, Figures figures) {
      row(title, Cell.EMPTY, new Cell.Text("Total"), figures);
    }

    private void row(String title, Cell code, Cell name, Figures figures) {
      rows.add(
          List.of(
              new Cell.Text(title),
              code,
              name,
              new Cell.Text(currency.code()),
              new Cell.Amount(figures.amount()),
              amount(figures.compared())));
    }

    /** Returns the rows under the days of their columns. */
    private Sheet sheet(String title, String days, @Nullable String compared) {
      return new Sheet(
          title,
          List.of(
              Column.given("Kind", 24),
              Column.given("Account", 10),
              Column.given("Account name", 34),
              Column.given("Currency", 9),
              Column.figure(days, 24),
              Column.figure(compared == null ? "Beside" : compared, 24)),
          rows,
          Paper.of(days + ", " + currency.code())
              .explained(
                  "Balances are sums of the journal's lines, positive on the side on which an account"
                      + " grows."));
    }

    private static Cell amount(@Nullable Money money) {
      return money == null ? Cell.EMPTY : new Cell.Amount(money);
    }
  }
}
