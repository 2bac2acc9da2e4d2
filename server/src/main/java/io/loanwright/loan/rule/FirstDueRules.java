package io.loanwright.loan.rule;

import io.loanwright.engine.Refused;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import io.loanwright.loan.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** When the first installment of a loan may fall due, where that was agreed. */
public final class FirstDueRules {

  /** How many years later than usual it may be: what is later is a slip. */
  private static final int YEARS_LATER = 1;

  private FirstDueRules() {}

  /**
   * Returns terms with a first due date that was agreed.
   *
   * @throws Refused if the engine cannot compute a loan on such terms
   */
  public static LoanTerms agreed(LoanTerms terms, LocalDate firstDueOn) {
    RepaymentTerms repayment = terms.repayment();
    return terms.withRepayment(
        repayment.withCalendar(repayment.calendar().withFirstDueOn(firstDueOn)));
  }

  /**
   * Returns why a first due date cannot be agreed: a loan that is repaid at once has none but its
   * last. The first installment falls due a year later than usual at most; where interest counts
   * whole periods, one period later, since the first one counts as one however long it is.
   *
   * @param terms the terms without it
   * @param on when the loan is applied for
   * @throws Refused if the engine cannot compute a loan on the terms without it
   */
  public static Optional<Refusal> refusal(
      LoanTerms terms, LocalDate on, Money principal, LocalDate firstDueOn) {
    if (terms.repayment().amortization() == Amortization.BULLET) {
      return Optional.of(
          new Refusal.TermsRefused(
              "firstDueOn",
              "A loan that is repaid at once is due at the end of its term: say the number of"
                  + " installments instead."));
    }
    Schedule usual = Schedule.of(terms, on, principal);
    LocalDate first = usual.installments().getFirst().dueOn();
    CalendarTerms calendar = terms.repayment().calendar();
    LocalDate latest = first.plusYears(YEARS_LATER);
    if (terms.interest().period() == InterestPeriod.SAME_AS_REPAYMENT_PERIOD) {
      latest =
          usual.installments().size() > 1
              ? usual.installments().get(1).dueOn()
              : calendar.unit().add(first, calendar.every());
    }
    return firstDueOn.isAfter(latest)
        ? Optional.of(
            new Refusal.TermsRefused(
                "firstDueOn", "The first due date must not be after " + latest + "."))
        : Optional.empty();
  }

  /**
   * Returns the day from which an application is quoted when it is approved: where a first due date
   * was agreed, it may have passed by then, and the day of the application is before it.
   */
  public static LocalDate quotedFrom(LoanTerms terms, LocalDate appliedOn, LocalDate approvedOn) {
    return terms.repayment().calendar().firstDueOn() == null ? approvedOn : appliedOn;
  }

  /** A loan is paid out before its first installment falls due, where that date was agreed. */
  public static Optional<Refusal> notYetDue(LoanTerms terms, LocalDate on) {
    LocalDate firstDueOn = terms.repayment().calendar().firstDueOn();
    return firstDueOn == null || firstDueOn.isAfter(on)
        ? Optional.empty()
        : Optional.of(new Refusal.FirstDueTooEarly(firstDueOn));
  }
}
