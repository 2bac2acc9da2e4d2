package io.loanwright.engine.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * One installment at the end of the term: the principal and the interest of all periods.
 *
 * <p>Interest is simple: principal x (f1 + f2 + ... + fn), rounded once, half to even. It is never
 * added to the principal in between.
 */
final class Bullet {

  private Bullet() {}

  static Portions of(Lending lending) {
    BigDecimal interest = BigDecimal.ZERO;
    for (int i = lending.first(); i < lending.count(); i++) {
      interest = interest.add(lending.interestOn(lending.principal(), i));
    }
    long rounded = Arithmetic.toMinor(interest, RoundingMode.HALF_EVEN);
    return new Portions(
        new long[] {lending.principal()},
        new long[] {rounded},
        Math.addExact(lending.principal(), rounded));
  }
}
