package io.loanwright.ledger.spi;

import io.loanwright.access.Reach;
import java.util.Optional;
import java.util.UUID;

/** Whoever knows the people that own wallets. */
public interface WalletOwners {

  /**
   * Returns what is known about the owner of a wallet, or nothing if there is none in reach.
   *
   * @param ownerId the owner
   * @param reach whose records the caller may see
   */
  Optional<WalletOwner> find(UUID ownerId, Reach reach);

  /**
   * Keeps an owner from being erased until the caller's transaction ends.
   *
   * @return false if he was erased already
   */
  boolean hold(UUID ownerId);

  /** Returns whether an owner is declared as a user's relative, or as himself. */
  boolean isRelative(UUID userId, UUID ownerId);

  /**
   * The owner of a wallet.
   *
   * @param name the name to show
   * @param branchId the branch in whose books the wallet's movements are entered
   */
  record WalletOwner(UUID id, String name, UUID branchId) {}
}
