package io.loanwright.live.book;

import java.util.random.RandomGenerator;

/** How a borrower pays. */
enum Habit {
  /** On the day, or one beside it. */
  PUNCTUAL(64, -1, 1),
  /** Days before it is due. */
  EARLY(12, -6, -2),
  /** Some weeks late. */
  LATE(10, 3, 24),
  /** Half now, the rest when it comes. */
  IN_PARTS(6, 0, 9),
  /** A few times, then everything at once. */
  SETTLES(4, -2, 0),
  /** A few times, then never again. */
  STOPS(4, 0, 4);

  private static final int PERCENT = 100;

  private final int share;
  private final int daysLeast;
  private final int daysMost;

  Habit(int share, int daysLeast, int daysMost) {
    this.share = share;
    this.daysLeast = daysLeast;
    this.daysMost = daysMost;
  }

  static Habit any(RandomGenerator random) {
    int drawn = random.nextInt(PERCENT);
    for (Habit habit : values()) {
      drawn -= habit.share;
      if (drawn < 0) {
        return habit;
      }
    }
    return PUNCTUAL;
  }

  /** Returns how many days after the due date a payment comes. */
  int days(RandomGenerator random) {
    return random.nextInt(daysLeast, daysMost + 1);
  }
}
