package io.loanwright.reporting;

import io.loanwright.arrears.ArrearsClass;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far behind active loans are on the business date, by class of arrears and branch.
 *
 * @param isParted whether it is told what is overdue part by part
 * @param classes all classes, the best first, those without a loan too
 * @param atRisk the portfolio at risk by the usual numbers of days
 */
public record Ageing(
    LocalDate on, Currency currency, boolean isParted, List<OfClass> classes, List<AtRisk> atRisk) {

  /** Keeps the rows from changing. */
  public Ageing {
    classes = List.copyOf(classes);
    atRisk = List.copyOf(atRisk);
  }

  /**
   * Active loans whose oldest unpaid installment is of the same day.
   *
   * @param unpaidSince the due date of that installment; null if they have none
   * @param outstanding the principal that is not repaid
   */
  public record Age(UUID branchId, @Nullable LocalDate unpaidSince, long loans, Money outstanding) {

    /** Returns how many days they are past due on a day. */
    public long daysPastDue(LocalDate on) {
      return unpaidSince == null ? 0 : Math.max(0, on.toEpochDay() - unpaidSince.toEpochDay());
    }
  }

  /**
   * What loans add up to.
   *
   * @param overdue what was due before the day and is not paid: principal, interest, fees and
   *     penalties
   * @param parts the same part by part, where that is told; nothing of anything elsewhere
   * @param outstanding the principal that is not repaid, late or not
   */
  public record Sums(long loans, Money overdue, Split parts, Money outstanding) {

    /** Returns what no loans add up to. */
    public static Sums none(Currency currency) {
      Money none = Money.zero(currency);
      return new Sums(0, none, Split.zero(currency), none);
    }

    /** Returns the sums of both. */
    public Sums plus(Sums other) {
      return new Sums(
          loans + other.loans,
          overdue.plus(other.overdue),
          parts.plus(other.parts),
          outstanding.plus(other.outstanding));
    }
  }

  /** The loans of a class in a branch. */
  public record OfBranch(UUID branchId, Sums sums) {}

  /**
   * The loans of a class.
   *
   * @param untilDay the last day past due that belongs to it; null for the last class
   * @param branches those that have loans in it
   */
  public record OfClass(
      ArrearsClass of, @Nullable Integer untilDay, Sums sums, List<OfBranch> branches) {

    /** Keeps the rows from changing. */
    public OfClass {
      branches = List.copyOf(branches);
    }
  }

  /** Returns what all loans add up to. */
  public Sums total() {
    return classes.stream().map(OfClass::sums).reduce(Sums.none(currency), Sums::plus);
  }

  /** Returns what the loans of the classes that count as not performing add up to. */
  public Sums nonPerforming() {
    return classes.stream()
        .filter(each -> each.of().nonPerforming())
        .map(OfClass::sums)
        .reduce(Sums.none(currency), Sums::plus);
  }

  /** Returns how many percent of all principal outstanding some of it is. */
  public BigDecimal percent(Sums some) {
    return AtRisk.percent(some.outstanding(), total().outstanding());
  }
}
