package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.ledger.store.IdempotencyStore;
import io.loanwright.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a command that moves money harmless to repeat.
 *
 * <p>The client makes a key and keeps it until it has an answer. The first command with a key does
 * the work; every later one with the same key and content gets the first answer; the same key with
 * another content is refused. Who comes while the first is still at work waits for it. Work that is
 * refused leaves no key, so that it can be tried again.
 */
@Component
public class Idempotency {

  private static final int MAX_KEY = 200;

  private final IdempotencyStore store;
  private final JsonMapper json;
  private final JsonMapper canonical;
  private final TransactionTemplate transaction;
  private final SharedTransactions transactions;

  Idempotency(IdempotencyStore store, JsonMapper json, PlatformTransactionManager transactions) {
    this.store = store;
    this.json = json;
    this.canonical =
        json.rebuild()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    this.transaction = new TransactionTemplate(transactions);
    this.transactions = new SharedTransactions(store, transaction);
  }

  /**
   * Does some work once for a key, in one transaction with keeping the key and the answer.
   *
   * <p>The answer is what a client reads: it went through JSON, the first time as every time.
   *
   * @param caller who gives the command; another caller's key is refused
   * @param key the header {@code Idempotency-Key}, absent if it was not sent
   * @param command the command
   * @param type the class of the answer's body
   * @param work does the work; if it throws, everything is rolled back and the key is free again
   * @throws ProblemException 400 {@code idempotency-key-required} without a usable key, 409 {@code
   *     idempotency-key-reused} if the key was used for another command
   */
  public <T> Answer<T> once(
      Caller caller,
      @Nullable String key,
      Command command,
      Class<T> type,
      Supplier<Answer<T>> work) {
    String known = usable(key);
    String hash = hash(caller, command);
    IdempotencyStore.Kept kept =
        transaction.execute(
            _ -> store.claim(known, hash) ? work(known, type, work) : repeat(known, hash));
    return new Answer<>(kept.status(), json.readValue(kept.body(), type));
  }

  /**
   * Does some work once for a key, as {@link #once(Caller, String, Command, Class, Supplier)}, in
   * one transaction with that of others who come at the same time.
   *
   * @param attempt its subject is what the work locks, and no other work of the same transaction
   * @param locks locks the subjects that nobody has locked, and returns them
   */
  public <T> Answer<T> onceWithOthers(
      Caller caller,
      MoneyCommands.Attempt attempt,
      Class<T> type,
      UnaryOperator<Set<UUID>> locks,
      Supplier<Answer<T>> work) {
    String key = usable(attempt.key());
    SharedTransactions.Work shared =
        new SharedTransactions.Work(
            key, hash(caller, attempt.command()), attempt.subject().id(), () -> write(type, work));
    return transactions
        .carryOut(shared, locks)
        .map(kept -> new Answer<>(kept.status(), json.readValue(kept.body(), type)))
        .orElseGet(() -> once(caller, key, attempt.command(), type, work));
  }

  private <T> Answer<String> write(Class<T> type, Supplier<Answer<T>> work) {
    Answer<T> answer = work.get();
    if (answer.body() instanceof NamesBorrower) {
      throw new IllegalArgumentException("An answer that names a borrower is kept by itself");
    }
    return new Answer<>(answer.status(), json.writerFor(type).writeValueAsString(answer.body()));
  }

  private static String usable(@Nullable String key) {
    if (key == null || key.isBlank() || key.length() > MAX_KEY || key.indexOf('\0') >= 0) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST,
          "idempotency-key-required",
          "Send a header Idempotency-Key of 1 to 200 characters that is new for each command.",
          List.of());
    }
    return key;
  }

  private <T> IdempotencyStore.Kept work(String key, Class<T> type, Supplier<Answer<T>> work) {
    Answer<T> answer = work.get();
    String body = json.writerFor(type).writeValueAsString(answer.body());
    IdempotencyStore.Kept kept = store.keep(key, answer.status(), body);
    if (answer.body() instanceof NamesBorrower naming) {
      store.isAbout(key, naming.borrowerId());
    }
    return kept;
  }

  /**
   * Takes a borrower's name, what he wanted money for and what was typed of him out of the answers
   * that are kept, in the caller's transaction.
   */
  public void forget(UUID borrowerId) {
    store.forget(borrowerId);
  }

  private IdempotencyStore.Kept repeat(String key, String hash) {
    IdempotencyStore.Kept kept = store.answer(key);
    if (!kept.requestHash().equals(hash)) {
      throw ProblemException.conflict(
          "idempotency-key-reused",
          "This Idempotency-Key was used for another command. Use a new key for each command.");
    }
    return kept;
  }

  private String hash(Caller caller, Command command) {
    var request =
        Map.of("caller", caller.userId(), "route", command.route(), "body", command.body());
    byte[] text = canonical.writeValueAsString(request).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
