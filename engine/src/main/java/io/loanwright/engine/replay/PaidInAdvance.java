package io.loanwright.engine.replay;

import io.loanwright.engine.plan.Owed;
import io.loanwright.engine.plan.PaidBefore;
import io.loanwright.engine.plan.PlanPeriod;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.Amortization;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds what installments keep of what was paid of them when they are made anew, where the schedule
 * stands: its plan knows of no payment, and would count interest on what is no longer owed. The one
 * installment of a bullet loan has nothing after it.
 */
final class PaidInAdvance {

  private PaidInAdvance() {}

  /**
   * Returns what is kept when more money makes installments ask for more.
   *
   * @param on the day of the money
   */
  static PaidBefore beforeMoney(Book book, LocalDate on) {
    boolean isLastDue = book.plan().maturity().equals(on);
    return before(book, isLastDue ? on : on.plusDays(1), _ -> false);
  }

  /**
   * Returns what is kept when other terms make installments ask for something else.
   *
   * @param from the day from which they do; one that is paid and due on it or later asks for no
   *     other principal
   */
  static PaidBefore beforeTerms(Book book, LocalDate from) {
    return before(book, from, InstallmentAccount::isPaid);
  }

  private static PaidBefore before(
      Book book, LocalDate from, Predicate<InstallmentAccount> isSettled) {
    boolean isBullet = book.terms.repayment().amortization() == Amortization.BULLET;
    if (book.recalculates() || isBullet || !book.planStands) {
      return PaidBefore.NONE;
    }
    List<PlanPeriod> periods = book.plan().periods();
    PaidBefore paid = new PaidBefore(periods.size());
    for (int place = 0; place < periods.size(); place++) {
      InstallmentAccount account = book.accountOf(periods.get(place));
      if (account == null) {
        continue;
      }
      if (account.dueOn.isBefore(from)) {
        paid.past(place, partsOf(account));
      } else if (isSettled.test(account)) {
        paid.settled(place, partsOf(account));
      } else {
        paid.paid(place, partsOf(account));
      }
    }
    return paid;
  }

  /** Returns what was paid; money charged back is principal beside the plan. */
  private static Owed partsOf(InstallmentAccount account) {
    long principal = account.asked(Part.PRINCIPAL) - account.owed(Part.PRINCIPAL);
    long interest = account.asked(Part.INTEREST) - account.owed(Part.INTEREST);
    return new Owed(Math.max(0, principal - account.creditedPrincipal()), interest);
  }
}
