package io.loanwright.engine.replay;

import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An amount in even parts, in minor units.
 *
 * @param each every part but the last one
 * @param last the last one, which takes what rounding leaves
 */
record Even(long each, long last) {

  /**
   * Parts an amount.
   *
   * @param total the amount
   * @param parts how many parts, at least 1
   * @param multiple what each is a multiple of; null for the minor unit
   */
  static Even of(long total, int parts, @Nullable Long multiple) {
    long each =
        Arithmetic.toMultiple(
            Arithmetic.quotient(total, parts, RoundingMode.HALF_EVEN),
            multiple,
            RoundingMode.HALF_EVEN);
    return new Even(each, total - each * (parts - 1));
  }

  /** Returns one of so many parts, the first of which is number 1. */
  long part(int number, int count) {
    return number == count ? last : each;
  }

  /** Rounds to the multiple that was agreed for installments. */
  static long toMultiple(long minor, LoanTerms terms) {
    return Arithmetic.toMultiple(minor, multiple(terms), RoundingMode.HALF_EVEN);
  }

  /** Returns the multiple that was agreed for installments; null for none. */
  static @Nullable Long multiple(LoanTerms terms) {
    BigDecimal multiple = terms.repayment().installment().multipleOf();
    return multiple == null
        ? null
        : Arithmetic.toMinor(
            multiple.movePointRight(terms.currency().minorDigits()), RoundingMode.UP);
  }
}
