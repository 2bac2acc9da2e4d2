package io.loanwright.engine.replay;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * No interest is born from a day on. Installments keep their size: what was interest becomes
 * principal, and the last ones take the difference.
 */
final class InterestStop {

  private final Book book;
  private final LocalDate on;

  InterestStop(Book book, LocalDate on) {
    this.book = book;
    this.on = on;
  }

  void stop() {
    for (InstallmentAccount account : book.ordinary()) {
      if (account.dueOn.isAfter(on) && !account.fromOn.isAfter(on)) {
        stopInProgress(account);
      } else if (account.fromOn.isAfter(on) && !account.isSettled()) {
        moveToPrincipal(account, account.owed(Part.INTEREST));
      }
    }
    balancePrincipal();
    for (InstallmentAccount account : book.accounts) {
      account.noteCompletion(on);
    }
  }

  private void stopInProgress(InstallmentAccount account) {
    long interest = interestUntilNow(account);
    if (book.follows()) {
      if (account.owed(Part.INTEREST) > 0 || interest > 0) {
        moveToPrincipal(account, account.asked(Part.INTEREST) - interest);
      }
    } else if (account.owed(Part.INTEREST) > 0) {
      long removed = account.owed(Part.INTEREST) - interest;
      account.askMore(Part.PRINCIPAL, removed);
      account.ask(Part.INTEREST, interest);
    }
  }

  /** Returns the interest of the installment in progress until the day. */
  long interestUntilNow(InstallmentAccount account) {
    return book.follows()
        ? book.plan().interestUntil(account.fromOn, account.dueOn, on)
        : shareUntil(account, on);
  }

  /**
   * Returns unpaid interest x days passed / days in the period, rounded half to even; where
   * interest arises unevenly, the part of what is unpaid that has arisen of all.
   */
  static long shareUntil(InstallmentAccount account, LocalDate on) {
    long asked = account.asked(Part.INTEREST);
    if (!account.course().isEven() && asked > 0) {
      return Arithmetic.proportion(account.owed(Part.INTEREST), account.interestArisen(on), asked);
    }
    long days = ChronoUnit.DAYS.between(account.fromOn, account.dueOn);
    long passed = ChronoUnit.DAYS.between(account.fromOn, on);
    if (days == 0) {
      return account.owed(Part.INTEREST);
    }
    BigDecimal share =
        BigDecimal.valueOf(account.owed(Part.INTEREST))
            .divide(BigDecimal.valueOf(days), PRECISION)
            .multiply(BigDecimal.valueOf(passed), PRECISION);
    return Arithmetic.toMinor(share, RoundingMode.HALF_EVEN);
  }

  private static void moveToPrincipal(InstallmentAccount account, long minor) {
    account.turnIntoPrincipal(minor);
  }

  private void balancePrincipal() {
    List<InstallmentAccount> accounts = book.accounts;
    long difference = book.disbursed() - asked(accounts);
    for (int i = accounts.size() - 1; i > 0 && difference != 0; i--) {
      InstallmentAccount account = accounts.get(i);
      if (!account.isAdditional() && !account.isSettled()) {
        long before = account.asked(Part.PRINCIPAL);
        account.ask(Part.PRINCIPAL, Math.max(0, before + difference));
        difference -= account.asked(Part.PRINCIPAL) - before;
      }
    }
  }

  private static long asked(List<InstallmentAccount> accounts) {
    return accounts.stream()
        .filter(account -> !account.isAdditional())
        .mapToLong(account -> account.asked(Part.PRINCIPAL) - account.creditedPrincipal())
        .reduce(0, Math::addExact);
  }
}
