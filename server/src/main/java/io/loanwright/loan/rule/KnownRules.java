package io.loanwright.loan.rule;

import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.RecordedEvent;
import java.util.List;

/** What a loan was on a day, by the events that were known at some time. */
public final class KnownRules {

  private KnownRules() {}

  /**
   * Returns a loan as it was, not as it is now.
   *
   * <p>Only money has a value date: until the payout was known a loan is approved, and what became
   * of an application stays as it is. Who owed nothing, or had no money yet, was not in default.
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

  private static LoanState state(LoanState now, List<RecordedEvent> known, LoanPosition position) {
    LoanState.Active active = now.disbursement();
    if (active == null) {
      return now;
    }
    if (known.isEmpty()) {
      return active.approved();
    }
    boolean isReplayed = !Replaying.toEngine(known).isEmpty();
    return isReplayed ? active.at(position) : now;
  }
}
