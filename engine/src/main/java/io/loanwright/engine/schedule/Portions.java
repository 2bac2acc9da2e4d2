package io.loanwright.engine.schedule;

/** The principal and the interest of every installment, in minor units. */
final class Portions {

  private final long[] principal;
  private final long[] interest;
  private final long installment;

  /**
   * Takes the figures over, without a copy.
   *
   * @param principal principal by installment
   * @param interest interest by installment
   * @param installment the equal installment where there is one, else the first installment
   */
  Portions(long[] principal, long[] interest, long installment) {
    this.principal = principal;
    this.interest = interest;
    this.installment = installment;
  }

  long principal(int index) {
    return principal[index];
  }

  long interest(int index) {
    return interest[index];
  }

  long installment() {
    return installment;
  }

  /** Returns principal and interest of the last installment together. */
  long last() {
    int last = principal.length - 1;
    return Math.addExact(principal[last], interest[last]);
  }
}
