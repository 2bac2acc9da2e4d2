package io.loanwright.audit.proof;

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
