package io.loanwright.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.web.Cursor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Closing days over HTTP, in steps, and loans that have something to do with it. */
public final class Closing {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final People people;
  private final Lending lending;

  /** Makes the steps for the people of a test. */
  public Closing(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  /** Who closes. */
  Http closer() {
    return people.as("ACCOUNTANT");
  }

  /** Returns the business date. */
  public LocalDate today() {
    return LocalDate.parse(closer().get("/api/business-date").expect(200).text("/businessDate"));
  }

  Answer ask(LocalDate through) {
    return closer().post("/api/business-date/close", Map.of("through", through.toString()));
  }

  /** Closes days until a date is the business date. */
  public void until(LocalDate businessDate) {
    assertThat(end(ask(businessDate.minusDays(1)).expect(202)).text("/status")).isEqualTo("DONE");
    assertThat(today()).isEqualTo(businessDate);
  }

  /** Closes each day by itself until a date is the business date. */
  void oneByOneUntil(LocalDate businessDate) {
    while (today().isBefore(businessDate)) {
      until(today().plusDays(1));
    }
  }

  /** Waits for the job that an answer names. */
  Answer end(Answer started) {
    return end(UUID.fromString(started.text("/jobId")));
  }

  /** Waits for a close to end. */
  Answer end(UUID id) {
    String job = "/api/jobs/" + id;
    await()
        .atMost(LONGEST)
        .until(() -> !closer().get(job).expect(200).text("/status").equals("RUNNING"));
    return closer().get(job);
  }

  /** Pays a loan out today; six months at 12 percent a year, or as the changes say. */
  public UUID loan(Map<String, Object> terms) {
    UUID product = lending.product(terms);
    return lending.active(lending.borrower(), product, "1200.00", today().toString());
  }

  /** A loan whose late principal bears interest day by day, so that it changes by itself. */
  UUID changing() {
    return loan(
        new HashMap<>(Map.of("recalculation", "FOLLOWS_PAYMENTS", "interestPeriod", "DAILY")));
  }

  /** Takes a payment of today. */
  public Answer pay(UUID loan, String amount) {
    return lending.pay(lending.teller(), loan, amount, today().toString());
  }

  Answer read(UUID loan) {
    return lending.loan(lending.manager(), loan);
  }

  Answer day(LocalDate day) {
    return closer()
        .get("/api/arrears/days?limit=1&cursor=" + Cursor.of(day.plusDays(1)).encode())
        .expect(200);
  }
}
