package io.loanwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.ledger.store.IdempotencyStore;
import io.loanwright.ledger.store.IdempotencyStore.Kept;
import io.loanwright.ledger.store.LedgerStores;
import io.loanwright.testing.DbTest;
import io.loanwright.testing.TestDatabase;
import io.loanwright.together.Rows;
import io.loanwright.web.Ids;
import io.loanwright.web.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who comes while others are at work is carried out with whoever else waits, or by himself. */
@DbTest
class SharedTransactionsDbTest {

  private static final String HASH = "0".repeat(64);

  private final TestDatabase database;
  private final IdempotencyStore store;
  private final SharedTransactions transactions;
  private final Set<UUID> held = new HashSet<>();
  private final UnaryOperator<Set<UUID>> locks;

  SharedTransactionsDbTest(TestDatabase database) {
    this.database = database;
    this.store = LedgerStores.idempotency(database);
    this.locks = this::free;
    this.transactions =
        new SharedTransactions(
            store, new TransactionTemplate(new JdbcTransactionManager(database.dataSource())));
  }

  @Test
  void whoComesWhileOthersAreAtWorkSharesOneTransaction() {
    List<Optional<Kept>> answers = together(List.of(this::deed, this::deed, this::deed), List.of());

    assertThat(answers).allSatisfy(answer -> assertThat(answer).isPresent());
    assertThat(answers.stream().map(answer -> answer.orElseThrow().body()).distinct()).hasSize(1);
  }

  @Test
  void whoIsRefusedIsToldSoAndTheOthersShareOn() {
    List<String> keys = keys(3);

    assertThatThrownBy(() -> together(List.of(this::deed, this::refused, this::deed), keys))
        .hasCauseInstanceOf(ProblemException.class)
        .hasMessageContaining("The loan is closed.");
    assertThat(keys.stream().map(this::isKept)).containsExactly(true, false, true);
  }

  /** Its row would be read by whoever looks for what was written. */
  @Test
  void whatARefusedCommandHandedOverIsDropped() {
    List<String> written = new CopyOnWriteArrayList<>();
    Consumer<List<String>> writer = written::addAll;
    Supplier<Answer<String>> taken =
        () -> {
          Rows.add(writer, "taken");
          return deed();
        };
    Supplier<Answer<String>> refused =
        () -> {
          Rows.add(writer, "refused");
          return refused();
        };

    assertThatThrownBy(() -> together(List.of(taken, refused, taken), keys(3)))
        .hasCauseInstanceOf(ProblemException.class);
    assertThat(written).containsExactly("taken", "taken");
  }

  @Test
  void whoMayNotShareIsLeftToHimself() {
    Supplier<Answer<String>> alone =
        () -> {
          Rows.requireAlone();
          return deed();
        };

    List<Optional<Kept>> answers = together(List.of(this::deed, alone), keys(2));

    assertThat(answers.getFirst()).isPresent();
    assertThat(answers.getLast()).isEmpty();
  }

  @Test
  void anErrorLeavesEachToHimselfAndNobodyInTheQueue() {
    Supplier<Answer<String>> broken =
        () -> {
          throw new StackOverflowError("planted");
        };
    List<String> keys = keys(2);

    assertThat(together(List.of(broken, this::deed), keys)).containsOnly(Optional.empty());
    assertThat(keys).noneMatch(this::isKept);
    assertThat(transactions.waiting()).isZero();
    assertThat(carryOut("after " + Ids.next(), Ids.next(), this::deed)).isPresent();
  }

  @Test
  void whoseKeyWasUsedBeforeIsLeftOut() {
    List<String> keys = List.of("new " + Ids.next(), "used " + Ids.next());
    assertThat(store.claim(keys.getLast(), HASH)).isTrue();

    List<Optional<Kept>> answers = together(List.of(this::deed, this::deed), keys);

    assertThat(answers.getFirst()).isPresent();
    assertThat(answers.getLast()).isEmpty();
  }

  @Test
  void whoHasTheKeyOfAnotherWaitsOnAndTheOthersShare() {
    String key = "twice " + Ids.next();
    List<String> keys = List.of(key, key, "once " + Ids.next());

    List<Optional<Kept>> answers = together(List.of(this::deed, this::deed, this::deed), keys);

    assertThat(answers.get(1)).isEmpty();
    assertThat(answers.getLast().orElseThrow().body())
        .isEqualTo(answers.getFirst().orElseThrow().body());
  }

  @Test
  void whoseKeyIsInUseIsLeftOutAndWaitsByItself() {
    String key = "in use " + Ids.next();
    Optional<Kept> answer =
        new TransactionTemplate(new JdbcTransactionManager(database.dataSource()))
            .execute(_ -> {
              store.claim(key, HASH);
              return CompletableFuture.supplyAsync(() -> carryOut(key, Ids.next(), this::deed))
                  .join();
            });

    assertThat(answer).isEmpty();
  }

  @Test
  void whoseSubjectIsLockedIsLeftOut() {
    UUID locked = Ids.next();
    held.add(locked);

    assertThat(carryOut("locked " + locked, locked, this::deed)).isEmpty();
    assertThat(carryOut("free " + locked, Ids.next(), this::deed)).isPresent();
  }

  /** Carries deeds out that all come while every place is taken, and then one is given up. */
  private List<Optional<Kept>> together(List<Supplier<Answer<String>>> deeds, List<String> keys) {
    CountDownLatch one = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Optional<Kept>>> all = new ArrayList<>();
      for (int i = 0; i < SharedTransactions.places(); i++) {
        CountDownLatch begun = new CountDownLatch(1);
        Supplier<Answer<String>> deed = waiting(begun, i == 0 ? one : others);
        all.add(
            CompletableFuture.supplyAsync(
                () -> carryOut("before " + Ids.next(), Ids.next(), deed), threads));
        await(begun);
      }
      List<CompletableFuture<Optional<Kept>>> asked = new ArrayList<>();
      for (int i = 0; i < deeds.size(); i++) {
        Supplier<Answer<String>> deed = deeds.get(i);
        String key = keys.isEmpty() ? "together " + Ids.next() : keys.get(i);
        asked.add(CompletableFuture.supplyAsync(() -> carryOut(key, Ids.next(), deed), threads));
        waitFor(i + 1);
      }
      one.countDown();
      asked.forEach(answer -> answer.handle((_, _) -> true).join());
      others.countDown();
      all.forEach(CompletableFuture::join);
      return asked.stream().map(CompletableFuture::join).toList();
    }
  }

  private void waitFor(int waiting) {
    while (transactions.waiting() < waiting) {
      Thread.onSpinWait();
    }
  }

  private Set<UUID> free(Set<UUID> subjects) {
    Set<UUID> free = new HashSet<>(subjects);
    free.removeAll(held);
    return free;
  }

  private Optional<Kept> carryOut(String key, UUID subject, Supplier<Answer<String>> deed) {
    return transactions.carryOut(new SharedTransactions.Work(key, HASH, subject, deed), locks);
  }

  private static List<String> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> i + " " + Ids.next()).toList();
  }

  private Answer<String> refused() {
    throw ProblemException.conflict("loan-closed", "The loan is closed.");
  }

  /** Answers with the transaction that it was done in. */
  private Answer<String> deed() {
    return new Answer<>(
        201, database.jdbc().sql("SELECT pg_current_xact_id()::text").query(String.class).single());
  }

  private Supplier<Answer<String>> waiting(CountDownLatch begun, CountDownLatch end) {
    return () -> {
      begun.countDown();
      await(end);
      return deed();
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isKept(String key) {
    return database
        .jdbc()
        .sql("SELECT EXISTS (SELECT FROM ledger.idempotency_key WHERE key = :key)")
        .param("key", key)
        .query(Boolean.class)
        .single();
  }
}
