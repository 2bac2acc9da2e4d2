package io.loanwright.product.web;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.date.WorkdayShift;
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationStep;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.ShiftedInterest;
import io.loanwright.ledger.PostingRole;
import io.loanwright.product.Accounting;
import io.loanwright.product.Category;
import io.loanwright.web.FieldError;
import io.loanwright.web.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product as requests state it: the calculator's terms, limits and policy.
 *
 * @param annualRate nominal, percent a year
 * @param approvalSteps who approves, in order; left out: one step; empty: nobody has to
 * @param allocationOrder the order in which a payment is used up, all four parts
 * @param accounts the account of a role, where it is not the chart's usual one
 */
record ProductFields(
    @NotBlank @PlainText @Size(max = 200) String name,
    @NotNull @Size(max = 3) String currency,
    @NotNull @Pattern(regexp = PERCENT, message = PERCENT_EXPECTED) String annualRate,
    @NotNull @Min(1) @Max(1200) Integer repayments,
    @NotNull PeriodUnit unit,
    @Nullable @Min(1) @Max(366) Integer every,
    @Nullable InterestMethod interestMethod,
    @Nullable Amortization amortization,
    @Nullable InterestPeriod interestPeriod,
    @Nullable YearLength daysInYear,
    @Nullable MonthLength daysInMonth,
    @Nullable @Valid DueDayFields dueDay,
    @Schema(description = WORKDAY_SHIFT) @Nullable WorkdayShift workdayShift,
    @Schema(description = SHIFTED_INTEREST) @Nullable ShiftedInterest shiftedInterest,
    @Nullable @Min(0) @Max(1200) Integer graceOnPrincipal,
    @Nullable @Min(0) @Max(1200) Integer graceOnInterestPayment,
    @Nullable @Min(0) @Max(1200) Integer interestFreePeriods,
    @Nullable @Pattern(regexp = AMOUNT, message = AMOUNT_EXPECTED) String installmentMultipleOf,
    @Nullable InstallmentRounding installmentRounding,
    @Nullable @Pattern(regexp = PERCENT, message = PERCENT_EXPECTED) String downPaymentPercent,
    @Nullable @Size(max = 50, message = FieldError.TOO_MANY)
        List<@NotNull @Valid ChargeFields> charges,
    @Schema(description = "What it costs to pay late; nothing, if left out") @Nullable @Valid
        PenaltyFields penalty,
    @Nullable @Pattern(regexp = AMOUNT, message = AMOUNT_EXPECTED) String minPrincipal,
    @Nullable @Pattern(regexp = AMOUNT, message = AMOUNT_EXPECTED) String maxPrincipal,
    @Nullable @Size(max = 10, message = FieldError.TOO_MANY)
        List<@NotNull @Valid StepFields> approvalSteps,
    @Nullable @Size(max = 4, message = FieldError.TOO_MANY) List<@NotNull Part> allocationOrder,
    @Schema(
            description =
                "HORIZONTAL, if left out: all parts of an installment are paid before the next one of"
                    + " those that are as due. VERTICAL: one part of all of them before the next part")
        @Nullable AllocationDirection allocationDirection,
    @Schema(
            description =
                "Each of the twelve once, in the place of `allocationOrder`: an order for what is"
                    + " past due, due on the day and in advance, each by part")
        @Nullable
        @Size(max = 12, message = FieldError.TOO_MANY)
        List<@NotNull AllocationStep> allocationSteps,
    @Schema(
            description =
                "Where money goes that is more than what is due; NEXT_INSTALLMENT, if left out")
        @Nullable AdvanceRule advance,
    @Schema(
            description =
                "NONE, if left out: interest as scheduled, whenever it is paid. FOLLOWS_PAYMENTS:"
                    + " interest of each day on what is owed that day; only with DECLINING_BALANCE"
                    + " and EQUAL_INSTALLMENTS")
        @Nullable Recalculation recalculation,
    @Schema(
            description =
                "When interest becomes income: CASH, if left out, when it is paid; ACCRUAL, day by"
                    + " day as it arises, until a loan is non-performing. ACCRUAL is refused with"
                    + " 422 `accounting-not-supported` where interest follows payments, and with"
                    + " 422 `receivable-account-shared` where another role has the account of"
                    + " INTEREST_RECEIVABLE")
        @Nullable Accounting accounting,
    @Schema(
            description =
                "BORROWER_WALLETS and LOAN_LOSS_ALLOWANCE are the chart's for every product; another"
                    + " one is refused with 422 `wallet-account-shared`,"
                    + " `allowance-account-shared`")
        @Nullable Map<PostingRole, @NotNull @Size(max = 20) String> accounts,
    @Nullable Boolean autoDisburse,
    @Nullable Category category)
    implements TermsFields {

  /** A step of the approval policy. */
  record StepFields(
      @Nullable
          @Pattern(
              regexp = "[A-Z][A-Z_]{0,49}",
              message = "must be the code of a role, such as MANAGER")
          String role,
      @Nullable @Pattern(regexp = AMOUNT, message = AMOUNT_EXPECTED) String limit) {}
}
