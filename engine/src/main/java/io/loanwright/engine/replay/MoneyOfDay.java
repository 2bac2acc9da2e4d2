package io.loanwright.engine.replay;

import io.loanwright.engine.event.LoanEvent;
import java.time.LocalDate;
import java.util.List;

/**
 * Money of one day that adds up: together it may pay a loan off, whatever was between.
 *
 * <p>What happens between leaves what was paid before it as it is: it lends, charges or gives up an
 * amount of its own. Not so what puts the loan on another schedule, or ends it.
 */
final class MoneyOfDay {

  /** More than anything that is owed. */
  static final long ENOUGH = Long.MAX_VALUE;

  private MoneyOfDay() {}

  /**
   * Tells whether money of a day may reach all principal, with some that is there already: that
   * which is owed before, and what is lent until then.
   */
  static boolean mayReach(List<LoanEvent> events, long owed, long there) {
    long left = Math.subtractExact(owed, there);
    for (LoanEvent event : events) {
      left = Math.addExact(left, Math.subtractExact(goesOut(event), comesIn(event)));
      if (left <= 0 && History.isMoneyIn(event)) {
        return true;
      }
    }
    return false;
  }

  private static long goesOut(LoanEvent event) {
    return switch (event) {
      case LoanEvent.Disbursed out -> out.amount().minor();
      case LoanEvent.Capitalized income -> income.amount().minor();
      case LoanEvent.ExcessRefunded refund -> refund.amount().minor();
      default -> 0;
    };
  }

  /** Tells whether what is between money of a day asks for nothing that is due after it. */
  static boolean asksForNothingLater(List<LoanEvent> events) {
    return events.stream()
        .allMatch(event ->
            switch (event) {
              case LoanEvent.ChargeAdded charge -> !charge.dueOn().isAfter(event.countsOn());
              case LoanEvent.Repaid _,
                  LoanEvent.Credited _,
                  LoanEvent.ChargeWaived _,
                  LoanEvent.InterestWaived _,
                  LoanEvent.ExcessRefunded _ ->
                  true;
              default -> false;
            });
  }

  /** Returns how much money comes in with an event, in minor units. */
  static long comesIn(LoanEvent event) {
    return switch (event) {
      case LoanEvent.Repaid payment -> payment.amount().minor();
      case LoanEvent.Credited credit -> credit.amount().minor();
      default -> 0;
    };
  }

  /** Returns how many of the events that were followed came before the money of a day. */
  static int countBefore(LocalDate day, List<LoanEvent> followed) {
    int count = followed.size();
    while (count > 0 && isOf(day, followed.get(count - 1))) {
      count--;
    }
    return count;
  }

  /** Tells whether an event is of a day, and money before and after it add up. */
  static boolean isOf(LocalDate day, LoanEvent event) {
    return event.countsOn().equals(day) && addsUp(event);
  }

  /** Tells whether money before an event on its day and money after it, and its own, add up. */
  static boolean addsUp(LoanEvent event) {
    return switch (event) {
      case LoanEvent.Repaid _,
          LoanEvent.Credited _,
          LoanEvent.Disbursed _,
          LoanEvent.Capitalized _,
          LoanEvent.ChargeAdded _,
          LoanEvent.ChargeWaived _,
          LoanEvent.InterestWaived _,
          LoanEvent.ExcessRefunded _,
          LoanEvent.ChargedBack _,
          LoanEvent.DueDateMoved _ ->
          true;
      case LoanEvent.CashRefunded _,
          LoanEvent.ChargedOff _,
          LoanEvent.Terminated _,
          LoanEvent.WrittenOff _,
          LoanEvent.ReAged _,
          LoanEvent.ReAmortized _,
          LoanEvent.RateChanged _,
          LoanEvent.TermExtended _,
          LoanEvent.InterestPaused _,
          LoanEvent.Reversed _ ->
          false;
    };
  }
}
