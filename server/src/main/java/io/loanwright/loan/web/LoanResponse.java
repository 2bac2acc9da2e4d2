package io.loanwright.loan.web;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.ledger.NamesBorrower;
import io.loanwright.loan.ClosedReason;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanFlag;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.LoanStatus;
import io.loanwright.loan.LoanView;
import io.loanwright.loan.Progress;
import io.loanwright.loan.rule.ApprovalRules;
import io.loanwright.product.Category;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application, or the loan that it became.
 *
 * @param endedReason why it was rejected, withdrawn or cancelled
 * @param flags what the staff say of it, none to whoever borrows; absent in answers to commands,
 *     and where it is asked for as of another day
 * @param principal what was paid out, else what was approved, else what was asked for
 * @param approvedPrincipal what may be paid out, once the last step has approved
 * @param approvedSoFar what the steps before the one that waits have left, while under review
 * @param writtenOffPrincipal of a loan that was written off: the principal that was given up
 * @param writtenOff what was given up here, and recovered since; absent where another system had
 *     written the loan off
 * @param annualRate nominal, percent a year, as the contract says
 * @param every how many units lie between two due dates
 * @param firstDueOn the first due date, where the contract names one
 * @param current the terms as they are on {@code asOf}; what stands beside is the contract's
 * @param penalty what it costs to pay late, if that was agreed
 * @param outstanding what pays the loan off on {@code asOf}
 * @param asOf the day that the balances are of: the business date, unless another was asked for
 * @param arrearsClass the class of arrears of a loan that runs, as the classes are now; absent for
 *     whoever borrows
 * @param actions what whoever asks may do with it; absent in answers to commands, and where it is
 *     asked for as of another day
 */
@Schema(name = "Loan")
record LoanResponse(
    UUID id,
    String number,
    LoanStatus status,
    @Nullable ClosedReason closedReason,
    @Nullable String endedReason,
    boolean defaulted,
    @Nullable List<LoanFlag> flags,
    UUID borrowerId,
    String borrowerName,
    UUID productId,
    String productName,
    int productVersion,
    Category category,
    UUID branchId,
    @Nullable UUID officerId,
    String currency,
    String principal,
    String requestedPrincipal,
    @Nullable String approvedPrincipal,
    @Nullable String approvedSoFar,
    @Nullable String disbursedPrincipal,
    @Nullable String writtenOffPrincipal,
    @Nullable WrittenOffResponse writtenOff,
    String annualRate,
    int repayments,
    int every,
    PeriodUnit unit,
    @Nullable LocalDate firstDueOn,
    InterestMethod interestMethod,
    Amortization amortization,
    @Nullable String purpose,
    UUID appliedBy,
    String appliedByName,
    LocalDate appliedOn,
    @Nullable LocalDate approvedOn,
    @Nullable LocalDate disbursedOn,
    @Nullable LocalDate closedOn,
    LocalDate asOf,
    MoneyParts outstanding,
    int daysPastDue,
    @Nullable ArrearsClassOfLoan arrearsClass,
    @Nullable DueResponse nextDue,
    CurrentTermsResponse current,
    @Nullable PenaltyTerms penalty,
    List<ApprovalResponse> approvals,
    @Nullable List<LoanActionResponse> actions)
    implements NamesBorrower {

  static LoanResponse of(LoanView view) {
    return of(view, null, null);
  }

  static LoanResponse of(
      LoanView view, @Nullable List<LoanActionResponse> actions, @Nullable List<LoanFlag> flags) {
    Loan loan = view.loan();
    LoanTerms terms = loan.terms();
    CalendarTerms calendar = terms.repayment().calendar();
    LoanState.Approved approved = loan.state().approval();
    LoanState.Active active = loan.state().disbursement();
    LoanState.Closed closed = loan.state() instanceof LoanState.Closed found ? found : null;
    return new LoanResponse(
        loan.id(),
        loan.number(),
        loan.state().status(),
        closed == null ? null : closed.reason(),
        loan.state().endedReason(),
        loan.standing().defaulted(),
        flags,
        loan.parties().borrowerId(),
        view.borrowerName(),
        loan.application().productId(),
        view.productName(),
        loan.application().productVersion(),
        view.category(),
        loan.parties().branchId(),
        loan.parties().officerId(),
        loan.currency().code(),
        loan.principal().toDecimalString(),
        loan.application().requested().toDecimalString(),
        approved == null ? null : text(approved.amount()),
        approvedSoFar(view),
        active == null ? null : text(active.principal()),
        loan.state() instanceof LoanState.WrittenOff off ? text(givenUp(loan, off)) : null,
        WrittenOffResponse.of(view.position().givenUp()),
        terms.interest().annualRatePercent().toPlainString(),
        calendar.repayments(),
        calendar.every(),
        calendar.unit(),
        calendar.firstDueOn(),
        terms.interest().method(),
        terms.repayment().amortization(),
        loan.application().purpose(),
        loan.application().by().id(),
        loan.application().by().name(),
        loan.application().on(),
        approved == null ? null : approved.on(),
        active == null ? null : active.on(),
        closed == null ? null : closed.on(),
        view.position().asOf(),
        MoneyParts.of(view.position().payoff()),
        view.position().arrears().daysPastDue(),
        ArrearsClassOfLoan.of(view.arrearsClass()),
        DueResponse.of(view.position().nextDue()),
        CurrentTermsResponse.of(view),
        PenaltyTerms.of(view.latePenalty()),
        view.approvals().stream().map(ApprovalResponse::of).toList(),
        actions);
  }

  private static Money givenUp(Loan loan, LoanState.WrittenOff off) {
    Progress progress = loan.progress();
    return off.active()
        .principal()
        .minus(progress.paid().principal())
        .minus(progress.outstanding().principal())
        .max(Money.zero(loan.currency()));
  }

  private static @Nullable String approvedSoFar(LoanView view) {
    return view.loan().state() instanceof LoanState.UnderReview
        ? ApprovalRules.approvedSoFar(view.approvals()).map(LoanResponse::text).orElse(null)
        : null;
  }

  private static String text(Money amount) {
    return amount.toDecimalString();
  }
}
