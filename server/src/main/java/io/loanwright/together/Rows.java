package io.loanwright.together;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that wait for the end of a transaction which carries out several commands.
 *
 * <p>Rows of a kind are written by one statement, in the order in which they were handed over; the
 * kinds in the order of their first row. Until then nobody reads them. What was read for all of
 * them at once is known to each.
 */
public final class Rows {

  private static final Object OF_THREAD = Rows.class;

  private final Map<Consumer<?>, List<Object>> waiting = new LinkedHashMap<>();
  private final Map<Object, Map<?, ?>> known = new HashMap<>();

  /** What the command that is being carried out has handed over; null between two. */
  private @Nullable Map<Consumer<?>, List<Object>> attempted;

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
   * Carries one of several commands out. If it throws, what it has handed over is dropped, and the
   * others are as if it had not come.
   */
  public static <T> T attempt(Supplier<T> command) {
    if (!(TransactionSynchronizationManager.getResource(OF_THREAD) instanceof Rows gathered)) {
      return command.get();
    }
    Map<Consumer<?>, List<Object>> own = new LinkedHashMap<>();
    gathered.attempted = own;
    try {
      T answer = command.get();
      gathered.keep(own);
      return answer;
    } finally {
      gathered.attempted = null;
    }
  }

  /**
   * Says that the command is about to lock what is not its own, such as a wallet: several that did
   * so in one transaction could wait for each other in a circle.
   *
   * @throws NotShared if the command is carried out with others; it is done by itself then
   */
  public static void requireAlone() {
    if (TransactionSynchronizationManager.getResource(OF_THREAD) instanceof Rows) {
      throw new NotShared();
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
      gathered.add(writer, rows);
    } else {
      writer.accept(rows);
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

  private void add(Consumer<?> writer, List<?> rows) {
    (attempted == null ? waiting : attempted)
        .computeIfAbsent(writer, _ -> new ArrayList<>())
        .addAll(rows);
  }

  private void keep(Map<Consumer<?>, List<Object>> own) {
    own.forEach(
        (writer, rows) -> waiting.computeIfAbsent(writer, _ -> new ArrayList<>()).addAll(rows));
  }

  /** What is handed over by who writes is written, too. */
  private void writeAll() {
    while (!waiting.isEmpty()) {
      Map<Consumer<?>, List<Object>> now = new LinkedHashMap<>(waiting);
      waiting.clear();
      now.forEach(Rows::write);
    }
  }

  /** Only rows of its own type come to a writer, by {@link #addAll}. */
  @SuppressWarnings("unchecked")
  private static <T> void write(Consumer<T> writer, List<Object> rows) {
    writer.accept((T) rows);
  }
}
