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
  private @Nullable BigDecimal factorToDue;
  private double nearFactorToDue;

  Stretch(LocalDate from, LocalDate to) {
    this.from = from;
    this.to = to;
  }

  Stretch copy() {
    Stretch copy = new Stretch(from, to);
    copy.paused = paused;
    copy.balance = balance;
    copy.lent = lent;
    copy.capitalized = capitalized;
    copy.correction = correction;
    copy.creditedPrincipal = creditedPrincipal;
    copy.creditedInterest = creditedInterest;
    copy.factor = factor;
    copy.factorToDue = factorToDue;
    copy.nearFactorToDue = nearFactorToDue;
    return copy;
  }

  /** Tells whether a day lies in the stretch: after its start. */
  boolean holds(LocalDate day) {
    return day.isAfter(from) && !day.isAfter(to);
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
    setFactorToDue(BigDecimal.ZERO);
  }

  /** Returns the factor until the due date of the period; null until it is worked out. */
  @Nullable BigDecimal factorToDue() {
    return factorToDue;
  }

  /** Returns it in binary floating point. */
  double nearFactorToDue() {
    return nearFactorToDue;
  }

  void setFactorToDue(BigDecimal known) {
    factorToDue = known;
    nearFactorToDue = known.doubleValue();
  }

  long days() {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** Returns the balance from the next stretch on. */
  long balanceAfter() {
    return Math.max(0, balance + lent + capitalized + correction);
  }

  /** Tells whether the balance stays as it is on the last day. */
  boolean bringsNothing() {
    return principalIn() == 0 && correction == 0 && creditedInterest == 0;
  }

  /** Lets the balance stay as it is on the last day. */
  void bringNothing() {
    lent = 0;
    capitalized = 0;
    correction = 0;
  }

  /** Lets the balance change on the last day by what another stretch changed it by, too. */
  void bringWhat(Stretch other) {
    lent += other.lent;
    capitalized += other.capitalized;
    correction += other.correction;
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
    BigDecimal credited = BigDecimal.valueOf(creditedInterest);
    long untilDue = ChronoUnit.DAYS.between(from, due);
    if (paused || untilDue == 0 || factorUntilDue.signum() == 0) {
      return paused ? credited : credited.max(BigDecimal.ZERO);
    }
    return BigDecimal.valueOf(base)
        .multiply(factorUntilDue, PRECISION)
        .divide(BigDecimal.valueOf(untilDue), PRECISION)
        .multiply(BigDecimal.valueOf(days()), PRECISION)
        .add(credited, PRECISION)
        .max(BigDecimal.ZERO);
  }

  /**
   * Returns nearly the interest of the stretch without what is credited: five steps of binary
   * floating point, each off by 2<sup>-53</sup> of the figure at most.
   */
  double nearlyBorneOn(long base, double factorUntilDue, LocalDate due) {
    long untilDue = ChronoUnit.DAYS.between(from, due);
    return paused || untilDue == 0 ? 0 : base * factorUntilDue / untilDue * days();
  }
}
