package io.loanwright.loan;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where an application or loan is in its life; {@link LoanState} adds the facts. */
public enum LoanStatus {
  /** Applied for; nobody has decided. */
  SUBMITTED,
  /** Some steps of the approval are done, not all. */
  UNDER_REVIEW,
  /** Approved; no money has moved. */
  APPROVED,
  /** Refused. */
  REJECTED,
  /** Taken back by whoever applied. */
  WITHDRAWN,
  /** The money is out and the schedule runs. */
  ACTIVE,
  /** Nothing is owed any more. */
  CLOSED,
  /** Given up in the books; recoveries may still come. */
  WRITTEN_OFF,
  /** Approved once, and never paid out. */
  CANCELLED;

  /** Words of other systems and of daily speech, and the statuses that they mean. */
  private static final Map<String, Set<LoanStatus>> ALIASES =
      Map.of(
          "PENDING", EnumSet.of(SUBMITTED, UNDER_REVIEW),
          "DENIED", EnumSet.of(REJECTED),
          "PAID", EnumSet.of(CLOSED),
          "CLEARED", EnumSet.of(CLOSED),
          "SETTLED", EnumSet.of(CLOSED));

  /**
   * Returns the statuses that a word means, or nothing if it means none.
   *
   * @param word a status or one of its aliases, such as {@code pending}, in any case
   */
  public static Optional<Set<LoanStatus>> meantBy(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    Set<LoanStatus> alias = ALIASES.get(upper);
    if (alias != null) {
      return Optional.of(alias);
    }
    return Arrays.stream(values())
        .filter(status -> status.name().equals(upper))
        .findFirst()
        .map(EnumSet::of);
  }
}
