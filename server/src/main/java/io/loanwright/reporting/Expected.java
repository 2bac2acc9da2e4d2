package io.loanwright.reporting;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What fell due in some days beside what was collected in them.
 *
 * @param on the business date: what is paid and what is not is as known on it
 * @param rows by key; a branch, officer or month of which there is nothing has none
 */
public record Expected(
    LocalDate from, LocalDate to, LocalDate on, Currency currency, By by, List<Row> rows) {

  /** Keeps the rows from changing. */
  public Expected {
    rows = List.copyOf(rows);
  }

  /** What has a row of its own. */
  public enum By {
    /** Each branch. */
    BRANCH,
    /** Each officer; loans without one are together. */
    OFFICER,
    /** Each calendar month, of it the days that are asked for. */
    MONTH
  }

  /**
   * What is of one branch, officer or month.
   *
   * @param key the id of the branch or officer, null for no officer; or the month, as 2026-03
   */
  public record Row(@Nullable String key, Sums sums) {}

  /**
   * What installments and payments add up to.
   *
   * @param due what fell due in the days: principal, interest, fees and penalties of loans that are
   *     not written off
   * @param unpaid of it what is not paid by now
   * @param collected the payments with a value date in the days that were not taken back
   * @param late of them what was for installments due before the payment's value date
   * @param onTime of them what was for installments due on that day
   * @param advance of them what was for installments that were not due yet
   * @param beyond of them what was more than the loan owed
   */
  public record Sums(
      Money due,
      Money unpaid,
      Money collected,
      Money late,
      Money onTime,
      Money advance,
      Money beyond) {

    /** Returns what nothing adds up to. */
    public static Sums none(Currency currency) {
      Money none = Money.zero(currency);
      return new Sums(none, none, none, none, none, none, none);
    }

    /** Returns the sums of both. */
    public Sums plus(Sums other) {
      return new Sums(
          due.plus(other.due),
          unpaid.plus(other.unpaid),
          collected.plus(other.collected),
          late.plus(other.late),
          onTime.plus(other.onTime),
          advance.plus(other.advance),
          beyond.plus(other.beyond));
    }

    /** Returns what fell due and is paid by now, whenever that was. */
    public Money paid() {
      return due.minus(unpaid);
    }

    /** Returns what was collected before the program kept what payments are for. */
    public Money unknown() {
      return collected.minus(late).minus(onTime).minus(advance).minus(beyond);
    }

    /** Returns how many percent of what fell due are paid by now. */
    public BigDecimal paidPercent() {
      return AtRisk.percent(paid(), due);
    }

    /** Returns how many percent of what fell due was collected on loans, for whichever days. */
    public BigDecimal efficiency() {
      return AtRisk.percent(collected.minus(beyond), due);
    }
  }

  /**
   * A row with what its key is called.
   *
   * @param name null where nobody knows, and for no officer
   */
  public record Named(@Nullable String key, @Nullable String name, Sums sums) {}

  /**
   * Returns the rows in the order of months, or of what their keys are called; those without a name
   * come last.
   */
  public List<Named> named(Map<UUID, String> names) {
    return rows.stream()
        .map(row -> new Named(row.key(), name(row.key(), names), row.sums()))
        .sorted(
            Comparator.comparing(Named::name, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Named::key, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private @Nullable String name(@Nullable String key, Map<UUID, String> names) {
    if (key == null || by == By.MONTH) {
      return key;
    }
    return names.get(UUID.fromString(key));
  }

  /** Returns what all rows add up to. */
  public Sums total() {
    return rows.stream().map(Row::sums).reduce(Sums.none(currency), Sums::plus);
  }
}
