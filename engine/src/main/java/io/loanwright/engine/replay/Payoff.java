package io.loanwright.engine.replay;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.money.Split;
import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What pays a loan off on a day.
 *
 * <p>That is all principal, everything of installments that fell due, and of the installment in
 * progress its charges and the interest accrued: its interest x days passed / days in its period,
 * rounded half to even. Interest and charges of later installments fall away. Flat interest was
 * agreed as a sum and is owed whole.
 */
final class Payoff {

  private final LoanTerms terms;
  private final List<InstallmentAccount> accounts;
  private final LocalDate on;

  Payoff(LoanTerms terms, List<InstallmentAccount> accounts, LocalDate on) {
    this.terms = terms;
    this.accounts = accounts;
    this.on = on;
  }

  /** Returns what is to be paid, part by part. */
  Split split() {
    return Split.ofMinor(
        sum(Part.PRINCIPAL),
        sum(Part.INTEREST),
        sum(Part.FEE),
        sum(Part.PENALTY),
        terms.currency());
  }

  /** Returns all that is to be paid, in minor units. */
  long total() {
    return split().total().minor();
  }

  /** Pays everything off; what was asked beyond the payoff amount falls away. */
  void settle(Purse purse) {
    for (int i = 0; i < accounts.size(); i++) {
      InstallmentAccount account = accounts.get(i);
      for (Part part : Part.values()) {
        long owed = owed(account, part);
        account.ask(part, account.asked(part) - account.owed(part) + owed);
        purse.payAtMost(i, account, part, owed);
      }
      account.noteCompletion(on);
    }
  }

  private long sum(Part part) {
    long sum = 0;
    for (InstallmentAccount account : accounts) {
      sum = Math.addExact(sum, owed(account, part));
    }
    return sum;
  }

  private long owed(InstallmentAccount account, Part part) {
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
    if (!account.dueOn.isAfter(on) || interestUntil() == PayoffInterest.AS_SCHEDULED) {
      return account.owed(Part.INTEREST);
    }
    if (!account.fromOn.isBefore(on)) {
      return 0;
    }
    if (interestUntil() == PayoffInterest.UNTIL_REST_DATE) {
      return account.owed(Part.INTEREST);
    }
    long settled = account.asked(Part.INTEREST) - account.owed(Part.INTEREST);
    return Math.max(0, accrued(account) - settled);
  }

  private PayoffInterest interestUntil() {
    return terms.interest().method() == InterestMethod.FLAT
        ? PayoffInterest.AS_SCHEDULED
        : terms.recalculation().payoff();
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
