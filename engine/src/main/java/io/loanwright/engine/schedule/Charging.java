package io.loanwright.engine.schedule;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.terms.ChargeTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Works out the amount of one charge.
 *
 * <p>A percentage is taken of the principal or interest that the charge goes with and rounded half
 * to even.
 */
public final class Charging {

  private Charging() {}

  /**
   * Returns the amount of a charge in minor units.
   *
   * @param charge what was agreed
   * @param principal the principal it goes with, in minor units
   * @param interest the interest it goes with, in minor units
   * @throws ArithmeticException if it does not fit 64 bits
   */
  public static long amount(ChargeTerms charge, long principal, long interest, Currency currency) {
    return switch (charge.basis()) {
      case FIXED ->
          Arithmetic.toMinor(
              charge.value().movePointRight(currency.minorDigits()), RoundingMode.HALF_EVEN);
      case PERCENT_OF_PRINCIPAL -> percent(charge.value(), principal);
      case PERCENT_OF_INTEREST -> percent(charge.value(), interest);
      case PERCENT_OF_PRINCIPAL_AND_INTEREST ->
          percent(charge.value(), Math.addExact(principal, interest));
    };
  }

  private static long percent(BigDecimal percent, long base) {
    BigDecimal share = Arithmetic.fraction(percent).multiply(BigDecimal.valueOf(base), PRECISION);
    return Arithmetic.toMinor(share, RoundingMode.HALF_EVEN);
  }
}
