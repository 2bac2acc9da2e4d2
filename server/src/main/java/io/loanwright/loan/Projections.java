package io.loanwright.loan;

import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.loan.rule.PostingRules;
import io.loanwright.loan.store.ProjectionStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings the derived rows of a loan in line with its position, writing only what differs. */
@Component
class Projections {

  private final ProjectionStore store;

  Projections(ProjectionStore store) {
    this.store = store;
  }

  /** Writes the rows that a position changed. */
  void write(Loan loan, List<RecordedEvent> events, LoanPosition position) {
    writeInstallments(loan, position.installments().stream().map(ScheduleRow::of).toList());
    List<EventSplit> splits =
        events.stream().flatMap(event -> PostingRules.split(position, event).stream()).toList();
    writeSplits(loan, splits);
  }

  private void writeInstallments(Loan loan, List<ScheduleRow> after) {
    Map<Integer, ScheduleRow> before = new HashMap<>();
    for (ScheduleRow row : store.installments(loan.id(), loan.currency())) {
      before.put(row.number(), row);
    }
    List<ScheduleRow> changed = new ArrayList<>();
    for (ScheduleRow row : after) {
      if (!row.equals(before.remove(row.number()))) {
        changed.add(row);
      }
    }
    if (!before.isEmpty()) {
      store.removeInstallments(loan.id(), List.copyOf(before.keySet()));
    }
    if (!changed.isEmpty()) {
      store.writeInstallments(loan.id(), changed);
    }
  }

  private void writeSplits(Loan loan, List<EventSplit> after) {
    Map<UUID, EventSplit> before = new HashMap<>();
    for (EventSplit split : store.splits(loan.id(), loan.currency())) {
      before.put(split.eventId(), split);
    }
    List<EventSplit> changed = new ArrayList<>();
    for (EventSplit split : after) {
      if (!split.equals(before.remove(split.eventId()))) {
        changed.add(split);
      }
    }
    for (EventSplit gone : before.values()) {
      if (!gone.isZero()) {
        changed.add(EventSplit.zero(gone.eventId(), loan.currency()));
      }
    }
    if (!changed.isEmpty()) {
      store.writeSplits(loan.id(), changed);
    }
  }
}
