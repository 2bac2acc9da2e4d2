package io.loanwright.loan.rule;

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

/**
 * What an opening position leaves of the terms that were agreed.
 *
 * <p>The other system's figures are taken as they are, so a loan that was taken over is replayed
 * from the opening on as if the principal that is still owed had been lent on that day, to be
 * repaid on the due dates that remain, at the agreed rate. What happened before is known as totals
 * only.
 */
public final class OpeningRules {

  private static final int RATE_DECIMALS = 12;
  private static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(10_000);

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
    List<LocalDate> due =
        Schedule.of(agreed, position.disbursedOn(), position.principal()).installments().stream()
            .map(Installment::dueOn)
            .distinct()
            .toList();
    List<LocalDate> ahead = due.stream().filter(date -> date.isAfter(opened.on())).toList();
    int passed = due.size() - ahead.size();
    CalendarTerms calendar = agreed.repayment().calendar();
    LocalDate next = ahead.isEmpty() ? opened.on().plusDays(1) : ahead.getFirst();
    CalendarTerms rest =
        new CalendarTerms(
            Math.max(1, ahead.size()), calendar.every(), calendar.unit(), null, next, null);
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
    return agreed.withRate(rate.min(HIGHEST_RATE));
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
