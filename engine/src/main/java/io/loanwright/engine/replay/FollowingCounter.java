package io.loanwright.engine.replay;

import io.loanwright.engine.plan.InterestEnd;
import io.loanwright.engine.plan.LivingPlan;
import io.loanwright.engine.plan.Owed;
import io.loanwright.engine.terms.AllocationStep;
import io.loanwright.engine.terms.AllocationStep.Dueness;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes money against a plan whose interest follows payments.
 *
 * <p>An installment to come is first asked what it is worth on the day of payment; every payment of
 * principal or interest changes the plan, and with it all installments.
 */
final class FollowingCounter implements Counter {

  private final Book book;
  private final InterestEnd end;
  private final Set<InstallmentAccount> done = new HashSet<>();
  private @Nullable Worth known;

  FollowingCounter(Book book, InterestEnd end) {
    this.book = book;
    this.end = end;
  }

  /**
   * What an installment is worth on a day, known until the plan changes: each part of it asks.
   *
   * @param account the installment
   * @param on the day
   */
  private record Worth(InstallmentAccount account, LocalDate on, Owed due) {}

  @Override
  public void pay(Posting money, InstallmentAccount account, AllocationStep step, long most) {
    LivingPlan plan = book.plan();
    if (account.isDownPayment() || account.dueOn.isAfter(plan.maturity())) {
      done.add(account);
      Counter.take(money, account, step.part(), most);
      return;
    }
    LocalDate on = money.on;
    if (step.dueness() == Dueness.IN_ADVANCE) {
      on = dayThatCounts(money.on, account);
      askForThatDay(account, step.part(), on);
    }
    long taken = Counter.take(money, account, step.part(), most);
    if (step.part() == Part.PRINCIPAL) {
      plan.payPrincipal(account.fromOn, account.dueOn, on, taken);
      takeFromPlan(money.on);
    } else if (step.part() == Part.INTEREST) {
      plan.payInterest(account.fromOn, account.dueOn, on, taken);
      takeFromPlan(money.on);
    }
  }

  @Override
  public boolean mayAskForMore(InstallmentAccount account) {
    return account.asked() == 0 && !done.contains(account);
  }

  @Override
  public void startOver() {
    done.clear();
  }

  private LocalDate dayThatCounts(LocalDate on, InstallmentAccount account) {
    return end == InterestEnd.DUE_DATE && account.isInProgress(on) ? account.dueOn : on;
  }

  private void askForThatDay(InstallmentAccount account, Part part, LocalDate on) {
    Owed due = worth(account, on);
    if (due.principal() == 0 && due.interest() == 0) {
      done.add(account);
    }
    if (part == Part.INTEREST) {
      account.ask(Part.INTEREST, due.interest());
    } else if (part == Part.PRINCIPAL) {
      account.ask(Part.PRINCIPAL, due.principal());
    }
  }

  private Owed worth(InstallmentAccount account, LocalDate on) {
    Worth worth = known;
    if (worth == null || worth.account() != account || !worth.on().equals(on)) {
      worth = new Worth(account, on, book.plan().dueOn(account.fromOn, account.dueOn, on));
      known = worth;
    }
    return worth.due();
  }

  private void takeFromPlan(LocalDate on) {
    book.takeFromPlan(on);
    known = null;
  }
}
