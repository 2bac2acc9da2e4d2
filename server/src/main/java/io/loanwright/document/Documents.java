package io.loanwright.document;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.document.Document.Signature;
import io.loanwright.document.Document.StoredFile;
import io.loanwright.document.intake.Intake;
import io.loanwright.document.intake.Taking;
import io.loanwright.document.spi.DocumentOwners;
import io.loanwright.document.store.DocumentStore;
import io.loanwright.document.vault.Content;
import io.loanwright.document.vault.Reading;
import io.loanwright.document.vault.Vault;
import io.loanwright.document.vault.Vault.Lying;
import io.loanwright.web.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The papers that are filed. */
@Component
public class Documents {

  /** The most documents of one owner. */
  public static final int MOST = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Documents.class);

  private final DocumentStore store;
  private final Intake intake;
  private final Vault vault;
  private final DocumentOwners owners;
  private final AuditTrail trail;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Documents(
      DocumentStore store,
      Intake intake,
      Vault vault,
      DocumentOwners owners,
      AuditTrail trail,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.intake = intake;
    this.vault = vault;
    this.owners = owners;
    this.trail = trail;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Files a document, which waits to be verified by somebody else.
   *
   * @param content the file; read here, closed by whoever opened it
   * @throws IOException if the file cannot be read
   */
  public DocumentOutcome add(Caller caller, NewDocument wanted, InputStream content)
      throws IOException {
    if (owners.find(wanted.ownerId(), caller.reach(Permission.DOCUMENT_UPLOAD)).isEmpty()) {
      return new DocumentOutcome.OwnerUnknown();
    }
    if (wanted.replaces() != null && !isReplaceable(wanted.ownerId(), wanted.replaces())) {
      return new DocumentOutcome.ReplacedUnknown();
    }
    if (store.count(wanted.ownerId()) >= MOST) {
      return new DocumentOutcome.TooMany(MOST);
    }
    Taking taking = intake.take(content);
    if (!(taking instanceof Taking.Taken(FileType type, Content taken))) {
      return refused(caller, wanted, taking);
    }
    Optional<Document> known = store.find(wanted.ownerId(), taken.sha256());
    try {
      if (known.isEmpty()) {
        return filed(caller, made(caller, wanted, type, taken), taken);
      }
      if (!(vault.read(taken.sha256()) instanceof Reading.Opened)) {
        vault.keep(taken);
      }
    } catch (IOException e) {
      LOG.error("The store of documents takes nothing", e);
      return new DocumentOutcome.StoreAway();
    }
    return new DocumentOutcome.KnownAlready(known.get());
  }

  /** A content that is erased with another owner just now is kept once more. */
  private DocumentOutcome filed(Caller caller, Document document, Content content)
      throws IOException {
    Optional<DocumentOutcome> outcome = Optional.empty();
    while (outcome.isEmpty()) {
      vault.keep(content);
      outcome = transaction.execute(_ -> recorded(caller, document));
    }
    return outcome.get();
  }

  /** What is not what it seems is worth knowing later. */
  private DocumentOutcome refused(Caller caller, NewDocument wanted, Taking taking) {
    if (taking instanceof Taking.Infected(String signature)) {
      trail.refused(
          caller,
          "document.upload",
          new Subject("borrower", wanted.ownerId(), wanted.name()),
          Map.of("name", wanted.name(), "found", signature),
          "virus-found");
    }
    return new DocumentOutcome.Refused(taking);
  }

  private Document made(Caller caller, NewDocument wanted, FileType type, Content content) {
    return new Document(
        Ids.next(),
        wanted.ownerId(),
        wanted.particulars(),
        new StoredFile(wanted.name(), type, content.size(), content.sha256()),
        new Signature(
            caller.userId(), caller.name(), clock.instant().truncatedTo(ChronoUnit.MICROS)),
        null,
        DocumentStatus.WAITING,
        null,
        wanted.replaces());
  }

  /** Returns nothing, and has written nothing, if the content is gone again. */
  private Optional<DocumentOutcome> recorded(Caller caller, Document document) {
    UUID ownerId = document.ownerId();
    boolean isOwned = owners.hold(ownerId);
    if (!vault.hold(document.file().sha256())) {
      return Optional.empty();
    }
    if (!isOwned) {
      // Its content goes with it, unless it is somebody else's too.
      store.insert(document.alone());
      erase(ownerId);
      return Optional.of(new DocumentOutcome.OwnerUnknown());
    }
    if (!store.insert(document)) {
      return store.find(ownerId, document.file().sha256()).map(DocumentOutcome.KnownAlready::new);
    }
    trail.record(caller, "document.upload", subject(document), null, document, null);
    return Optional.of(new DocumentOutcome.Kept(document));
  }

  private boolean isReplaceable(UUID ownerId, UUID id) {
    return store
        .find(id)
        .filter(older -> older.ownerId().equals(ownerId))
        .filter(older -> older.status() != DocumentStatus.REPLACED)
        .isPresent();
  }

  /** Returns the documents of an owner, newest first, or nothing if there is none in reach. */
  public Optional<List<Document>> of(Caller caller, UUID ownerId) {
    return owners
        .find(ownerId, caller.reach(Permission.DOCUMENT_VIEW))
        .map(owner -> store.of(owner.id()));
  }

  /** Opens the file of a document, and notes in the trail who saw it. */
  public Viewing view(Caller caller, UUID id) {
    @Nullable Document document =
        store
            .find(id)
            .filter(found ->
                owners.find(found.ownerId(), caller.reach(Permission.DOCUMENT_VIEW)).isPresent())
            .orElse(null);
    if (document == null) {
      return new Viewing.Unknown();
    }
    Reading reading = vault.read(document.file().sha256());
    if (reading instanceof Reading.Opened) {
      Map<String, UUID> whose = Map.of("ownerId", document.ownerId());
      transaction.executeWithoutResult(
          _ -> trail.record(caller, "document.view", subject(document), null, whose, null));
    } else {
      LOG.error("The file of the document {} cannot be read: {}", id, reading);
    }
    return new Viewing.Found(document, reading);
  }

  /** Returns all documents of an owner, for whoever has made sure that the caller may. */
  public List<Document> all(UUID ownerId) {
    return store.of(ownerId);
  }

  /**
   * Opens the file of a document, for whoever has made sure that the caller may; nothing if it
   * cannot be read.
   */
  public Optional<InputStream> open(Document document) {
    return vault.read(document.file().sha256()) instanceof Reading.Opened(Content content)
        ? Optional.of(content.open())
        : Optional.empty();
  }

  /**
   * Deletes all documents of an owner, in the caller's transaction; their files are gone once it is
   * committed, but for those that somebody else has too.
   */
  public void erase(UUID ownerId) {
    List<Lying> files = vault.erase(ownerId);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            files.forEach(vault::delete);
          }
        });
  }

  private static Subject subject(Document document) {
    return new Subject("document", document.id(), document.file().name());
  }
}
