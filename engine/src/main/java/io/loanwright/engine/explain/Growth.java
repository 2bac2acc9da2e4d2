package io.loanwright.engine.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What one unit of money grows to at a rate, in decimal digits.
 *
 * <p>A part of a period is a sum of halves, quarters and so on; over it money grows by the product
 * of the square root, the fourth root and so on. Roots are worked out once for a rate.
 */
final class Growth {

  private static final MathContext DIGITS = new MathContext(30, RoundingMode.HALF_EVEN);

  private final BigDecimal each;
  private final BigDecimal base;
  private final List<BigDecimal> roots = new ArrayList<>();

  /**
   * Prepares a rate.
   *
   * @param each the rate of one period, as a fraction above -1
   */
  Growth(BigDecimal each) {
    this.each = each;
    this.base = BigDecimal.ONE.add(each);
  }

  /** Returns the growth over whole periods, and over a part of one without compounding. */
  BigDecimal over(long whole, double odd) {
    BigDecimal simple = BigDecimal.ONE.add(each.multiply(BigDecimal.valueOf(odd)));
    return base.pow((int) whole, DIGITS).multiply(simple, DIGITS);
  }

  /** Returns the growth over some time, compounded throughout. */
  BigDecimal over(double time) {
    int whole = (int) Math.floor(time);
    BigDecimal growth = base.pow(whole, DIGITS);
    double left = time - whole;
    for (int i = 0; left > 0; i++) {
      left *= 2;
      if (left >= 1) {
        left -= 1;
        growth = growth.multiply(root(i), DIGITS);
      }
    }
    return growth;
  }

  private BigDecimal root(int index) {
    while (roots.size() <= index) {
      roots.add((roots.isEmpty() ? base : roots.getLast()).sqrt(DIGITS));
    }
    return roots.get(index);
  }

  /** Returns what an amount at the end is worth at the beginning. */
  static BigDecimal discounted(BigDecimal amount, BigDecimal growth) {
    return amount.divide(growth, DIGITS);
  }
}
