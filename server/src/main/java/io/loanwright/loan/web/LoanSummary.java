package io.loanwright.loan.web;

import io.loanwright.loan.ClosedReason;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanFlag;
import io.loanwright.loan.LoanLine;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.LoanStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application or loan as a line of a list.
 *
 * @param principal what was paid out, else what was approved, else what was asked for
 * @param outstanding what the schedule still asks for until its end
 * @param flags what the staff say of it; none to whoever sees his own loans alone
 * @param arrearsClass the class of arrears of a loan that runs; absent for whoever borrows
 * @param oldestUnpaid the oldest installment that is not fully paid, which may be past due
 */
@Schema(name = "LoanSummary")
record LoanSummary(
    UUID id,
    String number,
    LoanStatus status,
    @Nullable ClosedReason closedReason,
    boolean defaulted,
    List<LoanFlag> flags,
    UUID borrowerId,
    String borrowerName,
    UUID productId,
    String productName,
    UUID branchId,
    @Nullable UUID officerId,
    String currency,
    String principal,
    String outstanding,
    int daysPastDue,
    @Nullable ArrearsClassOfLoan arrearsClass,
    @Nullable DueResponse oldestUnpaid,
    LocalDate appliedOn,
    String appliedByName,
    @Nullable LocalDate disbursedOn,
    @Nullable LocalDate closedOn) {

  static LoanSummary of(LoanLine line, LocalDate businessDate) {
    Loan loan = line.loan();
    LoanState.Active active = loan.state().disbursement();
    LoanState.Closed closed = loan.state() instanceof LoanState.Closed found ? found : null;
    LocalDate unpaidOn = loan.progress().oldestUnpaidOn();
    return new LoanSummary(
        loan.id(),
        loan.number(),
        loan.state().status(),
        closed == null ? null : closed.reason(),
        loan.standing().defaulted(),
        line.flags().stream().sorted().toList(),
        loan.parties().borrowerId(),
        line.borrowerName(),
        loan.application().productId(),
        line.productName(),
        loan.parties().branchId(),
        loan.parties().officerId(),
        loan.currency().code(),
        loan.principal().toDecimalString(),
        loan.progress().outstanding().total().toDecimalString(),
        loan.progress().daysPastDue(businessDate),
        ArrearsClassOfLoan.of(line.arrearsClass()),
        unpaidOn == null
            ? null
            : new DueResponse(unpaidOn, loan.progress().oldestUnpaid().toDecimalString()),
        loan.application().on(),
        loan.application().by().name(),
        active == null ? null : active.on(),
        closed == null ? null : closed.on());
  }
}
