package io.loanwright.ledger;

import static io.loanwright.ledger.ManualEntrySteps.PATH;
import static io.loanwright.ledger.ManualEntrySteps.approve;
import static io.loanwright.ledger.ManualEntrySteps.capital;
import static io.loanwright.ledger.ManualEntrySteps.draft;
import static io.loanwright.ledger.ManualEntrySteps.line;
import static io.loanwright.ledger.ManualEntrySteps.reject;
import static io.loanwright.ledger.ManualEntrySteps.withdraw;
import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Entries by hand: one person drafts, another posts, and nothing is half-written. */
@FlowTest
class ManualEntryFlowTest {

  private final People people;
  private final ManualEntrySteps steps;

  ManualEntryFlowTest(People people) {
    this.people = people;
    this.steps = new ManualEntrySteps(people);
  }

  @Test
  void anEntryIsInTheBooksWhenASecondPersonHasPostedIt() {
    Answer drafted = draft(steps.accountant(), capital("120.50")).expect(201);
    UUID id = drafted.id();
    assertThat(drafted.text("/status")).isEqualTo("WAITING");
    assertThat(drafted.text("/amount")).isEqualTo("120.50");
    entry(id).expect(404);

    Answer posted = approve(steps.manager(), id).expect(200);

    assertThat(posted.text("/status")).isEqualTo("POSTED");
    assertThat(posted.text("/drafted/name")).isEqualTo("Test ACCOUNTANT");
    assertThat(posted.text("/decided/name")).isEqualTo("Test MANAGER");
    Answer entry = entry(id).expect(200);
    assertThat(entry.text("/sourceType")).isEqualTo("manual-entry");
    assertThat(entry.text("/sourceId")).isEqualTo(id.toString());
    assertThat(entry.text("/on")).isEqualTo(TODAY);
    assertThat(entry.text("/description")).isEqualTo("Capital paid in");
    assertThat(entry.text("/lines/0/account")).isEqualTo("1120");
    assertThat(entry.text("/lines/0/debit")).isEqualTo("120.50");
    assertThat(entry.text("/lines/1/credit")).isEqualTo("120.50");
  }

  @Test
  void theTrailSaysWhoDraftedAndWhoPosted() {
    UUID id = steps.posted("33.10");

    JsonNode events =
        steps.accountant().get("/api/audit?subjectId=" + id).expect(200).json().at("/items");

    assertThat(events)
        .extracting(event -> event.at("/action").asString())
        .containsExactly("manual_entry.approve", "manual_entry.draft");
    assertThat(events.get(1).at("/after/lines/0").asString()).isEqualTo("DEBIT 1120 33.10");
  }

  @Test
  void theMakerDecidesNothingButToTakeItBack() {
    Http admin = people.administrator();
    UUID id = draft(admin, capital("5.00")).expect(201).id();

    approve(admin, id).expectProblem(409, "maker-is-checker");
    reject(admin, id).expectProblem(409, "maker-is-checker");
    withdraw(steps.accountant(), id).expectProblem(409, "not-the-maker");

    assertThat(withdraw(admin, id).expect(200).text("/status")).isEqualTo("WITHDRAWN");
    approve(steps.manager(), id).expectProblem(409, "entry-decided");
    entry(id).expect(404);
  }

  @Test
  void whatIsRejectedSaysWhyAndStaysOutOfTheBooks() {
    UUID id = steps.waiting("6.00");

    Answer rejected = reject(steps.manager(), id).expect(200);

    assertThat(rejected.text("/status")).isEqualTo("REJECTED");
    assertThat(rejected.text("/decisionReason")).isEqualTo("Not ours");
    approve(steps.manager(), id).expectProblem(409, "entry-decided");
    entry(id).expect(404);
  }

  @Test
  void bothSidesAreEqualOrTheDifferenceIsNamed() {
    Answer refused =
        draft(steps.accountant(), lines(line("1120", "DEBIT", "90.00"), credit("100.00")))
            .expectProblem(422, "entry-unbalanced");

    assertThat(refused.text("/detail"))
        .contains("Debits are 90.00", "credits 100.00", "10.00 EUR are missing on the debit side");
  }

  @ParameterizedTest
  @CsvSource({
    "0000, account-unknown",
    "1100, account-is-heading",
    "1210, account-kept-by-loans",
    "1220, account-kept-by-loans",
    "2110, account-kept-by-loans",
  })
  void accountsThatTakeNoLineAreNamedAtIt(String account, String code) {
    Answer refused =
        draft(steps.accountant(), lines(line(account, "DEBIT", "7.00"), credit("7.00")))
            .expectProblem(422, code);

    assertThat(refused.text("/errors/0/field")).isEqualTo("lines[0].account");
  }

  @Test
  void theAccountOfAProductsLoansIsTheirsAlone() {
    String portfolio = account(Map.of());
    assertThat(offered()).contains(portfolio);
    new Lending(people).product(Map.of("accounts", Map.of("LOAN_PORTFOLIO", portfolio)));

    draft(steps.accountant(), lines(line(portfolio, "DEBIT", "7.00"), credit("7.00")))
        .expectProblem(422, "account-kept-by-loans");
    assertThat(offered()).doesNotContain(portfolio, "1210", "1100").contains("1110");
  }

  @Test
  void anAccountOfAnotherCurrencyTakesNoLine() {
    String dollars = account(Map.of("currency", "USD"));

    draft(steps.accountant(), lines(line(dollars, "DEBIT", "7.00"), credit("7.00")))
        .expectProblem(422, "account-of-other-currency");
  }

  @Test
  void anAccountThatWentOutOfUseMeanwhileStopsTheEntryWhole() {
    Http admin = people.administrator();
    String code = account(Map.of());
    UUID id =
        draft(steps.accountant(), lines(line(code, "DEBIT", "7.00"), credit("7.00")))
            .expect(201)
            .id();
    takeOutOfUse(admin, code);

    approve(steps.manager(), id).expectProblem(422, "account-out-of-use");

    entry(id).expect(404);
    assertThat(one(id).text("/status")).isEqualTo("WAITING");
    reject(steps.manager(), id).expect(200);
  }

  @Test
  void anEntryCountsFromItsOwnDayWhichNeedsThePermission() {
    String earlier = "2026-02-27";
    Map<String, Object> draft = capital("8.00", Map.of("on", earlier));
    UUID id = draft(steps.accountant(), draft).expect(201).id();
    approve(steps.manager(), id).expect(200);
    assertThat(entry(id).expect(200).text("/on")).isEqualTo(earlier);

    draft(whoDraftsOnly(), draft).expectProblem(403, "backdate-not-permitted");
    draft(steps.accountant(), capital("8.00", Map.of("on", "2026-03-03")))
        .expectProblem(422, "date-in-future");
    draft(steps.accountant(), capital("8.00", Map.of("on", "2021-03-01")))
        .expectProblem(422, "date-too-early");
  }

  @Test
  void aRepeatIsTheFirstOneAgain() {
    Http once = steps.accountant().idempotent();
    UUID id = once.post(PATH, capital("9.00")).expect(201).id();
    assertThat(once.post(PATH, capital("9.00")).expect(201).id()).isEqualTo(id);
    once.post(PATH, capital("9.01")).expectProblem(409, "idempotency-key-reused");
    steps.accountant().post(PATH, capital("9.00")).expectProblem(400, "idempotency-key-required");

    Http decides = steps.manager().idempotent();
    String path = PATH + "/" + id + "/approve";
    String first = decides.post(path).expect(200).body();
    assertThat(decides.post(path).expect(200).body()).isEqualTo(first);
    approve(steps.manager(), id).expectProblem(409, "entry-decided");
  }

  @Test
  void ofManyWhoPostAtOnceOneDoes() throws Exception {
    UUID id = steps.waiting("10.00");
    Http manager = steps.manager();

    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Callable<Answer> act = () -> approve(manager, id);
      for (Future<Answer> answer : threads.invokeAll(Collections.nCopies(4, act))) {
        statuses.add(answer.get().status());
      }
    }

    assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
    entry(id).expect(200);
  }

  @Test
  void aManagerDecidesInTheOwnBranchAndTellersNowhere() {
    UUID branch = people.branch();
    Http other = people.signIn(people.create("MANAGER", branch).email());
    UUID id = steps.waiting("11.00");

    approve(other, id).expectProblem(404, "not-found");
    other.get(PATH + "/" + id).expectProblem(404, "not-found");
    assertThat(other.get(PATH + "?status=WAITING").expect(200).json().at("/items")).isEmpty();
    assertThat(steps.manager().get(PATH + "?status=WAITING").expect(200).body())
        .contains(id.toString());
    for (String role : List.of("TELLER", "LOAN_OFFICER", "BORROWER")) {
      draft(people.as(role), capital("11.00")).expect(403);
      people.as(role).get(PATH).expect(403);
    }
    draft(steps.manager(), capital("11.00")).expectProblem(403, "forbidden");
    approve(steps.accountant(), id).expectProblem(403, "forbidden");
    people.as("AUDITOR").get(PATH + "/" + id).expect(200);

    UUID theirs =
        draft(steps.accountant(), capital("11.00", Map.of("branchId", branch))).expect(201).id();
    approve(steps.manager(), theirs).expectProblem(404, "not-found");
    approve(other, theirs).expect(200);
  }

  @Test
  void theListIsReadPageByPageNewestFirst() {
    UUID older = steps.waiting("12.00");
    UUID newer = steps.waiting("13.00");

    Answer first = steps.accountant().get(PATH + "?limit=1").expect(200);
    Answer second =
        steps.accountant().get(PATH + "?limit=1&cursor=" + first.text("/next")).expect(200);

    assertThat(first.text("/items/0/id")).isEqualTo(newer.toString());
    assertThat(second.text("/items/0/id")).isEqualTo(older.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "currency, QQQ",
    "on, yesterday",
    "description, ' '",
    "reason, ' '",
    "branchId, 01920000-0000-7000-8000-000000000000",
    "lines, none",
  })
  void nonsenseIsRefusedByName(String field, String value) {
    Answer refused =
        draft(steps.accountant(), capital("14.00", Map.of(field, value)))
            .expectProblem(400, "invalid");

    assertThat(refused.text("/errors/0/field")).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource({"0.00", "-1.00", "1.001", "much", "99999999999999"})
  void anAmountIsMoreThanNothingAndInMinorUnits(String amount) {
    draft(steps.accountant(), capital(amount)).expectProblem(400, "invalid");
  }

  @Test
  void oneLineIsNoEntry() {
    draft(steps.accountant(), capital("1.00", Map.of("lines", List.of(credit("1.00")))))
        .expectProblem(400, "invalid");
  }

  private Answer entry(UUID id) {
    return steps.accountant().get("/api/ledger/entries/" + id);
  }

  private Answer one(UUID id) {
    return steps.accountant().get(PATH + "/" + id).expect(200);
  }

  private String offered() {
    return steps.accountant().get(PATH + "/accounts").expect(200).body();
  }

  private static Map<String, Object> lines(Map<String, String> first, Map<String, String> second) {
    return capital("1.00", Map.of("lines", List.of(first, second)));
  }

  private static Map<String, String> credit(String amount) {
    return line("3100", "CREDIT", amount);
  }

  /** Returns the code of an account that nothing is on. */
  private String account(Map<String, String> changes) {
    String code = "8" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, String> account = new HashMap<>(changes);
    account.putAll(Map.of("code", code, "name", "Of a test", "type", "ASSET"));
    people.administrator().post("/api/ledger/accounts", account).expect(201);
    return code;
  }

  private static void takeOutOfUse(Http admin, String code) {
    JsonNode accounts = admin.get("/api/ledger/accounts").expect(200).json().at("/items");
    for (JsonNode account : accounts) {
      if (account.at("/code").asString().equals(code)) {
        admin
            .with("If-Match", "\"1\"")
            .patch("/api/ledger/accounts/" + account.at("/id").asString(), Map.of("active", false))
            .expect(200);
      }
    }
  }

  /** Somebody of a role that drafts and does nothing else. */
  private Http whoDraftsOnly() {
    String role =
        "D" + UUID.randomUUID().toString().replaceAll("[^a-f]", "").toUpperCase(Locale.ROOT);
    return people.whoMay(role, Map.of("ledger.draft", "BRANCH"));
  }
}
