package io.loanwright.loan;

import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.terms.LatePenaltyTerms;
import io.loanwright.loan.spi.ClassesOfArrears;
import io.loanwright.product.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loan with all that a person asks about it.
 *
 * @param borrowerName who borrows
 * @param productName the product, by the name of its version
 * @param category whom the product is for, as it said when the loan was applied for
 * @param approvals the steps of its approval
 * @param position what terms and events make of it on a day
 * @param latePenalty what it costs to pay late; null where that was not agreed, and for a loan that
 *     was taken over: what it cost before is in its opening position
 * @param current the terms as they are on the day
 * @param arrearsClass the class of arrears of a loan that runs; null to whoever borrows
 */
public record LoanView(
    Loan loan,
    String borrowerName,
    String productName,
    Category category,
    List<ApprovalStep> approvals,
    LoanPosition position,
    @Nullable LatePenaltyTerms latePenalty,
    CurrentTerms current,
    ClassesOfArrears.@Nullable Named arrearsClass) {}
