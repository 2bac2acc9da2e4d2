package io.loanwright.collection;

import java.time.LocalDate;

/**
 * A loan with which something is to be done today.
 *
 * @param since since when: the date of the promise or the action, or the oldest unpaid due date
 */
public record Queued(Section section, LocalDate since, Debt debt) {

  /** Why it is in the queue; what comes first is done first. */
  public enum Section {
    /** A promise was broken, and nobody has reached out since. */
    BROKEN_PROMISE(1),
    /** A promise is due. */
    PROMISE_DUE(2),
    /** What was planned is due. */
    ACTION_DUE(3),
    /** It is a week past due or less, and nobody has reached out since. */
    NEWLY_OVERDUE(4),
    /** It is longer past due, and nobody has reached out for a week. */
    NOT_CONTACTED(5);

    private final int place;

    Section(int place) {
      this.place = place;
    }

    /** Returns where it comes, from 1. */
    public int place() {
      return place;
    }
  }
}
