package io.loanwright.product.web;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.date.WorkdayShift;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.ShiftedInterest;
import io.loanwright.web.FieldError;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the calculator is asked: terms, an amount and a day.
 *
 * @param annualRate nominal, percent a year
 */
record ScheduleRequest(
    @NotNull @Size(max = 3) String currency,
    @NotNull @Size(max = 40) String principal,
    @NotNull @Pattern(regexp = PERCENT, message = PERCENT_EXPECTED) String annualRate,
    @NotNull @Min(1) @Max(1200) Integer repayments,
    @NotNull PeriodUnit unit,
    @NotNull LocalDate disbursedOn,
    @Nullable @Min(1) @Max(366) Integer every,
    @Nullable InterestMethod interestMethod,
    @Nullable Amortization amortization,
    @Nullable InterestPeriod interestPeriod,
    @Nullable YearLength daysInYear,
    @Nullable MonthLength daysInMonth,
    @Nullable @Valid DueDayFields dueDay,
    @Schema(description = WORKDAY_SHIFT) @Nullable WorkdayShift workdayShift,
    @Schema(description = SHIFTED_INTEREST) @Nullable ShiftedInterest shiftedInterest,
    @Nullable LocalDate firstDueOn,
    @Nullable @Min(0) @Max(1200) Integer graceOnPrincipal,
    @Nullable @Min(0) @Max(1200) Integer graceOnInterestPayment,
    @Nullable @Min(0) @Max(1200) Integer interestFreePeriods,
    @Nullable @Pattern(regexp = AMOUNT, message = AMOUNT_EXPECTED) String installmentMultipleOf,
    @Nullable InstallmentRounding installmentRounding,
    @Nullable @Pattern(regexp = PERCENT, message = PERCENT_EXPECTED) String downPaymentPercent,
    @Nullable @Size(max = 50, message = FieldError.TOO_MANY)
        List<@NotNull @Valid ChargeFields> charges)
    implements TermsFields {}
