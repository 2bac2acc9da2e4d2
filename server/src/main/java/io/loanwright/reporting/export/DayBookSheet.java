package io.loanwright.reporting.export;

import io.loanwright.arrears.ClosedDay;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.CashFlow.Held;
import io.loanwright.ledger.DayBook.Noted;
import io.loanwright.ledger.DayBook.NotedEntry;
import io.loanwright.ledger.DayBook.OfKind;
import io.loanwright.ledger.DayBook.Sums;
import io.loanwright.reporting.DailyMoney;
import io.loanwright.reporting.DailyMoney.OfChannel;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The day book as a file, with room for those who sign it. */
public final class DayBookSheet {

  private final DailyMoney day;
  private final Names names;
  private final List<List<Cell>> rows = new ArrayList<>();

  private DayBookSheet(DailyMoney day, Names names) {
    this.day = day;
    this.names = names;
  }

  /** Returns all parts of the book, one after the other. */
  public static Sheet of(DailyMoney day, Names names) {
    DayBookSheet sheet = new DayBookSheet(day, names);
    sheet.money();
    sheet.entries();
    sheet.payments();
    sheet.noted("Taken back", day.book().reversals());
    sheet.noted("Back-dated", day.book().late());
    sheet.close();
    return new Sheet("Day book", columns(), sheet.rows, sheet.paper());
  }

  private static List<Column> columns() {
    return List.of(
        Column.given("Part", 18),
        Column.given("What", 44),
        Column.figure("Number", 10),
        Column.figure("Before", 18),
        Column.figure("In", 18),
        Column.figure("Out", 18),
        Column.figure("After", 18),
        Column.figure("Amount", 18));
  }

  private Paper paper() {
    String branch = MoneySheets.branch(day.branchId(), names);
    return Paper.of(day.span().to() + ", " + day.span().currency().code(), branch)
        .explained(
            "Entries count for their value date. Before plus in less out is after. Back-dated is what"
                + " was recorded while this was the business date and counts from an earlier day.")
        .toSign();
  }

  private void money() {
    Money none = Money.zero(day.span().currency());
    Held all = new Held("", "Total", none, none, none);
    for (Held held : day.held()) {
      held("Money", held.code() + " " + held.name(), held);
      all =
          new Held(
              "",
              all.name(),
              all.opening().plus(held.opening()),
              all.in().plus(held.in()),
              all.out().plus(held.out()));
    }
    held("Money", all.name(), all);
  }

  private void held(String part, String what, Held held) {
    rows.add(
        List.of(
            new Cell.Text(part),
            new Cell.Text(what),
            Cell.EMPTY,
            new Cell.Amount(held.opening()),
            new Cell.Amount(held.in()),
            new Cell.Amount(held.out()),
            new Cell.Amount(held.closing()),
            Cell.EMPTY));
  }

  private void entries() {
    for (OfKind kind : day.book().kinds()) {
      String what = kind.what();
      sums("Entries", what == null ? words(kind.source()) : what, kind.sums());
    }
    sums("Entries", "Total", day.total());
    day.book()
        .people()
        .forEach(person -> sums("Recorded by", day.nameOf(person.userId()), person.sums()));
  }

  private void sums(String part, String what, Sums sums) {
    rows.add(
        List.of(
            new Cell.Text(part),
            new Cell.Text(what),
            new Cell.Count(sums.entries()),
            Cell.EMPTY,
            new Cell.Amount(sums.in()),
            new Cell.Amount(sums.out()),
            Cell.EMPTY,
            new Cell.Amount(sums.amount())));
  }

  private void payments() {
    for (OfChannel channel : day.channels()) {
      String what = words(channel.channel());
      amount("Payments", what, channel.payments(), channel.amount());
      if (channel.reversed() > 0) {
        amount("Payments", what + ", reversed", channel.reversed(), channel.reversedAmount());
      }
    }
  }

  private void noted(String part, Noted noted) {
    for (NotedEntry entry : noted.entries()) {
      amount(
          part,
          "%d of %s: %s (%s)"
              .formatted(
                  entry.number(), entry.on(), entry.description(), day.nameOf(entry.recordedBy())),
          null,
          entry.amount());
    }
    if (noted.count() > noted.entries().size()) {
      text(part, "and more, of all:", noted.count());
    }
  }

  private void close() {
    ClosedDay closed = day.closed();
    if (closed == null) {
      text("Close of day", "The day is not closed", null);
      return;
    }
    var at = closed.closedAt().atZone(names.zone()).truncatedTo(ChronoUnit.SECONDS);
    text("Close of day", "Closed at " + at.toLocalDateTime(), null);
    text("Close of day", "Loans that entered a class of arrears", closed.crossings());
    text("Close of day", "Loans worked out", closed.loans());
    text("Close of day", "Loans marked as in default", closed.marked());
    text("Close of day", "Loans that could not be worked out", closed.leftOut());
    String note = closed.note();
    if (note != null) {
      text("Close of day", note, null);
    }
  }

  private void text(String part, String what, @Nullable Long count) {
    row(part, what, count, Cell.EMPTY);
  }

  private void amount(String part, String what, @Nullable Long count, Money amount) {
    row(part, what, count, new Cell.Amount(amount));
  }

  private void row(String part, String what, @Nullable Long count, Cell amount) {
    rows.add(
        List.of(
            new Cell.Text(part),
            new Cell.Text(what),
            count == null ? Cell.EMPTY : new Cell.Count(count),
            Cell.EMPTY,
            Cell.EMPTY,
            Cell.EMPTY,
            Cell.EMPTY,
            amount));
  }

  /** A code like {@code MOBILE_MONEY} or {@code wallet-top-up} as words. */
  private static String words(String code) {
    String words = code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
