package io.loanwright.ledger;

import io.loanwright.engine.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of an entry: an amount on one side of one account.
 *
 * @param accountCode the account's code
 * @param side the side
 * @param amount more than nothing
 * @param loanId the loan that it is about, if any
 */
public record Line(String accountCode, Side side, Money amount, @Nullable UUID loanId) {

  /**
   * Checks the amount.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public Line {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("A journal line must be positive: " + amount);
    }
  }

  /** Returns a line on the debit side. */
  public static Line debit(String accountCode, Money amount, @Nullable UUID loanId) {
    return new Line(accountCode, Side.DEBIT, amount, loanId);
  }

  /** Returns a line on the credit side. */
  public static Line credit(String accountCode, Money amount, @Nullable UUID loanId) {
    return new Line(accountCode, Side.CREDIT, amount, loanId);
  }

  /**
   * Returns the line for a change of an account: a debit where it is positive, a credit where it is
   * negative.
   *
   * @param change not zero
   */
  public static Line ofChange(String accountCode, Money change, @Nullable UUID loanId) {
    return change.isNegative()
        ? credit(accountCode, change.negated(), loanId)
        : debit(accountCode, change, loanId);
  }
}
