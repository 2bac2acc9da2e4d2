package io.loanwright.document;

import io.loanwright.access.Caller;
import io.loanwright.document.Document.Signature;
import io.loanwright.document.Document.StoredFile;
import io.loanwright.document.intake.Intake;
import io.loanwright.document.intake.Taking;
import io.loanwright.document.store.AttachmentStore;
import io.loanwright.document.vault.Content;
import io.loanwright.document.vault.Reading;
import io.loanwright.document.vault.Vault;
import io.loanwright.document.vault.Vault.Lying;
import io.loanwright.web.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that are kept with something of another module, which knows who may add and see them, and
 * leaves the rows in the trail. They are taken in, sealed and kept as the papers of borrowers are.
 */
@Component
public class Attachments {

  /** The most files of one owner. */
  public static final int MOST = 10;

  private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);

  private final AttachmentStore store;
  private final Intake intake;
  private final Vault vault;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Attachments(
      AttachmentStore store,
      Intake intake,
      Vault vault,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.intake = intake;
    this.vault = vault;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Looks at a file and makes it fit to be kept.
   *
   * @param content the file; read here, closed by whoever opened it
   * @throws IOException if the file cannot be read
   */
  public TakenIn take(InputStream content) throws IOException {
    Taking taking = intake.take(content);
    return taking instanceof Taking.Taken(FileType type, Content taken)
        ? new TakenIn.Fit(type, taken)
        : new TakenIn.Refused(taking);
  }

  /** Returns whether an owner has as many files as it may have, and not this one. */
  public boolean isFull(UUID ownerId, TakenIn.Fit file) {
    List<Attachment> others = store.of(ownerId);
    return others.size() >= MOST && known(others, file).isEmpty();
  }

  /**
   * Keeps the content of a file and does something in a transaction after it; both once more if the
   * content is erased with somebody's papers just then. Whoever refuses in there has the content
   * {@linkplain #forget forgotten}.
   *
   * @param work locks the owner and {@linkplain #attach attaches} the file; returns nothing, and
   *     has written nothing, if the content is gone again
   * @return what the work returned; nothing if the store takes no file
   */
  public <T> Optional<T> keeping(TakenIn.Fit file, Supplier<Optional<T>> work) {
    Optional<T> done = Optional.empty();
    while (done.isEmpty()) {
      try {
        vault.keep(file.content());
      } catch (IOException e) {
        LOG.error("The store of documents takes nothing", e);
        return Optional.empty();
      }
      done = transaction.execute(_ -> work.get());
    }
    return done;
  }

  /** Forgets a content that was kept and then refused, unless somebody has the same. */
  @Transactional(propagation = Propagation.NEVER)
  public void forget(TakenIn.Fit file) {
    store.forget(file.content().sha256()).forEach(vault::delete);
  }

  /**
   * Attaches a file in the work of {@link #keeping}.
   *
   * @param name what the file is called, 1 to {@value Document#NAME_MAX} characters
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Attaching attach(Caller caller, UUID ownerId, String name, TakenIn.Fit file) {
    Content content = file.content();
    List<Attachment> others = store.of(ownerId);
    Optional<Attachment> known = known(others, file);
    if (known.isPresent()) {
      return new Attaching.KnownAlready(known.get());
    }
    if (others.size() >= MOST) {
      return new Attaching.TooMany(MOST);
    }
    if (!vault.hold(content.sha256())) {
      return new Attaching.Gone();
    }
    Attachment made =
        new Attachment(
            Ids.next(),
            ownerId,
            new StoredFile(name, file.type(), content.size(), content.sha256()),
            new Signature(
                caller.userId(), caller.name(), clock.instant().truncatedTo(ChronoUnit.MICROS)),
            false);
    store.insert(made);
    return new Attaching.Attached(made);
  }

  private static Optional<Attachment> known(List<Attachment> others, TakenIn.Fit file) {
    String sha256 = file.content().sha256();
    return others.stream().filter(each -> each.file().sha256().equals(sha256)).findFirst();
  }

  /** Returns a file of an owner. */
  public Optional<Attachment> find(UUID ownerId, UUID id) {
    return store.find(ownerId, id);
  }

  /** Returns the files of some owners, the oldest of each first; who has none is left out. */
  public Map<UUID, List<Attachment>> of(Collection<UUID> ownerIds) {
    return store.of(ownerIds);
  }

  /** Opens a file, for whoever has made sure that the caller may. */
  public OpenedFile open(Attachment attachment) {
    Reading reading = vault.read(attachment.file().sha256());
    if (!(reading instanceof Reading.Opened)) {
      LOG.error("The file of the attachment {} cannot be read: {}", attachment.id(), reading);
    }
    return new OpenedFile(attachment.file(), reading);
  }

  /**
   * Has the files of an owner stay for good: the database lets nobody remove them.
   *
   * @return the ids of those that did not before
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<UUID> fix(UUID ownerId) {
    return store.fix(ownerId);
  }

  /**
   * Removes a file that is not fixed, in the caller's transaction; it is gone once that is
   * committed, unless somebody else has the same.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Attachment attachment) {
    List<Lying> files = store.detach(attachment.id());
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            files.forEach(vault::delete);
          }
        });
  }
}
