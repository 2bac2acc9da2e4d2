package io.loanwright.engine.apr;

import io.loanwright.engine.apr.EffectiveApr.TimedFlow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The rate at which money paid and money received are worth the same: sum of amount x (1 + X)^-t is
 * zero.
 *
 * <p>Amounts have signs here, other than for the rates that the law defines. Spreadsheets call it
 * IRR where t counts periods, and XIRR where t is days / 365 from the first flow that is listed.
 */
public final class InternalRate {

  private static final double DAYS_IN_YEAR = 365;

  private InternalRate() {}

  /**
   * Returns the rate.
   *
   * @param flows amounts with signs at times of any unit
   * @return a fraction per unit of time, the one nearest to zero if there are several; empty if
   *     there is none
   */
  public static OptionalDouble of(List<TimedFlow> flows) {
    return RateSearch.crossing(rate -> {
      double sum = 0;
      for (TimedFlow flow : flows) {
        sum += flow.amount().doubleValue() * Math.pow(1 + rate, -flow.years());
      }
      return sum;
    });
  }

  /**
   * Returns the yearly rate of flows on days, with years of 365 days.
   *
   * @param flows amounts with signs; the first one listed is time zero, whatever its day
   */
  public static OptionalDouble ofDays(List<CashFlow> flows) {
    LocalDate start = flows.getFirst().on();
    List<TimedFlow> timed = new ArrayList<>(flows.size());
    for (CashFlow flow : flows) {
      double years = (flow.on().toEpochDay() - start.toEpochDay()) / DAYS_IN_YEAR;
      timed.add(new TimedFlow(years, flow.amount().toMajor()));
    }
    return of(timed);
  }
}
