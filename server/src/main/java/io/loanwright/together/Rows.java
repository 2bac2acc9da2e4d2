package io.loanwright.together;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that wait for the end of a transaction which carries out several commands.
 *
 * <p>Rows of a kind are written by one statement, in the order in which they were handed over; the
 * kinds in the order of their first row. Whoever reads what a command before may have left here
 * calls {@link #write} first. What was read for all of them at once is known to each.
 */
public final class Rows {

  private static final Object OF_THREAD = Rows.class;

  private final Map<Consumer<?>, List<Object>> waiting = new LinkedHashMap<>();
  private final Map<Object, Map<?, ?>> known = new HashMap<>();

  private Rows() {}

  /**
   * Gathers the rows of what is done, and writes them when that is done.
   *
   * @param deeds in a transaction, which the caller rolls back if this throws
   */
  public static void gather(Runnable deeds) {
    Rows rows = new Rows();
    TransactionSynchronizationManager.bindResource(OF_THREAD, rows);
    try {
      deeds.run();
      rows.writeAll();
    } finally {
      TransactionSynchronizationManager.unbindResource(OF_THREAD);
    }
  }

  /**
   * Hands a row over, or writes it at once where nobody gathers.
   *
   * @param writer writes rows of a kind; the same object for all of them
   */
  public static <T> void add(Consumer<List<T>> writer, T row) {
    addAll(writer, List.of(row));
  }

  /** Hands rows over, or writes them at once where nobody gathers. */
  public static <T> void addAll(Consumer<List<T>> writer, List<T> rows) {
    if (TransactionSynchronizationManager.getResource(OF_THREAD) instanceof Rows gathered) {
      gathered.waiting.computeIfAbsent(writer, _ -> new ArrayList<>()).addAll(rows);
    } else {
      writer.accept(rows);
    }
  }

  /** Writes what waits, for somebody who reads it. */
  public static void write() {
    if (TransactionSynchronizationManager.getResource(OF_THREAD) instanceof Rows gathered) {
      gathered.writeAll();
    }
  }

  /**
   * Keeps what was read for all commands that are gathered, for {@link #known}.
   *
   * @param kind of what it is; the same object for whoever asks
   * @param answers by what they are asked for, such as the id of a loan that is locked
   */
  public static void know(Object kind, Map<UUID, ?> answers) {
    if (TransactionSynchronizationManager.getResource(OF_THREAD) instanceof Rows gathered) {
      gathered.known.put(kind, answers);
    }
  }

  /** Returns what was read ahead; nothing if it was not. */
  public static <V> Optional<V> known(Object kind, UUID key, Class<V> type) {
    return TransactionSynchronizationManager.getResource(OF_THREAD) instanceof Rows gathered
        ? Optional.ofNullable(gathered.known.getOrDefault(kind, Map.of()).get(key)).map(type::cast)
        : Optional.empty();
  }

  private void writeAll() {
    Map<Consumer<?>, List<Object>> now = new LinkedHashMap<>(waiting);
    waiting.clear();
    now.forEach(Rows::write);
  }

  /** Only rows of its own type come to a writer, by {@link #addAll}. */
  @SuppressWarnings("unchecked")
  private static <T> void write(Consumer<T> writer, List<Object> rows) {
    writer.accept((T) rows);
  }
}
