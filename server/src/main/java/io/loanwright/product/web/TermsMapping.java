package io.loanwright.product.web;

import static java.util.Objects.requireNonNullElse;

import io.loanwright.engine.Refusal;
import io.loanwright.engine.Refused;
import io.loanwright.engine.date.WorkdayShift;
import io.loanwright.engine.date.Workdays;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.terms.AllocationTerms;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.GraceTerms;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InstallmentTerms;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PartialPeriod;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import io.loanwright.engine.terms.ShiftedInterest;
import io.loanwright.engine.terms.WorkdayTerms;
import io.loanwright.web.Amounts;
import io.loanwright.web.FieldError;
import io.loanwright.web.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The one place where the fields of a request become terms of the engine. */
final class TermsMapping {

  private TermsMapping() {}

  /**
   * Returns the terms that the fields state, defaults filled in.
   *
   * @param firstDueOn the first due date, where it is not one period after disbursement
   * @param workdays the working days, where due dates move to them
   * @throws ProblemException 400 or 422 with the field that the engine refuses
   */
  static LoanTerms terms(
      TermsFields fields,
      @Nullable LocalDate firstDueOn,
      Supplier<Workdays> workdays,
      AllocationTerms allocation) {
    Currency currency = Amounts.currency("currency", fields.currency().strip());
    return refusing(() ->
        new LoanTerms(
            currency,
            interest(fields),
            repayment(fields, currency, calendar(fields, workdays).withFirstDueOn(firstDueOn)),
            new GraceTerms(
                requireNonNullElse(fields.graceOnPrincipal(), 0),
                requireNonNullElse(fields.graceOnInterestPayment(), 0),
                requireNonNullElse(fields.interestFreePeriods(), 0)),
            charges(fields, currency),
            allocation,
            RecalculationTerms.NONE));
  }

  private static InterestTerms interest(TermsFields fields) {
    return InterestTerms.of(new BigDecimal(fields.annualRate()))
        .withMethod(requireNonNullElse(fields.interestMethod(), InterestMethod.DECLINING_BALANCE))
        .withPeriod(
            requireNonNullElse(fields.interestPeriod(), InterestPeriod.DAILY),
            fields.interestPeriod() == InterestPeriod.SAME_AS_REPAYMENT_PERIOD
                ? PartialPeriod.WHOLE_PERIOD
                : PartialPeriod.BY_DAYS)
        .withDays(
            requireNonNullElse(fields.daysInYear(), YearLength.ACTUAL).rule(),
            requireNonNullElse(fields.daysInMonth(), MonthLength.ACTUAL).rule());
  }

  private static RepaymentTerms repayment(
      TermsFields fields, Currency currency, CalendarTerms calendar) {
    String multiple = fields.installmentMultipleOf();
    BigDecimal multipleOf =
        multiple == null
            ? null
            : Amounts.positive("installmentMultipleOf", multiple, currency).toMajor();
    return new RepaymentTerms(
        calendar,
        requireNonNullElse(fields.amortization(), Amortization.EQUAL_INSTALLMENTS),
        new InstallmentTerms(
            requireNonNullElse(fields.installmentRounding(), InstallmentRounding.HALF_EVEN),
            multipleOf,
            null),
        new BigDecimal(requireNonNullElse(fields.downPaymentPercent(), "0")));
  }

  private static CalendarTerms calendar(TermsFields fields, Supplier<Workdays> workdays) {
    DueDayFields dueDay = fields.dueDay();
    WorkdayShift shift = requireNonNullElse(fields.workdayShift(), WorkdayShift.NONE);
    return CalendarTerms.of(
            fields.repayments(), requireNonNullElse(fields.every(), 1), fields.unit())
        .withDueDay(dueDay == null ? null : dueDay.rule())
        .withWorkdays(
            shift == WorkdayShift.NONE
                ? null
                : new WorkdayTerms(
                    workdays.get(),
                    shift,
                    requireNonNullElse(fields.shiftedInterest(), ShiftedInterest.RUNS_UNTIL_DUE)));
  }

  private static List<ChargeTerms> charges(TermsFields fields, Currency currency) {
    List<ChargeFields> given = requireNonNullElse(fields.charges(), List.of());
    List<ChargeTerms> charges = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      charges.add(charge("charges[" + i + "]", given.get(i), currency));
    }
    return charges;
  }

  private static ChargeTerms charge(String path, ChargeFields charge, Currency currency) {
    String amount = charge.amount();
    String percent = charge.percent();
    if ((amount == null) == (percent == null)) {
      throw ProblemException.invalid(path, "must have either an amount or a percent");
    }
    BigDecimal value =
        amount == null
            ? new BigDecimal(requireNonNullElse(percent, "0"))
            : Amounts.positive(path + ".amount", amount, currency).toMajor();
    return new ChargeTerms(
        charge.name().strip(),
        ChargeKind.FEE,
        charge.at(),
        amount == null ? ChargeBasis.PERCENT_OF_PRINCIPAL : ChargeBasis.FIXED,
        value,
        charge.on());
  }

  /**
   * Does something with the engine, and turns its refusal into one of the API.
   *
   * @throws ProblemException 400 for a value that can never be right, 422 for values that do not
   *     fit each other
   */
  static <T> T refusing(Supplier<T> work) {
    try {
      return work.get();
    } catch (Refused refused) {
      throw problem(refused.refusal());
    }
  }

  private static ProblemException problem(Refusal refusal) {
    return switch (refusal.rule()) {
      case CURRENCY_UNKNOWN, TOO_MANY_DECIMALS, OUT_OF_RANGE, AMOUNT_NOT_POSITIVE ->
          ProblemException.invalid(
              refusal.field(), FieldError.message(refusal.field(), refusal.message()));
      default ->
          new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "terms-refused",
              refusal.message(),
              List.of(
                  new FieldError(
                      refusal.field(), FieldError.message(refusal.field(), refusal.message()))));
    };
  }
}
