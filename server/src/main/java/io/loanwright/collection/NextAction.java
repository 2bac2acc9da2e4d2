package io.loanwright.collection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is planned for a loan.
 *
 * @param on the day on which it is due
 * @param note what to keep in mind; null for nothing
 */
public record NextAction(Kind kind, LocalDate on, @Nullable String note) {

  /** What is done. */
  public enum Kind {
    /** Ring up. */
    CALL,
    /** Go there. */
    VISIT,
    /** Write. */
    LETTER,
    /** Take it to court, or prepare that. */
    LEGAL
  }
}
