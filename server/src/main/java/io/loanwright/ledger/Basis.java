package io.loanwright.ledger;

import org.jspecify.annotations.Nullable;

/** By which of its two dates an entry counts in a statement. */
public enum Basis {
  /** The day from which it counts: what the loans say of that day. */
  VALUE_DATE,
  /** The day on which it is booked: what a closed month said, and always will. */
  BOOKING_DATE;

  /** Returns what a client asks for: without a wish the value date. */
  public static Basis of(@Nullable Basis asked) {
    return asked == null ? VALUE_DATE : asked;
  }
}
