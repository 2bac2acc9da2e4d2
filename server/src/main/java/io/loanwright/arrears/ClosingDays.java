package io.loanwright.arrears;

import io.loanwright.arrears.store.ClassStore;
import io.loanwright.arrears.store.ClassStore.Seen;
import io.loanwright.arrears.store.CrossingStore;
import io.loanwright.arrears.store.CrossingStore.Beside;
import io.loanwright.arrears.store.DayStore;
import io.loanwright.loan.MovedDueDates;
import io.loanwright.organization.DayClosed;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what is seen when a day is closed, in the transaction that moves the date: which loans
 * enter a class, which interest has arisen, what is set aside, and that work is left.
 */
@Component
class ClosingDays {

  private final Arrears arrears;
  private final ClassStore classes;
  private final MovedDueDates moved;
  private final CrossingStore crossings;
  private final Accruals accruals;
  private final Provisions provisions;
  private final DayStore days;

  ClosingDays(
      Arrears arrears,
      ClassStore classes,
      MovedDueDates moved,
      CrossingStore crossings,
      Accruals accruals,
      Provisions provisions,
      DayStore days) {
    this.arrears = arrears;
    this.classes = classes;
    this.moved = moved;
    this.crossings = crossings;
    this.accruals = accruals;
    this.provisions = provisions;
    this.days = days;
  }

  @EventListener
  void on(DayClosed closed) {
    ArrearsClasses now = arrears.classes();
    long entered = crossings.cross(closed.date().plusDays(1), now.classes(), beside(now.classes()));
    accruals.post(closed.by(), closed.date(), now);
    Provisions.Posted posted = provisions.post(closed.by(), closed.date(), now);
    days.add(closed.date(), entered, posted.entries(), posted.note());
  }

  /** Where the classes are not those of the last close, all that are behind are looked at, once. */
  private Beside beside(List<ArrearsClass> now) {
    List<Seen> before = classes.seen();
    List<Seen> seen = now.stream().map(Seen::of).toList();
    boolean isChanged = !seen.equals(before);
    if (isChanged) {
      classes.see(seen);
    }
    List<String> nowMarking =
        seen.stream()
            .filter(Seen::marksDefault)
            .map(Seen::code)
            .filter(code -> before.stream().noneMatch(each -> each.isMarking(code)))
            .toList();
    return new Beside(moved.take(), isChanged, nowMarking);
  }
}
