package io.loanwright.live.book;

import java.util.random.RandomGenerator;

/** What becomes of an application. */
enum Fate {
  PAID_OUT(940),
  WAITS(20),
  APPROVED(10),
  REJECTED(15),
  WITHDRAWN(8),
  CANCELLED(7);

  private static final int ALL = 1000;

  private final int share;

  Fate(int share) {
    this.share = share;
  }

  static Fate any(RandomGenerator random) {
    int drawn = random.nextInt(ALL);
    for (Fate fate : values()) {
      drawn -= fate.share;
      if (drawn < 0) {
        return fate;
      }
    }
    return PAID_OUT;
  }
}
