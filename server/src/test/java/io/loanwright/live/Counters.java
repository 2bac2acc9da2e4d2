package io.loanwright.live;

import io.loanwright.testing.Answer;
import io.loanwright.testing.Http;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * Counters at which payments are taken, one after the other at each, every one on a loan of its
 * own. What is not acknowledged is sent again with the same key, until the counter closes.
 */
final class Counters implements AutoCloseable {

  private static final long PAUSE_MILLIS = 50;

  private final Program program;
  private final long pauseMillis;
  private final AtomicLong nextCents;
  private final Queue<Payment> payments = new ConcurrentLinkedQueue<>();
  private final Map<String, AtomicLong> refused = new ConcurrentHashMap<>();
  private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();
  private final AtomicLong acknowledged = new AtomicLong();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Thread> people;

  private Counters(Program program, Collection<UUID> loans, long firstCents, long pauseMillis) {
    this.program = program;
    this.pauseMillis = pauseMillis;
    this.nextCents = new AtomicLong(firstCents);
    this.people =
        loans.stream().map(loan -> Thread.ofVirtual().unstarted(() -> work(loan))).toList();
  }

  /**
   * Opens a counter for each loan.
   *
   * @param firstCents the smallest amount, 0.01 less than the next
   */
  static Counters open(Program program, Collection<UUID> loans, long firstCents) {
    return open(program, loans, firstCents, 0);
  }

  /**
   * Opens a counter for each loan, where somebody rests after each payment.
   *
   * @param firstCents the smallest amount, 0.01 less than the next
   */
  static Counters open(Program program, Collection<UUID> loans, long firstCents, long pauseMillis) {
    Counters counters = new Counters(program, loans, firstCents, pauseMillis);
    counters.people.forEach(Thread::start);
    return counters;
  }

  /** Sends everybody home, whatever was not acknowledged. */
  @Override
  public void close() {
    closed.countDown();
    try {
      for (Thread person : people) {
        person.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was meant to be taken. */
  Collection<Payment> payments() {
    return payments;
  }

  /** How many payments were acknowledged. */
  long acknowledged() {
    return acknowledged.get();
  }

  /** When a payment was sent and acknowledged, by {@link System#nanoTime}. */
  record Answered(long sent, long came) {}

  /** When those that were acknowledged were. */
  Collection<Answered> answered() {
    return answered;
  }

  /** How often the program answered otherwise, by status and code. */
  Map<String, AtomicLong> refused() {
    return refused;
  }

  private void work(UUID loan) {
    while (closed.getCount() > 0) {
      Payment payment = new Payment(loan, nextCents.getAndIncrement());
      payments.add(payment);
      while (closed.getCount() > 0 && !send(payment)) {
        pause(PAUSE_MILLIS);
      }
      if (pauseMillis > 0) {
        pause(pauseMillis);
      }
    }
  }

  /** Sends a payment; true if it is acknowledged. */
  boolean send(Payment payment) {
    long start = System.nanoTime();
    Http teller = program.administrator().with("Idempotency-Key", payment.key().toString());
    try {
      Answer answer = teller.post("/api/payments/" + payment.loan(), cash(payment));
      if (answer.status() == 201) {
        payment.acknowledge(answer.id());
        acknowledged.incrementAndGet();
        answered.add(new Answered(start, System.nanoTime()));
        return true;
      }
      refused.computeIfAbsent(reason(answer), _ -> new AtomicLong()).incrementAndGet();
    } catch (UncheckedIOException e) {
      // Nobody knows whether it was taken; that is what the key is for.
    }
    return false;
  }

  private static Map<String, Object> cash(Payment payment) {
    return Map.of("amount", payment.amount(), "on", "2026-03-02", "channel", "CASH");
  }

  private static String reason(Answer answer) {
    JsonNode code = answer.json().at("/code");
    return answer.status() + " " + code.asString("");
  }

  private void pause(long millis) {
    try {
      closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
