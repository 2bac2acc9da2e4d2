package io.loanwright.borrower;

import io.loanwright.access.Reach;
import io.loanwright.borrower.store.BorrowerStore;
import io.loanwright.ledger.spi.WalletOwners;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the books whose wallets they keep. */
@Component
class BorrowersAsWalletOwners implements WalletOwners {

  private final BorrowerStore store;

  BorrowersAsWalletOwners(BorrowerStore store) {
    this.store = store;
  }

  @Override
  public Optional<WalletOwner> find(UUID ownerId, Reach reach) {
    return store
        .find(ownerId, reach)
        .map(owner -> new WalletOwner(owner.id(), owner.name(), owner.branchId()));
  }
}
