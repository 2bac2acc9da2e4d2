package io.loanwright.loan;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an imported loan brings with it: what it was made over, what is still owed and what was paid
 * before this program knew of it.
 *
 * <p>The other system's figures are taken as they are. How it came to them is not known here, so
 * nothing before the opening is computed again.
 *
 * @param principal what was paid out when the loan was made, positive
 * @param disbursedOn when that was
 * @param principalOutstanding the principal that is still owed, zero to {@code principal}
 * @param paid what was paid so far, by part
 * @param chargedOff whether the other system has given the loan up
 * @param arrears what is past due on that day; null if nothing is
 */
public record OpeningPosition(
    Money principal,
    LocalDate disbursedOn,
    Money principalOutstanding,
    Split paid,
    boolean chargedOff,
    @Nullable Arrears arrears) {

  /**
   * What is past due.
   *
   * @param unpaidSince the due date of the oldest installment that is not paid
   * @param interestFrom the day from which interest is owed: the due date before it, or the
   *     disbursement
   */
  public record Arrears(LocalDate unpaidSince, LocalDate interestFrom) {}

  /** Returns whether the loan goes on from here: something is owed, and it is not given up. */
  public boolean isReplayed() {
    return principalOutstanding.isPositive() && !chargedOff;
  }
}
