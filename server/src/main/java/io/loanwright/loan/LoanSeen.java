package io.loanwright.loan;

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
}
