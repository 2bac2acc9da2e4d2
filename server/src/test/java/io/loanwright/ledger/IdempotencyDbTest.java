package io.loanwright.ledger;

import static io.loanwright.ledger.LedgerFixtures.BOOKKEEPER;
import static io.loanwright.ledger.LedgerFixtures.disbursement;
import static io.loanwright.ledger.LedgerFixtures.shillings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.ledger.store.LedgerStores;
import io.loanwright.testing.DbTest;
import io.loanwright.testing.TestDatabase;
import io.loanwright.web.Ids;
import io.loanwright.web.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** A command with a key has one effect and one answer. */
@DbTest
class IdempotencyDbTest {

  private static final Command PAY = new Command("POST /pay", new Pay("5.00"));

  private final TestDatabase database;
  private final Ledger ledger;
  private final Idempotency idempotency;

  IdempotencyDbTest(TestDatabase database) {
    this.database = database;
    this.ledger =
        new Ledger(
            LedgerStores.accounts(database),
            LedgerStores.journal(database),
            LedgerStores.balances(database));
    this.idempotency =
        new Idempotency(
            LedgerStores.idempotency(database),
            JsonMapper.builder().build(),
            new JdbcTransactionManager(database.dataSource()));
  }

  private record Pay(String amount) {}

  private record Paid(UUID id, String note) {}

  @Test
  void repeatGetsTheFirstAnswerAndDoesNothing() {
    UUID loan = Ids.next();

    Answer<Paid> first = pay("repeat-" + loan, PAY, loan);
    Answer<Paid> second = pay("repeat-" + loan, PAY, loan);

    assertThat(second).isEqualTo(first);
    assertThat(first.status()).isEqualTo(201);
    assertThat(entriesOf(loan)).isEqualTo(1);
  }

  @Test
  void sixteenAtOnceHaveOneEffectAndOneAnswer() throws Exception {
    UUID loan = Ids.next();
    Callable<Answer<Paid>> send = () -> pay("at-once-" + loan, PAY, loan);

    List<Answer<Paid>> answers;
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      answers =
          clients.invokeAll(IntStream.range(0, 16).mapToObj(_ -> send).toList()).stream()
              .map(Future::resultNow)
              .toList();
    }

    assertThat(answers).hasSize(16).containsOnly(answers.getFirst());
    assertThat(entriesOf(loan)).isEqualTo(1);
  }

  @Test
  void keyWithAnotherBodyRouteOrCallerIsRefused() {
    UUID loan = Ids.next();
    String key = "other-" + loan;
    pay(key, PAY, loan);

    assertRefused(() -> pay(key, new Command("POST /pay", new Pay("6.00")), loan));
    assertRefused(() -> pay(key, new Command("POST /other", new Pay("5.00")), loan));
    assertThat(entriesOf(loan)).isEqualTo(1);
  }

  @Test
  void missingOrUselessKeyIsRefused() {
    for (@Nullable String key : new @Nullable String[] {null, "", "  ", "x".repeat(201), "a\0b"}) {
      assertThatThrownBy(() -> pay(key, PAY, Ids.next()))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refusal -> {
                assertThat(refusal.status().value()).isEqualTo(400);
                assertThat(refusal.code()).isEqualTo("idempotency-key-required");
              });
    }
  }

  @Test
  void refusedWorkLeavesNeitherKeyNorEffect() {
    UUID loan = Ids.next();
    String key = "refused-" + loan;

    assertThatThrownBy(() ->
            idempotency.once(
                BOOKKEEPER,
                key,
                PAY,
                Paid.class,
                () -> {
                  post(loan);
                  throw ProblemException.conflict("loan-closed", "The loan is closed.");
                }))
        .isInstanceOf(ProblemException.class);

    assertThat(entriesOf(loan)).isZero();
    assertThat(pay(key, PAY, loan).status()).isEqualTo(201);
    assertThat(entriesOf(loan)).isEqualTo(1);
  }

  private Answer<Paid> pay(@Nullable String key, Command command, UUID loan) {
    return idempotency.once(
        BOOKKEEPER,
        key,
        command,
        Paid.class,
        () -> {
          post(loan);
          return new Answer<>(201, new Paid(Ids.next(), "Danke schön"));
        });
  }

  private void post(UUID loan) {
    ledger.post(BOOKKEEPER, disbursement(loan, shillings("5.00"), LocalDate.of(2026, 3, 2)));
  }

  private int entriesOf(UUID loan) {
    return database
        .jdbc()
        .sql("SELECT count(DISTINCT entry_id) FROM ledger.journal_line WHERE loan_id = :loan")
        .param("loan", loan)
        .query(Integer.class)
        .single();
  }

  private static void assertRefused(Runnable command) {
    assertThatThrownBy(command::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.status().value()).isEqualTo(409);
              assertThat(refusal.code()).isEqualTo("idempotency-key-reused");
            });
  }
}
