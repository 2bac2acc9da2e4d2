package io.loanwright.borrower;

import io.loanwright.access.Reach;
import io.loanwright.borrower.store.BorrowerStore;
import io.loanwright.borrower.store.RelativeStore;
import io.loanwright.ledger.spi.WalletOwners;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the books whose wallets they keep. */
@Component
class BorrowersAsWalletOwners implements WalletOwners {

  private final BorrowerStore store;
  private final RelativeStore relatives;

  BorrowersAsWalletOwners(BorrowerStore store, RelativeStore relatives) {
    this.store = store;
    this.relatives = relatives;
  }

  @Override
  public Optional<WalletOwner> find(UUID ownerId, Reach reach) {
    return store
        .find(ownerId, reach)
        .map(owner -> new WalletOwner(owner.id(), owner.name(), owner.branchId()));
  }

  @Override
  public boolean hold(UUID ownerId) {
    return store.hold(ownerId);
  }

  @Override
  public boolean isRelative(UUID userId, UUID ownerId) {
    return relatives.isInForce(userId, List.of(ownerId));
  }
}
