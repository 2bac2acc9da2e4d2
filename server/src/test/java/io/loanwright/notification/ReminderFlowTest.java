package io.loanwright.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Caller;
import io.loanwright.arrears.Closing;
import io.loanwright.loan.Lending;
import io.loanwright.notification.store.ReminderStore;
import io.loanwright.organization.BusinessDate;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Whom closes of days remind, of what, and once; in an organization whose days move. 1200.00 over
 * six months at 12 percent a year are 207.06 a month.
 */
@FlowTest
@TestPropertySource(properties = "loanwright.business-date=2021-02-01")
class ReminderFlowTest {

  private static final String SETTINGS = "/api/reminders/settings";

  private final People people;
  private final Closing closing;
  private final BusinessDate dates;
  private final ReminderStore store;
  private final Reminders reminders;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;

  ReminderFlowTest(
      People people,
      BusinessDate dates,
      ReminderStore store,
      Reminders reminders,
      TransactionTemplate transaction,
      JdbcClient jdbc) {
    this.people = people;
    this.closing = new Closing(people);
    this.dates = dates;
    this.store = store;
    this.reminders = reminders;
    this.transaction = transaction;
    this.jdbc = jdbc;
  }

  private void closeUntil(LocalDate day) {
    while (closing.today().isBefore(day)) {
      dates.closeOne(Caller.system("close"), closing.today());
    }
  }

  private List<JsonNode> of(UUID loan) {
    List<JsonNode> found = new ArrayList<>();
    people
        .administrator()
        .get("/api/reminders?limit=200")
        .expect(200)
        .json()
        .at("/items")
        .forEach(found::add);
    return found.stream()
        .filter(row -> row.path("loanId").asString().equals(loan.toString()))
        .toList();
  }

  @Test
  void aBorrowerIsRemindedBeforeTheDueDateAndOnceItIsOverdueAndOnceOfEach() {
    UUID loan = closing.loan(Map.of());
    LocalDate due = closing.today().plusMonths(1);

    closeUntil(due.minusDays(4));
    assertThat(of(loan)).isEmpty();
    closeUntil(due.minusDays(3));
    assertThat(of(loan)).hasSize(1);
    closeUntil(due.plusDays(8));

    assertThat(of(loan))
        .extracting(row ->
            row.path("kind").asString()
                + " "
                + row.path("days").asInt()
                + " "
                + row.path("madeOn").asString()
                + " "
                + row.path("amount").asString())
        .containsExactly(
            "OVERDUE 7 " + due.plusDays(7) + " 207.06",
            "OVERDUE 1 " + due.plusDays(1) + " 207.06",
            "DUE_SOON 3 " + due.minusDays(3) + " 207.06");
    assertThat(of(loan).getFirst().path("body").asString())
        .contains("207.06")
        .contains(due.toString())
        .doesNotContain("{");

    int again = transaction.execute(_ -> store.add(due.minusDays(3)) + store.add(due.plusDays(7)));
    assertThat(again).as("messages that are made twice").isZero();
  }

  /** 10 percent of 207.06 fall on the loan once seven days have passed, the day of the message. */
  @Test
  void whatIsOverdueIsToldWithThePenaltyOfTheDay() {
    Http admin = people.administrator();
    Answer before = admin.get(SETTINGS).expect(200);
    Map<String, Object> rule =
        Map.of("kind", "OVERDUE", "days", 7, "subject", "Late", "body", "{amount}: {penalties}");
    admin
        .with("If-Match", before.header("ETag"))
        .put(SETTINGS, Map.of("enabled", true, "mailed", false, "rules", List.of(rule)))
        .expect(200);
    UUID loan =
        closing.loan(
            Map.of(
                "penalty",
                Map.of("toleranceDays", 6, "basis", "PERCENT_OF_OVERDUE", "value", "10")));
    LocalDate due = closing.today().plusMonths(1);
    closeUntil(due.plusDays(6));

    closing.until(due.plusDays(7));

    JsonNode told = of(loan).getFirst();
    assertThat(told.path("amount").asString()).isEqualTo("227.77");
    assertThat(told.path("penalties").asString()).isEqualTo("20.71");
    assertThat(told.path("body").asString()).isEqualTo("EUR 227.77: EUR 20.71");
    admin
        .put(
            SETTINGS, Map.of("enabled", true, "mailed", false, "rules", before.json().at("/rules")))
        .expect(200);
  }

  /** 1200.00 go out; paid back on the same day nothing is asked for beside them. */
  @Test
  void whoBorrowsIsToldOfThePayoutAndThatTheLoanIsPaidOffWhereARuleSaysSo() {
    UUID untold = closing.loan(Map.of());
    closing.pay(untold, "2000.00").expect(201);
    assertThat(of(untold)).isEmpty();
    Http admin = people.administrator();
    Answer before = admin.get(SETTINGS).expect(200);
    String day = closing.today().toString();
    admin
        .put(
            SETTINGS,
            Map.of(
                "enabled",
                true,
                "mailed",
                true,
                "rules",
                List.of(told("PAID_OUT"), told("SETTLED"))))
        .expect(200);

    UUID loan = closing.loan(Map.of());
    withAddress(loan);
    closing.pay(loan, "10.00").expect(201);
    closing.pay(loan, "2000.00").expect(201);

    while (reminders.mailSome()) {}

    assertThat(of(loan))
        .extracting(row -> row.path("subject").asString() + " " + row.path("state").asString())
        .containsExactly("SETTLED on " + day + " MAILED", "PAID_OUT on " + day + " SHOWN");
    assertThat(of(loan).getLast().path("body").asString()).isEqualTo("EUR 1200.00");

    Lending lending = new Lending(people);
    UUID product = lending.product(Map.of("approvalSteps", List.of(), "autoDisburse", true));
    UUID automatic =
        lending.apply(lending.officer(), lending.borrower(), product, "500.00").expect(201).id();
    assertThat(of(automatic))
        .extracting(row -> row.path("body").asString())
        .containsExactly("EUR 500.00");
    admin
        .put(
            SETTINGS, Map.of("enabled", true, "mailed", false, "rules", before.json().at("/rules")))
        .expect(200);
  }

  private static Map<String, Object> told(String kind) {
    return Map.of("kind", kind, "days", 0, "subject", kind + " on {due}", "body", "{amount}");
  }

  @ParameterizedTest
  @CsvSource({"DUE_SOON, 0", "OVERDUE, 0", "PAID_OUT, 1", "SETTLED, 3"})
  void whatIsToldAtOnceHasNoDaysAndTheRestHasSome(String kind, int days) {
    Map<String, Object> rule =
        Map.of("kind", kind, "days", days, "subject", "Late", "body", "Dear {name}");
    Answer refused =
        people
            .administrator()
            .put(SETTINGS, Map.of("enabled", true, "mailed", false, "rules", List.of(rule)))
            .expectProblem(400, "invalid");
    assertThat(refused.text("/errors/0/field")).isEqualTo("rules[0].days");
  }

  @Test
  void whoPaysIsNotRemindedAnyMore() {
    UUID loan = closing.loan(Map.of());
    LocalDate due = closing.today().plusMonths(1);
    closing.pay(loan, "207.06").expect(201);

    closeUntil(due.plusDays(2));

    assertThat(of(loan)).isEmpty();
  }

  /** Two days are closed together: what was made for the first of them is too late. */
  @Test
  void onlyWhatIsMadeForTheBusinessDateIsMailed() {
    mailed(true);
    UUID early = withAddress(closing.loan(Map.of()));
    LocalDate due = closing.today().plusMonths(1);
    closeUntil(closing.today().plusDays(1));
    UUID late = withAddress(closing.loan(Map.of()));
    closeUntil(due.minusDays(4));
    transaction.executeWithoutResult(_ -> {
      dates.closeOne(Caller.system("close"), due.minusDays(4));
      dates.closeOne(Caller.system("close"), due.minusDays(3));
    });

    while (reminders.mailSome()) {}

    assertThat(of(early)).extracting(row -> row.path("state").asString()).containsExactly("STALE");
    assertThat(of(late)).extracting(row -> row.path("state").asString()).containsExactly("MAILED");
    mailed(false);
  }

  private UUID withAddress(UUID loan) {
    jdbc.sql(
            """
            UPDATE borrower.borrower SET email = :email
             WHERE id = (SELECT borrower_id FROM loan.loan_card WHERE id = :loan)
            """)
        .param("email", loan + "@example.com")
        .param("loan", loan)
        .update();
    return loan;
  }

  private void mailed(boolean mailed) {
    Http admin = people.administrator();
    Answer now = admin.get(SETTINGS).expect(200);
    admin
        .with("If-Match", now.header("ETag"))
        .put(SETTINGS, Map.of("enabled", true, "mailed", mailed, "rules", now.json().at("/rules")))
        .expect(200);
  }

  @Test
  void settingsAreChangedByWhoMayAndOneRuleOfEach() {
    Http admin = people.administrator();
    Answer now = admin.get(SETTINGS).expect(200);
    Map<String, Object> rule =
        Map.of("kind", "OVERDUE", "days", 5, "subject", "Late", "body", "Dear {name}");
    Map<String, Object> twice =
        new HashMap<>(Map.of("enabled", true, "mailed", false, "rules", List.of(rule, rule)));

    Map<String, Object> bell = new HashMap<>(rule);
    bell.put("body", "Dear {name}\u0007");
    admin
        .with("If-Match", now.header("ETag"))
        .put(SETTINGS, Map.of("enabled", true, "mailed", false, "rules", List.of(bell)))
        .expectProblem(400, "invalid");
    assertThat(
            admin
                .with("If-Match", now.header("ETag"))
                .put(SETTINGS, twice)
                .expectProblem(400, "invalid")
                .text("/errors/0/field"))
        .isEqualTo("rules[1].days");
    people.as("MANAGER").get(SETTINGS).expectProblem(403, "forbidden");
    people.as("MANAGER").put(SETTINGS, twice).expectProblem(403, "forbidden");
  }
}
