package io.loanwright.payment;

import java.util.Set;
import java.util.UUID;

/**
 * What was paid on loans on earlier days is another sum than before: a payment was taken with a
 * value date before the business date, or one was taken back. Published in the transaction that did
 * it, for those who decided by what was paid.
 */
public record PaymentsOfThePast(Set<UUID> loanIds) {

  /** Keeps the loans from changing. */
  public PaymentsOfThePast {
    loanIds = Set.copyOf(loanIds);
  }
}
