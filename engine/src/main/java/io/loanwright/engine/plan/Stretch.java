package io.loanwright.engine.plan;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Days of a period through which the balance is the same.
 *
 * <p>Amounts in minor units. What changes the balance on the last day of a stretch is kept with it
 * and counts from the next stretch on.
 */
final class Stretch {

  LocalDate from;
  LocalDate to;
  long balance;
  long lent;
  long capitalized;
  long correction;
  long creditedPrincipal;
  long creditedInterest;
  boolean paused;
  @Nullable BigDecimal factor;
  @Nullable BigDecimal factorToDue;
  private @Nullable Borne borne;
  private @Nullable Sum sum;

  /** The interest that was worked out last, and what it came from. */
  private record Borne(
      long base,
      BigDecimal factor,
      LocalDate from,
      LocalDate to,
      LocalDate due,
      long credited,
      boolean paused,
      BigDecimal interest) {}

  /** The sum that was worked out last, and what was added to what. */
  private record Sum(BigDecimal before, BigDecimal interest, BigDecimal after) {}

  Stretch(LocalDate from, LocalDate to, boolean paused) {
    this.from = from;
    this.to = to;
    this.paused = paused;
  }

  Stretch copy() {
    Stretch copy = new Stretch(from, to, paused);
    copy.balance = balance;
    copy.lent = lent;
    copy.capitalized = capitalized;
    copy.correction = correction;
    copy.creditedPrincipal = creditedPrincipal;
    copy.creditedInterest = creditedInterest;
    copy.factor = factor;
    copy.factorToDue = factorToDue;
    copy.borne = borne;
    copy.sum = sum;
    return copy;
  }

  /** Forgets the factors, which depend on the days and on the rate. */
  void forgetFactors() {
    factor = null;
    factorToDue = null;
  }

  /** Ends the stretch on another day; interest is counted to the due date before it is cut off. */
  void endOn(LocalDate day) {
    to = day;
    factor = null;
  }

  /** Lets the stretch bear no interest, whatever its days. */
  void bearNothing() {
    factor = BigDecimal.ZERO;
    factorToDue = BigDecimal.ZERO;
  }

  long days() {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** Returns the balance from the next stretch on. */
  long balanceAfter() {
    return Math.max(0, balance + lent + capitalized + correction);
  }

  /** Returns the money that came into the loan on the last day: lent, capitalized, charged back. */
  long principalIn() {
    return lent + capitalized + creditedPrincipal;
  }

  /**
   * Returns the interest of the stretch, not rounded.
   *
   * <p>Interest = base x factor until the due date / days until the due date x days. The division
   * and the multiplication stay apart because the 19th digit may decide a tie.
   *
   * @param base the amount that bears interest
   * @param factorUntilDue the factor from the start of the stretch to the due date
   * @param due the due date of the period
   */
  BigDecimal interestOn(long base, BigDecimal factorUntilDue, LocalDate due) {
    Borne known = borne;
    if (known == null || !isStill(known, base, factorUntilDue, due)) {
      BigDecimal interest = workOut(base, factorUntilDue, due);
      known = new Borne(base, factorUntilDue, from, to, due, creditedInterest, paused, interest);
      borne = known;
    }
    return known.interest;
  }

  /**
   * Adds the interest of the stretch to that of those before, as {@link #interestOn} counts it. The
   * numbers have many digits and mostly are those of the last time.
   */
  BigDecimal addInterest(BigDecimal before, long base, BigDecimal factorUntilDue, LocalDate due) {
    BigDecimal interest = interestOn(base, factorUntilDue, due);
    Sum known = sum;
    if (known == null
        || known.before.compareTo(before) != 0
        || known.interest.compareTo(interest) != 0) {
      known = new Sum(before, interest, before.add(interest));
      sum = known;
    }
    return known.after;
  }

  private boolean isStill(Borne known, long base, BigDecimal factor, LocalDate due) {
    return known.base == base
        && known.factor.compareTo(factor) == 0
        && known.from.equals(from)
        && known.to.equals(to)
        && known.due.equals(due)
        && known.credited == creditedInterest
        && known.paused == paused;
  }

  private BigDecimal workOut(long base, BigDecimal factorUntilDue, LocalDate due) {
    BigDecimal credited = BigDecimal.valueOf(creditedInterest);
    if (paused) {
      return credited;
    }
    long untilDue = ChronoUnit.DAYS.between(from, due);
    if (untilDue == 0 || factorUntilDue.signum() == 0) {
      return credited.max(BigDecimal.ZERO);
    }
    return BigDecimal.valueOf(base)
        .multiply(factorUntilDue, PRECISION)
        .divide(BigDecimal.valueOf(untilDue), PRECISION)
        .multiply(BigDecimal.valueOf(days()), PRECISION)
        .add(credited, PRECISION)
        .max(BigDecimal.ZERO);
  }
}
