package io.loanwright.engine.replay;

import io.loanwright.engine.terms.AllocationStep.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes who pays the payoff amount of a loan whose interest follows payments pay it off.
 *
 * <p>The order of payment may ask installments to come for another interest than the payoff amount
 * has, because it pays the principal that would bear it before or after. Then what was used is
 * brought to the payoff amount, part by part: what one part got beyond it is taken back for those
 * that lack it, and nothing more is asked for.
 */
final class PayingOff {

  /** What is taken back first: interest of days to come, then what installments are asked for. */
  private static final List<Part> TAKEN_BACK =
      List.of(Part.INTEREST, Part.PRINCIPAL, Part.FEE, Part.PENALTY);

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
    boolean takesBack = takeBack();
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
   * Takes back what parts got beyond the payoff amount as far as other parts lack it, and all
   * interest beyond it: who pays more than the payoff amount owes no more interest for that.
   */
  private boolean takeBack() {
    long lacking = -money.left();
    for (Part part : Tally.PARTS) {
      lacking = Math.addExact(lacking, Math.max(0, payoff.of(part) - money.part(part)));
    }
    boolean takesBack = false;
    for (Part part : TAKEN_BACK) {
      long beyond = money.part(part) - payoff.of(part);
      boolean all = part == Part.INTEREST && !book.givenBackInCash;
      long back = all ? beyond : Math.min(lacking, beyond);
      if (back > 0) {
        takeBack(part, back);
        lacking -= back;
        takesBack = true;
      }
    }
    return takesBack;
  }

  /** Takes back some of one part, the last installments first. */
  private void takeBack(Part part, long minor) {
    long left = minor;
    for (InstallmentAccount account : book.accounts.reversed()) {
      long wanted = Math.min(left, money.part(account, part));
      if (wanted > 0) {
        account.giveBack(part, wanted, money.on);
        money.takeBack(account, part, wanted);
        tellPlan(account, part, -wanted);
        left -= wanted;
      }
    }
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
    if (taken > 0) {
      tellPlan(account, part, taken);
      book.takeFromPlan(money.on);
    }
  }

  private void tellPlan(InstallmentAccount account, Part part, long minor) {
    if (!account.isOrdinary()) {
      return;
    }
    switch (part) {
      case PRINCIPAL -> book.plan().payPrincipal(account.fromOn, account.dueOn, money.on, minor);
      case INTEREST -> book.plan().payInterest(account.fromOn, account.dueOn, money.on, minor);
      case FEE, PENALTY -> {
        // The plan knows no charges.
      }
    }
  }
}
