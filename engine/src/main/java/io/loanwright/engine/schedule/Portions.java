package io.loanwright.engine.schedule;

/**
 * The principal and the interest of every installment, in minor units.
 *
 * @param principal principal by installment
 * @param interest interest by installment
 * @param installment the equal installment where there is one, else the first installment
 */
@SuppressWarnings("ArrayRecordComponent") // lives only while a schedule is made; never compared
record Portions(long[] principal, long[] interest, long installment) {

  /** Returns principal and interest of the last installment together. */
  long last() {
    int last = principal.length - 1;
    return Math.addExact(principal[last], interest[last]);
  }
}
