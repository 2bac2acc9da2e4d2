package io.loanwright.engine.explain;

import java.util.List;

/** The interest that each period bore by itself, and the interest that its installment asks for. */
interface Bearing {

  /**
   * Interest that a period bore.
   *
   * @param minor rounded, in minor units
   * @param leaves what adds up to it
   */
  record Borne(long minor, List<Explanation> leaves) {}

  /** Returns what a period bore by itself. */
  Borne borne(int period);

  /** Returns the interest that the installment of a period asks for, in minor units. */
  long asked(int period);

  /** Tells whether the installment has no room for more interest. */
  boolean isFull(int period);

  /**
   * Tells whether the installment was settled before its period bore more: nobody asks for that,
   * and interest of earlier periods moves on past it.
   */
  boolean isSettledForLess(int period);

  /** Returns the number of the installment of a period. */
  int number(int period);

  /** Returns what the interest that the installment of a period asks for is called. */
  Why name(int period);
}
