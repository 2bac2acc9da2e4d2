package io.loanwright.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.Http;
import io.loanwright.testing.Http.FilePart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Starts imports over HTTP and waits until they have ended. */
final class ImportFixtures {

  /** Dates as 2018-03-31, commas, decimal points: what a careful person exports. */
  static final String LOANS =
      """
      {"source": "%s",
       "loans": {
         "reference": {"column": "loan"},
         "borrower": {"reference": {"column": "customer"}, "name": {"column": "name"}},
         "terms": {
           "product": {"name": "%s", "currency": "EUR", "annualRate": "12", "repayments": 12},
           "amount": {"column": "amount"}, "annualRate": {"column": "rate"},
           "repayments": {"column": "term"}, "disbursedOn": {"column": "issued"}},
         "position": {
           "on": {"constant": "2026-02-01"}, "status": {"column": "status"},
           "statuses": {"ok": "ACTIVE", "done": "CLOSED", "lost": "WRITTEN_OFF", "test": "SKIP"},
           "balance": {"column": "balance"}, "paidPrincipal": {"column": "paid"}}}}
      """;

  static final String HEADER = "loan,customer,name,amount,rate,term,issued,status,balance,paid\n";

  private ImportFixtures() {}

  /** A mapping of {@link #LOANS} for a lender that no other test knows. */
  static String loans(String source) {
    return LOANS.formatted(source, "Product of " + source);
  }

  /** The same, with a second file of payments. */
  static String loansAndPayments(String source) {
    return loans(source).strip().replaceFirst("}$", "")
        + """
        , "payments": {
           "reference": {"column": "id"}, "loanReference": {"column": "loan"},
           "amount": {"column": "paid"}, "on": {"column": "day"}}}
        """;
  }

  static String newSource() {
    return "Lender " + UUID.randomUUID();
  }

  static Answer send(Http user, String mapping, String loans, @Nullable String payments) {
    return send(user, mapping, bytes(loans), payments == null ? null : bytes(payments), false);
  }

  static Answer send(
      Http user, String mapping, byte[] file, byte @Nullable [] payments, boolean dryRun) {
    List<FilePart> files = new ArrayList<>(List.of(FilePart.of("file", "loans.csv", file)));
    if (payments != null) {
      files.add(FilePart.of("payments", "payments.csv", payments));
    }
    return user.upload(
        "/api/imports", files, Map.of("mapping", mapping, "dryRun", Boolean.toString(dryRun)));
  }

  /** Waits for an import that was started; fails unless it is done. */
  static Answer done(Http user, Answer started) {
    Answer ended = ended(user, started);
    assertThat(ended.text("/status")).as(ended.body()).isEqualTo("DONE");
    return ended;
  }

  /** Waits for an import that was started, however it ends. */
  static Answer ended(Http user, Answer started) {
    UUID id = started.expect(202).id();
    Awaitility.await()
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> !user.get("/api/imports/" + id).expect(200).text("/status").equals("RUNNING"));
    String job = "/api/jobs/" + started.text("/jobId");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !user.get(job).expect(200).text("/status").equals("RUNNING"));
    return user.get("/api/imports/" + id).expect(200);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns one figure of a control total: file, books or difference. */
  static String total(Answer ended, String figure, String side) {
    for (var total : ended.json().at("/totals")) {
      if (total.at("/figure").asString().equals(figure)) {
        return total.at("/" + side).asString();
      }
    }
    throw new AssertionError("No total of " + figure + " in " + ended.body());
  }
}
