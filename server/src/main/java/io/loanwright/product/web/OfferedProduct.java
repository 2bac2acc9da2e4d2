package io.loanwright.product.web;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.date.WorkdayShift;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.ShiftedInterest;
import io.loanwright.product.Category;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as whoever applies for a loan sees it: what it costs and how it is repaid, in the
 * calculator's words, and nothing of how the lender decides and keeps its books.
 */
record OfferedProduct(
    UUID id,
    String name,
    Category category,
    String currency,
    @Nullable String minPrincipal,
    @Nullable String maxPrincipal,
    String annualRate,
    int repayments,
    PeriodUnit unit,
    int every,
    InterestMethod interestMethod,
    Amortization amortization,
    InterestPeriod interestPeriod,
    YearLength daysInYear,
    MonthLength daysInMonth,
    @Nullable DueDayFields dueDay,
    WorkdayShift workdayShift,
    ShiftedInterest shiftedInterest,
    int graceOnPrincipal,
    int graceOnInterestPayment,
    int interestFreePeriods,
    @Nullable String installmentMultipleOf,
    InstallmentRounding installmentRounding,
    String downPaymentPercent,
    List<ChargeFields> charges,
    @Nullable PenaltyFields penalty) {

  static OfferedProduct of(ProductResponse product) {
    return new OfferedProduct(
        product.id(),
        product.name(),
        product.category(),
        product.currency(),
        product.minPrincipal(),
        product.maxPrincipal(),
        product.annualRate(),
        product.repayments(),
        product.unit(),
        product.every(),
        product.interestMethod(),
        product.amortization(),
        product.interestPeriod(),
        product.daysInYear(),
        product.daysInMonth(),
        product.dueDay(),
        product.workdayShift(),
        product.shiftedInterest(),
        product.graceOnPrincipal(),
        product.graceOnInterestPayment(),
        product.interestFreePeriods(),
        product.installmentMultipleOf(),
        product.installmentRounding(),
        product.downPaymentPercent(),
        product.charges(),
        product.penalty());
  }
}
