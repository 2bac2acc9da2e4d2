package io.loanwright.product.web;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.date.WorkdayShift;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.ShiftedInterest;
import io.loanwright.web.Amounts;
import io.loanwright.web.Percent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields by which both a product and a question to the calculator state terms. */
interface TermsFields {

  /** What a rate or a percentage looks like. */
  String PERCENT = Percent.PATTERN;

  /** What to write instead. */
  String PERCENT_EXPECTED = Percent.EXPECTED;

  /** What an amount looks like. */
  String AMOUNT = Amounts.PATTERN;

  /** What to write instead. */
  String AMOUNT_EXPECTED = Amounts.EXPECTED;

  /** What a shift of due dates is. */
  String WORKDAY_SHIFT =
      "Where a due date goes that is no working day of the organization; NONE, if left out: it stays."
          + " With another one, installments counted in DAYS are counted in working days";

  /** What a shift of due dates does to interest. */
  String SHIFTED_INTEREST =
      "Whether interest runs until the day really due (RUNS_UNTIL_DUE, if left out) or stays as if"
          + " every day were a working day";

  String currency();

  String annualRate();

  Integer repayments();

  PeriodUnit unit();

  @Nullable Integer every();

  @Nullable InterestMethod interestMethod();

  @Nullable Amortization amortization();

  @Nullable InterestPeriod interestPeriod();

  @Nullable YearLength daysInYear();

  @Nullable MonthLength daysInMonth();

  @Nullable DueDayFields dueDay();

  @Nullable WorkdayShift workdayShift();

  @Nullable ShiftedInterest shiftedInterest();

  @Nullable Integer graceOnPrincipal();

  @Nullable Integer graceOnInterestPayment();

  @Nullable Integer interestFreePeriods();

  @Nullable String installmentMultipleOf();

  @Nullable InstallmentRounding installmentRounding();

  @Nullable String downPaymentPercent();

  @Nullable List<ChargeFields> charges();
}
