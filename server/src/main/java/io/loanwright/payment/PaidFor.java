package io.loanwright.payment;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.Allocation;
import io.loanwright.loan.Repaid;
import java.time.LocalDate;
import java.util.List;

/**
 * What a payment was for when it was taken, by when it was due. All four add up to its amount.
 *
 * @param late what was due before its value date, and of a loan that is written off all of it
 * @param due what was due on that day
 * @param advance what was not due yet
 * @param beyond what was not owed, and went to the borrower's wallet
 */
public record PaidFor(Money late, Money due, Money advance, Money beyond) {

  /**
   * Returns what a payment was for.
   *
   * @param on its value date
   */
  static PaidFor of(Repaid repaid, LocalDate on) {
    Money none = Money.zero(repaid.amount().currency());
    Money late = none;
    Money due = none;
    for (Allocation.Share share : shares(repaid)) {
      Money paid = share.split().total();
      LocalDate dueOn = dueOn(repaid, share);
      if (dueOn.isBefore(on)) {
        late = late.plus(paid);
      } else if (dueOn.equals(on)) {
        due = due.plus(paid);
      }
    }
    Money taken = repaid.split().split().total();
    Money beyond = repaid.split().excess();
    // What is left went onto installments that are gone, and would have been due later.
    return repaid.position().givenUp() == null
        ? new PaidFor(late, due, taken.minus(late).minus(due), beyond)
        : new PaidFor(taken, none, none, beyond);
  }

  private static List<Allocation.Share> shares(Repaid repaid) {
    return repaid
        .position()
        .allocationOf(repaid.eventId())
        .map(Allocation::shares)
        .orElse(List.of());
  }

  private static LocalDate dueOn(Repaid repaid, Allocation.Share share) {
    return repaid.position().installments().get(share.installment() - 1).installment().dueOn();
  }
}
