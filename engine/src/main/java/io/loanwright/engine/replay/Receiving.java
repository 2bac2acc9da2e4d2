package io.loanwright.engine.replay;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.plan.InterestEnd;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.MoneyKind;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money that comes in: payments, credits, and excess that finds something to pay after all. */
final class Receiving {

  private final Book book;
  private final long rightAfter;

  Receiving(Book book) {
    this(book, 0);
  }

  /**
   * Prepares to receive money.
   *
   * @param rightAfter how much more comes in right after it on its day: together they may pay the
   *     loan off, in one payment or in several
   */
  Receiving(Book book, long rightAfter) {
    this.book = book;
    this.rightAfter = rightAfter;
  }

  /**
   * Receives money.
   *
   * @param money what came in
   * @param kind where it comes from, which decides the order in which it is used
   * @param targetInstallment the number of the installment it is meant for; null for none
   */
  void receive(Posting money, MoneyKind kind, @Nullable Integer targetInstallment) {
    if (book.follows() && book.closedOn != null) {
      book.postings.add(money);
      book.excess = Math.addExact(book.excess, money.close());
      return;
    }
    PayingOff payingOff = PayingOff.reachedBy(money, book);
    boolean paysOff = untilRest() && book.follows() && paysOff(money.left(), money.on);
    InterestEnd end = paysOff ? book.interestEndOfPayoff() : book.interestEnd();
    book.countOverdue(money.on, end);
    if (paysOff) {
      book.plan().pullInterestToDueDate(money.on);
    }
    Payoff payoff = new Payoff(book, money.on);
    if (payoff.endsTheLoan() && isReached(payoff, money)) {
      payoff.askForNothingElse();
      handOut(money, kind, targetInstallment, end);
      payoff.settle(money);
      book.cutForMoreOfDay = !book.isSettled();
    } else {
      handOut(money, kind, targetInstallment, end);
      if (payingOff != null) {
        payingOff.finish();
      } else if (book.follows() && book.isSettled()) {
        askForInterestLeft(money.on);
      }
    }
    book.postings.add(money);
    if (book.claim != null) {
      book.claim.recover(money);
    }
    book.excess = Math.addExact(book.excess, money.close());
    book.closeIfNothingIsOwed(money.on);
  }

  private boolean isReached(Payoff payoff, Posting money) {
    return rightAfter == MoneyOfDay.ENOUGH
        || payoff.isReachedBy(Math.addExact(money.left(), rightAfter));
  }

  /**
   * Lets the last installment ask for interest that none had room for: less than the payoff amount
   * may pay all principal before it, and leaves the loan open.
   */
  private void askForInterestLeft(LocalDate on) {
    book.plan().askForUnplacedInterest();
    book.takeFromPlan(on);
  }

  private boolean untilRest() {
    return book.terms.recalculation().payoff() == PayoffInterest.UNTIL_REST_DATE;
  }

  /** Tells whether an amount would pay the loan off if interest ran to the next due date. */
  private boolean paysOff(long minor, LocalDate on) {
    InstallmentAccount current = book.accountHolding(on);
    if (current == null || minor < book.plan().unpaidPrincipal()) {
      return false;
    }
    return minor >= new Payoff(book, on).until(current.dueOn).sum();
  }

  private void handOut(
      Posting money, MoneyKind kind, @Nullable Integer targetInstallment, InterestEnd end) {
    Counter counter = book.follows() ? new FollowingCounter(book, end) : new StandingCounter();
    Allocator allocator =
        new Allocator(book, book.terms.allocation().ruleFor(kind), counter, money.on);
    if (targetInstallment != null
        && targetInstallment >= 1
        && targetInstallment <= book.accounts.size()) {
      allocator.payInstallment(money, book.accounts.get(targetInstallment - 1));
    }
    allocator.handOut(money);
  }

  /** Uses excess for what has become owed, in the usual order. */
  void useExcess(LocalDate on) {
    for (Posting money : book.postings) {
      if (book.excess <= 0) {
        return;
      }
      long available = Math.min(book.excess, money.excess());
      if (available > 0 && money.kind.isMoneyIn()) {
        money.reopen(available);
        book.excess -= available;
        handOut(money, MoneyKind.REPAYMENT, null, book.interestEnd());
        book.excess = Math.addExact(book.excess, money.left());
        money.close();
      }
    }
    book.closeIfNothingIsOwed(on);
  }

  /**
   * Uses excess for what an event made owed. The payment that brought it keeps its entry; what is
   * used is noted with the event.
   */
  void coverFromExcess(Posting event) {
    if (book.excess <= 0) {
      return;
    }
    Posting money = new Posting(event.event, event.kind, event.on, book.excess);
    handOut(money, MoneyKind.REPAYMENT, null, book.interestEnd());
    event.setExcess(Math.min(event.amount, book.excess));
    book.excess = money.left();
    book.closeIfNothingIsOwed(event.on);
  }

  /** Gives payments back, in the opposite of the usual order and the last installments first. */
  void giveBack(Posting money) {
    book.countOverdue(money.on);
    book.givenBackInCash = true;
    AllocationRule rule = book.terms.allocation().usual();
    for (AllocationStep step : rule.order().reversed()) {
      List<InstallmentAccount> accounts = new ArrayList<>(book.accounts.reversed());
      for (InstallmentAccount account : accounts) {
        if (account.duenessOn(money.on) == step.dueness()) {
          giveBack(money, account, step.part());
        }
      }
    }
    if (!money.isEmpty()) {
      throw new Refused(
          Rule.MORE_THAN_THERE_IS,
          "amount",
          "Only %s %s was paid and can be given back."
              .formatted(
                  new Money(money.amount - money.left(), book.currency).toDecimalString(),
                  book.currency.code()));
    }
    book.postings.add(money);
    book.closeIfNothingIsOwed(money.on);
  }

  private static void giveBack(Posting money, InstallmentAccount account, Part part) {
    long given = account.giveBack(part, money.left(), money.on);
    if (given > 0) {
      money.use(account, part, given);
      account.noteCompletion(money.on);
    }
  }
}
