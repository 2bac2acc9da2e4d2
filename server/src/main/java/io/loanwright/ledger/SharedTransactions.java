package io.loanwright.ledger;

import io.loanwright.ledger.store.IdempotencyStore;
import io.loanwright.ledger.store.IdempotencyStore.Answered;
import io.loanwright.ledger.store.IdempotencyStore.Kept;
import io.loanwright.together.Rows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that carry out several commands, each on a subject of its own.
 *
 * <p>A few at a time are at work. Who comes meanwhile waits for one of them to end, and then one of
 * those who wait carries out what has come for all of them. Nobody waits for more commands to come.
 * Such a transaction waits for no lock on a subject and for no key. It is kept only if every
 * command in it was carried out; if not, none was, and each is left to whoever gave it.
 */
final class SharedTransactions {

  private static final Logger LOG = LoggerFactory.getLogger(SharedTransactions.class);

  /** The most commands of one transaction. */
  private static final int MOST = 32;

  private final IdempotencyStore store;
  private final TransactionTemplate transaction;
  private final Semaphore places = new Semaphore(places());
  private final Queue<Waiting> queue = new ArrayDeque<>();

  SharedTransactions(IdempotencyStore store, TransactionTemplate transaction) {
    this.store = store;
    this.transaction = transaction;
  }

  /**
   * A command.
   *
   * @param hash of the command, for whoever uses its key again
   * @param subject what it locks and changes
   * @param deed carries it out and returns its answer as JSON
   */
  record Work(String key, String hash, UUID subject, Supplier<Answer<String>> deed) {}

  private record Waiting(
      Work work, UnaryOperator<Set<UUID>> locks, CompletableFuture<Optional<Kept>> outcome) {}

  /**
   * Carries a command out with others.
   *
   * @param locks locks the subjects that nobody has locked, and returns them; the same for all
   * @return its answer; nothing if nothing was done
   */
  Optional<Kept> carryOut(Work work, UnaryOperator<Set<UUID>> locks) {
    Waiting mine = new Waiting(work, locks, new CompletableFuture<>());
    add(mine);
    while (isQueued(mine)) {
      places.acquireUninterruptibly();
      try {
        if (isQueued(mine)) {
          carryOut(take());
        }
      } finally {
        places.release();
      }
    }
    return mine.outcome().join();
  }

  private synchronized boolean isQueued(Waiting waiting) {
    return queue.contains(waiting);
  }

  /** Returns how many transactions are at work at once. */
  static int places() {
    return Math.max(2, Runtime.getRuntime().availableProcessors());
  }

  /** Returns how many commands wait. */
  synchronized int waiting() {
    return queue.size();
  }

  private synchronized void add(Waiting waiting) {
    queue.add(waiting);
  }

  /** Takes who waits first, and who fits to him: of two with one subject the second waits on. */
  private synchronized List<Waiting> take() {
    List<Waiting> some = new ArrayList<>();
    Set<UUID> subjects = new HashSet<>();
    Iterator<Waiting> all = queue.iterator();
    while (all.hasNext() && some.size() < MOST) {
      Waiting next = all.next();
      boolean fits = some.isEmpty() || some.getFirst().locks().equals(next.locks());
      if (fits && subjects.add(next.work().subject())) {
        all.remove();
        some.add(next);
      }
    }
    return some;
  }

  private void carryOut(List<Waiting> some) {
    try {
      Map<Waiting, Kept> done =
          Objects.requireNonNull(transaction.execute(transaction -> done(some, transaction)));
      done.forEach((each, kept) -> each.outcome().complete(Optional.of(kept)));
    } catch (RuntimeException e) {
      LOG.debug("{} commands are carried out one by one", some.size(), e);
    } finally {
      some.forEach(each -> each.outcome().complete(Optional.empty()));
    }
  }

  /** Whose subject or key somebody else has need not wait for the others. */
  private Map<Waiting, Kept> done(List<Waiting> some, TransactionStatus transaction) {
    Map<Waiting, Kept> done = new LinkedHashMap<>();
    Rows.gather(() -> {
      for (Waiting each : free(some)) {
        Answer<String> answer = each.work().deed().get();
        done.put(each, new Kept(each.work().hash(), answer.status(), answer.body()));
      }
    });
    List<Answered> answered =
        done.entrySet().stream()
            .map(entry -> new Answered(entry.getKey().work().key(), entry.getValue()))
            .toList();
    if (store.insert(answered)) {
      return done;
    }
    transaction.setRollbackOnly();
    return Map.of();
  }

  private List<Waiting> free(List<Waiting> some) {
    Set<UUID> subjects =
        some.getFirst()
            .locks()
            .apply(some.stream().map(each -> each.work().subject()).collect(Collectors.toSet()));
    Set<String> keys = store.claimFree(some.stream().map(each -> each.work().key()).toList());
    List<Waiting> free = new ArrayList<>();
    for (Waiting each : some) {
      if (subjects.contains(each.work().subject()) && keys.contains(each.work().key())) {
        free.add(each);
      } else {
        each.outcome().complete(Optional.empty());
      }
    }
    return free;
  }
}
