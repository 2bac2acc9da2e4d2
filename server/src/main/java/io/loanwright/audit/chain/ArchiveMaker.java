package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Difference;
import io.loanwright.web.Ids;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes files of archives, and clears away those that nobody needs. */
@Component
class ArchiveMaker {

  private static final Logger LOG = LoggerFactory.getLogger(ArchiveMaker.class);

  private final ArchiveStore store;
  private final ArchiveFolder folder;
  private final ArchiveCheck check;
  private final HeadKeys keys;
  private final TransactionTemplate apart;

  ArchiveMaker(
      ArchiveStore store,
      ArchiveFolder folder,
      ArchiveCheck check,
      HeadKeys keys,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.folder = folder;
    this.check = check;
    this.keys = keys;
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Returns the id of an archive that is about to be made, known whatever happens. */
  UUID begin() {
    UUID id = Ids.next();
    apart.executeWithoutResult(_ -> store.begin(id));
    return id;
  }

  /** Makes an empty draft of a file. */
  Path draft(UUID id) throws IOException {
    return folder.draft(id);
  }

  /** Returns where the file of an archive is to be. */
  Path file(Archive archive) {
    return folder.file(archive);
  }

  /**
   * Puts a draft in its place, reads it back against the seals, and signs what it is.
   *
   * @throws IOException if it does not read as it was written
   * @throws IllegalStateException if there is no key to sign with
   */
  HeadKeys.Signed finish(Path draft, Archive archive) throws IOException {
    folder.put(draft, archive);
    List<Difference> found = new ArrayList<>();
    check.check(archive, found::add, _ -> {});
    if (!found.isEmpty()) {
      throw new IOException("It does not read as it was written: " + found.getFirst());
    }
    return keys.sign(archive.message());
  }

  /**
   * Deletes the files of archives that came to nothing or were replaced, under the lock of the
   * archives.
   */
  void sweep() {
    List<UUID> gone = new ArrayList<>();
    for (UUID id : store.needless()) {
      if (delete(id)) {
        gone.add(id);
      }
    }
    if (!gone.isEmpty()) {
      store.doneWith(gone);
    }
  }

  /** Deletes the files of an archive; what cannot be deleted now is swept later. */
  boolean delete(UUID id) {
    try {
      return folder.delete(id);
    } catch (IOException e) {
      LOG.warn("The file of the archive {} could not be deleted", id, e);
      return false;
    }
  }
}
