package io.loanwright.borrower;

import io.loanwright.access.Reach;
import io.loanwright.borrower.store.BorrowerStore;
import io.loanwright.borrower.store.PaperList;
import io.loanwright.document.DocumentStatus;
import io.loanwright.document.spi.DocumentOwners;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells whose the papers are. */
@Component
class BorrowersAsDocumentOwners implements DocumentOwners {

  private final BorrowerStore store;
  private final PaperList papers;

  BorrowersAsDocumentOwners(BorrowerStore store, PaperList papers) {
    this.store = store;
    this.papers = papers;
  }

  @Override
  public Optional<DocumentOwner> find(UUID ownerId, Reach reach) {
    return store.find(ownerId, reach).map(owner -> new DocumentOwner(owner.id(), owner.name()));
  }

  @Override
  public Set<UUID> reached(Set<UUID> ownerIds, Reach reach) {
    return store.reached(ownerIds, reach);
  }

  @Override
  public boolean hold(UUID ownerId) {
    return store.hold(ownerId);
  }

  @Override
  public List<OwnedDocument> page(
      Reach reach, @Nullable DocumentStatus status, @Nullable UUID after, int limit) {
    return papers.page(reach, status, after, limit);
  }

  @Override
  public List<OwnedDocument> expiring(
      Reach reach, LocalDate until, @Nullable ExpiringAfter after, int limit) {
    return papers.expiring(reach, until, after, limit);
  }
}
