package io.loanwright.loan;

import io.loanwright.access.Caller;
import java.util.List;

/**
 * A loan as somebody sees it now.
 *
 * @param events all that happened to it, in the order in which the system learned of it
 * @param beside what decides beside the loan what he may do with it
 */
public record LoanSeen(LoanView view, List<RecordedEvent> events, Circumstances beside) {

  public LoanSeen {
    events = List.copyOf(events);
  }

  /** Returns what the staff say of it, to whoever may know. */
  public List<LoanFlag> flagsFor(Caller caller) {
    return Flags.areSeen(caller, view.loan())
        ? beside.flags().stream().sorted().toList()
        : List.of();
  }
}
