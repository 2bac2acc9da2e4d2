package io.loanwright.loan.rule;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.GraceTerms;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import io.loanwright.loan.Happening;
import io.loanwright.loan.OpeningPosition;
import io.loanwright.loan.RecordedEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an opening position leaves of the terms that were agreed.
 *
 * <p>The other system's figures are taken as they are, so a loan that was taken over is replayed
 * from the opening on as if the principal that is still owed had been lent on that day, to be
 * repaid on the due dates that remain, at the agreed rate. Where an installment is past due, those
 * that remain begin with it, and the principal counts as lent on the due date before, since the
 * interest of that time is not paid either. What happened before is known as totals only.
 */
public final class OpeningRules {

  private static final int RATE_DECIMALS = 12;

  private OpeningRules() {}

  /**
   * Returns the terms for the rest of a loan.
   *
   * @param agreed what was agreed with the whole loan
   * @param opened the opening position
   */
  public static LoanTerms remaining(LoanTerms agreed, RecordedEvent opened) {
    if (!(opened.what() instanceof Happening.Opening(OpeningPosition position))
        || !position.isReplayed()) {
      return agreed;
    }
    List<LocalDate> due = dueDates(agreed, position.disbursedOn(), position.principal());
    OpeningPosition.Arrears arrears = position.arrears();
    LocalDate first = arrears == null ? opened.on().plusDays(1) : arrears.unpaidSince();
    List<LocalDate> ahead = due.stream().filter(date -> !date.isBefore(first)).toList();
    int passed = due.size() - ahead.size();
    CalendarTerms calendar = agreed.repayment().calendar();
    LocalDate next = arrears != null || ahead.isEmpty() ? first : ahead.getFirst();
    CalendarTerms rest = calendar(calendar, next, ahead);
    return new LoanTerms(
        agreed.currency(),
        interest(agreed.interest(), position),
        new RepaymentTerms(
            rest,
            agreed.repayment().amortization(),
            agreed.repayment().installment(),
            BigDecimal.ZERO),
        grace(agreed.grace(), passed, rest.repayments()),
        charges(agreed.charges(), opened.on()),
        agreed.allocation(),
        agreed.recalculation());
  }

  /**
   * Due dates that follow a rule of their own are listed: the rule need not lead to them again. The
   * day since which something is unpaid stands in place of the first of them; it may be none.
   */
  private static CalendarTerms calendar(
      CalendarTerms agreed, LocalDate next, List<LocalDate> ahead) {
    int repayments = Math.max(1, ahead.size());
    if (agreed.dueDay() == null && agreed.workdays() == null) {
      return new CalendarTerms(repayments, agreed.every(), agreed.unit(), null, next, null);
    }
    List<LocalDate> later = ahead.stream().filter(date -> date.isAfter(next)).toList();
    int inPlaceOfNext = Math.max(0, later.size() + 1 - repayments);
    List<LocalDate> dates =
        Stream.concat(Stream.of(next), later.stream().skip(inPlaceOfNext)).toList();
    return new CalendarTerms(
        dates.size(), agreed.every(), agreed.unit(), null, null, null, null, dates, null);
  }

  /**
   * Returns what is past due, for an installment of the agreed schedule that is not paid.
   *
   * @param unpaidSince its due date, after the disbursement
   */
  public static OpeningPosition.Arrears arrears(
      LoanTerms agreed, LocalDate disbursedOn, Money principal, LocalDate unpaidSince) {
    LocalDate from =
        dueDates(agreed, disbursedOn, principal).stream()
            .filter(date -> date.isBefore(unpaidSince))
            .reduce(disbursedOn, (_, later) -> later);
    return new OpeningPosition.Arrears(unpaidSince, from);
  }

  /** Returns the day from which what is still owed is replayed. */
  static LocalDate from(LocalDate openedOn, OpeningPosition position) {
    OpeningPosition.Arrears arrears = position.arrears();
    return arrears == null ? openedOn : arrears.interestFrom();
  }

  private static List<LocalDate> dueDates(
      LoanTerms agreed, LocalDate disbursedOn, Money principal) {
    return Schedule.of(agreed, disbursedOn, principal).installments().stream()
        .map(Installment::dueOn)
        .distinct()
        .toList();
  }

  /** Flat interest is on what was lent at first, so its rate is put on what is left of that. */
  private static InterestTerms interest(InterestTerms agreed, OpeningPosition position) {
    if (agreed.method() != InterestMethod.FLAT) {
      return agreed;
    }
    BigDecimal rate =
        agreed
            .annualRatePercent()
            .multiply(BigDecimal.valueOf(position.principal().minor()))
            .divide(
                BigDecimal.valueOf(position.principalOutstanding().minor()),
                RATE_DECIMALS,
                RoundingMode.HALF_EVEN);
    return agreed.withRate(rate);
  }

  private static GraceTerms grace(GraceTerms agreed, int passed, int repayments) {
    return new GraceTerms(
        left(agreed.onPrincipal(), passed, repayments - 1),
        left(agreed.onInterestPayment(), passed, repayments - 1),
        left(agreed.interestFree(), passed, repayments));
  }

  private static int left(int agreed, int passed, int most) {
    return Math.clamp(agreed - (long) passed, 0, most);
  }

  private static List<ChargeTerms> charges(List<ChargeTerms> agreed, LocalDate openedOn) {
    return agreed.stream()
        .filter(charge -> charge.timing() != ChargeTiming.DISBURSEMENT)
        .filter(charge -> charge.on() == null || charge.on().isAfter(openedOn))
        .toList();
  }
}
