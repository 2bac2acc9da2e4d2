package io.loanwright.arrears;

import io.loanwright.access.Caller;
import io.loanwright.arrears.store.CrossingStore;
import io.loanwright.arrears.store.CrossingStore.ToMark;
import io.loanwright.arrears.store.DayStore;
import io.loanwright.loan.DefaultMarks;
import io.loanwright.loan.DefaultMarks.Behind;
import io.loanwright.loan.DefaultMarks.Judged;
import io.loanwright.organization.spi.DayWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks loans that entered a class that marks default, if they are behind still. */
@Component
class MarksAfterClose {

  private static final int MARKS_AT_ONCE = 500;
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final Caller PROGRAM = Caller.system("close of day");

  private final CrossingStore crossings;
  private final DefaultMarks marks;
  private final DayStore days;
  private final TransactionTemplate transaction;

  MarksAfterClose(
      CrossingStore crossings, DefaultMarks marks, DayStore days, TransactionTemplate transaction) {
    this.crossings = crossings;
    this.marks = marks;
    this.days = days;
    this.transaction = transaction;
  }

  /** Returns how many loans are to be marked, or to be found paid. */
  long waiting() {
    return crossings.marksWaiting();
  }

  /** Marks many at a time those that nobody holds, then each of the others once it is free. */
  void mark(LocalDate day, DayWork.Progress progress) {
    markAll(day, MARKS_AT_ONCE, false, progress);
    markAll(day, 1, true, progress);
  }

  private void markAll(LocalDate day, int atOnce, boolean waits, DayWork.Progress progress) {
    UUID last = BEFORE_ALL;
    List<ToMark> some = markBatch(day, last, atOnce, waits);
    while (!some.isEmpty()) {
      progress.advance(some.size());
      last = some.getLast().loanId();
      some = markBatch(day, last, atOnce, waits);
    }
  }

  /** Loans are locked before the list of marks is, and the row of the day last. */
  private List<ToMark> markBatch(LocalDate day, UUID after, int most, boolean waits) {
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          List<ToMark> some = crossings.next(after, most);
          Judged judged =
              marks.mark(PROGRAM, some.stream().map(MarksAfterClose::behind).toList(), waits);
          crossings.remove(judged.loanIds());
          days.count(day, 0, judged.marked());
          return some;
        }));
  }

  private static Behind behind(ToMark entered) {
    return new Behind(
        entered.loanId(), entered.dueUntil(), "Reached the class " + entered.className());
  }
}
