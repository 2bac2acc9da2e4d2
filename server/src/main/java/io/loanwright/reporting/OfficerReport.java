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
 * How the work of each officer goes: what he has on the business date, and what came of some days.
 *
 * @param on the business date
 * @param rows those with borrowers, loans or money in the days
 */
public record OfficerReport(
    LocalDate from, LocalDate to, LocalDate on, Currency currency, List<Row> rows) {

  /** Keeps the rows from changing. */
  public OfficerReport {
    rows = List.copyOf(rows);
  }

  /**
   * What is of one officer.
   *
   * @param officerId null for what has no officer
   */
  public record Row(@Nullable UUID officerId, Figures figures) {}

  /**
   * What officers have on the business date, and what came of the days.
   *
   * @param count how many
   * @param outstanding the principal of them that is not repaid
   * @param late of it that of loans past due at all
   * @param late30 of it that of loans more than 30 days past due
   * @param paidOut the principal paid out on the loans that were paid out in the days, later
   *     top-ups included
   * @param expected what fell due and was collected in the days
   */
  public record Figures(
      Count count,
      Money outstanding,
      Money late,
      Money late30,
      Money paidOut,
      Expected.Sums expected) {

    /** Returns how many percent of the principal outstanding are more than 30 days past due. */
    public BigDecimal percent() {
      return AtRisk.percent(late30, outstanding);
    }

    /** Returns the sums of both. */
    public Figures plus(Figures other) {
      return new Figures(
          count.plus(other.count),
          outstanding.plus(other.outstanding),
          late.plus(other.late),
          late30.plus(other.late30),
          paidOut.plus(other.paidOut),
          expected.plus(other.expected));
    }

    /** Returns what nothing adds up to. */
    public static Figures none(Currency currency) {
      return of(Expected.Sums.none(currency));
    }

    /** Returns what fell due and was collected, and nothing else. */
    public static Figures of(Expected.Sums expected) {
      Money none = Money.zero(expected.due().currency());
      return new Figures(new Count(0, 0, 0), none, none, none, none, expected);
    }
  }

  /**
   * How many there are.
   *
   * @param borrowers whose officer one is, with a loan or without, of whichever currency
   * @param loans active ones
   * @param newLoans those that were paid out in the days
   */
  public record Count(long borrowers, long loans, long newLoans) {

    private Count plus(Count other) {
      return new Count(borrowers + other.borrowers, loans + other.loans, newLoans + other.newLoans);
    }
  }

  /** Returns the rows in the order of names; those without one come last. */
  public List<Row> inOrder(Map<UUID, String> names) {
    return rows.stream()
        .sorted(
            Comparator.comparing(
                    (Row row) -> row.officerId() == null ? null : names.get(row.officerId()),
                    Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Row::officerId, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  /** Returns what all officers add up to. */
  public Figures total() {
    return rows.stream().map(Row::figures).reduce(Figures.none(currency), Figures::plus);
  }
}
