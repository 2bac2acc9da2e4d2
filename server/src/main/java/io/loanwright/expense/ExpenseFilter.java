package io.loanwright.expense;

import io.loanwright.expense.Expense.Status;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which expenses are asked for; what is null does not narrow. The days are those of vouchers. */
public record ExpenseFilter(
    @Nullable Status status,
    @Nullable UUID categoryId,
    @Nullable UUID branchId,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {}
