package io.loanwright.product.web;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.date.WorkdayShift;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep;
import io.loanwright.engine.terms.AllocationStep.Dueness;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.ShiftedInterest;
import io.loanwright.engine.terms.WorkdayTerms;
import io.loanwright.ledger.PostingRole;
import io.loanwright.product.Accounting;
import io.loanwright.product.Category;
import io.loanwright.product.ProductDefinition;
import io.loanwright.product.ProductVersion;
import io.loanwright.product.web.ProductFields.StepFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as the API writes it, with the fields of a request and every default filled in.
 *
 * @param active whether loans are made from it
 * @param allocationSteps the order in which a payment is used up, where {@code allocationOrder} is
 *     only that of what is due
 * @param version counts the changes, from 1
 */
record ProductResponse(
    UUID id,
    boolean active,
    int version,
    String name,
    String currency,
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
    @Nullable PenaltyFields penalty,
    @Nullable String minPrincipal,
    @Nullable String maxPrincipal,
    List<StepFields> approvalSteps,
    List<Part> allocationOrder,
    AllocationDirection allocationDirection,
    @Nullable List<AllocationStep> allocationSteps,
    AdvanceRule advance,
    Recalculation recalculation,
    Accounting accounting,
    Map<PostingRole, String> accounts,
    boolean autoDisburse,
    Category category) {

  static ProductResponse of(ProductVersion product) {
    ProductDefinition definition = product.definition();
    LoanTerms terms = definition.terms();
    CalendarTerms calendar = terms.repayment().calendar();
    WorkdayTerms workdays = calendar.workdays();
    BigDecimal multiple = terms.repayment().installment().multipleOf();
    return new ProductResponse(
        product.id(),
        product.active(),
        product.version(),
        product.name(),
        terms.currency().code(),
        terms.interest().annualRatePercent().toPlainString(),
        calendar.repayments(),
        calendar.unit(),
        calendar.every(),
        terms.interest().method(),
        terms.repayment().amortization(),
        terms.interest().period(),
        YearLength.of(terms.interest().daysInYear()),
        MonthLength.of(terms.interest().daysInMonth()),
        calendar.dueDay() == null ? null : DueDayFields.of(calendar.dueDay()),
        workdays == null ? WorkdayShift.NONE : workdays.shift(),
        workdays == null ? ShiftedInterest.RUNS_UNTIL_DUE : workdays.interest(),
        terms.grace().onPrincipal(),
        terms.grace().onInterestPayment(),
        terms.grace().interestFree(),
        multiple == null ? null : multiple.toPlainString(),
        terms.repayment().installment().rounding(),
        terms.repayment().downPaymentPercent().toPlainString(),
        terms.charges().stream().map(ProductResponse::charge).toList(),
        terms.latePenalty() == null ? null : PenaltyFields.of(terms.latePenalty()),
        text(definition.minPrincipal()),
        text(definition.maxPrincipal()),
        definition.approvalSteps().stream()
            .map(step -> new StepFields(step.role(), text(step.limit())))
            .toList(),
        order(terms),
        terms.allocation().direction(),
        steps(terms.allocation().usual(), order(terms)),
        terms.allocation().usual().advance(),
        terms.recalculation().recalculation(),
        definition.accounting(),
        definition.accounts(),
        definition.autoDisburse(),
        definition.category());
  }

  private static List<Part> order(LoanTerms terms) {
    return terms.allocation().usual().order().stream()
        .filter(step -> step.dueness() == Dueness.DUE)
        .map(AllocationStep::part)
        .toList();
  }

  /** Returns the order step by step, where it is not the same for whatever is more or less due. */
  private static @Nullable List<AllocationStep> steps(AllocationRule rule, List<Part> order) {
    AllocationRule byParts = AllocationRule.of(rule.advance(), order.toArray(Part[]::new));
    return rule.equals(byParts) ? null : rule.order();
  }

  private static ChargeFields charge(ChargeTerms charge) {
    String value = charge.value().toPlainString();
    boolean fixed = charge.basis() == ChargeBasis.FIXED;
    return new ChargeFields(
        charge.name(), fixed ? value : null, fixed ? null : value, charge.timing(), charge.on());
  }

  private static @Nullable String text(@Nullable Money amount) {
    return amount == null ? null : amount.toDecimalString();
  }
}
