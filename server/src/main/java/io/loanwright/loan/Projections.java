package io.loanwright.loan;

import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.loan.rule.PostingRules;
import io.loanwright.loan.store.ProjectionStore;
import io.loanwright.product.Accounting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Brings the derived rows of a loan in line with its position, writing only what differs. */
@Component
class Projections {

  private final ProjectionStore store;

  Projections(ProjectionStore store) {
    this.store = store;
  }

  /**
   * Writes the rows that an event changed.
   *
   * @param accounting when the loan's interest becomes income
   * @param events all events of the loan, the new one included
   * @param before the position without the new event
   * @param after the position with it
   */
  void write(
      Loan loan,
      Accounting accounting,
      List<RecordedEvent> events,
      LoanPosition before,
      LoanPosition after) {
    store.keep(loan.id(), ScheduleRow.of(after, accounting), changed(events, before, after));
  }

  /** What an event that counts no more had moved, it moves no more. */
  static List<EventSplit> changed(
      List<RecordedEvent> events, LoanPosition before, LoanPosition after) {
    List<EventSplit> changed = new ArrayList<>();
    for (RecordedEvent event : events) {
      Optional<EventSplit> was = PostingRules.split(before, event);
      Optional<EventSplit> is = PostingRules.split(after, event);
      if (!is.equals(was)) {
        changed.add(is.orElseGet(() -> EventSplit.zero(event.id(), after.disbursed().currency())));
      }
    }
    return changed;
  }
}
