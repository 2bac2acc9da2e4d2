package io.loanwright.loan;

import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.product.Category;
import java.util.List;

/**
 * A loan with all that a person asks about it.
 *
 * @param borrowerName who borrows
 * @param productName the product, by the name of its version
 * @param category whom the product is for, as it said when the loan was applied for
 * @param approvals the steps of its approval
 * @param position what terms and events make of it on a day
 */
public record LoanView(
    Loan loan,
    String borrowerName,
    String productName,
    Category category,
    List<ApprovalStep> approvals,
    LoanPosition position) {}
