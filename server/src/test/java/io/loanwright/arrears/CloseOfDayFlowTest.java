package io.loanwright.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.DueLoans;
import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What a close sees and does, whatever happens to it; in an organization whose days move. */
@FlowTest
@TestPropertySource(properties = "loanwright.business-date=2020-01-06")
class CloseOfDayFlowTest {

  private static final String STANDING =
      """
      SELECT l.number, l.status, l.principal_outstanding_minor, l.interest_outstanding_minor,
             l.oldest_unpaid_due_on, l.oldest_unpaid_minor, l.worked_out_on, l.next_change_on,
             (SELECT jsonb_agg(i.* ORDER BY i.number)::text
                FROM loan.installment i WHERE i.loan_id = l.id) AS installments
        FROM loan.loan l
       ORDER BY l.number
      """;

  private static final String CROSSINGS =
      """
      SELECT on_day::text || ' ' || from_class || ' ' || to_class AS crossing
        FROM arrears.crossing
       WHERE loan_id = :loan
       ORDER BY on_day
      """;

  private final People people;
  private final Closing closing;
  private final Lending lending;
  private final DueLoans due;
  private final Verifier verifier;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  CloseOfDayFlowTest(
      People people,
      DueLoans due,
      Verifier verifier,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.people = people;
    this.closing = new Closing(people);
    this.lending = new Lending(people);
    this.due = due;
    this.verifier = verifier;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  private List<String> crossings(UUID loan) {
    return jdbc.sql(CROSSINGS)
        .param("loan", loan)
        .query((row, _) -> row.getString("crossing"))
        .list();
  }

  private void isVerified() {
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void aLoanEntersEachClassOnceOnTheDayAfterItIsReached() {
    UUID late = closing.loan(Map.of());
    UUID paid = closing.loan(Map.of());
    LocalDate due = LocalDate.parse(closing.read(late).text("/nextDue/on"));
    closing.until(due);
    closing.pay(paid, "300.00").expect(201);
    assertThat(crossings(late)).isEmpty();

    closing.until(due.plusDays(32));

    assertThat(crossings(late))
        .containsExactly(due.plusDays(1) + " current 1-30", due.plusDays(31) + " 1-30 31-60");
    assertThat(crossings(paid)).noneMatch(row -> row.startsWith(due.plusDays(1).toString()));
    assertThat(closing.day(due).text("/items/0/day")).isEqualTo(due.toString());
    assertThat(closing.day(due).json().at("/items/0/crossings").asInt()).isPositive();
    assertThat(closing.day(due).json().at("/items/0/finishedAt").isNull()).isFalse();
    isVerified();
  }

  @Test
  void loansThatChangeByThemselvesAreWorkedOutOnceSomethingIsLate() {
    UUID loan = closing.changing();
    LocalDate due = LocalDate.parse(closing.read(loan).text("/nextDue/on"));
    closing.until(due);
    assertThat(standing(loan).get("worked_out_on")).hasToString(due.minusMonths(1).toString());

    closing.until(due.plusDays(5));

    assertThat(standing(loan).get("worked_out_on")).hasToString(due.plusDays(5).toString());
    assertThat(standing(loan).get("next_change_on")).hasToString(due.plusDays(6).toString());
    isVerified();
  }

  @Test
  void severalDaysAtOnceLeaveWhatOneByOneLeaves() {
    UUID first = closing.changing();
    closing.changing();
    closing.loan(Map.of());
    LocalDate due = LocalDate.parse(closing.read(first).text("/nextDue/on"));
    closing.until(due);
    LocalDate end = due.plusDays(4);
    closing.oneByOneUntil(end);
    List<Map<String, @Nullable Object>> oneByOne = jdbc.sql(STANDING).query().listOfRows();
    List<Map<String, @Nullable Object>> crossed = ofDays(due, end);

    backTo(due);
    closing.until(end);

    assertThat(jdbc.sql(STANDING).query().listOfRows()).isEqualTo(oneByOne);
    assertThat(ofDays(due, end)).isEqualTo(crossed).isNotEmpty();
    isVerified();
  }

  /** Works the loans out for an earlier day, as they were before the days were closed. */
  private void backTo(LocalDate day) {
    transaction.executeWithoutResult(_ -> {
      jdbc.sql("UPDATE organization.profile SET business_date = :day").param("day", day).update();
      jdbc.sql("UPDATE loan.loan SET next_change_on = :day WHERE next_change_on IS NOT NULL")
          .param("day", day)
          .update();
      while (!due.workOut(day, null, 1000).isEmpty()) {
        jdbc.sql(
                "UPDATE loan.loan SET next_change_on = NULL"
                    + " WHERE next_change_on <= worked_out_on")
            .update();
      }
    });
  }

  private List<Map<String, @Nullable Object>> ofDays(LocalDate from, LocalDate to) {
    return jdbc.sql(
            "SELECT * FROM arrears.crossing WHERE on_day BETWEEN :from AND :to"
                + " ORDER BY on_day, loan_id")
        .param("from", from)
        .param("to", to)
        .query()
        .listOfRows();
  }

  @Test
  void aCloseThatWasCutOffIsFinishedByAskingAndHarmlessTwice() {
    UUID held = closing.changing();
    UUID free = closing.changing();
    LocalDate due = LocalDate.parse(closing.read(held).text("/nextDue/on"));
    closing.until(due.plusDays(1));
    LocalDate day = closing.today();

    transaction.executeWithoutResult(_ -> {
      jdbc.sql("SELECT id FROM loan.loan WHERE id = :id FOR UPDATE")
          .param("id", held)
          .query(UUID.class)
          .single();
      Answer ended = closing.end(closing.ask(day).expect(202));
      assertThat(ended.text("/status")).isEqualTo("FAILED");
      assertThat(ended.text("/error")).contains("finish");
    });

    assertThat(closing.today()).isEqualTo(day.plusDays(1));
    assertThat(closing.day(day).json().at("/items/0/finishedAt").isNull()).isTrue();
    assertThat(standing(free).get("worked_out_on")).hasToString(day.plusDays(1).toString());
    assertThat(standing(held).get("worked_out_on")).hasToString(day.toString());
    closing.ask(day).expectProblem(409, "day-closed-before");
    closing.pay(held, "10.00").expect(201);
    assertThat(standing(held).get("worked_out_on")).hasToString(day.plusDays(1).toString());

    Answer finished = closing.end(closing.closer().post("/api/business-date/finish").expect(202));

    assertThat(finished.text("/status")).isEqualTo("DONE");
    assertThat(closing.day(day).json().at("/items/0/finishedAt").isNull()).isFalse();
    closing.closer().post("/api/business-date/finish").expectProblem(409, "nothing-to-finish");
    isVerified();
  }

  @Test
  void aLoanThatCannotBeWorkedOutIsLeftOutAndTheOthersGoOn() {
    UUID broken = closing.changing();
    UUID sound = closing.changing();
    LocalDate due = LocalDate.parse(closing.read(broken).text("/nextDue/on"));
    closing.until(due.plusDays(1));
    LocalDate day = closing.today();
    String number = closing.read(broken).text("/number");
    String terms = terms(broken);
    terms(broken, "{}");

    Answer ended;
    try {
      ended = closing.end(closing.ask(day).expect(202));
    } finally {
      terms(broken, terms);
    }

    assertThat(ended.text("/status")).isEqualTo("DONE");
    Answer closed = closing.day(day);
    assertThat(closed.json().at("/items/0/finishedAt").isNull()).isFalse();
    assertThat(closed.text("/items/0/leftOut")).isEqualTo("1");
    assertThat(closed.text("/items/0/note")).contains(number);
    assertThat(standing(sound).get("worked_out_on")).hasToString(day.plusDays(1).toString());
    assertThat(standing(broken).get("worked_out_on")).hasToString(day.toString());

    closing.until(day.plusDays(2));

    assertThat(standing(broken).get("worked_out_on")).hasToString(day.plusDays(2).toString());
    assertThat(closing.day(day.plusDays(1)).text("/items/0/leftOut")).isEqualTo("0");
    isVerified();
  }

  private String terms(UUID loan) {
    return jdbc.sql(
            "SELECT t.terms::text FROM loan.loan l JOIN loan.terms t ON t.id = l.terms_id"
                + " WHERE l.id = :id")
        .param("id", loan)
        .query(String.class)
        .single();
  }

  private void terms(UUID loan, String terms) {
    jdbc.sql("UPDATE loan.loan SET terms_id = loan.kept_terms(:terms::jsonb) WHERE id = :id")
        .param("terms", terms)
        .param("id", loan)
        .update();
  }

  @Test
  void whoFallsBehindByAPaymentTakenBackEntersItsClassWithTheNextClose() {
    UUID loan = closing.loan(Map.of());
    LocalDate due = LocalDate.parse(closing.read(loan).text("/nextDue/on"));
    closing.until(due);
    UUID payment = closing.pay(loan, "300.00").expect(201).id();
    closing.until(due.plusDays(10));
    assertThat(crossings(loan)).isEmpty();

    lending
        .manager()
        .idempotent()
        .post("/api/payments/" + payment + "/reverse", Map.of("reason", "bounced"))
        .expect(200);
    closing.until(due.plusDays(12));

    assertThat(crossings(loan)).containsExactly(due.plusDays(11) + " current 1-30");
    closing.pay(loan, "300.00").expect(201);
    closing.until(due.plusDays(14));
    assertThat(crossings(loan))
        .as("the way back")
        .containsExactly(due.plusDays(11) + " current 1-30", due.plusDays(13) + " 1-30 current");
    isVerified();
  }

  /** A payment holds its loan as this does, on the very day on which it falls behind. */
  @Test
  void aLoanThatIsHeldDoesNotKeepTheDateFromMoving() {
    UUID held = closing.changing();
    closing.until(LocalDate.parse(closing.read(held).text("/nextDue/on")));
    LocalDate day = closing.today();

    transaction.executeWithoutResult(_ -> {
      jdbc.sql("UPDATE loan.loan SET version = version WHERE id = :id").param("id", held).update();
      closing.end(closing.ask(day).expect(202));
      assertThat(closing.today()).isEqualTo(day.plusDays(1));
    });

    assertThat(crossings(held)).hasSize(1);
  }

  @Test
  void paymentsWhileADayIsClosedAreNeverRefused() {
    List<UUID> paying = Stream.generate(closing::changing).limit(8).toList();
    LocalDate due = LocalDate.parse(closing.read(paying.getFirst()).text("/nextDue/on"));
    closing.until(due.plusDays(1));
    LocalDate day = closing.today();
    Http accountant = lending.accountant();

    Answer started = closing.ask(day.plusDays(2)).expect(202);
    List<CompletableFuture<Answer>> payments =
        paying.stream()
            .map(loan ->
                CompletableFuture.supplyAsync(
                    () -> lending.pay(accountant, loan, "5.00", day.toString())))
            .toList();
    List<Answer> answers = payments.stream().map(CompletableFuture::join).toList();

    assertThat(closing.end(started).text("/status")).isEqualTo("DONE");
    assertThat(answers).allSatisfy(answer -> answer.expect(201));
    assertThat(paying)
        .allSatisfy(loan ->
            assertThat(standing(loan).get("worked_out_on"))
                .hasToString(day.plusDays(3).toString()));
    isVerified();
  }

  @Test
  void daysThatCannotBeClosedAreAClearAnswer() {
    LocalDate today = closing.today();
    closing.ask(today.minusDays(1)).expectProblem(409, "day-closed-before");
    closing.ask(LocalDate.of(2199, 1, 1)).expectProblem(409, "day-not-come");
    people.as("TELLER").post("/api/business-date/finish").expectProblem(403, "forbidden");
    people.as("TELLER").get("/api/arrears/days").expectProblem(403, "forbidden");

    List<Answer> asked =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> closing.ask(today)))
            .limit(4)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    List<Answer> started = new ArrayList<>(asked);
    started.removeIf(answer -> answer.status() != 202);
    assertThat(started)
        .as("one that comes as the first ends starts too, and does nothing")
        .isNotEmpty();
    assertThat(asked)
        .filteredOn(answer -> answer.status() != 202)
        .allSatisfy(answer ->
            assertThat(answer.expect(409).text("/code"))
                .isIn("close-running", "day-closed-before"));
    started.forEach(closing::end);
    assertThat(closing.today()).isEqualTo(today.plusDays(1));
  }

  /** A program that is killed says nothing: its job is over once its heart has stopped for long. */
  @Test
  void aCloseWhoseProgramWasKilledHoldsUpNoOther() {
    LocalDate day = closing.today();
    UUID killed = Ids.next();
    jdbc.sql(
            """
            INSERT INTO organization.job (id, kind, alone, status, total, started_by, started_by_name)
            VALUES (:id, 'close-day', true, 'RUNNING', 1, :id, 'Somebody')
            """)
        .param("id", killed)
        .update();
    closing.ask(day).expectProblem(409, "close-running");
    jdbc.sql(
            """
            UPDATE organization.job
               SET heartbeat_at = heartbeat_at - interval '1 minute'
             WHERE id = :id
            """)
        .param("id", killed)
        .update();

    closing.until(day.plusDays(1));

    Answer job = people.administrator().get("/api/jobs/" + killed).expect(200);
    assertThat(job.text("/status")).isEqualTo("FAILED");
    assertThat(job.text("/error")).contains("start it again");
  }

  @Test
  void aCloseThatSomebodyStopsKeepsTheDaysThatItClosed() {
    LocalDate day = closing.today();
    LocalDate last = day.plusDays(600);
    Answer started = closing.ask(last).expect(202);

    closing.closer().post("/api/jobs/" + started.text("/jobId") + "/cancel").expect(200);

    assertThat(closing.end(started).text("/status")).isEqualTo("CANCELLED");
    LocalDate reached = closing.today();
    assertThat(reached).isBetween(day, last);
    closing.until(reached.plusDays(1));
    isVerified();
  }

  private Map<String, @Nullable Object> standing(UUID loan) {
    return new HashMap<>(
        jdbc.sql("SELECT worked_out_on, next_change_on, defaulted FROM loan.loan WHERE id = :id")
            .param("id", loan)
            .query()
            .singleRow());
  }
}
