package io.loanwright.loan;

import io.loanwright.engine.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of an application's approval.
 *
 * @param step its number, from 1
 * @param role the role that decides it; null for an administrator or a manager
 * @param limit the most that it may approve; null for no limit
 * @param decision what was decided; null while it waits
 */
public record ApprovalStep(
    int step, @Nullable String role, @Nullable Money limit, @Nullable Decision decision) {

  /** What was decided at a step. */
  public sealed interface Decision {

    /** Returns who decided. */
    Person by();

    /** Returns when. */
    Instant at();

    /** Returns what was said about it. */
    @Nullable String note();
  }

  /**
   * Approved.
   *
   * @param amount what may be lent
   */
  public record Approve(Person by, Instant at, Money amount, @Nullable String note)
      implements Decision {}

  /** Refused; the application ends. */
  public record Reject(Person by, Instant at, String note) implements Decision {}

  /** Returns the step as it was before it was decided. */
  public ApprovalStep waiting() {
    return new ApprovalStep(step, role, limit, null);
  }

  /** Returns the step with its decision. */
  ApprovalStep decided(Decision made) {
    return new ApprovalStep(step, role, limit, made);
  }
}
