package io.loanwright.engine.schedule;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PartialPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * An amount lent over periods, with the factors of interest of each: what every way of amortizing
 * starts from.
 *
 * @param terms what was agreed
 * @param principal what is lent beyond the down payment, in minor units
 * @param periods the periods between due dates
 * @param first the index of the period in which money goes out; the ones before stay empty
 * @param growth one plus the factor of each period, from which equal installments are made
 * @param factors the factor of each period, from which interest is computed
 * @param days the days that each factor covers
 */
@SuppressWarnings("ArrayRecordComponent") // lives only while a schedule is made; never compared
record Lending(
    LoanTerms terms,
    long principal,
    List<Period> periods,
    int first,
    BigDecimal[] growth,
    BigDecimal[] factors,
    long[] days) {

  static Lending of(LoanTerms terms, long principal, LocalDate disbursedOn, List<Period> periods) {
    RateFactors rates =
        new RateFactors(terms.interest(), terms.repayment().calendar(), periods.getFirst().from());
    BigDecimal rate = Arithmetic.fraction(terms.interest().annualRatePercent());
    int first = periodOf(disbursedOn, periods);
    BigDecimal[] growth = new BigDecimal[periods.size()];
    BigDecimal[] factors = new BigDecimal[periods.size()];
    long[] days = new long[periods.size()];
    for (int i = 0; i < periods.size(); i++) {
      Period period = periods.get(i);
      LocalDate from = i == first ? lentFrom(terms, period, disbursedOn) : period.from();
      boolean bears = i >= first && i >= terms.grace().interestFree();
      factors[i] = bears ? rates.forInterest(rate, period, from, period.to()) : BigDecimal.ZERO;
      BigDecimal forInstallment =
          bears ? rates.forInstallment(rate, period, from, period.to()) : BigDecimal.ZERO;
      growth[i] = BigDecimal.ONE.add(forInstallment);
      days[i] = ChronoUnit.DAYS.between(from, period.to());
    }
    return new Lending(terms, principal, periods, first, growth, factors, days);
  }

  /** Returns the period into which money paid out on a day goes; a due date starts the next one. */
  static int periodOf(LocalDate disbursedOn, List<Period> periods) {
    for (int i = 0; i < periods.size(); i++) {
      if (disbursedOn.isBefore(periods.get(i).to())) {
        return i;
      }
    }
    return periods.size() - 1;
  }

  private static LocalDate lentFrom(LoanTerms terms, Period period, LocalDate disbursedOn) {
    boolean whole =
        terms.interest().period() == InterestPeriod.SAME_AS_REPAYMENT_PERIOD
            && terms.interest().partialPeriod() == PartialPeriod.WHOLE_PERIOD;
    return whole || disbursedOn.isBefore(period.from()) ? period.from() : disbursedOn;
  }

  int count() {
    return periods.size();
  }

  Currency currency() {
    return terms.currency();
  }

  /**
   * Returns the interest of one period on a balance, not rounded.
   *
   * <p>Interest = balance x factor / days x days. Dividing and multiplying again changes nothing
   * but the 19th digit; it is kept because a tie between two cents may hang on it.
   *
   * @param balance principal owed through the period, in minor units
   */
  BigDecimal interestOn(long balance, int period) {
    if (days[period] == 0 || factors[period].signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal length = BigDecimal.valueOf(days[period]);
    return BigDecimal.valueOf(balance)
        .multiply(factors[period], PRECISION)
        .divide(length, PRECISION)
        .multiply(length, PRECISION);
  }

  /** Returns the interest of one period on a balance in minor units, rounded half to even. */
  long roundedInterestOn(long balance, int period) {
    return Arithmetic.toMinor(interestOn(balance, period), RoundingMode.HALF_EVEN);
  }
}
