package io.loanwright.reporting.export;

import io.loanwright.engine.money.Money;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.CashFlow;
import io.loanwright.ledger.CashFlowKind;
import io.loanwright.ledger.IncomeReceived;
import io.loanwright.reporting.Liquidity;
import io.loanwright.reporting.Liquidity.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where money is, came from and should come from, as files. */
public final class MoneySheets {

  private static final String TOTAL = "Total";

  private MoneySheets() {}

  /** Returns the statement of cash flows: each reason, the sums, and what was at hand. */
  public static Sheet of(CashFlow flow, Names names) {
    List<List<Cell>> rows = new ArrayList<>();
    String currency = flow.span().currency().code();
    rows.add(sum("Money at hand before", currency, flow.opening()));
    for (CashFlowKind kind : CashFlowKind.values()) {
      if (kind != CashFlowKind.MONEY) {
        flow.of(kind).forEach(each -> rows.add(row(words(kind), currency, each)));
        rows.add(sum(words(kind), currency, flow.net(kind)));
      }
    }
    rows.add(sum("Change", currency, flow.change()));
    rows.add(sum("Money at hand after", currency, flow.closing()));
    rows.add(sum("Difference", currency, flow.difference()));
    for (CashFlow.Held held : flow.held()) {
      rows.add(
          List.of(
              new Cell.Text("Held after"),
              new Cell.Text(held.code()),
              new Cell.Text(held.name()),
              new Cell.Text(currency),
              new Cell.Amount(held.in()),
              new Cell.Amount(held.out()),
              new Cell.Amount(held.closing())));
    }
    return new Sheet(
        "Cash flow",
        List.of(
            Column.given("Kind", 22),
            Column.given("Account", 10),
            Column.given("Account name", 30),
            Column.given("Currency", 9),
            Column.figure("Received", 18),
            Column.figure("Paid", 18),
            Column.figure("Net or balance", 18)),
        rows,
        Paper.of(days(flow.span()), branch(flow.branchId(), names))
            .explained(
                "Direct method: the other sides of all entries that move money at hand. Received is"
                    + " what they credit, paid what they debit; what is taken back is taken off."
                    + " Before plus change is after, or the books are broken."));
  }

  private static List<Cell> row(String kind, String currency, CashFlow.Flow flow) {
    return List.of(
        new Cell.Text(kind),
        new Cell.Text(flow.code()),
        new Cell.Text(flow.name()),
        new Cell.Text(currency),
        new Cell.Amount(flow.received()),
        new Cell.Amount(flow.paid()),
        new Cell.Amount(flow.net()));
  }

  private static List<Cell> sum(String what, String currency, Money amount) {
    return List.of(
        new Cell.Text(what),
        Cell.EMPTY,
        new Cell.Text(TOTAL),
        new Cell.Text(currency),
        Cell.EMPTY,
        Cell.EMPTY,
        new Cell.Amount(amount));
  }

  private static String words(CashFlowKind kind) {
    return switch (kind) {
      case MONEY -> "Money at hand";
      case OPERATING -> "Operating";
      case INVESTING -> "Investing";
      case FINANCING -> "Financing";
    };
  }

  /** Returns income beside what was received of it. */
  public static Sheet of(IncomeReceived income, Names names) {
    return new Sheet(
        "Income received",
        List.of(
            Column.given("Income", 14),
            Column.given("Currency", 9),
            Column.figure("Receivable before", 20),
            Column.figure("Earned", 20),
            Column.figure("Received", 20),
            Column.figure("Otherwise", 20),
            Column.figure("Receivable after", 20)),
        income.rows().stream()
            .map(row ->
                List.<Cell>of(
                    new Cell.Text(words(row.kind())),
                    new Cell.Text(income.span().currency().code()),
                    new Cell.Amount(row.opening()),
                    new Cell.Amount(row.earned()),
                    new Cell.Amount(row.received()),
                    new Cell.Amount(row.other()),
                    new Cell.Amount(row.closing())))
            .toList(),
        Paper.of(days(income.span()), branch(income.branchId(), names))
            .explained(
                "Earned is what was booked as income; received is what payments paid of it."
                    + " Before plus earned less received plus otherwise is after. Otherwise is what"
                    + " was taken over, given up or booked by hand."));
  }

  private static String words(IncomeReceived.Earned kind) {
    return switch (kind) {
      case INTEREST -> "Interest";
      case FEES -> "Fees";
      case PENALTIES -> "Penalties";
    };
  }

  /** Returns money at hand against what is promised. */
  public static Sheet of(Liquidity liquidity, Names names) {
    List<List<Cell>> rows = new ArrayList<>();
    String currency = liquidity.currency().code();
    for (CashFlow.Held held : liquidity.held()) {
      rows.add(line(held.code() + " " + held.name(), currency, null, held.closing()));
    }
    rows.add(line("Money at hand", currency, null, liquidity.atHand()));
    rows.add(line("Approved, not paid out", currency, liquidity.approved()));
    rows.add(line("Held for borrowers", currency, null, liquidity.owedToBorrowers()));
    rows.add(line("Free", currency, null, liquidity.free()));
    rows.add(line("Expected until " + liquidity.until(), currency, liquidity.expected()));
    rows.add(line("Free then", currency, null, liquidity.freeThen()));
    rows.add(line("Past due, not counted on", currency, liquidity.pastDue()));
    return new Sheet(
        "Liquidity",
        List.of(
            Column.given("What", 40),
            Column.given("Currency", 9),
            Column.figure("Number", 10),
            Column.figure("Amount", 22)),
        rows,
        Paper.of("On " + liquidity.on(), branch(liquidity.branchId(), names))
            .explained(
                "Free is money at hand less what is approved and not paid out, less what is held for"
                    + " borrowers. Free then adds the installments that fall due until the day."));
  }

  private static List<Cell> line(String what, String currency, Counted counted) {
    return line(what, currency, counted.count(), counted.amount());
  }

  private static List<Cell> line(String what, String currency, @Nullable Long count, Money amount) {
    return List.of(
        new Cell.Text(what),
        new Cell.Text(currency),
        count == null ? Cell.EMPTY : new Cell.Count(count),
        new Cell.Amount(amount));
  }

  private static String days(BooksSpan span) {
    return span.from() + " to " + span.to() + ", " + span.currency().code();
  }

  /** Returns which branch a report is of, in words. */
  static String branch(@Nullable UUID id, Names names) {
    return id == null ? "All branches" : "Branch " + names.branches().getOrDefault(id, "");
  }
}
