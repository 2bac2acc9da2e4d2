package io.loanwright.engine.plan;

import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.schedule.Period;
import io.loanwright.engine.schedule.RateFactors;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InterestTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The rates of a loan by the day from which they count, and the factors that come of them. */
final class Rates {

  private final RateFactors factors;
  private final InterestTerms interest;
  private NavigableMap<LocalDate, BigDecimal> changed;

  Rates(InterestTerms interest, CalendarTerms calendar, LocalDate start) {
    this(interest, new RateFactors(interest, calendar, start), new TreeMap<>());
  }

  private Rates(
      InterestTerms interest, RateFactors factors, NavigableMap<LocalDate, BigDecimal> changed) {
    this.interest = interest;
    this.factors = factors;
    this.changed = changed;
  }

  Rates copy() {
    return new Rates(interest, factors, changed);
  }

  /** Changes the rate, in percent a year, for stretches that begin on a day or later. */
  void change(LocalDate from, BigDecimal percent) {
    NavigableMap<LocalDate, BigDecimal> longer = new TreeMap<>(changed);
    longer.put(from, percent);
    changed = longer;
  }

  /** Returns the rate of a day, in percent a year. */
  BigDecimal percentOn(LocalDate day) {
    Map.Entry<LocalDate, BigDecimal> latest = changed.floorEntry(day);
    return latest == null ? interest.annualRatePercent() : latest.getValue();
  }

  /** Returns the days from which other rates count. */
  Set<LocalDate> days() {
    return changed.keySet();
  }

  private BigDecimal on(LocalDate day) {
    return Arithmetic.fraction(percentOn(day));
  }

  /** Returns the factor of a stretch from which an installment is sized. */
  BigDecimal forSize(PlanPeriod period, Stretch stretch) {
    BigDecimal known = stretch.factor;
    if (known == null) {
      known =
          period.interestFree
              ? BigDecimal.ZERO
              : factors.forInstallment(on(stretch.from), span(period), stretch.from, stretch.to);
      stretch.factor = known;
    }
    return known;
  }

  /** Returns the factor from the start of a stretch to the due date of its period. */
  BigDecimal forInterest(PlanPeriod period, Stretch stretch) {
    BigDecimal known = stretch.factorToDue();
    if (known == null) {
      known =
          period.interestFree
              ? BigDecimal.ZERO
              : factors.forInterest(on(stretch.from), span(period), stretch.from, period.due);
      stretch.setFactorToDue(known);
    }
    return known;
  }

  /** Returns the same in binary floating point, off by 2<sup>-53</sup> of it at most. */
  double nearlyForInterest(PlanPeriod period, Stretch stretch) {
    if (stretch.factorToDue() == null) {
      forInterest(period, stretch);
    }
    return stretch.nearFactorToDue();
  }

  private static Period span(PlanPeriod period) {
    return new Period(period.from, period.due);
  }
}
