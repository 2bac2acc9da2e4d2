package io.loanwright.engine.terms;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.date.PeriodUnit;
import java.math.BigDecimal;

/**
 * When and in which way the money comes back.
 *
 * @param calendar the due dates
 * @param amortization how principal is spread over them
 * @param installment how the installment's figure is made
 * @param downPaymentPercent the part of what is paid out that is due back at once, 0 to below 100
 */
public record RepaymentTerms(
    CalendarTerms calendar,
    Amortization amortization,
    InstallmentTerms installment,
    BigDecimal downPaymentPercent) {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /**
   * Checks the down payment.
   *
   * @throws Refused {@link Rule#OUT_OF_RANGE} if it is not between 0 and below 100 percent
   */
  public RepaymentTerms {
    Ranges.require("downPaymentPercent", downPaymentPercent, BigDecimal.ZERO, ALL);
    if (downPaymentPercent.compareTo(ALL) == 0) {
      throw new Refused(
          Rule.OUT_OF_RANGE, "downPaymentPercent", "A down payment of 100 % leaves no loan.");
    }
  }

  /** Returns equal installments without down payment, levelled to the minor unit. */
  public static RepaymentTerms of(int repayments, int every, PeriodUnit unit) {
    return new RepaymentTerms(
        CalendarTerms.of(repayments, every, unit),
        Amortization.EQUAL_INSTALLMENTS,
        InstallmentTerms.of(InstallmentRounding.HALF_EVEN),
        BigDecimal.ZERO);
  }

  /** Returns the same terms with another way of spreading principal. */
  public RepaymentTerms withAmortization(Amortization other) {
    return new RepaymentTerms(calendar, other, installment, downPaymentPercent);
  }

  /** Returns the same terms with other due dates. */
  public RepaymentTerms withCalendar(CalendarTerms other) {
    return new RepaymentTerms(other, amortization, installment, downPaymentPercent);
  }

  /** Returns the same terms with another way to make the installment's figure. */
  public RepaymentTerms withInstallment(InstallmentTerms other) {
    return new RepaymentTerms(calendar, amortization, other, downPaymentPercent);
  }

  /** Returns the same terms with a down payment. */
  public RepaymentTerms withDownPaymentPercent(BigDecimal percent) {
    return new RepaymentTerms(calendar, amortization, installment, percent);
  }
}
