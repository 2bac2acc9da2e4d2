package io.loanwright.loan.rule;

import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.loan.ApprovalStep;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.RecordedEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a loan was on a day, by the events that were known at some time. */
public final class KnownRules {

  private KnownRules() {}

  /**
   * Returns a loan as it was, not as it is now.
   *
   * <p>Only money has a value date: until the payout was known a loan is approved. When an
   * application was withdrawn or cancelled is not kept with it, so it stays as it is. Who owed
   * nothing, or had no money yet, was not in default.
   *
   * @param loan with the mark that it had then
   * @param known the events that were known
   * @param position what they make of the loan on the day
   */
  public static Loan on(Loan loan, List<RecordedEvent> known, LoanPosition position) {
    Loan then = loan.in(state(loan.state(), known, position).on(position.asOf()));
    boolean mayBeInDefault = DefaultRules.mayMark(then, true).isEmpty();
    return then.marked(loan.standing().defaulted() && mayBeInDefault);
  }

  /**
   * Returns the steps of an approval with what had been decided by a time.
   *
   * @param knownAt the time; null for now
   */
  public static List<ApprovalStep> steps(List<ApprovalStep> steps, @Nullable Instant knownAt) {
    return knownAt == null
        ? steps
        : steps.stream()
            .map(step ->
                step.decision() != null && step.decision().at().isAfter(knownAt)
                    ? step.waiting()
                    : step)
            .toList();
  }

  /** Returns what an application was when a step waited that is decided now. */
  public static LoanState undecided(List<ApprovalStep> steps) {
    return steps.stream().allMatch(step -> step.decision() == null)
        ? new LoanState.Submitted()
        : new LoanState.UnderReview();
  }

  private static LoanState state(LoanState now, List<RecordedEvent> known, LoanPosition position) {
    LoanState.Active active = now.disbursement();
    if (active == null) {
      return now;
    }
    if (known.isEmpty()) {
      return active.approved();
    }
    boolean isReplayed = !Replaying.toEngine(known).isEmpty();
    return isReplayed ? Replaying.state(active, known, position) : now;
  }
}
