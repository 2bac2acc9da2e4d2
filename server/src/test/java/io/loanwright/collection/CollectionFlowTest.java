package io.loanwright.collection;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.identity.UserAccount;
import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who is behind, what was said, and whose work it is. 1200.00 over six months at 12 percent a year,
 * paid out on 2 December 2025, are 207.06 due on 2 January, 2 February and so on: on 2 March two of
 * them are past due, the first one for 59 days.
 */
@FlowTest
class CollectionFlowTest {

  private static final String OVERDUE = "/api/payments/overdue";

  private final People people;
  private final Lending lending;

  CollectionFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  private UUID late() {
    return lending.active("1200.00", "2025-12-02");
  }

  /** A late loan of an officer. */
  private UUID late(Http officer) {
    return lending.active(
        lending.borrower(officer), lending.product(Map.of()), "1200.00", "2025-12-02");
  }

  private static String contacts(UUID loan) {
    return "/api/loans/" + loan + "/contacts";
  }

  private static Map<String, Object> contact(Object... changes) {
    Map<String, Object> contact = new HashMap<>(Map.of("channel", "CALL", "result", "REACHED"));
    for (int i = 0; i < changes.length; i += 2) {
      contact.put((String) changes[i], changes[i + 1]);
    }
    return contact;
  }

  private static Map<String, Object> promising(String amount, String on) {
    return contact("result", "PROMISED", "promise", Map.of("amount", amount, "on", on));
  }

  private Http collector() {
    return people.as("COLLECTOR");
  }

  @Test
  void theListSaysWhoIsBehindByHowMuchAndForHowLong() {
    UserAccount account = people.create("LOAN_OFFICER", null);
    Http officer = people.signIn(account.email());
    UUID loan = late(officer);
    lending.pay(lending.teller(), loan, "12.00", TODAY).expect(201);

    Answer list = officer.get(OVERDUE + "?officerId=" + account.id()).expect(200);

    assertThat(list.json().at("/items")).hasSize(1);
    assertThat(list.text("/items/0/loanId")).isEqualTo(loan.toString());
    assertThat(list.text("/items/0/daysPastDue")).isEqualTo("59");
    assertThat(list.text("/items/0/dueOn")).isEqualTo("2026-01-02");
    assertThat(list.text("/items/0/installments")).isEqualTo("2");
    assertThat(list.text("/items/0/amount")).isEqualTo("402.12");
    assertThat(list.text("/items/0/parts/interest")).isEqualTo("10.05");
    assertThat(list.text("/items/0/arrearsClass")).isEqualTo("31-60");
    assertThat(list.text("/items/0/officerName")).startsWith(account.name());
    assertThat(list.text("/items/0/lastPayment/amount")).isEqualTo("12.00");
    assertThat(list.text("/items/0/work/assigneeId")).isEqualTo(account.id().toString());
    String own = OVERDUE + "?officerId=" + account.id();
    assertThat(officer.get(own + "&arrearsClass=31-60").json().at("/items")).hasSize(1);
    assertThat(officer.get(own + "&arrearsClass=1-30").json().at("/items")).isEmpty();
    assertThat(officer.get(own + "&pastDueFrom=59&pastDueUntil=59").json().at("/items")).hasSize(1);
    assertThat(officer.get(own + "&pastDueFrom=60").json().at("/items")).isEmpty();
    assertThat(officer.get(own + "&on=2026-01-02").json().at("/items")).isEmpty();
    assertThat(officer.get(own + "&on=2026-01-03").text("/items/0/amount")).isEqualTo("195.06");
    assertThat(officer.get(OVERDUE + "?assigneeId=" + account.id()).json().at("/items")).hasSize(1);
    assertThat(people.as("TELLER").get(own).text("/items/0/work")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-daysPastDue", "daysPastDue", "-outstanding", "outstanding"})
  void thePagesOfAnOrderGoOnWhereTheOneBeforeEnds(String sort) {
    UserAccount account = people.create("LOAN_OFFICER", null);
    Http officer = people.signIn(account.email());
    late(officer);
    late(officer);
    late(officer);
    String list = OVERDUE + "?officerId=" + account.id() + "&sort=" + sort;

    Answer all = officer.get(list).expect(200);
    Answer first = officer.get(list + "&limit=2").expect(200);
    Answer rest = officer.get(list + "&limit=2&cursor=" + first.text("/next")).expect(200);

    assertThat(rest.json().at("/items")).hasSize(1);
    assertThat(rest.text("/items/0/loanId")).isEqualTo(all.text("/items/2/loanId"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?arrearsClass=none",
        "?pastDueFrom=0",
        "?pastDueFrom=x",
        "?sort=amount",
        "?cursor=abc",
        "?officerId=1",
        "?unknown=1"
      })
  void nonsenseIsRefused(String query) {
    people
        .as("MANAGER")
        .get(OVERDUE + query)
        .expectProblem(400, query.contains("cursor") ? "invalid-cursor" : "invalid");
  }

  @Test
  void aContactIsKeptWithItsPromiseAndWhatIsNext() {
    UUID loan = late();
    Map<String, Object> said = promising("100.00", "2026-03-09");
    said.put("person", "His wife");
    said.put("note", "Sells the goat on Friday");
    said.put("nextAction", Map.of("kind", "VISIT", "on", "2026-03-10"));

    Answer logged = collector().post(contacts(loan), said).expect(201);

    assertThat(logged.text("/promise/state")).isEqualTo("OPEN");
    assertThat(logged.text("/promise/madeOn")).isEqualTo(TODAY);
    Answer log = collector().get(contacts(loan)).expect(200);
    assertThat(log.text("/items/0/person")).isEqualTo("His wife");
    assertThat(log.text("/items/0/note")).isEqualTo("Sells the goat on Friday");
    assertThat(log.text("/items/0/promise/amount")).isEqualTo("100.00");
    Answer work = collector().get("/api/loans/" + loan + "/collection").expect(200);
    assertThat(work.text("/work/nextAction/kind")).isEqualTo("VISIT");
    assertThat(work.text("/work/contactedOn")).isEqualTo(TODAY);
    assertThat(work.text("/work/promise/on")).isEqualTo("2026-03-09");
    assertThat(work.text("/amount")).isEqualTo("414.12");
    String borrower = work.text("/borrowerId");
    assertThat(collector().get("/api/borrowers/" + borrower + "/contacts").json().at("/items"))
        .hasSize(1);
    assertThat(
            people
                .as("AUDITOR")
                .get("/api/audit?action=contact.log&subjectId=" + loan)
                .text("/items/0/after/promised"))
        .isEqualTo("100.00");
    collector()
        .post(contacts(loan), promising("1.00", "2026-03-09"))
        .expectProblem(409, "promise-open");
    String promise = logged.text("/promise/id");
    String cancel = "/api/promises/" + promise + "/cancel";
    collector().post(cancel, Map.of("reason", "\u2003")).expectProblem(400, "invalid");
    assertThat(collector().post(cancel, Map.of("reason", "Ill")).expect(200).text("/state"))
        .isEqualTo("CANCELLED");
    collector().post(cancel, Map.of("reason", "Ill")).expectProblem(409, "promise-not-open");
    collector().post(contacts(loan), promising("1.00", "2026-03-09")).expect(201);
  }

  @ParameterizedTest
  @CsvSource({
    "100.00, 2026-03-01, 422, promise-in-past",
    "1242.37, 2026-03-09, 422, promise-above-owed",
    "0.00, 2026-03-09, 400, invalid",
    "1.005, 2026-03-09, 400, invalid",
    "many, 2026-03-09, 400, invalid",
  })
  void aPromiseThatCannotBeKeptIsRefused(String amount, String on, int status, String code) {
    UUID loan = late();

    collector().post(contacts(loan), promising(amount, on)).expectProblem(status, code);

    assertThat(collector().get(contacts(loan)).json().at("/items")).isEmpty();
  }

  @Test
  void aContactThatDoesNotFitIsRefused() {
    UUID loan = late();
    Http collector = collector();

    collector
        .post(contacts(loan), contact("on", "2026-03-03"))
        .expectProblem(422, "date-in-future");
    collector
        .post(contacts(loan), contact("on", "2025-12-01"))
        .expectProblem(422, "date-before-disbursement");
    collector.post(contacts(loan), contact("result", "PROMISED")).expectProblem(400, "invalid");
    collector
        .post(contacts(loan), contact("nextAction", Map.of("kind", "CALL", "on", "2026-03-01")))
        .expectProblem(422, "action-in-past");
    collector.post(contacts(loan), contact("channel", "PIGEON")).expectProblem(400, "invalid");
    collector.post(contacts(loan), contact("note", "a\u0000b")).expectProblem(400, "invalid");
    collector.post(contacts(UUID.randomUUID()), contact()).expectProblem(404, "not-found");
    collector
        .post(contacts(lending.application("100.00")), contact())
        .expectProblem(409, "owes-nothing");
  }

  @Test
  void anOfficerSeesHisOwnAndOthersNothing() {
    UserAccount account = people.create("LOAN_OFFICER", null);
    Http officer = people.signIn(account.email());
    UUID own = late(officer);
    UUID others = late();

    officer.post(contacts(own), contact()).expect(201);
    officer.post(contacts(others), contact()).expectProblem(404, "not-found");
    officer.get(contacts(others)).expectProblem(404, "not-found");
    officer.get("/api/loans/" + others + "/collection").expectProblem(404, "not-found");
    officer
        .post("/api/collection/assign", Map.of("loanIds", List.of(own)))
        .expectProblem(403, "forbidden");
    for (String role : List.of("TELLER", "ACCOUNTANT", "AUDITOR", "BORROWER")) {
      people.as(role).get("/api/collection/queue").expectProblem(403, "forbidden");
      people.as(role).get(contacts(own)).expectProblem(403, "forbidden");
      people.as(role).post(contacts(own), contact()).expectProblem(403, "forbidden");
    }
  }

  @Test
  void workIsHandedToACollectorAndBack() {
    UserAccount officerAccount = people.create("LOAN_OFFICER", null);
    Http officer = people.signIn(officerAccount.email());
    UserAccount collectorAccount = people.create("COLLECTOR", null);
    Http collector = people.signIn(collectorAccount.email());
    UUID loan = late(officer);
    UUID other = late(officer);
    Http manager = people.as("MANAGER");
    assertThat(officer.get("/api/collection/queue").json().at("/items")).hasSize(2);
    assertThat(manager.get("/api/collection/assignees").expect(200).body())
        .contains(collectorAccount.id().toString());

    assertThat(assign(manager, collectorAccount.id(), loan, other).expect(200).text("/loans"))
        .isEqualTo("2");

    assertThat(collector.get("/api/collection/queue").json().at("/items")).hasSize(2);
    assertThat(officer.get("/api/collection/queue").json().at("/items")).isEmpty();
    Answer list = manager.get(OVERDUE + "?assigneeId=" + collectorAccount.id()).expect(200);
    assertThat(list.json().at("/items")).hasSize(2);
    assertThat(list.text("/items/0/work/handedOver")).isEqualTo("true");
    assertThat(list.text("/items/0/work/assigneeName")).startsWith(collectorAccount.name());
    manager.post("/api/collection/assign", Map.of("loanIds", List.of(loan))).expect(200);
    assertThat(collector.get("/api/collection/queue").json().at("/items")).hasSize(1);
    assertThat(officer.get("/api/collection/queue").json().at("/items")).hasSize(1);
    assign(manager, people.create("TELLER", null).id(), loan).expectProblem(422, "assignee-unfit");
    assign(manager, people.create("FIELD_OFFICER", null).id(), loan)
        .expectProblem(422, "assignee-unfit");
    assign(manager, UUID.randomUUID(), loan).expectProblem(422, "assignee-unfit");
    assign(manager, collectorAccount.id(), loan, UUID.randomUUID()).expectProblem(404, "not-found");
    assertThat(officer.get("/api/collection/queue").json().at("/items")).hasSize(1);
  }

  @Test
  void whatIsNobodysWorkIsFoundUntilSomebodyHasIt() {
    UserAccount collector = people.create("COLLECTOR", null);
    Http manager = people.as("MANAGER");
    UUID nobodys = late(people.administrator());
    UUID officers = late(people.signIn(people.create("LOAN_OFFICER", null).email()));
    String list = OVERDUE + "?ofNobody=true&limit=200";

    assertThat(manager.get(list).expect(200).body())
        .contains(nobodys.toString())
        .doesNotContain(officers.toString());
    assertThat(manager.get("/api/exports/overdue.csv?ofNobody=true").expect(200).body())
        .contains(numberOf(nobodys))
        .doesNotContain(numberOf(officers));
    assign(manager, collector.id(), nobodys).expect(200);

    assertThat(manager.get(list).expect(200).body()).doesNotContain(nobodys.toString());
  }

  private String numberOf(UUID loan) {
    return people.administrator().get("/api/loans/" + loan).expect(200).text("/number");
  }

  private static Answer assign(Http who, UUID userId, UUID... loans) {
    return who.post("/api/collection/assign", Map.of("loanIds", List.of(loans), "userId", userId));
  }

  @Test
  void aPlanIsClearedByAContactOnceItIsDue() {
    UUID loan = late();
    String plan = "/api/loans/" + loan + "/next-action";
    Http collector = collector();
    collector.put(plan, Map.of("kind", "LEGAL", "on", "2026-04-01")).expect(200);
    collector.post(contacts(loan), contact()).expect(201);
    String work = "/api/loans/" + loan + "/collection";
    assertThat(collector.get(work).text("/work/nextAction/kind")).isEqualTo("LEGAL");

    collector.put(plan, Map.of("kind", "CALL", "on", TODAY)).expect(200);
    collector.post(contacts(loan), contact()).expect(201);

    assertThat(collector.get(work).text("/work/nextAction")).isEmpty();
    collector.put(plan, Map.of("kind", "CALL", "on", TODAY)).expect(200);
    assertThat(collector.delete(plan).expect(200).text("/work/nextAction")).isEmpty();
    collector.delete(plan).expect(200);
    Answer trail = people.as("AUDITOR").get("/api/audit?action=next_action.plan&subjectId=" + loan);
    assertThat(trail.json().at("/items")).hasSize(4);
    assertThat(trail.text("/items/0/before/on")).isEqualTo(TODAY);
    assertThat(trail.text("/items/0/after")).isEmpty();
  }

  @Test
  void theSheetSaysWhoShouldPayHowMuch() {
    UserAccount account = people.create("LOAN_OFFICER", null);
    Http officer = people.signIn(account.email());
    UUID loan = late(officer);
    late();
    String number = lending.loan(officer, loan).text("/number");
    String of = "?assigneeId=" + account.id();

    Answer page = officer.with("Accept", "text/html").get("/api/collection/sheet" + of).expect(200);
    Answer file = officer.get("/api/exports/collection-sheet.csv" + of).expect(200);
    Answer due = officer.get("/api/exports/collection-sheet.csv" + of + "&on=2026-02-02");

    assertThat(page.header("content-type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.body()).contains(number).contains("621.18").contains("Signature");
    assertThat(file.body().lines()).hasSize(2);
    assertThat(file.body())
        .contains(number)
        .contains(account.name())
        .contains("207.06,414.12,621.18");
    assertThat(due.expect(200).body()).contains("207.06,207.06,414.12");
    officer.get("/api/exports/collection-sheet.xlsx" + of).expect(200);
    officer.get("/api/exports/collection-sheet.csv?on=soon").expectProblem(400, "invalid");
    assertThat(
            people
                .as("COLLECTOR")
                .get("/api/exports/collection-sheet.csv?assigneeId=" + UUID.randomUUID())
                .expect(200)
                .body()
                .lines())
        .hasSize(1);
    people
        .as("TELLER")
        .with("Accept", "text/html")
        .get("/api/collection/sheet")
        .expectProblem(403, "forbidden");
  }

  @Test
  void aLoanThatGoesToAnotherOfficerIsThatOfficersWork() {
    Http officer = people.signIn(people.create("FIELD_OFFICER", null).email());
    UserAccount next = people.create("FIELD_OFFICER", null);
    UserAccount collector = people.create("COLLECTOR", null);
    UUID loan = late(officer);
    assign(people.as("MANAGER"), collector.id(), loan).expect(200);
    String borrower = lending.loan(officer, loan).text("/borrowerId");

    people
        .administrator()
        .patch("/api/borrowers/" + borrower, Map.of("officerId", next.id()))
        .expect(200);

    Answer queue = people.signIn(next.email()).get("/api/collection/queue").expect(200);
    assertThat(queue.text("/items/0/loan/loanId")).isEqualTo(loan.toString());
    assertThat(officer.get("/api/collection/queue").json().at("/items")).isEmpty();
    assertThat(people.signIn(collector.email()).get("/api/collection/queue").json().at("/items"))
        .isEmpty();
  }
}
