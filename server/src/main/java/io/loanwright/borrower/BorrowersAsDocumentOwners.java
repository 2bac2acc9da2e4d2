package io.loanwright.borrower;

import io.loanwright.access.Reach;
import io.loanwright.borrower.store.BorrowerStore;
import io.loanwright.document.spi.DocumentOwners;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells whose the papers are. */
@Component
class BorrowersAsDocumentOwners implements DocumentOwners {

  private final BorrowerStore store;

  BorrowersAsDocumentOwners(BorrowerStore store) {
    this.store = store;
  }

  @Override
  public Optional<DocumentOwner> find(UUID ownerId, Reach reach) {
    return store.find(ownerId, reach).map(owner -> new DocumentOwner(owner.id(), owner.name()));
  }
}
