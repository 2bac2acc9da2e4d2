package io.loanwright.engine.replay;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import java.time.LocalDate;
import java.util.List;

/** Money of one day that adds up: together it may pay a loan off, whatever was between. */
final class MoneyOfDay {

  private MoneyOfDay() {}

  /**
   * Returns how much money comes in right after an event on its day, in minor units: the most that
   * ever does, less what goes out meanwhile.
   */
  static long rightAfter(LoanTerms terms, List<LoanEvent> events, int index) {
    LocalDate day = events.get(index).countsOn();
    long sum = 0;
    long most = 0;
    for (int i = index + 1; i < events.size() && isOf(day, terms, events.get(i)); i++) {
      sum = Math.addExact(sum, comesIn(events.get(i)));
      most = Math.max(most, sum);
    }
    return most;
  }

  private static long comesIn(LoanEvent event) {
    return switch (event) {
      case LoanEvent.Repaid payment -> payment.amount().minor();
      case LoanEvent.Credited credit -> credit.amount().minor();
      case LoanEvent.Disbursed out -> -out.amount().minor();
      default -> 0;
    };
  }

  /** Returns how many of the events that were followed came before the money of a day. */
  static int countBefore(LocalDate day, LoanTerms terms, List<LoanEvent> followed) {
    int count = followed.size();
    while (count > 0 && isOf(day, terms, followed.get(count - 1))) {
      count--;
    }
    return count;
  }

  private static boolean isOf(LocalDate day, LoanTerms terms, LoanEvent event) {
    return event.countsOn().equals(day) && addsUp(terms, event);
  }

  /** Tells whether money before an event on its day and money after it, and its own, add up. */
  static boolean addsUp(LoanTerms terms, LoanEvent event) {
    return History.isMoneyIn(event)
        || event instanceof LoanEvent.DueDateMoved
        || (event instanceof LoanEvent.Disbursed && isOwedAsItIsLent(terms));
  }

  /** Tells whether more money adds no more than itself to what pays a loan off on its day. */
  private static boolean isOwedAsItIsLent(LoanTerms terms) {
    return terms.interest().method() == InterestMethod.DECLINING_BALANCE
        && !terms.interest().countsForWholePeriods()
        && terms.recalculation().payoff() == PayoffInterest.UNTIL_PAYOFF_DATE
        && terms.charges().stream()
            .noneMatch(charge ->
                charge.timing() == ChargeTiming.EACH_INSTALLMENT
                    && charge.basis() != ChargeBasis.FIXED);
  }
}
