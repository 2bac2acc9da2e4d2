package io.loanwright.payment;

import java.util.Set;
import java.util.UUID;

/**
 * Payments have paid loans off, so that these are closed. Published in the transaction that took
 * them; not of payments that are taken over from another system.
 */
public record LoansSettled(Set<UUID> loanIds) {

  /** Keeps the loans from changing. */
  public LoansSettled {
    loanIds = Set.copyOf(loanIds);
  }
}
