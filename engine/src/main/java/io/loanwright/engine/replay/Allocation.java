package io.loanwright.engine.replay;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What one payment or credit was used for.
 *
 * @param event the identifier of the event
 * @param on its value date
 * @param split the parts of the loan that it lowered
 * @param excess what was not owed; it belongs to the borrower
 * @param shares how the split falls on installments, in the order of the installments
 */
public record Allocation(UUID event, LocalDate on, Split split, Money excess, List<Share> shares) {

  /**
   * The part of a payment that went to one installment.
   *
   * @param installment the number of the installment
   * @param split what went to it
   */
  public record Share(int installment, Split split) {}

  /** Keeps its own copy of the shares. */
  public Allocation {
    shares = List.copyOf(shares);
  }

  /** Returns the whole amount, excess included. */
  public Money amount() {
    return split.total().plus(excess);
  }
}
