package io.loanwright.engine.schedule;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PartialPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount lent over periods, with the interest of each: what every way of amortizing starts from.
 *
 * <p>Interest is defined with 19 digits. Almost always 64-bit arithmetic is enough to know how such
 * a figure rounds ({@link FastFactor}); the digits are worked out where it is not.
 */
final class Lending {

  private final LoanTerms terms;
  private final long principal;
  private final List<Period> periods;
  private final int first;
  private final BigDecimal rate;
  private final RateFactors rates;
  private final LocalDate[] from;
  private final FastFactor[] fast;
  private final @Nullable BigDecimal[] factors;

  private Lending(
      LoanTerms terms, long principal, LocalDate disbursedOn, int first, List<Period> periods) {
    this.terms = terms;
    this.principal = principal;
    this.periods = periods;
    this.first = first;
    this.rate = Arithmetic.fraction(terms.interest().annualRatePercent());
    this.rates =
        new RateFactors(terms.interest(), terms.repayment().calendar(), periods.getFirst().from());
    this.from = new LocalDate[periods.size()];
    this.fast = new FastFactor[periods.size()];
    this.factors = new BigDecimal[periods.size()];
    FastFactor.Maker maker = new FastFactor.Maker(rate);
    for (int i = 0; i < periods.size(); i++) {
      Period period = periods.get(i);
      from[i] = i == first ? lentFrom(terms, period, disbursedOn) : period.from();
      fast[i] = bears(i) ? maker.make(share(i)) : FastFactor.NOTHING;
    }
  }

  /**
   * Lends an amount.
   *
   * @param asked the periods between due dates
   * @param bearing the periods that interest is counted over
   */
  static Lending of(
      LoanTerms terms,
      long principal,
      LocalDate disbursedOn,
      List<Period> asked,
      List<Period> bearing) {
    int first = DueDates.periodOf(disbursedOn, asked, bearing);
    return new Lending(terms, principal, disbursedOn, first, bearing);
  }

  private static LocalDate lentFrom(LoanTerms terms, Period period, LocalDate disbursedOn) {
    boolean whole =
        terms.interest().period() == InterestPeriod.SAME_AS_REPAYMENT_PERIOD
            && terms.interest().partialPeriod() == PartialPeriod.WHOLE_PERIOD;
    return whole || disbursedOn.isBefore(period.from()) ? period.from() : disbursedOn;
  }

  private boolean bears(int period) {
    return period >= first && period >= terms.grace().interestFree() && rate.signum() != 0;
  }

  private TimeShare share(int period) {
    Period days = periods.get(period);
    return rates.shareForInterest(days, from[period], days.to());
  }

  private TimeShare shareForInstallment(int period) {
    Period days = periods.get(period);
    return rates.shareForInstallment(days, from[period], days.to());
  }

  LoanTerms terms() {
    return terms;
  }

  /** Returns what is lent beyond the down payment, in minor units. */
  long principal() {
    return principal;
  }

  /** Returns the index of the period in which money goes out; the ones before stay empty. */
  int first() {
    return first;
  }

  int count() {
    return periods.size();
  }

  /** Returns one plus the factor from which an equal installment is made, by definition. */
  BigDecimal growth(int period) {
    return bears(period)
        ? BigDecimal.ONE.add(shareForInstallment(period).factor(rate))
        : BigDecimal.ONE;
  }

  /** Returns one plus the factor from which an equal installment is made, off by 2^-51 of it. */
  double fastGrowth(int period) {
    if (rates.sharesAreTheSame() && fast[period].isKnown()) {
      return 1 + fast[period].toDouble();
    }
    if (!bears(period)) {
      return 1;
    }
    TimeShare share = shareForInstallment(period);
    return share.bottom() == 0
        ? 1 + share.factor(rate).doubleValue()
        : 1 + rate.doubleValue() * share.top() / share.bottom();
  }

  private BigDecimal factor(int period) {
    BigDecimal known = factors[period];
    if (known == null) {
      known = bears(period) ? share(period).factor(rate) : BigDecimal.ZERO;
      factors[period] = known;
    }
    return known;
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
    LocalDate to = periods.get(period).to();
    long days = to.toEpochDay() - from[period].toEpochDay();
    if (days == 0 || factor(period).signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal length = BigDecimal.valueOf(days);
    return BigDecimal.valueOf(balance)
        .multiply(factor(period), PRECISION)
        .divide(length, PRECISION)
        .multiply(length, PRECISION);
  }

  /** Returns the interest of one period on a balance in minor units, rounded half to even. */
  long roundedInterestOn(long balance, int period) {
    long known = fast[period].roundedInterestOn(balance);
    return known == Estimate.UNKNOWN
        ? Arithmetic.toMinor(interestOn(balance, period), RoundingMode.HALF_EVEN)
        : known;
  }
}
