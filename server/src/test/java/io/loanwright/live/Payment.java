package io.loanwright.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A payment that somebody at a counter means to take, and what became of it. */
final class Payment {

  private final UUID key = UUID.randomUUID();
  private final UUID loan;
  private final long cents;
  private volatile @Nullable UUID acknowledged;

  /**
   * Means to take an amount.
   *
   * @param cents no other payment of the run has this amount, so that it is found again
   */
  Payment(UUID loan, long cents) {
    this.loan = loan;
    this.cents = cents;
  }

  /** The idempotency key, the same with each try. */
  UUID key() {
    return key;
  }

  UUID loan() {
    return loan;
  }

  long cents() {
    return cents;
  }

  String amount() {
    return "%d.%02d".formatted(cents / 100, cents % 100);
  }

  void acknowledge(UUID id) {
    acknowledged = id;
  }

  /** The id that the program answered with; null while it has not. */
  @Nullable UUID acknowledged() {
    return acknowledged;
  }

  @Override
  public String toString() {
    return "payment of " + amount() + " on loan " + loan + ", acknowledged as " + acknowledged;
  }
}
