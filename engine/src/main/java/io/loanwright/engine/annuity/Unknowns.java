package io.loanwright.engine.annuity;

import io.loanwright.engine.apr.RateSearch;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;

/**
 * The number of level payments, or their rate, where the amounts are known.
 *
 * <p>Both are searched, not posted, so binary floating point with its 15 digits is enough. To pay
 * by an answer, round it to a decimal number first and make an {@link Annuity} of it.
 *
 * <p>Source: OpenFormula 1.2 (OASIS), 4.11, NPER and RATE; signs as in {@link Annuity}.
 *
 * @param payment the equal payment
 * @param now what is received now
 * @param end what is received at the end
 * @param time when payments are made
 */
public record Unknowns(BigDecimal payment, BigDecimal now, BigDecimal end, PaymentTime time) {

  /**
   * Returns how many periods it takes, NPER.
   *
   * @param rate interest per period as a fraction, above -1
   * @return periods, with a fraction; empty if the payments never get there
   */
  public OptionalDouble periods(BigDecimal rate) {
    if (rate.signum() == 0) {
      return payment.signum() == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(
              now.add(end).negate().divide(payment, MathContext.DECIMAL128).doubleValue());
    }
    BigDecimal each =
        time == PaymentTime.IN_ADVANCE ? payment.multiply(BigDecimal.ONE.add(rate)) : payment;
    BigDecimal left = each.subtract(end.multiply(rate));
    BigDecimal start = each.add(now.multiply(rate));
    if (start.signum() == 0 || left.signum() != start.signum()) {
      return OptionalDouble.empty();
    }
    double growth = left.divide(start, MathContext.DECIMAL128).doubleValue();
    return OptionalDouble.of(Math.log(growth) / Math.log1p(rate.doubleValue()));
  }

  /**
   * Returns the rate of a period, RATE.
   *
   * @param periods how many periods, positive
   * @return a fraction; empty if no rate fits
   */
  public OptionalDouble rate(BigDecimal periods) {
    double n = periods.doubleValue();
    double p = payment.doubleValue();
    return RateSearch.crossing(r -> {
      double growth = Math.pow(1 + r, n);
      double advance = time == PaymentTime.IN_ADVANCE ? 1 + r : 1;
      double accumulated = r == 0 ? n : advance * Math.expm1(n * Math.log1p(r)) / r;
      return now.doubleValue() * growth + p * accumulated + end.doubleValue();
    });
  }
}
