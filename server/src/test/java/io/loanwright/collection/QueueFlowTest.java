package io.loanwright.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.arrears.Closing;
import io.loanwright.audit.ListReadings;
import io.loanwright.identity.UserAccount;
import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.testing.RecordedStatements;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * What is to be done today, as days are closed; in an organization whose days move. 1200.00 over
 * six months at 12 percent a year are 207.06 a month.
 */
@FlowTest
@Import(RecordedStatements.class)
@TestPropertySource(properties = "loanwright.business-date=2020-02-03")
class QueueFlowTest {

  private final People people;
  private final Closing closing;
  private final Lending lending;
  private final RecordedStatements statements;
  private final ListReadings readings;

  QueueFlowTest(People people, RecordedStatements statements, ListReadings readings) {
    this.people = people;
    this.closing = new Closing(people);
    this.lending = new Lending(people);
    this.statements = statements;
    this.readings = readings;
  }

  private Http collector() {
    return people.as("COLLECTOR");
  }

  private void closeOne() {
    closing.until(closing.today().plusDays(1));
  }

  @Test
  void theQueueBeginsWithBrokenPromises() {
    Http officer = people.signIn(people.create("FIELD_OFFICER", null).email());
    UUID broken = own(officer);
    UUID due = own(officer);
    UUID action = own(officer);
    UUID fresh = own(officer);
    closing.until(closing.today().plusMonths(1).plusDays(2));
    LocalDate today = closing.today();
    log(officer, broken, promised("10.00", today));
    closeOne();
    today = closing.today();
    log(officer, due, promised("10.00", today));
    officer
        .put(
            "/api/loans/" + action + "/next-action",
            Map.of("kind", "VISIT", "on", today.toString(), "note", "Bring the contract"))
        .expect(200);

    Answer queue = officer.get("/api/collection/queue").expect(200);

    assertThat(
            StreamSupport.stream(queue.json().at("/items").spliterator(), false)
                .map(each ->
                    each.at("/section").asString() + " " + each.at("/loan/loanId").asString()))
        .containsExactly(
            "BROKEN_PROMISE " + broken,
            "PROMISE_DUE " + due,
            "ACTION_DUE " + action,
            "NEWLY_OVERDUE " + fresh);
    assertThat(queue.text("/items/0/loan/amount")).isEqualTo("207.06");
    assertThat(queue.text("/items/0/loan/daysPastDue")).isEqualTo("3");
    Answer first = officer.get("/api/collection/queue?limit=3").expect(200);
    Answer rest = officer.get("/api/collection/queue?limit=3&cursor=" + first.text("/next"));
    assertThat(rest.text("/items/0/loan/loanId")).isEqualTo(fresh.toString());
    Answer summary = officer.get("/api/collection/summary").expect(200);
    assertThat(summary.text("/sections/0/loans")).isEqualTo("1");
    assertThat(summary.text("/promisesBroken")).isEqualTo("1");
    log(officer, broken, Map.of("channel", "CALL", "result", "NOT_REACHED"));
    assertThat(officer.get("/api/collection/queue?section=BROKEN_PROMISE").json().at("/items"))
        .isEmpty();
    assertThat(collector().get("/api/collection/queue").json().at("/items")).isEmpty();
  }

  @Test
  void aContactRestsALoanForAWeek() {
    Http officer = people.signIn(people.create("FIELD_OFFICER", null).email());
    UUID loan = own(officer);
    closing.until(closing.today().plusMonths(1).plusDays(1));
    log(officer, loan, Map.of("channel", "CALL", "result", "NOT_REACHED"));
    LocalDate called = closing.today();
    String queue = "/api/collection/queue";
    assertThat(officer.get(queue).expect(200).json().at("/items")).isEmpty();
    closing.until(called.plusDays(6));
    assertThat(officer.get(queue).expect(200).json().at("/items")).isEmpty();

    closeOne();

    assertThat(officer.get(queue).expect(200).text("/items/0/section")).isEqualTo("NOT_CONTACTED");
  }

  @Test
  void thePromisesOfAColleagueAreCountedAsFarAsTheCallerReaches() {
    UserAccount account = people.create("FIELD_OFFICER", null);
    Http officer = people.signIn(account.email());
    UUID loan = own(officer);
    log(officer, loan, promised("10.00", closing.today().withDayOfMonth(1).plusMonths(1)));
    closing.until(closing.today().withDayOfMonth(1).plusMonths(1).plusDays(1));
    String summary = "/api/collection/summary?assigneeId=" + account.id();

    Answer own = officer.get(summary).expect(200);
    Answer colleague =
        people.signIn(people.create("FIELD_OFFICER", null).email()).get(summary).expect(200);

    assertThat(own.text("/promisesBroken")).isEqualTo("1");
    assertThat(colleague.text("/promisesBroken")).isEqualTo("0");
    assertThat(people.as("MANAGER").get(summary).text("/promisesBroken")).isEqualTo("1");
  }

  @Test
  void theWorkOfSomebodyWhoLeftIsTheOfficersAgain() {
    Http officer = people.signIn(people.create("FIELD_OFFICER", null).email());
    UserAccount left = people.create("COLLECTOR", null);
    UserAccount stays = people.create("COLLECTOR", null);
    UUID first = own(officer);
    UUID second = own(officer);
    assign(left, first);
    assign(stays, second);
    closing.until(closing.today().plusMonths(1).plusDays(1));
    assertThat(officer.get("/api/collection/queue").json().at("/items")).isEmpty();

    people
        .administrator()
        .patch("/api/users/" + left.id(), Map.of("status", "DISABLED"))
        .expect(200);
    closeOne();

    Answer queue = officer.get("/api/collection/queue").expect(200);
    assertThat(queue.json().at("/items")).hasSize(1);
    assertThat(queue.text("/items/0/loan/loanId")).isEqualTo(first.toString());
    assertThat(trail(first, "collection.assign")).hasSize(2);
    assertThat(trail(second, "collection.assign")).hasSize(1);
  }

  private void assign(UserAccount to, UUID loan) {
    people
        .as("MANAGER")
        .post("/api/collection/assign", Map.of("loanIds", List.of(loan), "userId", to.id()))
        .expect(200);
  }

  @Test
  void whoReadsPhoneNumbersInListsLeavesARowOfEachList() {
    UserAccount user = people.create("FIELD_OFFICER", null);
    Http officer = people.signIn(user.email());
    String borrower = lending.loan(officer, own(officer)).text("/borrowerId");
    officer.patch("/api/borrowers/" + borrower, Map.of("phone", "+254 712 000 111")).expect(200);
    closing.until(closing.today().plusMonths(1).plusDays(2));

    Answer queue = officer.get("/api/collection/queue").expect(200);
    officer.get("/api/payments/overdue").expect(200);
    assertThat(officer.get("/api/collection/sheet").expect(200).body()).contains("712 000 111");
    readings.write();

    assertThat(queue.text("/items/0/loan/phone")).isEqualTo("+254 712 000 111");
    JsonNode rows =
        people.as("AUDITOR").get("/api/audit?action=borrower.list&actor=" + user.id()).json();
    assertThat(rows.at("/items"))
        .extracting(row -> row.at("/subject/label").asString() + row.at("/after/pages").asString())
        .containsExactlyInAnyOrder("arrears1", "collection sheet1", "queue1");
  }

  @Test
  void theListsCostNoMoreStatementsForManyLoansThanForOne() {
    Http officer = people.signIn(people.create("FIELD_OFFICER", null).email());
    IntStream.range(0, 5).forEach(_ -> own(officer));
    closing.until(closing.today().plusMonths(1).plusDays(2));

    for (String list : List.of("/api/payments/overdue", "/api/collection/queue")) {
      long forOne = asking(officer, list, 1);
      long forMany = asking(officer, list, 5);

      assertThat(forOne).as(list).isPositive();
      assertThat(forMany).as(list).isEqualTo(forOne);
    }
  }

  private long asking(Http officer, String list, int limit) {
    statements.begin();
    Answer answer = officer.get(list + "?limit=" + limit).expect(200);
    long counted = statements.end("loan.", "borrower.", "payment.", "collection.", "arrears.");
    assertThat(answer.json().at("/items")).hasSize(limit);
    return counted;
  }

  private UUID own(Http officer) {
    UUID product = lending.product(Map.of());
    return lending.active(
        lending.borrower(officer), product, "1200.00", closing.today().toString());
  }

  private static Map<String, Object> promised(String amount, LocalDate on) {
    return Map.of(
        "channel", "CALL",
        "result", "PROMISED",
        "promise", Map.of("amount", amount, "on", on.toString()));
  }

  private static void log(Http who, UUID loan, Map<String, Object> contact) {
    who.post("/api/loans/" + loan + "/contacts", new HashMap<>(contact)).expect(201);
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
