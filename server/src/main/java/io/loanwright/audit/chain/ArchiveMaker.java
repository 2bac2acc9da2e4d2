package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Difference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  /**
   * Notes the id of an archive that is about to be made, known whatever happens. Under the lock of
   * the archives: whoever gets that knows that nobody is making one.
   */
  void begin(UUID id) {
    apart.executeWithoutResult(_ -> store.begin(id));
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
   * archives. Where the folder is not there, nothing is forgotten.
   */
  void sweep() {
    if (!folder.isThere()) {
      return;
    }
    Set<UUID> here = folder.files().keySet();
    List<UUID> left = new ArrayList<>();
    for (UUID id : store.needless()) {
      if (here.contains(id) && !delete(id)) {
        left.add(id);
      }
    }
    store.doneWithAllBut(left);
  }

  /** Deletes the files of an archive; false where one stays, which is swept later. */
  boolean delete(UUID id) {
    try {
      folder.delete(id);
      return true;
    } catch (IOException e) {
      LOG.warn("The file of the archive {} could not be deleted", id, e);
      return false;
    }
  }
}
