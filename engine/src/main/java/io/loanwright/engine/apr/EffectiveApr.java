package io.loanwright.engine.apr;

import io.loanwright.engine.date.PeriodUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The annual percentage rate of charge (APRC) of the European Union.
 *
 * <p>The yearly rate X is searched at which
 *
 * <pre>sum of drawdowns x (1 + X)^-t = sum of payments x (1 + X)^-s</pre>
 *
 * with t and s in years from the first drawdown; a payment before it, such as a fee, has a negative
 * time.
 *
 * <p>Source: Directive 2008/48/EC, Annex I; Directive 2014/17/EU, Annex I.
 */
public final class EffectiveApr {

  private static final double HIGHEST_RATE = 1e12;

  private EffectiveApr() {}

  /**
   * An amount at a time.
   *
   * @param years years from the first drawdown; negative for a payment before it
   * @param amount in major units, positive
   */
  public record TimedFlow(double years, BigDecimal amount) {}

  /**
   * Returns the rate of charge of flows on days.
   *
   * @param advances what the lender gives, at least one
   * @param payments what the borrower pays, fees included, at least one
   * @param unit what intervals are counted in
   * @return percent with two decimals, ties up; empty if no rate makes both sides equal
   */
  public static Optional<BigDecimal> of(
      List<CashFlow> advances, List<CashFlow> payments, PeriodUnit unit) {
    LocalDate start = advances.stream().map(CashFlow::on).min(LocalDate::compareTo).orElseThrow();
    return of(timed(advances, start, unit), timed(payments, start, unit), 2);
  }

  /**
   * Returns the rate of charge of flows on days. Intervals are counted in weeks where all of them
   * are whole weeks and not all whole months, else in months.
   *
   * <p>Source: Directive 2008/48/EC, Annex I, remarks (c): intervals are expressed in years, and
   * taken as whole months or weeks where they are.
   *
   * @param advances what the lender gives, at least one
   * @param payments what the borrower pays, fees included, at least one
   * @return percent with two decimals, ties up; empty if no rate makes both sides equal
   */
  public static Optional<BigDecimal> of(List<CashFlow> advances, List<CashFlow> payments) {
    LocalDate start = advances.stream().map(CashFlow::on).min(LocalDate::compareTo).orElseThrow();
    List<CashFlow> all = new ArrayList<>(advances);
    all.addAll(payments);
    boolean isWeekly = areWhole(all, start, PeriodUnit.WEEKS);
    boolean isMonthly = areWhole(all, start, PeriodUnit.MONTHS);
    return of(advances, payments, isWeekly && !isMonthly ? PeriodUnit.WEEKS : PeriodUnit.MONTHS);
  }

  private static boolean areWhole(List<CashFlow> flows, LocalDate start, PeriodUnit unit) {
    return flows.stream().allMatch(flow -> between(start, flow.on(), unit).days() == 0);
  }

  private static Interval between(LocalDate start, LocalDate on, PeriodUnit unit) {
    return on.isBefore(start)
        ? Interval.between(on, start, unit)
        : Interval.between(start, on, unit);
  }

  /**
   * Returns the rate of charge of flows at times.
   *
   * @param advances what the lender gives, at least one
   * @param payments what the borrower pays, fees included, at least one
   * @param decimals decimals of the percentage, 0 to 8
   * @return percent, ties up; empty if no rate makes both sides equal
   */
  public static Optional<BigDecimal> of(
      List<TimedFlow> advances, List<TimedFlow> payments, int decimals) {
    double low = -0.9999;
    double high = 1;
    while (netValue(advances, payments, high) > 0 && high < HIGHEST_RATE) {
      high *= 2;
    }
    if (netValue(advances, payments, low) <= 0 || netValue(advances, payments, high) > 0) {
      return Optional.empty();
    }
    double rate = RateSearch.root(x -> netValue(advances, payments, x), low, high);
    return ActuarialApr.rounded(rate, decimals);
  }

  private static double netValue(List<TimedFlow> advances, List<TimedFlow> payments, double rate) {
    return presentValue(payments, rate) - presentValue(advances, rate);
  }

  private static double presentValue(List<TimedFlow> flows, double rate) {
    double sum = 0;
    for (TimedFlow flow : flows) {
      sum += flow.amount().doubleValue() * Math.pow(1 + rate, -flow.years());
    }
    return sum;
  }

  private static List<TimedFlow> timed(List<CashFlow> flows, LocalDate start, PeriodUnit unit) {
    List<TimedFlow> timed = new ArrayList<>();
    for (CashFlow flow : flows) {
      double length = between(start, flow.on(), unit).inYears(unit);
      double years = flow.on().isBefore(start) ? -length : length;
      timed.add(new TimedFlow(years, flow.amount().toMajor()));
    }
    return timed;
  }
}
