package io.loanwright.audit.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are added and never changed, and are sealed into the chain of hashes.
 *
 * <p>The table has a trigger, {@code audit.await_seal}, by which each new row waits for its seal.
 */
public interface Chained {

  /** So many rows are read at a time where all are. */
  int READ_AT_ONCE = 1000;

  /** Returns what the trigger calls its rows; never changed, as hashes depend on it. */
  String kind();

  /** Hands over the rows of some ids that there are, in any order. */
  void read(Collection<UUID> ids, Consumer<Content> each);

  /** Is told which rows get their seal, in the transaction and under the lock of the sealer. */
  default void sealed(Collection<UUID> ids) {}

  /** Returns how many rows there are. */
  long count();

  /** Hands over the ids of all rows; needs a transaction. */
  void ids(Consumer<UUID> each);

  /** Returns what stands for all rows: of each its id and the hash that a seal should have. */
  default Fingerprint fingerprint(Run run) {
    Fingerprint all = run.fingerprint();
    RecordBytes record = new RecordBytes();
    List<UUID> ids = new ArrayList<>();
    ids(ids::add);
    for (int from = 0; from < ids.size(); from += READ_AT_ONCE) {
      read(
          ids.subList(from, Math.min(from + READ_AT_ONCE, ids.size())),
          content -> add(content, record, all));
    }
    return all;
  }

  /** Adds a row to what stands for many. */
  default void add(Content content, RecordBytes record, Fingerprint all) {
    byte[] hash = record.hash(kind(), content);
    all.begin().put(content.id()).putHash(hash, 0).add();
  }

  /**
   * What a row says.
   *
   * @param name what a person would look it up by
   * @param fields all of it but the id, in an order and a form that never change
   * @param leaf the hash that it was sealed with, in hexadecimal, where what it was made of was
   *     erased; else null
   */
  record Content(UUID id, String name, List<@Nullable String> fields, @Nullable String leaf) {

    /** A row of which everything is there. */
    public Content(UUID id, String name, List<@Nullable String> fields) {
      this(id, name, fields, null);
    }
  }
}
