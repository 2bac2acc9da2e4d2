package io.loanwright.ledger.spi;

import java.util.List;
import java.util.UUID;

/** Whoever knows the loans that move a wallet: what is paid too much goes in, payments go out. */
public interface WalletLoans {

  /** Returns the loans of a wallet's owner. */
  List<UUID> of(UUID ownerId);
}
