package io.loanwright.payment;

/**
 * A receipt that is being printed.
 *
 * @param facts what stands on it
 * @param printing how often it has been printed, this time included; from the second time on it is
 *     a copy
 * @param payment the payment as it stands now
 */
public record Receipt(ReceiptFacts facts, int printing, Payment payment) {

  /** Returns whether the original was printed before. */
  public boolean isCopy() {
    return printing > 1;
  }
}
