package io.loanwright.engine.apr;

import io.loanwright.engine.date.PeriodUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The annual percentage rate by the actuarial method of the United States.
 *
 * <p>The rate i of a unit period is searched at which
 *
 * <pre>sum of advances / ((1 + e i)(1 + i)^t) = sum of payments / ((1 + f i)(1 + i)^t)</pre>
 *
 * where t is a number of whole unit periods from the first advance and e or f the odd fraction of
 * one before them, with simple interest. Whole unit periods are counted back from the later day;
 * odd days are divided by 30 for each month of the unit period, 7 for each week, 365 for a year.
 * The annual rate is i times the unit periods of a year. A single payment within a year is not
 * compounded.
 *
 * <p>The law has no payments before the first advance. Here such a payment grows until that day,
 * its odd days first; of two rates that then make both sides equal it is the one nearer to zero.
 *
 * <p>The search is in binary floating point: its answer is a rate rounded to decimals of a percent,
 * which is disclosed and compared, and never money.
 *
 * <p>Source: 12 CFR Part 1026 (Regulation Z), Appendix J.
 */
public final class ActuarialApr {

  private static final double HIGHEST_PERIOD_RATE = 1e6;
  private static final int DAYS_IN_YEAR = 365;
  private static final int MONTHS_IN_YEAR = 12;

  private ActuarialApr() {}

  /**
   * An amount, positive for a payment, at a number of unit periods and a fraction of one.
   *
   * @param early whether they lie before the first advance and not after it
   */
  private record Flow(double amount, UnitPeriods time, boolean early) {

    double presentValue(double rate) {
      double growth = (1 + time.odd() * rate) * Math.pow(1 + rate, (double) time.whole());
      return early ? amount * growth : amount / growth;
    }
  }

  /**
   * Returns the annual rate, with the unit period that is most common between the days.
   *
   * @param advances what the lender gives, at least one
   * @param payments what the borrower pays, fees included, at least one
   * @return percent with two decimals, ties up; empty if no rate makes both sides equal
   */
  public static Optional<BigDecimal> of(List<CashFlow> advances, List<CashFlow> payments) {
    List<LocalDate> dates = new ArrayList<>();
    advances.forEach(flow -> dates.add(flow.on()));
    payments.forEach(flow -> dates.add(flow.on()));
    dates.sort(null);
    return of(advances, payments, UnitPeriod.mostCommon(dates), 2);
  }

  /**
   * Returns the annual rate.
   *
   * @param advances what the lender gives, at least one
   * @param payments what the borrower pays, fees included, at least one
   * @param unitPeriod the interval that payments usually have
   * @param decimals decimals of the percentage, 0 to 8
   * @return percent, ties up; empty if no rate makes both sides equal
   */
  public static Optional<BigDecimal> of(
      List<CashFlow> advances, List<CashFlow> payments, UnitPeriod unitPeriod, int decimals) {
    LocalDate start = earliest(advances);
    if (advances.size() == 1 && payments.size() == 1) {
      LocalDate end = payments.getFirst().on();
      long days = ChronoUnit.DAYS.between(start, end);
      if (days > 0 && !end.isAfter(start.plusYears(1))) {
        double lent = major(advances.getFirst());
        double perYear = perYear(start, end, days);
        return rounded((major(payments.getFirst()) - lent) / lent * perYear, decimals);
      }
    }
    List<Flow> flows = new ArrayList<>();
    advances.forEach(flow -> flows.add(flow(start, flow, unitPeriod, -major(flow))));
    payments.forEach(flow -> flows.add(flow(start, flow, unitPeriod, major(flow))));
    return solve(flows).flatMap(rate -> rounded(rate * unitPeriod.perYear(), decimals));
  }

  private static Optional<Double> solve(List<Flow> flows) {
    if (flows.stream().anyMatch(Flow::early)) {
      OptionalDouble nearest = RateSearch.crossing(rate -> netValue(flows, rate));
      return nearest.isPresent() ? Optional.of(nearest.getAsDouble()) : Optional.empty();
    }
    double low = -0.99;
    double high = 1;
    while (netValue(flows, high) > 0 && high < HIGHEST_PERIOD_RATE) {
      high *= 2;
    }
    if (netValue(flows, low) <= 0 || netValue(flows, high) > 0) {
      return Optional.empty();
    }
    return Optional.of(RateSearch.root(rate -> netValue(flows, rate), low, high));
  }

  private static double netValue(List<Flow> flows, double rate) {
    double sum = 0;
    for (Flow flow : flows) {
      sum += flow.presentValue(rate);
    }
    return sum;
  }

  private static Flow flow(LocalDate start, CashFlow flow, UnitPeriod unitPeriod, double amount) {
    boolean early = flow.on().isBefore(start);
    UnitPeriods time =
        early
            ? UnitPeriods.between(flow.on(), start, unitPeriod)
            : UnitPeriods.between(start, flow.on(), unitPeriod);
    return new Flow(amount, time, early);
  }

  /** Whole months count as twelfths of a year, other terms by their days. */
  private static double perYear(LocalDate start, LocalDate end, long days) {
    Interval interval = Interval.between(start, end, PeriodUnit.MONTHS);
    return interval.days() == 0
        ? (double) MONTHS_IN_YEAR / interval.units()
        : (double) DAYS_IN_YEAR / days;
  }

  private static LocalDate earliest(List<CashFlow> flows) {
    return flows.stream().map(CashFlow::on).min(LocalDate::compareTo).orElseThrow();
  }

  private static double major(CashFlow flow) {
    return flow.amount().toMajor().doubleValue();
  }

  static Optional<BigDecimal> rounded(double yearly, int decimals) {
    return Double.isFinite(yearly)
        ? Optional.of(
            BigDecimal.valueOf(yearly).movePointRight(2).setScale(decimals, RoundingMode.HALF_UP))
        : Optional.empty();
  }
}
