package io.loanwright.expense;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An expense as somebody writes it down.
 *
 * @param branchId the branch that spends; null for the writer's own
 * @param on the day of the voucher
 * @param vendor who gets the money
 * @param amount more than nothing
 * @param voucher the number of the paper, if it has one
 */
public record NewExpense(
    UUID categoryId,
    @Nullable UUID branchId,
    LocalDate on,
    String vendor,
    Money amount,
    @Nullable String voucher,
    @Nullable String note) {}
