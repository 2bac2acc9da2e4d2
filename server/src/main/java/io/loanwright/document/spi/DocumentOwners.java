package io.loanwright.document.spi;

import io.loanwright.access.Reach;
import java.util.Optional;
import java.util.UUID;

/** Whoever knows the people that documents belong to. */
public interface DocumentOwners {

  /**
   * Returns what is known about the owner of documents, or nothing if there is none in reach.
   *
   * @param ownerId the owner
   * @param reach whose records the caller may see
   */
  Optional<DocumentOwner> find(UUID ownerId, Reach reach);

  /**
   * The owner of documents.
   *
   * @param name the name to show
   */
  record DocumentOwner(UUID id, String name) {}
}
