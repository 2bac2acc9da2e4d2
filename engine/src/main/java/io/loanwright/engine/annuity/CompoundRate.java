package io.loanwright.engine.annuity;

/**
 * A yearly rate with and without the interest on interest of the periods within the year.
 *
 * <p>12 % a year, charged monthly, is an effective 1.01^12 - 1 = 12.68 %.
 *
 * <p>A rate to compare with others, in binary floating point with 15 digits; no amount of money is
 * worked out from it. Schedules and annuities take their rates as decimal numbers.
 *
 * <p>Source: OpenFormula 1.2 (OASIS), 4.11, EFFECT and NOMINAL.
 */
public final class CompoundRate {

  private CompoundRate() {}

  /**
   * Returns the effective rate of a nominal one, EFFECT.
   *
   * @param nominal the sum of the rates of a year's periods, a fraction
   * @param periodsPerYear positive
   */
  public static double effective(double nominal, int periodsPerYear) {
    return Math.expm1(periodsPerYear * Math.log1p(nominal / periodsPerYear));
  }

  /**
   * Returns the nominal rate of an effective one, NOMINAL.
   *
   * @param effective the rate of a whole year with interest on interest, a fraction
   * @param periodsPerYear positive
   */
  public static double nominal(double effective, int periodsPerYear) {
    return periodsPerYear * Math.expm1(Math.log1p(effective) / periodsPerYear);
  }
}
