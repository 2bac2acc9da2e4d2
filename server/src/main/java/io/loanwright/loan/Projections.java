package io.loanwright.loan;

import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.loan.rule.PostingRules;
import io.loanwright.loan.store.ProjectionStore;
import io.loanwright.product.Accounting;
import java.time.LocalDate;
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
   * @param held the loan as it is stored
   * @param accounting when the loan's interest becomes income
   * @param events all events of the loan, the new one included
   * @param before the position without the new event
   * @param after the position with it
   */
  void write(
      Loan held,
      Accounting accounting,
      List<RecordedEvent> events,
      LoanPosition before,
      LoanPosition after) {
    List<ScheduleRow> rows = ScheduleRow.of(after, accounting);
    List<EventSplit> splits = changed(events, before, after);
    if (isKept(held, before)) {
      store.keep(held.id(), ScheduleRow.of(before, accounting), rows, splits);
    } else {
      store.keep(held.id(), rows, splits);
    }
  }

  /** Nothing has changed by itself since the rows were worked out, so they are those of before. */
  private static boolean isKept(Loan held, LoanPosition before) {
    LocalDate workedOutOn = held.progress().asOf();
    LocalDate nextChangeOn = held.progress().nextChangeOn();
    return workedOutOn != null
        && !workedOutOn.isAfter(before.asOf())
        && (nextChangeOn == null || nextChangeOn.isAfter(before.asOf()));
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
