package io.loanwright.engine.annuity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A row of equal payments at one rate.
 *
 * <p>With v now, w at the end, payment p, g = (1 + r)^n and a = 1 + r for payments in advance, else
 * 1, everything follows from
 *
 * <pre>v g + p a (g - 1) / r + w = 0</pre>
 *
 * where money received is positive and money paid is negative: 10,000 now (v) at 2 % over 3 periods
 * with nothing left (w = 0) makes a payment of -3,467.55.
 *
 * <p>Source: OpenFormula 1.2 (OASIS), 4.11, PMT, IPMT, PPMT, PV, FV, NPER.
 *
 * @param rate interest per period as a fraction, above -1
 * @param periods how many periods; spreadsheets allow a fraction of one
 * @param time when payments are made
 */
public record Annuity(BigDecimal rate, BigDecimal periods, PaymentTime time) {

  private static final MathContext PRECISION = MathContext.DECIMAL128;

  /** Enough beyond {@link #PRECISION} for a hundred products and roots. */
  private static final MathContext OF_ROOTS = new MathContext(40, RoundingMode.HALF_EVEN);

  /** 2^-120 is below 10^-36. */
  private static final int BINARY_DIGITS = 120;

  /** Checks the rate. */
  public Annuity {
    if (rate.compareTo(BigDecimal.ONE.negate()) <= 0) {
      throw new IllegalArgumentException("A rate must be above -1: " + rate);
    }
  }

  /** Returns payments at the end of a whole number of periods. */
  public static Annuity inArrears(BigDecimal rate, int periods) {
    return new Annuity(rate, BigDecimal.valueOf(periods), PaymentTime.IN_ARREARS);
  }

  /**
   * Returns the equal payment, PMT.
   *
   * @param now what is received now
   * @param end what is received at the end
   */
  public BigDecimal payment(BigDecimal now, BigDecimal end) {
    BigDecimal grown = now.multiply(growth(), PRECISION).add(end);
    return grown.negate().divide(accumulated(), PRECISION);
  }

  /**
   * Returns what a row of payments is worth now, PV.
   *
   * @param payment the equal payment
   * @param end what is received at the end
   */
  public BigDecimal presentValue(BigDecimal payment, BigDecimal end) {
    BigDecimal grown = payment.multiply(accumulated(), PRECISION).add(end);
    return grown.negate().divide(growth(), PRECISION);
  }

  /**
   * Returns what is left at the end, FV.
   *
   * @param payment the equal payment
   * @param now what is received now
   */
  public BigDecimal futureValue(BigDecimal payment, BigDecimal now) {
    return payment
        .multiply(accumulated(), PRECISION)
        .add(now.multiply(growth(), PRECISION))
        .negate();
  }

  /**
   * Returns the interest in one payment, IPMT.
   *
   * @param number which payment, from 1
   * @param now what is received now
   * @param end what is received at the end
   */
  public BigDecimal interest(int number, BigDecimal now, BigDecimal end) {
    if (time == PaymentTime.IN_ADVANCE && number == 1) {
      return BigDecimal.ZERO;
    }
    Annuity before = new Annuity(rate, BigDecimal.valueOf(number - 1L), time);
    return before
        .futureValue(payment(now, end), now)
        .multiply(rate, PRECISION)
        .divide(advance(), PRECISION);
  }

  /**
   * Returns the principal in one payment, PPMT.
   *
   * @param number which payment, from 1
   * @param now what is received now
   * @param end what is received at the end
   */
  public BigDecimal principal(int number, BigDecimal now, BigDecimal end) {
    return payment(now, end).subtract(interest(number, now, end));
  }

  /**
   * Returns the interest of several payments together, CUMIPMT.
   *
   * @param first the first payment, from 1
   * @param last the last payment
   * @param now what is received now; nothing is left at the end
   */
  public BigDecimal interest(int first, int last, BigDecimal now) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int number = first; number <= last; number++) {
      sum = sum.add(interest(number, now, BigDecimal.ZERO));
    }
    return sum;
  }

  /**
   * Returns the principal of several payments together, CUMPRINC.
   *
   * @param first the first payment, from 1
   * @param last the last payment
   * @param now what is received now; nothing is left at the end
   */
  public BigDecimal principal(int first, int last, BigDecimal now) {
    BigDecimal payments =
        payment(now, BigDecimal.ZERO).multiply(BigDecimal.valueOf(last - first + 1L));
    return payments.subtract(interest(first, last, now));
  }

  /** Returns (1 + r)^n. */
  private BigDecimal growth() {
    BigDecimal base = BigDecimal.ONE.add(rate);
    int whole = periods.intValue();
    BigDecimal fraction = periods.subtract(BigDecimal.valueOf(whole));
    BigDecimal power =
        whole >= 0
            ? base.pow(whole, PRECISION)
            : BigDecimal.ONE.divide(base.pow(-whole, PRECISION), PRECISION);
    if (fraction.signum() == 0) {
      return power;
    }
    BigDecimal rest = root(base, fraction.abs());
    return fraction.signum() > 0 ? power.multiply(rest, PRECISION) : power.divide(rest, PRECISION);
  }

  /**
   * Returns a power with an exponent below 1: for each binary digit of the exponent the square root
   * of the root before, multiplied where the digit is 1. Amounts come of it, so it is not left to
   * binary floating point.
   */
  private static BigDecimal root(BigDecimal base, BigDecimal exponent) {
    BigDecimal power = BigDecimal.ONE;
    BigDecimal root = base;
    BigDecimal rest = exponent;
    for (int digit = 0; digit < BINARY_DIGITS && rest.signum() > 0; digit++) {
      root = root.sqrt(OF_ROOTS);
      rest = rest.add(rest);
      if (rest.compareTo(BigDecimal.ONE) >= 0) {
        power = power.multiply(root, OF_ROOTS);
        rest = rest.subtract(BigDecimal.ONE);
      }
    }
    return power;
  }

  /** Returns what payments of 1 grow to: a (g - 1) / r, which is n without interest. */
  private BigDecimal accumulated() {
    return rate.signum() == 0
        ? periods
        : growth().subtract(BigDecimal.ONE).multiply(advance(), PRECISION).divide(rate, PRECISION);
  }

  private BigDecimal advance() {
    return time == PaymentTime.IN_ADVANCE ? BigDecimal.ONE.add(rate) : BigDecimal.ONE;
  }
}
