package io.loanwright.ledger;

import io.loanwright.ledger.store.IdempotencyStore;
import io.loanwright.ledger.store.IdempotencyStore.Answered;
import io.loanwright.ledger.store.IdempotencyStore.Kept;
import io.loanwright.together.NotShared;
import io.loanwright.together.Rows;
import io.loanwright.web.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that carry out several commands, each on a subject of its own.
 *
 * <p>A few at a time are at work. Who comes meanwhile waits for one of them to end, and then who
 * waits longest carries out what has come for all of them. Nobody waits for more commands to come.
 * Such a transaction waits for no lock on a subject and for no key.
 *
 * <p>A command that is refused leaves nothing, and the others go on. If the transaction fails
 * otherwise, nothing of it is kept, and each command is left to whoever gave it.
 */
final class SharedTransactions {

  private static final Logger LOG = LoggerFactory.getLogger(SharedTransactions.class);

  /** The most commands of one transaction. */
  private static final int MOST = 32;

  private final IdempotencyStore store;
  private final TransactionTemplate transaction;
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private int atWork;

  SharedTransactions(IdempotencyStore store, TransactionTemplate transaction) {
    this.store = store;
    this.transaction = transaction;
  }

  /**
   * A command.
   *
   * @param hash of the command, for whoever uses its key again
   * @param subject what it locks and changes
   * @param deed carries it out and returns its answer as JSON; throws a problem to refuse it, and
   *     has written nothing then but rows that it handed over
   */
  record Work(String key, String hash, UUID subject, Supplier<Answer<String>> deed) {}

  /**
   * A command whose giver waits.
   *
   * @param isLeading completes when it is decided: true if its giver is to carry it out, with
   *     others; false if that was done
   * @param outcome nothing if nothing was done
   */
  private record Waiting(
      Work work,
      UnaryOperator<Set<UUID>> locks,
      CompletableFuture<Boolean> isLeading,
      CompletableFuture<Outcome> outcome) {

    Waiting(Work work, UnaryOperator<Set<UUID>> locks) {
      this(work, locks, new CompletableFuture<>(), new CompletableFuture<>());
    }

    void settle(Outcome came) {
      outcome.complete(came);
      isLeading.complete(false);
    }
  }

  /** What came of a command. */
  private sealed interface Outcome {

    /** It was carried out. */
    record Done(Kept kept) implements Outcome {}

    /** A rule forbids it. */
    record Refused(ProblemException problem) implements Outcome {}

    /** Nothing was done. */
    record Left() implements Outcome {}
  }

  /**
   * Carries a command out with others.
   *
   * @param locks locks the subjects that nobody has locked, and returns them; the same for all
   * @return its answer; nothing if nothing was done
   * @throws ProblemException if it is refused
   */
  Optional<Kept> carryOut(Work work, UnaryOperator<Set<UUID>> locks) {
    Waiting mine = new Waiting(work, locks);
    arrive(mine);
    if (mine.isLeading().join()) {
      lead(mine);
    }
    return switch (mine.outcome().join()) {
      case Outcome.Done(Kept kept) -> Optional.of(kept);
      case Outcome.Refused(ProblemException problem) -> throw problem;
      case Outcome.Left() -> Optional.empty();
    };
  }

  /** Returns how many transactions are at work at once. */
  static int places() {
    return Math.max(2, Runtime.getRuntime().availableProcessors());
  }

  /** Returns how many commands wait. */
  synchronized int waiting() {
    return queue.size();
  }

  /** Where a place is free nobody waits. */
  private synchronized void arrive(Waiting waiting) {
    if (atWork < places()) {
      atWork++;
      waiting.isLeading().complete(true);
    } else {
      queue.add(waiting);
    }
  }

  /** Hands a place over to who waits longest. */
  private synchronized void leave() {
    Waiting next = queue.poll();
    if (next == null) {
      atWork--;
    } else {
      next.isLeading().complete(true);
    }
  }

  /** Gives the place back, whatever happens. */
  private void lead(Waiting first) {
    try {
      List<Waiting> some = new ArrayList<>(MOST);
      some.add(first);
      try {
        addThoseWhoFit(some);
        carryOut(some);
      } finally {
        some.forEach(each -> each.settle(new Outcome.Left()));
      }
    } finally {
      leave();
    }
  }

  /** Takes who fits to him who leads: of two with one subject or key the second waits on. */
  private synchronized void addThoseWhoFit(List<Waiting> some) {
    Waiting first = some.getFirst();
    Set<UUID> subjects = new HashSet<>(Set.of(first.work().subject()));
    Set<String> keys = new HashSet<>(Set.of(first.work().key()));
    Iterator<Waiting> all = queue.iterator();
    while (all.hasNext() && some.size() < MOST) {
      Waiting next = all.next();
      if (first.locks().equals(next.locks())
          && subjects.add(next.work().subject())
          && keys.add(next.work().key())) {
        some.add(next);
        all.remove();
      }
    }
  }

  /** What goes wrong here is everybody's: each finds out by himself what was his. */
  private void carryOut(List<Waiting> some) {
    try {
      Map<Waiting, Outcome> came = new LinkedHashMap<>();
      transaction.executeWithoutResult(status -> carryOut(some, status, came));
      came.forEach(Waiting::settle);
    } catch (ProblemException | ConcurrencyFailureException e) {
      LOG.info("{} commands are carried out one by one: {}", some.size(), e.getMessage());
    } catch (RuntimeException | Error e) {
      LOG.warn("{} commands are carried out one by one", some.size(), e);
    }
  }

  private void carryOut(
      List<Waiting> some, TransactionStatus transaction, Map<Waiting, Outcome> came) {
    Rows.gather(() -> {
      for (Waiting each : free(some)) {
        came.put(each, outcome(each.work(), transaction));
      }
    });
    List<Answered> answered = new ArrayList<>();
    came.forEach((each, outcome) -> {
      if (outcome instanceof Outcome.Done(Kept kept)) {
        answered.add(new Answered(each.work().key(), kept));
      }
    });
    if (!answered.isEmpty() && !store.insert(answered)) {
      LOG.info("{} commands are carried out one by one: a key was used meanwhile", some.size());
      transaction.setRollbackOnly();
      came.clear();
    }
  }

  private static Outcome outcome(Work work, TransactionStatus transaction) {
    try {
      Answer<String> answer = Rows.attempt(work.deed());
      return new Outcome.Done(new Kept(work.hash(), answer.status(), answer.body()));
    } catch (NotShared alone) {
      return new Outcome.Left();
    } catch (ProblemException refused) {
      if (transaction.isRollbackOnly()) {
        throw refused;
      }
      return new Outcome.Refused(refused);
    }
  }

  /** Whose subject or key somebody else has need not wait for the others. */
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
        each.settle(new Outcome.Left());
      }
    }
    return free;
  }
}
