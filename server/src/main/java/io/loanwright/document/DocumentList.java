package io.loanwright.document;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.document.spi.DocumentOwners;
import io.loanwright.document.spi.DocumentOwners.DocumentOwner;
import io.loanwright.document.spi.DocumentOwners.ExpiringAfter;
import io.loanwright.document.spi.DocumentOwners.OwnedDocument;
import io.loanwright.document.store.DocumentStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The documents of all owners whom a caller sees. */
@Component
public class DocumentList {

  private final DocumentStore store;
  private final DocumentOwners owners;

  DocumentList(DocumentStore store, DocumentOwners owners) {
    this.store = store;
    this.owners = owners;
  }

  /** A document and whose it is. */
  public record Owned(DocumentOwner owner, Document document) {}

  /** Returns a page, newest first. */
  public List<Owned> page(
      Caller caller, @Nullable DocumentStatus status, @Nullable UUID after, int limit) {
    return owned(owners.page(caller.reach(Permission.DOCUMENT_VIEW), status, after, limit));
  }

  /** Returns a page of those that hold until a day at most, the first to expire first. */
  public List<Owned> expiring(
      Caller caller, LocalDate until, @Nullable ExpiringAfter after, int limit) {
    return owned(owners.expiring(caller.reach(Permission.DOCUMENT_VIEW), until, after, limit));
  }

  private List<Owned> owned(List<OwnedDocument> found) {
    Map<UUID, Document> documents =
        store.find(found.stream().map(OwnedDocument::documentId).toList());
    return found.stream()
        .flatMap(each -> row(each, Optional.ofNullable(documents.get(each.documentId()))))
        .toList();
  }

  private static Stream<Owned> row(OwnedDocument owned, Optional<Document> document) {
    return document.stream().map(found -> new Owned(owned.owner(), found));
  }
}
