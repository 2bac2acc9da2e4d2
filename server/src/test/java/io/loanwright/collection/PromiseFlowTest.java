package io.loanwright.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Caller;
import io.loanwright.arrears.Closing;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.loan.Lending;
import io.loanwright.organization.BusinessDate;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.testing.RecordedStatements;
import io.loanwright.verifier.Verifier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * What becomes of promises to pay as days are closed; in an organization whose days move. 1200.00
 * over six months at 12 percent a year are 207.06 a month.
 */
@FlowTest
@Import(RecordedStatements.class)
@TestPropertySource(properties = "loanwright.business-date=2020-02-03")
class PromiseFlowTest {

  private final People people;
  private final Closing closing;
  private final Lending lending;
  private final BusinessDate dates;
  private final RecordedStatements statements;
  private final Verifier verifier;
  private final OwnerDatabase owner;

  PromiseFlowTest(
      People people,
      BusinessDate dates,
      RecordedStatements statements,
      Verifier verifier,
      OwnerDatabase owner) {
    this.people = people;
    this.closing = new Closing(people);
    this.lending = new Lending(people);
    this.dates = dates;
    this.statements = statements;
    this.verifier = verifier;
    this.owner = owner;
  }

  private Http collector() {
    return people.as("COLLECTOR");
  }

  private Answer promise(UUID loan, String amount, LocalDate on) {
    return collector()
        .post(
            "/api/loans/" + loan + "/contacts",
            Map.of(
                "channel",
                "CALL",
                "result",
                "PROMISED",
                "promise",
                Map.of("amount", amount, "on", on.toString())));
  }

  private JsonNode last(UUID loan) {
    return collector()
        .get("/api/loans/" + loan + "/contacts")
        .expect(200)
        .json()
        .at("/items/0/promise");
  }

  private String state(UUID loan) {
    return last(loan).at("/state").asString();
  }

  private void closeOne() {
    closing.until(closing.today().plusDays(1));
  }

  @Test
  void itIsKeptAsSoonAsTheMoneyIsThere() {
    UUID loan = closing.loan(Map.of());
    LocalDate due = closing.today().plusDays(5);
    promise(loan, "100.00", due).expect(201);
    closing.pay(loan, "60.00").expect(201);
    closeOne();
    assertThat(state(loan)).isEqualTo("OPEN");
    assertThat(last(loan).at("/paid").asString()).isEqualTo("60.00");

    LocalDate paidOn = closing.today();
    closing.pay(loan, "40.00").expect(201);
    closeOne();

    assertThat(state(loan)).isEqualTo("KEPT");
    assertThat(last(loan).at("/decidedOn").asString()).isEqualTo(paidOn.toString());
    assertThat(last(loan).at("/paid").asString()).isEqualTo("100.00");
    assertThat(trail(loan, "promise.kept")).hasSize(1);
    Map<String, Object> backdated = new HashMap<>();
    backdated.put("channel", "CALL");
    backdated.put("result", "PROMISED");
    backdated.put("on", paidOn.toString());
    backdated.put("promise", Map.of("amount", "10.00", "on", due.plusDays(9).toString()));
    collector().post("/api/loans/" + loan + "/contacts", backdated).expect(201);
    assertThat(last(loan).at("/madeOn").asString()).isEqualTo(closing.today().toString());
    closeOne();
    assertThat(state(loan)).as("what kept one before does not count again").isEqualTo("OPEN");
  }

  @Test
  void itIsBrokenByTheCloseOfItsDayAndNotBefore() {
    UUID loan = closing.loan(Map.of());
    LocalDate due = closing.today().plusDays(2);
    promise(loan, "100.00", due).expect(201);
    closing.pay(loan, "99.99").expect(201);
    closing.until(due);
    assertThat(state(loan)).isEqualTo("OPEN");

    closeOne();

    assertThat(state(loan)).isEqualTo("BROKEN");
    assertThat(last(loan).at("/decidedOn").asString()).isEqualTo(due.toString());
    assertThat(trail(loan, "promise.broken")).hasSize(1);
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void aPaymentOfAnEarlierDayKeepsItAfterAll() {
    UUID loan = closing.loan(Map.of());
    LocalDate due = closing.today();
    promise(loan, "50.00", due).expect(201);
    closing.until(due.plusDays(4));
    assertThat(state(loan)).isEqualTo("BROKEN");

    lending.pay(lending.accountant(), loan, "50.00", due.toString()).expect(201);
    closeOne();

    assertThat(state(loan)).isEqualTo("KEPT");
  }

  @Test
  void aPaymentOnItsWayWhileDaysAreClosedKeepsItAfterAll() throws SQLException {
    UUID loan = closing.loan(Map.of());
    LocalDate due = closing.today();
    promise(loan, "50.00", due).expect(201);
    closing.until(due.plusDays(4));
    assertThat(state(loan)).isEqualTo("BROKEN");
    lending.pay(lending.accountant(), loan, "50.00", due.toString()).expect(201);
    // What began before the day was closed tells nobody.
    change("DELETE FROM collection.promise_unseen WHERE loan_id = '" + loan + "'");
    assertThat(verifier.verify().first()).isEmpty();

    closeOne();

    assertThat(state(loan)).isEqualTo("KEPT");
  }

  @Test
  void onePutInWhileItsDayIsClosedIsForTheNextClose() throws SQLException {
    UUID loan = closing.loan(Map.of());
    LocalDate due = closing.today();
    promise(loan, "50.00", due.plusDays(9)).expect(201);
    closing.until(due.plusDays(2));
    change("UPDATE collection.promise SET due_on = made_on WHERE loan_id = '" + loan + "'");
    assertThat(verifier.verify().first()).isEmpty();

    closeOne();

    assertThat(state(loan)).isEqualTo("BROKEN");
  }

  @Test
  void aPaymentOfAnEarlierDayWaitsForNobodyWhoHasThePromise() throws SQLException {
    UUID loan = closing.loan(Map.of());
    LocalDate due = closing.today();
    promise(loan, "50.00", due).expect(201);
    closing.until(due.plusDays(2));

    try (Connection close = owner.connect();
        Statement statement = close.createStatement()) {
      close.setAutoCommit(false);
      statement.execute(
          "SELECT id FROM collection.promise WHERE loan_id = '" + loan + "' FOR UPDATE");
      lending.pay(lending.accountant(), loan, "50.00", due.toString()).expect(201);
      close.rollback();
    }
  }

  @Test
  void aCloseWaitsForNoPaymentOfAnEarlierDay() throws SQLException {
    UUID loan = closing.loan(Map.of());
    LocalDate due = closing.today();
    promise(loan, "50.00", due).expect(201);
    closing.until(due.plusDays(2));

    try (Connection payment = owner.connect();
        Statement statement = payment.createStatement()) {
      payment.setAutoCommit(false);
      statement.execute("INSERT INTO collection.promise_unseen (loan_id) VALUES ('" + loan + "')");
      closeOne();
      payment.commit();
    }

    assertThat(unseen(loan)).isEqualTo("1");
    closeOne();
    assertThat(unseen(loan)).isEqualTo("0");
  }

  @Test
  void aCloseDoesNotWriteToOneThatNothingHappenedTo() throws SQLException {
    UUID loan = closing.loan(Map.of());
    promise(loan, "50.00", closing.today().plusDays(9)).expect(201);
    closeOne();
    String row =
        "SELECT xmin || ' ' || xmax FROM collection.promise WHERE loan_id = '" + loan + "'";
    String before = read(row);

    closeOne();

    assertThat(read(row)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          state = 'OPEN' | promise_open_idx
          state IN ('KEPT', 'BROKEN') AND decided_on >= DATE '2020-02-03' | promise_decided_on_idx
          """)
  void thoseThatACloseLooksAtAreFoundByAnIndex(String condition, String index) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET enable_seqscan = off");
      try (ResultSet rows =
          statement.executeQuery("EXPLAIN SELECT id FROM collection.promise WHERE " + condition)) {
        StringBuilder plan = new StringBuilder();
        while (rows.next()) {
          plan.append(rows.getString(1));
        }
        assertThat(plan.toString()).contains(index);
      }
    }
  }

  private String unseen(UUID loan) throws SQLException {
    return read("SELECT count(*) FROM collection.promise_unseen WHERE loan_id = '" + loan + "'");
  }

  private String read(String sql) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void aPaymentThatIsTakenBackBreaksItOrOpensItAgain() {
    UUID loan = closing.loan(Map.of());
    LocalDate due = closing.today().plusDays(8);
    promise(loan, "50.00", due).expect(201);
    UUID first = closing.pay(loan, "50.00").expect(201).id();
    closeOne();
    closeOne();
    closeOne();
    assertThat(state(loan)).isEqualTo("KEPT");

    reverse(first);
    promise(loan, "10.00", due).expectProblem(409, "promise-open");
    closeOne();
    assertThat(state(loan)).isEqualTo("OPEN");

    UUID second = closing.pay(loan, "50.00").expect(201).id();
    closing.until(due.plusDays(5));
    assertThat(state(loan)).isEqualTo("KEPT");
    reverse(second);
    closeOne();
    assertThat(state(loan)).isEqualTo("BROKEN");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void oneThatWasReplacedDoesNotOpenAgain() {
    UUID loan = closing.loan(Map.of());
    LocalDate due = closing.today().plusDays(8);
    promise(loan, "50.00", due).expect(201);
    UUID payment = closing.pay(loan, "50.00").expect(201).id();
    closeOne();
    promise(loan, "70.00", due).expect(201);

    reverse(payment);
    closeOne();

    Answer contacts = collector().get("/api/loans/" + loan + "/contacts").expect(200);
    assertThat(contacts.text("/items/0/promise/state")).isEqualTo("OPEN");
    assertThat(contacts.text("/items/1/promise/state")).isEqualTo("CANCELLED");
    assertThat(contacts.text("/items/1/promise/reason")).contains("came in its place");
  }

  @Test
  void itCostsNoMoreStatementsForManyPromisesThanForOne() {
    UUID one = closing.loan(Map.of());
    List<UUID> many = IntStream.range(0, 12).mapToObj(_ -> closing.loan(Map.of())).toList();
    promise(one, "10.00", closing.today()).expect(201);
    long forOne = closing();
    many.forEach(loan -> promise(loan, "10.00", closing.today()).expect(201));

    long forMany = closing();

    assertThat(forOne).isPositive();
    assertThat(forMany).isEqualTo(forOne);
    assertThat(many).extracting(this::state).containsOnly("BROKEN");
  }

  private long closing() {
    LocalDate today = closing.today();
    statements.begin();
    dates.closeOne(Caller.system("test"), today);
    long counted = statements.end("collection.");
    dates.finishHere();
    return counted;
  }

  @Test
  void oneThatThePaymentsDoNotKeepIsNamedByTheVerifier() throws SQLException {
    UUID loan = closing.loan(Map.of());
    promise(loan, "100.00", closing.today()).expect(201);
    closing.until(closing.today().plusDays(9));
    String number = lending.loan(lending.manager(), loan).text("/number");
    String row = " WHERE loan_id = '" + loan + "'";

    change("UPDATE collection.promise SET state = 'KEPT', paid_minor = amount_minor" + row);
    try {
      assertThat(verifier.verify().first())
          .anySatisfy(
              found -> assertThat(found.record()).startsWith("loan " + number + ", promise for"));
    } finally {
      change("UPDATE collection.promise SET state = 'BROKEN', paid_minor = 0" + row);
    }
    assertThat(verifier.verify().first()).isEmpty();
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void reverse(UUID payment) {
    lending
        .accountant()
        .idempotent()
        .post("/api/payments/" + payment + "/reverse", Map.of("reason", "wrong loan"))
        .expect(200);
  }

  private JsonNode trail(UUID loan, String action) {
    return people
        .as("AUDITOR")
        .get("/api/audit?action=" + action + "&subjectId=" + loan)
        .expect(200)
        .json()
        .at("/items");
  }
}
