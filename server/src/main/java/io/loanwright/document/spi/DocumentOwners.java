package io.loanwright.document.spi;

import io.loanwright.access.Reach;
import io.loanwright.document.DocumentStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whoever knows the people that documents belong to. */
public interface DocumentOwners {

  /**
   * Returns what is known about the owner of documents, or nothing if there is none in reach.
   *
   * @param ownerId the owner
   * @param reach whose records the caller may see
   */
  Optional<DocumentOwner> find(UUID ownerId, Reach reach);

  /** Returns those of some owners who are in reach. */
  Set<UUID> reached(Set<UUID> ownerIds, Reach reach);

  /**
   * Keeps an owner from being erased until the caller's transaction ends.
   *
   * @return false if he was erased already
   */
  boolean hold(UUID ownerId);

  /**
   * Returns a page of the documents of all owners in reach, newest first.
   *
   * @param status only those of a status; null for all
   * @param after the last document of the page before; null for the first page
   */
  List<OwnedDocument> page(
      Reach reach, @Nullable DocumentStatus status, @Nullable UUID after, int limit);

  /**
   * Returns a page of the documents, of all owners in reach, that hold until a day at most and are
   * neither refused nor replaced; the first to expire first.
   *
   * @param until the last day
   * @param after the last document of the page before; null for the first page
   */
  List<OwnedDocument> expiring(
      Reach reach, LocalDate until, @Nullable ExpiringAfter after, int limit);

  /**
   * The owner of documents.
   *
   * @param name the name to show
   */
  record DocumentOwner(UUID id, String name) {}

  /** A document and whose it is. */
  record OwnedDocument(UUID documentId, DocumentOwner owner) {}

  /** Where a page of documents that expire ended. */
  record ExpiringAfter(LocalDate expiresOn, UUID documentId) {}
}
