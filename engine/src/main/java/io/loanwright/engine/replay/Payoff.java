package io.loanwright.engine.replay;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.money.Split;
import io.loanwright.engine.plan.Owed;
import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What pays a loan off on a day.
 *
 * <p>Where interest follows payments the plan says it, until that day or until the next due date.
 * Where the schedule stands it is all principal, everything of installments that fell due, and of
 * the installment in progress its charges and the interest accrued: its interest x days passed /
 * days in its period, rounded half to even; interest and charges of later installments fall away.
 * Flat interest was agreed as a sum and is owed whole.
 */
final class Payoff {

  private final Book book;
  private final LocalDate on;

  Payoff(Book book, LocalDate on) {
    this.book = book;
    this.on = on;
  }

  /** Tells whether paying it ends the loan though installments ask for more. */
  boolean endsTheLoan() {
    return !book.recalculates()
        && book.terms.recalculation().payoff() != PayoffInterest.AS_SCHEDULED
        && book.standing == Book.Standing.ORDINARY;
  }

  /** Returns what is to be paid, part by part. */
  Split split() {
    if (book.follows()) {
      Owed owed = book.plan().owedUntil(dayOfInterest());
      return Split.ofMinor(
          owed.principal() + besideThePlan(Part.PRINCIPAL),
          owed.interest() + besideThePlan(Part.INTEREST),
          book.owed(Part.FEE),
          book.owed(Part.PENALTY),
          book.currency);
    }
    return Split.ofMinor(
        sum(Part.PRINCIPAL), sum(Part.INTEREST), sum(Part.FEE), sum(Part.PENALTY), book.currency);
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
    for (InstallmentAccount account : book.ordinary()) {
      if (account.fromOn.isBefore(on) && account.dueOn.isAfter(on)) {
        return account.dueOn;
      }
    }
    return on;
  }

  /** Returns all that is to be paid, in minor units. */
  long total() {
    return split().total().minor();
  }

  /** Pays everything off; what was asked beyond the payoff amount falls away. */
  void settle(Posting money) {
    for (InstallmentAccount account : book.accounts) {
      for (Part part : Part.values()) {
        long owed = owed(account, part);
        account.ask(part, account.asked(part) - account.owed(part) + owed);
        Counter.take(money, account, part, owed);
      }
    }
  }

  private long sum(Part part) {
    long sum = 0;
    for (InstallmentAccount account : book.accounts) {
      sum = Math.addExact(sum, owed(account, part));
    }
    return sum;
  }

  private long owed(InstallmentAccount account, Part part) {
    if (!endsTheLoan()) {
      return account.owed(part);
    }
    return switch (part) {
      case PRINCIPAL -> account.owed(Part.PRINCIPAL);
      case INTEREST -> interest(account);
      case FEE, PENALTY -> hasBegun(account) ? account.owed(part) : 0;
    };
  }

  private boolean hasBegun(InstallmentAccount account) {
    return account.fromOn.isBefore(on) || !account.dueOn.isAfter(on);
  }

  private long interest(InstallmentAccount account) {
    if (!account.dueOn.isAfter(on) || book.terms.interest().method() == InterestMethod.FLAT) {
      return account.owed(Part.INTEREST);
    }
    if (!account.fromOn.isBefore(on)) {
      return 0;
    }
    if (book.terms.recalculation().payoff() == PayoffInterest.UNTIL_REST_DATE) {
      return account.owed(Part.INTEREST);
    }
    long settled = account.asked(Part.INTEREST) - account.owed(Part.INTEREST);
    return Math.max(0, accrued(account) - settled);
  }

  private long accrued(InstallmentAccount account) {
    long passed = ChronoUnit.DAYS.between(account.fromOn, on);
    long whole = ChronoUnit.DAYS.between(account.fromOn, account.dueOn);
    BigDecimal share =
        BigDecimal.valueOf(account.asked(Part.INTEREST))
            .multiply(BigDecimal.valueOf(passed), PRECISION)
            .divide(BigDecimal.valueOf(whole), PRECISION);
    return Arithmetic.toMinor(share, RoundingMode.HALF_EVEN);
  }
}
