package io.loanwright.verifier;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.audit.Sealing;
import io.loanwright.audit.proof.Difference;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/**
 * What is changed of a top-up, of other terms, of who asked for them, or of waived interest behind
 * the program's back is found.
 */
@FlowTest
class TermsVerifierFlowTest {

  private static final String KEPT =
      "payload = jsonb_set(payload, '{keptFeesMinor}',"
          + " to_jsonb((payload ->> 'keptFeesMinor')::bigint %s 1))";

  private final Lending lending;
  private final Verifier verifier;
  private final Sealing sealing;
  private final OwnerDatabase owner;

  TermsVerifierFlowTest(People people, Verifier verifier, Sealing sealing, OwnerDatabase owner) {
    this.lending = new Lending(people);
    this.verifier = verifier;
    this.sealing = sealing;
    this.owner = owner;
  }

  /** Each deed is undone by the other one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lent                 | loan.loan  | disbursed_minor = disbursed_minor %s 1 | id = 'LOAN'
          lent                 | loan.event | amount_minor = amount_minor %s 1       | TOP_UP
          kept back of event 2 | loan.event | KEPT                                   | TOP_UP
          installment 1        | loan.event | amount_minor = amount_minor %s 1       | INTEREST_WAIVER
          top-up of            | loan.request | amount_minor = amount_minor %s 1     | TOP_UP
          top-up of            | loan.request | value_date = value_date %s 1         | TOP_UP
          """)
  void whatIsOtherOfATopUpOrAWaiverIsNamed(String part, String table, String change, String where)
      throws SQLException {
    UUID loan = toppedUp();
    String number = "loan " + lending.loan(lending.manager(), loan).text("/number");
    String record = part.endsWith(" of") ? part + " " + number : number + ", " + part;
    String rows =
        where.startsWith("id")
            ? where.replace("LOAN", loan.toString())
            : "loan_id = '%s' AND kind = '%s'".formatted(loan, where);
    String deed = "UPDATE " + table + " SET " + change.replace("KEPT", KEPT) + " WHERE " + rows;

    Verdict verdict = whileBroken(deed.formatted("-"), deed.formatted("+"));

    assertThat(verdict.first())
        .extracting(Difference::record)
        .anyMatch(found -> found.startsWith(record));
    assertThat(verifier.verify().differences()).isZero();
  }

  /** The constraints of the table let nobody be written down as having confirmed his own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          UPDATE loan.event SET recorded_by = ASKED WHERE id = EVENT | UPDATE loan.event SET recorded_by = DECIDED WHERE id = EVENT
          UPDATE loan.request SET change = jsonb_set(change, '{annualRate}', to_jsonb(text '5')) WHERE event_id = EVENT | UPDATE loan.request SET change = jsonb_set(change, '{annualRate}', to_jsonb(text '6')) WHERE event_id = EVENT
          UPDATE loan.request SET value_date = value_date - 1 WHERE event_id = EVENT | UPDATE loan.request SET value_date = value_date + 1 WHERE event_id = EVENT
          CREATE TEMP TABLE kept AS SELECT * FROM loan.request WHERE event_id = EVENT; DELETE FROM loan.request WHERE event_id = EVENT | INSERT INTO loan.request SELECT * FROM kept
          """)
  void termsThatOnePersonAgreedOrNobodyAskedForAreNamed(String deed, String mend)
      throws SQLException {
    UUID loan = lending.active("1200.00", "2026-02-02");
    Answer asked =
        Lending.askForTerms(
                lending.officer(), loan, Map.of("kind", "RATE", "from", TODAY, "annualRate", "6"))
            .expect(201);
    Lending.confirm(lending.manager(), asked.id()).expect(200);
    Answer agreed = lending.manager().get("/api/loan-requests/" + asked.id()).expect(200);
    JsonNode events = lending.manager().get("/api/loans/" + loan + "/events").json().at("/items");
    UnaryOperator<String> filled =
        sql ->
            sql.replace("EVENT", "'" + agreed.text("/eventId") + "'")
                .replace("ASKED", "'" + agreed.text("/askedById") + "'")
                .replace("DECIDED", "'" + events.get(1).at("/recordedBy").asString() + "'");

    Verdict verdict = whileBroken(filled.apply(deed), filled.apply(mend));

    String number = lending.loan(lending.manager(), loan).text("/number");
    assertThat(verdict.first())
        .extracting(Difference::record)
        .contains("other terms of loan " + number);
    assertThat(verifier.verify().differences()).isZero();
  }

  /** As the migration finds them: an event, and nobody who asked for it. */
  @Test
  void termsOfBeforeTwoWereNeededAreKnownAsOnePersons() throws SQLException, IOException {
    UUID loan = lending.active("1200.00", "2026-02-02");
    lending
        .agree(
            lending.manager(),
            loan,
            Map.of("kind", "PAYMENT_HOLIDAY", "dueOn", "2026-04-02", "newDueOn", "2026-06-02"))
        .expect(200);
    String migration =
        new ClassPathResource("db/migration/loan/V27__other_terms_by_two.sql")
            .getContentAsString(StandardCharsets.UTF_8);
    String ofBefore = migration.substring(migration.indexOf("INSERT INTO loan.request"));
    try (Connection connection = owner.connect();
        PreparedStatement forget =
            connection.prepareStatement("DELETE FROM loan.request WHERE loan_id = ?");
        PreparedStatement find =
            connection.prepareStatement(ofBefore.replace(";", " AND e.loan_id = ?"))) {
      forget.setObject(1, loan);
      forget.execute();
      find.setObject(1, loan);
      find.execute();
    }

    Answer known = lending.manager().get("/api/loan-requests?loanId=" + loan).expect(200);
    assertThat(known.text("/items/0/status")).isEqualTo("ALONE");
    assertThat(known.text("/items/0/askedBy")).isEqualTo("Test MANAGER");
    assertThat(known.text("/items/0/on")).isEqualTo("2026-04-02");
    assertThat(known.text("/items/0/change/newDueOn")).isEqualTo("2026-06-02");
    assertThat(known.text("/items/0/reason")).isEqualTo("harvest failed");
    assertThat(verifier.verify().differences()).isZero();
  }

  private UUID toppedUp() {
    UUID product =
        lending.product(
            Map.of(
                "charges", List.of(Map.of("name", "Fee", "percent", "2", "at", "DISBURSEMENT"))));
    UUID loan = lending.active(lending.borrower(), product, "1200.00", "2026-02-02");
    lending.topUp(lending.manager(), loan, Map.of("amount", "300.00")).expect(200);
    post(loan, "interest-waivers", "5.00");
    return loan;
  }

  private void post(UUID loan, String path, String amount) {
    lending
        .manager()
        .idempotent()
        .post(
            "/api/loans/" + loan + "/" + path,
            Map.of("amount", amount, "on", TODAY, "reason", "a hard year"))
        .expect(200);
  }

  /** All is sealed before, so that the program does not seal what is broken. */
  private Verdict whileBroken(String deed, String mend) throws SQLException {
    sealing.sealAll();
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.execute(deed);
      try {
        return verifier.verify();
      } finally {
        statement.execute(mend);
      }
    }
  }
}
