package io.loanwright.engine.replay;

import io.loanwright.engine.plan.LivingPlan;
import io.loanwright.engine.plan.Owed;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import java.time.LocalDate;

/**
 * What pays a loan off on a day.
 *
 * <p>Where interest follows payments the plan says it, until that day or until the next due date.
 * Where the schedule stands it is all principal, everything of installments that fell due, and of
 * the installment in progress its charges and the interest that has arisen ({@link
 * InterestCourse}); interest and charges of later installments fall away. Flat interest was agreed
 * as a sum and is owed whole.
 */
final class Payoff {

  private final Book book;
  private final LocalDate on;
  private final boolean endsTheLoan;
  private final boolean flat;

  Payoff(Book book, LocalDate on) {
    this.book = book;
    this.on = on;
    this.endsTheLoan =
        !book.recalculates()
            && book.terms.recalculation().payoff() != PayoffInterest.AS_SCHEDULED
            && book.standing == Book.Standing.ORDINARY;
    this.flat = book.terms.interest().method() == InterestMethod.FLAT;
  }

  /** Tells whether paying it ends the loan though installments ask for more. */
  boolean endsTheLoan() {
    return endsTheLoan;
  }

  /**
   * Returns what is to be paid, part by part, as it is quoted on the day: interest on what is late
   * is counted, on a copy, until interest ends for who pays the loan off.
   */
  Tally quoted() {
    LivingPlan plan = book.plan().copy();
    if (book.chargesOverdue()) {
      plan.countOverdue(on, book.interestEndOfPayoff());
    }
    return partsBy(plan);
  }

  /** Returns what is to be paid, part by part. */
  Tally parts() {
    return book.follows() ? partsBy(book.plan()) : partsThatStand();
  }

  /** Returns what is to be paid if interest follows payments and runs until a day. */
  Tally until(LocalDate day) {
    return partsBy(book.plan(), day);
  }

  private Tally partsBy(LivingPlan plan) {
    return partsBy(plan, dayOfInterest());
  }

  private Tally partsBy(LivingPlan plan, LocalDate day) {
    Tally parts = new Tally();
    Owed owed = plan.owedUntil(day);
    parts.set(Part.PRINCIPAL, Math.addExact(owed.principal(), besideThePlan(Part.PRINCIPAL)));
    parts.set(Part.INTEREST, Math.addExact(owed.interest(), besideThePlan(Part.INTEREST)));
    parts.set(Part.FEE, book.owed(Part.FEE));
    parts.set(Part.PENALTY, book.owed(Part.PENALTY));
    return parts;
  }

  private Tally partsThatStand() {
    Tally parts = new Tally();
    for (InstallmentAccount account : book.accounts) {
      parts.add(Part.PRINCIPAL, account.owed(Part.PRINCIPAL));
      parts.add(Part.INTEREST, interest(account));
      parts.add(Part.FEE, charge(account, Part.FEE));
      parts.add(Part.PENALTY, charge(account, Part.PENALTY));
    }
    return parts;
  }

  /** Returns what is owed of installments that bear no interest: down payments, added ones. */
  private long besideThePlan(Part part) {
    long sum = 0;
    for (InstallmentAccount account : book.accounts) {
      if (account.isDownPayment() || account.isAdditional()) {
        sum = Math.addExact(sum, account.owed(part));
      }
    }
    return sum;
  }

  private LocalDate dayOfInterest() {
    if (book.terms.recalculation().payoff() != PayoffInterest.UNTIL_REST_DATE) {
      return on;
    }
    for (InstallmentAccount account : book.accounts) {
      if (account.isOrdinary() && account.fromOn.isBefore(on) && account.dueOn.isAfter(on)) {
        return account.dueOn;
      }
    }
    return on;
  }

  /** Tells whether an amount is all that is to be paid or more, where paying it ends the loan. */
  boolean isReachedBy(long minor) {
    long left = minor;
    for (InstallmentAccount account : book.accounts) {
      if (!account.isSettled()) {
        left -= account.owed(Part.PRINCIPAL) + interest(account);
        left -= charge(account, Part.FEE) + charge(account, Part.PENALTY);
        if (left < 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Tells whether it is all that installments ask for, so that nothing would fall away. */
  boolean isAllThatIsAsked() {
    for (InstallmentAccount account : book.accounts) {
      if (!hasBegun(account) || interest(account) != account.owed(Part.INTEREST)) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether something was paid already that would fall away if the loan were paid off. */
  boolean isLessThanWasPaidFor() {
    if (!endsTheLoan) {
      return false;
    }
    for (InstallmentAccount account : book.accounts) {
      if (account.dueOn.isAfter(on) && paidForWhatFallsAway(account)) {
        return true;
      }
    }
    return false;
  }

  private boolean paidForWhatFallsAway(InstallmentAccount account) {
    if (!hasBegun(account)
        && (settled(account, Part.FEE) > 0 || settled(account, Part.PENALTY) > 0)) {
      return true;
    }
    return !flat && settled(account, Part.INTEREST) > account.interestArisen(on);
  }

  private static long settled(InstallmentAccount account, Part part) {
    return account.asked(part) - account.owed(part);
  }

  /** Lets what installments ask for beyond the payoff amount fall away. */
  void askForNothingElse() {
    for (InstallmentAccount account : book.accounts) {
      if (!book.cutForMoreOfDay) {
        account.keepCut();
      }
      askOnlyFor(account, Part.PENALTY, charge(account, Part.PENALTY));
      askOnlyFor(account, Part.FEE, charge(account, Part.FEE));
      askOnlyFor(account, Part.INTEREST, interest(account));
      account.noteCompletion(on);
    }
    book.cutToPayoffOn = on;
  }

  private static void askOnlyFor(InstallmentAccount account, Part part, long owed) {
    account.cut(part, account.asked(part) - account.owed(part) + owed);
  }

  /** Pays what the order of the terms left open, as far as the money goes. */
  void settle(Posting money) {
    for (InstallmentAccount account : book.accounts) {
      for (Part part : Tally.PARTS) {
        Counter.take(money, account, part, account.owed(part));
      }
    }
  }

  private long charge(InstallmentAccount account, Part part) {
    return !endsTheLoan || hasBegun(account) ? account.owed(part) : 0;
  }

  private boolean hasBegun(InstallmentAccount account) {
    return account.fromOn.isBefore(on) || !account.dueOn.isAfter(on);
  }

  private long interest(InstallmentAccount account) {
    if (!endsTheLoan || flat || !account.dueOn.isAfter(on) || on.equals(book.cutToPayoffOn)) {
      return account.owed(Part.INTEREST);
    }
    if (!account.fromOn.isBefore(on)) {
      return 0;
    }
    if (book.terms.recalculation().payoff() == PayoffInterest.UNTIL_REST_DATE) {
      return account.owed(Part.INTEREST);
    }
    return Math.max(0, account.interestArisen(on) - settled(account, Part.INTEREST));
  }
}
