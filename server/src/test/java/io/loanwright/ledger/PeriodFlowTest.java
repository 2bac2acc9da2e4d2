package io.loanwright.ledger;

import static io.loanwright.ledger.ManualEntrySteps.approve;
import static io.loanwright.ledger.ManualEntrySteps.capital;
import static io.loanwright.ledger.ManualEntrySteps.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.loanwright.audit.proof.Difference;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Months are closed in two steps, late entries go into the next one, and two persons open one
 * again.
 */
@FlowTest
@TestPropertySource(properties = "loanwright.business-date=2021-03-10")
class PeriodFlowTest {

  private static final String PATH = "/api/ledger/periods";

  private final People people;
  private final Lending lending;
  private final ManualEntrySteps steps;
  private final Verifier verifier;
  private final OwnerDatabase owner;
  private final Periods periods;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  PeriodFlowTest(
      People people,
      Verifier verifier,
      OwnerDatabase owner,
      Periods periods,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.people = people;
    this.lending = new Lending(people);
    this.steps = new ManualEntrySteps(people);
    this.verifier = verifier;
    this.owner = owner;
    this.periods = periods;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Test
  void aMonthFromOpenToClosedAndBack() throws SQLException {
    by(steps.manager(), drafted("100.00", "2021-02-05"));
    UUID waiting = drafted("7.00", "2021-02-10");
    step("2021-03", "start-closing").expectProblem(409, "period-not-over");
    step("2021-02", "close").expectProblem(409, "period-open");

    assertThat(step("2021-02", "start-closing").expect(200).text("/state")).isEqualTo("CLOSING");

    JsonNode late = lateEntry();
    assertThat(late.at("/on").asString()).isEqualTo("2021-02-20");
    assertThat(late.at("/bookedOn").asString()).isEqualTo("2021-03-01");
    String lent = late.at("/lines/1/account").asString();
    assertThat(late.at("/lines/1/debit").asString()).isEqualTo("1200.00");
    step("2021-02", "close").expectProblem(409, "entries-waiting");
    assertThat(by(steps.manager(), waiting).json().at("/bookedOn").isNull()).isTrue();

    assertThat(step("2021-02", "close").expect(200).text("/state")).isEqualTo("CLOSED");
    sealed();

    step("2021-02", "close").expectProblem(409, "period-closed");
    draft(steps.accountant(), capital("5.00", Map.of("on", "2021-02-11")))
        .expectProblem(422, "period-closed");
    draft(steps.accountant(), capital("5.00", Map.of("on", "2020-12-31")))
        .expectProblem(422, "period-closed");
    assertThat(balance(lent, "2021-02-28", "VALUE_DATE")).isEqualTo("1200.00");
    assertThat(balance(lent, "2021-02-28", "BOOKING_DATE")).isEqualTo("none");
    assertThat(balance(lent, "2021-03-01", "BOOKING_DATE")).isEqualTo("1200.00");
    JsonNode months = steps.accountant().get(PATH).expect(200).json().at("/items");
    assertThat(months.at("/0/month").asString()).isEqualTo("2021-03");
    assertThat(months.at("/0/lateEntries").asInt()).isEqualTo(1);
    assertThat(months.at("/1/state").asString()).isEqualTo("CLOSED");
    assertThat(months.at("/1/sealed").asBoolean()).isTrue();
    assertThat(verifier.verify().first()).isEmpty();
    otherSumsAreNamed();
    theDatabaseRefusesAnEntryInAClosedMonth();

    openedAgain();

    by(steps.manager(), drafted("5.00", "2021-02-11"));
    assertThat(verifier.verify().first()).isEmpty();
    severalMonthsAtOnce();
  }

  /** January was never asked for: it is closed with February, and opened after it. */
  private void severalMonthsAtOnce() {
    step("2021-02", "start-closing").expect(200);
    step("2021-01", "start-closing").expectProblem(409, "period-closing");
    assertThat(step("2021-02", "close").expect(200).text("/state")).isEqualTo("CLOSED");
    sealed();
    Map<String, String> why = Map.of("reason", "A mistake");
    steps.accountant().post(PATH + "/2021-01/reopen", why).expectProblem(409, "later-period-first");
    steps.accountant().post(PATH + "/2021-02/reopen", why).expect(200);
    assertThat(steps.accountant().post(PATH + "/2021-02/reopen/reject").expect(200).text("/state"))
        .isEqualTo("CLOSED");
    assertThat(verifier.verify().first()).isEmpty();
  }

  /** Waits for those who post, as the program's own task does. */
  private void sealed() {
    await()
        .until(() -> {
          periods.sealAll();
          return february().at("/sealed").asBoolean();
        });
  }

  private JsonNode february() {
    return steps.accountant().get(PATH).expect(200).json().at("/items/1");
  }

  private void theDatabaseRefusesAnEntryInAClosedMonth() throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() ->
              statement.execute(
                  """
                  INSERT INTO ledger.journal_entry
                         (id, business_date, branch_id, description, source_type, source_id, lines,
                          recorded_by)
                  SELECT gen_random_uuid(), DATE '2021-02-03', branch_id, description, source_type,
                         source_id, lines, recorded_by
                    FROM ledger.journal_entry
                   LIMIT 1
                  """))
          .hasMessageContaining("booked in a closed month");
    }
  }

  /** Somebody who began to post while March was open is still at work when it is closed. */
  @Test
  void whoPostsIsNotWaitedForAndNotForgotten() {
    int turn =
        transaction.execute(_ -> {
          jdbc.sql("SELECT ledger.open_from(false)").query(row -> {});
          return CompletableFuture.supplyAsync(this::nextTurn).join();
        });
    assertThat(postingBefore(turn)).isFalse();
  }

  /** Returns the next turn, and asks whether somebody posts who has not seen it. */
  private int nextTurn() {
    int turn =
        jdbc.sql("UPDATE ledger.period_turn SET turn = turn + 1 RETURNING turn")
            .query(Integer.class)
            .single();
    assertThat(postingBefore(turn)).isTrue();
    assertThat(postingBefore(turn - 1)).isFalse();
    return turn;
  }

  private boolean postingBefore(int turn) {
    return jdbc.sql("SELECT ledger.posting_before(:turn)")
        .param("turn", turn)
        .query(Boolean.class)
        .single();
  }

  private void openedAgain() {
    Http asks = steps.accountant();
    Map<String, String> why = Map.of("reason", "An invoice of February came");
    Answer asked = asks.post(PATH + "/2021-02/reopen", why).expect(200);
    assertThat(asked.text("/state")).isEqualTo("CLOSED");
    assertThat(asked.text("/reopening/reason")).isEqualTo(why.get("reason"));
    asks.post(PATH + "/2021-02/reopen", why).expectProblem(409, "reopening-asked-already");
    asks.post(PATH + "/2021-02/reopen/approve").expectProblem(409, "maker-is-checker");

    Answer open = people.administrator().post(PATH + "/2021-02/reopen/approve").expect(200);

    assertThat(open.text("/state")).isEqualTo("OPEN");
    asks.post(PATH + "/2021-02/reopen/approve").expectProblem(409, "reopening-not-asked");
  }

  /** A loan that is paid out with a date in a month that is about to be closed. */
  private JsonNode lateEntry() {
    UUID loan = lending.active("1200.00", "2021-02-20");
    return steps
        .accountant()
        .get("/api/ledger/entries?loanId=" + loan)
        .expect(200)
        .json()
        .at("/items/0");
  }

  private void otherSumsAreNamed() throws SQLException {
    change("+ 1");
    try {
      assertThat(verifier.verify().first())
          .extracting(Difference::record)
          .anyMatch(record -> record.startsWith("closed month 2021-02, account"));
    } finally {
      change("- 1");
    }
  }

  private void change(String by) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE ledger.period_sum SET debit_minor = debit_minor " + by);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021-13", "2021", "feb", "0001-01", "9999-12", "2021-02-01"})
  void whatIsNoMonthIsSaid(String month) {
    step(month, "start-closing").expectProblem(400, "invalid");
  }

  @Test
  void aTellerClosesNothing() {
    people.as("TELLER").post(PATH + "/2020-01/start-closing").expect(403);
    people.as("TELLER").post(PATH + "/2020-01/reopen", Map.of("reason", "why not")).expect(403);
  }

  private Answer step(String month, String step) {
    return steps.accountant().post(PATH + "/" + month + "/" + step);
  }

  private UUID drafted(String amount, String on) {
    return draft(steps.accountant(), capital(amount, Map.of("on", on))).expect(201).id();
  }

  /** Posts a draft and returns the entry. */
  private Answer by(Http who, UUID draft) {
    approve(who, draft).expect(200);
    return steps.accountant().get("/api/ledger/entries/" + draft).expect(200);
  }

  private String balance(String account, String on, String basis) {
    JsonNode rows =
        steps
            .accountant()
            .get("/api/ledger/trial-balance?currency=EUR&on=" + on + "&basis=" + basis)
            .expect(200)
            .json()
            .at("/rows");
    for (JsonNode row : rows) {
      if (row.at("/code").asString().equals(account)) {
        return row.at("/debit").asString();
      }
    }
    return "none";
  }
}
