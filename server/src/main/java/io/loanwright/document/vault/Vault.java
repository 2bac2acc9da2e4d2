package io.loanwright.document.vault;

import io.loanwright.document.vault.ContentRows.Row;
import io.loanwright.document.vault.ObjectStore.Kind;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps contents sealed, and opens them again. */
@Component
public class Vault {

  private static final Logger LOG = LoggerFactory.getLogger(Vault.class);

  private static final int BATCH = 200;

  private final Map<Kind, ObjectStore> stores;
  private final ContentRows rows;
  private final MasterKeys keys;

  Vault(List<ObjectStore> stores, ContentRows rows, MasterKeys keys) {
    this.stores =
        stores.stream()
            .filter(ObjectStore::isUsed)
            .collect(Collectors.toMap(ObjectStore::kind, Function.identity()));
    this.rows = rows;
    this.keys = keys;
  }

  /**
   * Keeps a content, once however often it comes. Its file is there in full before its row is; a
   * crash between leaves a file that nobody refers to.
   *
   * @throws IOException if the store does not take it
   */
  public void keep(Content content) throws IOException {
    Optional<Row> known = rows.find(content.sha256());
    if (known.isPresent()) {
      mend(known.get(), content);
      return;
    }
    Row row = stored(content);
    if (!rows.insert(row)) {
      store(row).delete(row.place());
    }
  }

  /** Puts the file of a content into the store of now, by a key of its own. */
  private Row stored(Content content) throws IOException {
    FileKey key = FileKey.make();
    String place = key.place(content.sha256());
    ObjectStore store = storeOfNow();
    store.put(place, key.seal(content));
    return new Row(content.sha256(), place, store.kind(), keys.wrap(key));
  }

  /**
   * Keeps a content from being erased with another owner until the caller's transaction ends.
   *
   * @return false if it was erased already, and has to be kept again
   */
  public boolean hold(String sha256) {
    return rows.hold(sha256);
  }

  /** Where a file lies to which nothing refers any more. */
  public record Lying(String store, String place) {}

  /**
   * Forgets all documents of an owner, with the keys of contents that nobody else has, in the
   * caller's transaction.
   *
   * @return their files, which nobody can open once it is committed
   */
  public List<Lying> erase(UUID ownerId) {
    return rows.erase(ownerId);
  }

  /** Deletes a file that nothing refers to; where its store does not answer, it stays, sealed. */
  public void delete(Lying file) {
    ObjectStore store = stores.get(Kind.valueOf(file.store()));
    try {
      if (store == null) {
        throw new IOException("The store " + file.store() + " needs its settings");
      }
      store.delete(file.place());
    } catch (IOException e) {
      LOG.error("The file {} of an erased document could not be deleted", file.place(), e);
    }
  }

  /**
   * Puts a content back that cannot be opened: whoever files it is told that it is kept. Where its
   * key is not known it gets another one.
   */
  private void mend(Row row, Content content) throws IOException {
    if (opened(row) instanceof Reading.Opened) {
      return;
    }
    Optional<FileKey> key = keys.unwrap(row.key());
    if (key.isPresent()) {
      store(row).put(row.place(), key.get().seal(content));
      return;
    }
    Row anew = stored(content);
    boolean isReplaced = rows.replace(row, anew);
    Row needless = isReplaced ? row : anew;
    delete(new Lying(needless.store().name(), needless.place()));
  }

  /** Opens a content. */
  public Reading read(String sha256) {
    Optional<Row> found = rows.find(sha256);
    try {
      return found.isPresent() ? opened(found.get()) : unsealed(sha256);
    } catch (IOException e) {
      LOG.error("The store of documents did not answer", e);
      return new Reading.Away();
    }
  }

  private Reading opened(Row row) throws IOException {
    Optional<FileKey> key = keys.unwrap(row.key());
    if (key.isEmpty()) {
      return new Reading.Locked(row.key().keyId());
    }
    Optional<byte[]> sealed = store(row).get(row.place());
    if (sealed.isEmpty()) {
      return new Reading.Missing();
    }
    try {
      return checked(key.get().open(sealed.get(), row.sha256()), row.sha256());
    } catch (GeneralSecurityException e) {
      LOG.error("The file {} was changed: {}", row.place(), e.getMessage());
      return new Reading.Damaged();
    }
  }

  /** Contents that were filed before any were sealed lie open under their SHA-256. */
  private Reading unsealed(String sha256) throws IOException {
    Optional<byte[]> plain = folder().get(sha256);
    return plain.isEmpty() ? new Reading.Missing() : checked(new Content(plain.get()), sha256);
  }

  private static Reading checked(Content content, String sha256) {
    return content.sha256().equals(sha256) ? new Reading.Opened(content) : new Reading.Damaged();
  }

  /**
   * Wraps by the master key of now what another one wrapped that is known still. What does not
   * unwrap stays as it is, and the log says how much.
   *
   * @return how many keys
   */
  int rewrapAll() {
    Set<String> old = new TreeSet<>(keys.ids());
    old.remove(keys.currentId());
    int count = 0;
    int left = 0;
    List<Row> batch = rows.ofKeys(old, "", BATCH);
    while (!batch.isEmpty()) {
      for (Row row : batch) {
        Optional<FileKey> key = keys.unwrap(row.key());
        if (key.isPresent()) {
          rows.rewrap(row, keys.wrap(key.get()));
          count++;
        } else {
          left++;
        }
      }
      batch = rows.ofKeys(old, batch.getLast().sha256(), BATCH);
    }
    if (left > 0) {
      LOG.error("The keys of {} documents were not wrapped anew: they were changed", left);
    }
    return count;
  }

  /**
   * Seals what was filed before contents were sealed; what is missing or was changed stays as it
   * is.
   *
   * @return how many contents
   */
  int sealAll() throws IOException {
    int count = 0;
    List<String> batch = rows.unsealed("", BATCH);
    while (!batch.isEmpty()) {
      for (String sha256 : batch) {
        if (unsealed(sha256) instanceof Reading.Opened(Content content)) {
          keep(content);
          folder().delete(sha256);
          count++;
        }
      }
      batch = rows.unsealed(batch.getLast(), BATCH);
    }
    return count;
  }

  private ObjectStore storeOfNow() {
    ObjectStore s3 = stores.get(Kind.S3);
    return s3 == null ? folder() : s3;
  }

  private ObjectStore folder() {
    return store(Kind.FOLDER);
  }

  private ObjectStore store(Row row) throws IOException {
    if (!stores.containsKey(row.store())) {
      throw new IOException("The documents that lie in " + row.store() + " need its settings");
    }
    return store(row.store());
  }

  private ObjectStore store(Kind kind) {
    ObjectStore store = stores.get(kind);
    if (store == null) {
      throw new IllegalStateException("No store " + kind);
    }
    return store;
  }
}
