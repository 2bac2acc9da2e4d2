package io.loanwright.expense;

import io.loanwright.engine.money.Money;
import java.util.UUID;

/**
 * What was paid in a category.
 *
 * @param count how many expenses
 */
public record ExpenseSum(UUID categoryId, String categoryName, long count, Money amount) {}
