package io.loanwright.engine.replay;

import io.loanwright.engine.event.LoanEvent;
import java.time.LocalDate;
import java.util.List;

/**
 * The money of a day that adds up with an event before it, as {@link MoneyOfDay} says. Events in a
 * row are looked at once for all of them, however many there are.
 */
final class MoneyAhead {

  private final int until;
  private final int end;
  private final int lastOther;
  private long left;

  private MoneyAhead(int until, int end, int lastOther, long left) {
    this.until = until;
    this.end = end;
    this.lastOther = lastOther;
    this.left = left;
  }

  /** Nothing was looked at. */
  static MoneyAhead none() {
    return new MoneyAhead(0, 0, -1, 0);
  }

  /** Looks from an event on, as far as what follows on its day adds up with it. */
  static MoneyAhead from(List<LoanEvent> events, int index) {
    LocalDate day = events.get(index).countsOn();
    int until = index + 1;
    int end = index;
    int other = -1;
    int lastOther = -1;
    long sum = 0;
    while (until < events.size() && MoneyOfDay.isOf(day, events.get(until))) {
      LoanEvent event = events.get(until);
      if (History.isMoneyIn(event)) {
        sum = Math.addExact(sum, MoneyOfDay.comesIn(event));
        end = until + 1;
        lastOther = other;
      } else {
        other = until;
      }
      until++;
    }
    return new MoneyAhead(until, end, lastOther, sum);
  }

  /** Returns the same for the next event, which is looked at only where it was not yet. */
  MoneyAhead at(List<LoanEvent> events, int index) {
    if (index >= until) {
      return from(events, index);
    }
    left -= MoneyOfDay.comesIn(events.get(index));
    return this;
  }

  /** Returns the place right after the last of it. */
  int end() {
    return end;
  }

  /** Tells whether something else is between an event and the last of it. */
  boolean isMixed(int index) {
    return index < lastOther;
  }

  /** Returns how much comes in, in minor units. */
  long left() {
    return left;
  }
}
