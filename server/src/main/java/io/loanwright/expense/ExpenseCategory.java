package io.loanwright.expense;

import java.util.UUID;

/**
 * What money is spent on.
 *
 * @param accountCode the account of the books that is debited, of the type EXPENSE
 * @param active whether it is offered where an expense is written down
 * @param version counts its changes, from 1
 */
public record ExpenseCategory(
    UUID id, String name, String accountCode, boolean active, long version) {

  /** The longest name. */
  public static final int MAX_NAME = 100;
}
