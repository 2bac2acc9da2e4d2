package io.loanwright.document;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.document.spi.DocumentOwners;
import io.loanwright.document.store.DocumentStore;
import io.loanwright.document.store.FileStore;
import io.loanwright.document.store.FileStore.Incoming;
import io.loanwright.document.store.FileTypes;
import io.loanwright.web.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The papers that are filed. */
@Component
public class Documents {

  /** The most documents of one owner. */
  public static final int MOST = 100;

  private final DocumentStore store;
  private final FileStore files;
  private final DocumentOwners owners;
  private final AuditTrail trail;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Documents(
      DocumentStore store,
      FileStore files,
      DocumentOwners owners,
      AuditTrail trail,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.files = files;
    this.owners = owners;
    this.trail = trail;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Files a document.
   *
   * @param name what the file is called, 1 to {@value Document#NAME_MAX} characters
   * @param content the file; read here, closed by whoever opened it
   * @throws IOException if it cannot be read, or not written to the data folder
   */
  public DocumentOutcome add(Caller caller, UUID ownerId, String name, InputStream content)
      throws IOException {
    if (owners.find(ownerId, caller.reach(Permission.DOCUMENT_UPLOAD)).isEmpty()) {
      return new DocumentOutcome.OwnerUnknown();
    }
    if (store.count(ownerId) >= MOST) {
      return new DocumentOutcome.TooMany(MOST);
    }
    try (Incoming incoming = files.receive(content, Document.SIZE_MAX)) {
      if (incoming.size() == 0) {
        return new DocumentOutcome.Empty();
      }
      if (incoming.size() > Document.SIZE_MAX) {
        return new DocumentOutcome.TooLarge();
      }
      String found = contentType(incoming);
      Optional<FileType> type = FileType.of(found);
      if (type.isEmpty()) {
        return new DocumentOutcome.TypeRefused(found);
      }
      incoming.keep();
      Document document =
          new Document(
              Ids.next(),
              ownerId,
              name,
              type.get(),
              incoming.size(),
              incoming.sha256(),
              clock.instant().truncatedTo(ChronoUnit.MICROS),
              caller.userId(),
              caller.name());
      return transaction.execute(_ -> recorded(caller, document));
    }
  }

  private DocumentOutcome recorded(Caller caller, Document document) {
    if (!store.insert(document)) {
      return new DocumentOutcome.KnownAlready(
          store.find(document.ownerId(), document.sha256()).orElseThrow());
    }
    trail.record(
        caller,
        "document.upload",
        new Subject("document", document.id(), document.name()),
        null,
        document,
        null);
    return new DocumentOutcome.Kept(document);
  }

  private static String contentType(Incoming incoming) throws IOException {
    try (InputStream content = incoming.open()) {
      return FileTypes.of(content);
    }
  }

  /** Returns the documents of an owner, newest first, or nothing if there is none in reach. */
  public Optional<List<Document>> of(Caller caller, UUID ownerId) {
    return owners
        .find(ownerId, caller.reach(Permission.DOCUMENT_VIEW))
        .map(owner -> store.of(owner.id()));
  }

  /** Returns a document, or nothing if there is none in the caller's reach. */
  public Optional<Document> find(Caller caller, UUID id) {
    return store
        .find(id)
        .filter(document ->
            owners.find(document.ownerId(), caller.reach(Permission.DOCUMENT_VIEW)).isPresent());
  }

  /** Returns the file of a document, or nothing if it is missing in the data folder. */
  public Optional<Path> file(Document document) {
    return files.find(document.sha256());
  }
}
