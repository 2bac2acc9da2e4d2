package io.loanwright.collection;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise to pay.
 *
 * @param amount what was promised
 * @param madeOn the day from which payments count
 * @param dueOn the last day on which they do
 * @param decidedOn the day whose close decided, or on which it was cancelled; null while it is open
 * @param paid what was paid, as the last close saw that looked at it
 * @param reason why it was cancelled; null if it was not
 * @param madeBy who took it
 */
public record Promise(
    UUID id,
    UUID loanId,
    Money amount,
    LocalDate madeOn,
    LocalDate dueOn,
    State state,
    @Nullable LocalDate decidedOn,
    Money paid,
    @Nullable String reason,
    String madeBy) {

  /** What became of it. */
  public enum State {
    /** Its day has not passed, and the money is not there. */
    OPEN,
    /** The money came in time. */
    KEPT,
    /** It did not. */
    BROKEN,
    /** It does not count any more. */
    CANCELLED
  }
}
