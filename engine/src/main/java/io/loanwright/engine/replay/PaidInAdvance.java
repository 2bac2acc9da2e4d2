package io.loanwright.engine.replay;

import io.loanwright.engine.plan.Owed;
import io.loanwright.engine.plan.PaidBefore;
import io.loanwright.engine.plan.PlanPeriod;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.Amortization;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what installments keep of what was paid of them when they are made anew, where the schedule
 * stands: its plan knows of no payment, and would count interest on what is no longer owed. The one
 * installment of a bullet loan has nothing after it.
 */
final class PaidInAdvance {

  private PaidInAdvance() {}

  /** Returns what is kept when more money makes all installments ask for more. */
  static PaidBefore beforeMoney(Book book) {
    return before(book, null);
  }

  /**
   * Returns what is kept when other terms make installments ask for something else.
   *
   * @param from the day from which they do; one that is paid and due on it or later asks for no
   *     other principal
   */
  static PaidBefore beforeTerms(Book book, LocalDate from) {
    return before(book, from);
  }

  private static PaidBefore before(Book book, @Nullable LocalDate from) {
    boolean isBullet = book.terms.repayment().amortization() == Amortization.BULLET;
    if (book.recalculates() || isBullet || !book.planStands) {
      return PaidBefore.NONE;
    }
    List<PlanPeriod> periods = book.plan().periods();
    PaidBefore paid = new PaidBefore(periods.size());
    for (int place = 0; place < periods.size(); place++) {
      InstallmentAccount account = book.accountOf(periods.get(place));
      if (account != null) {
        note(paid, place, account, from);
      }
    }
    return paid;
  }

  /** Money charged back is principal beside the plan. */
  private static void note(
      PaidBefore paid, int place, InstallmentAccount account, @Nullable LocalDate from) {
    long principal = account.asked(Part.PRINCIPAL) - account.owed(Part.PRINCIPAL);
    long interest = account.asked(Part.INTEREST) - account.owed(Part.INTEREST);
    Owed parts = new Owed(Math.max(0, principal - account.creditedPrincipal()), interest);
    if (from != null && !from.isAfter(account.dueOn) && account.isPaid()) {
      paid.settled(place, parts);
    } else {
      paid.paid(place, parts);
    }
  }
}
