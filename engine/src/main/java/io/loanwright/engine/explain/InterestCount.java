package io.loanwright.engine.explain;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.schedule.Period;
import io.loanwright.engine.schedule.RateFactors;
import io.loanwright.engine.schedule.TimeShare;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Works out interest on a balance by the definition: balance x factor / days x days. */
final class InterestCount {

  private final LoanTerms terms;
  private final Amounts amounts;
  private final RateFactors rates;

  /**
   * Days of a period through which the same amount bears interest.
   *
   * @param base the amount in minor units
   * @param ratePercent percent a year
   * @param period the period that the days are part of
   * @param from the day before the first one
   * @param to the last day
   */
  record Span(long base, BigDecimal ratePercent, Period period, LocalDate from, LocalDate to) {

    long days() {
      return ChronoUnit.DAYS.between(from, to);
    }

    long daysUntilDue() {
      return ChronoUnit.DAYS.between(from, period.to());
    }
  }

  InterestCount(LoanTerms terms, LocalDate start) {
    this.terms = terms;
    this.amounts = new Amounts(terms.currency());
    this.rates = new RateFactors(terms.interest(), terms.repayment().calendar(), start);
  }

  boolean isFlat() {
    return terms.interest().method() == InterestMethod.FLAT;
  }

  /** Returns interest in minor units, not rounded. */
  BigDecimal exact(Span span) {
    BigDecimal rate = Arithmetic.fraction(span.ratePercent());
    BigDecimal factor = rates.forInterest(rate, span.period(), span.from(), span.period().to());
    if (span.daysUntilDue() == 0 || factor.signum() == 0) {
      return BigDecimal.ZERO;
    }
    return BigDecimal.valueOf(span.base())
        .multiply(factor, PRECISION)
        .divide(BigDecimal.valueOf(span.daysUntilDue()), PRECISION)
        .multiply(BigDecimal.valueOf(span.days()), PRECISION);
  }

  /** Returns the factor from which installments are sized, of some days of a period. */
  BigDecimal factorOfSize(Period period, PeriodDays.Days days) {
    BigDecimal rate = Arithmetic.fraction(days.ratePercent());
    return rates.forInstallment(rate, period, days.from(), days.to());
  }

  Explanation leaf(Span span) {
    BigDecimal base = amounts.of(span.base());
    Why why =
        isFlat()
            ? new Why.FlatInterest(
                base, span.ratePercent(), span.from(), span.to(), span.days(), partOfYear(span))
            : new Why.InterestOnBalance(
                base, span.ratePercent(), span.from(), span.to(), span.days(), partOfYear(span));
    return amounts.leaf(why, exact(span));
  }

  private String partOfYear(Span span) {
    TimeShare all = rates.shareForInterest(span.period(), span.from(), span.period().to());
    if (span.to().equals(span.period().to())) {
      return TimeText.of(all);
    }
    return all instanceof TimeShare.Days(_, int year)
        ? span.days() + "/" + year
        : TimeText.scaled(TimeText.of(all), span.days(), span.daysUntilDue());
  }
}
