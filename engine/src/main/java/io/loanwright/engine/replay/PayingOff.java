package io.loanwright.engine.replay;

import io.loanwright.engine.terms.AllocationStep.Part;
import org.jspecify.annotations.Nullable;

/**
 * Makes who pays the payoff amount of a loan whose interest follows payments pay it off.
 *
 * <p>The order of payment may ask installments to come for another interest than the payoff amount
 * has, because it pays the principal that would bear it before or after. Then what was used is
 * brought to the payoff amount, part by part: interest that was taken beyond it is taken back for
 * the principal, and nothing more is asked for.
 */
final class PayingOff {

  private final Book book;
  private final Posting money;
  private final Tally payoff;

  private PayingOff(Book book, Posting money, Tally payoff) {
    this.book = book;
    this.money = money;
    this.payoff = payoff;
  }

  /**
   * Returns what is to be done once the money is handed out; null if it is less than the payoff.
   */
  static @Nullable PayingOff reachedBy(Posting money, Book book) {
    if (!book.follows() || money.left() < book.plan().unpaidPrincipal()) {
      return null;
    }
    Tally payoff = new Payoff(book, money.on).quoted();
    return money.left() < payoff.sum() ? null : new PayingOff(book, money, payoff);
  }

  /** Brings what was used to the payoff amount. */
  void finish() {
    boolean takesBack = takeBackInterest();
    for (Part part : Tally.PARTS) {
      complete(part);
    }
    if (takesBack || !book.isSettled()) {
      book.plan().closeAtPaid(money.on);
      for (InstallmentAccount account : book.accounts) {
        for (Part part : Tally.PARTS) {
          account.ask(part, 0);
        }
        account.noteCompletion(money.on);
      }
    }
  }

  /**
   * Takes back interest beyond that of the payoff amount where principal lacks it, the last
   * installments first.
   */
  private boolean takeBackInterest() {
    long lacking = payoff.of(Part.PRINCIPAL) - money.part(Part.PRINCIPAL) - money.left();
    long beyond = Math.min(lacking, money.part(Part.INTEREST) - payoff.of(Part.INTEREST));
    if (beyond <= 0) {
      return false;
    }
    for (InstallmentAccount account : book.accounts.reversed()) {
      long wanted = Math.min(beyond, money.part(account, Part.INTEREST));
      if (wanted > 0) {
        account.giveBack(Part.INTEREST, wanted, money.on);
        money.takeBack(account, Part.INTEREST, wanted);
        if (account.isOrdinary()) {
          book.plan().payInterest(account.fromOn, account.dueOn, money.on, -wanted);
        }
        beyond -= wanted;
      }
    }
    return true;
  }

  private long missing(Part part) {
    return Math.min(payoff.of(part) - money.part(part), money.left());
  }

  private void complete(Part part) {
    for (InstallmentAccount account : book.accounts) {
      if (missing(part) > 0) {
        take(account, part);
      }
    }
    long missing = missing(part);
    if (missing > 0) {
      InstallmentAccount current = book.accountHolding(money.on);
      InstallmentAccount takes = current == null ? book.accounts.getLast() : current;
      takes.askMore(part, missing);
      take(takes, part);
    }
  }

  private void take(InstallmentAccount account, Part part) {
    long taken = Counter.take(money, account, part, missing(part));
    if (taken > 0 && account.isOrdinary()) {
      if (part == Part.PRINCIPAL) {
        book.plan().payPrincipal(account.fromOn, account.dueOn, money.on, taken);
        book.takeFromPlan(money.on);
      } else if (part == Part.INTEREST) {
        book.plan().payInterest(account.fromOn, account.dueOn, money.on, taken);
        book.takeFromPlan(money.on);
      }
    }
  }
}
