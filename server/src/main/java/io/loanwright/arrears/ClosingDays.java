package io.loanwright.arrears;

import io.loanwright.arrears.store.CrossingStore;
import io.loanwright.arrears.store.DayStore;
import io.loanwright.organization.DayClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps what is seen when a day is closed, in the transaction that moves the date: which loans
 * enter a class, what is set aside, and that work is left.
 */
@Component
class ClosingDays {

  private final Arrears arrears;
  private final CrossingStore crossings;
  private final Provisions provisions;
  private final DayStore days;

  ClosingDays(Arrears arrears, CrossingStore crossings, Provisions provisions, DayStore days) {
    this.arrears = arrears;
    this.crossings = crossings;
    this.provisions = provisions;
    this.days = days;
  }

  @EventListener
  void on(DayClosed closed) {
    ArrearsClasses classes = arrears.classes();
    long entered = crossings.cross(closed.date().plusDays(1), classes.classes());
    Provisions.Posted posted = provisions.post(closed.by(), closed.date(), classes);
    days.add(closed.date(), entered, posted.entries(), posted.note());
  }
}
