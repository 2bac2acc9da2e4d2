package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Nobody alone lends more money on a running loan, or agrees other terms for it: one asks, another
 * one confirms. 1,200.00 at 1 percent a month since 2 February.
 */
@FlowTest
class LoanRequestFlowTest {

  private static final String EARLIER = "2026-02-20";

  /** What one may ask for. */
  enum Wanted {
    /** More money. */
    TOP_UP("top-ups", "loan.top_up"),
    /** Other terms. */
    CHANGE("changes", "schedule.restructure");

    private final String route;
    private final String permission;

    /**
     * What is asked for.
     *
     * @param permission what confirms it
     */
    Wanted(String route, String permission) {
      this.route = route;
      this.permission = permission;
    }

    private String path(UUID loan) {
      return "/api/loans/" + loan + "/" + route;
    }

    private Map<String, Object> today() {
      return switch (this) {
        case TOP_UP -> Map.of("amount", "300.00", "on", TODAY, "reason", "a second field");
        case CHANGE ->
            Map.of("kind", "LONGER_TERM", "from", TODAY, "installments", 6, "reason", "harvest");
      };
    }

    private Map<String, Object> earlier() {
      return switch (this) {
        case TOP_UP -> Map.of("amount", "300.00", "on", EARLIER, "reason", "a second field");
        case CHANGE ->
            Map.of("kind", "RATE", "from", EARLIER, "annualRate", "6", "reason", "harvest");
      };
    }

    private Answer askedBy(Http who, UUID loan) {
      return who.idempotent().post(path(loan), today());
    }

    private Answer askedEarlierBy(Http who, UUID loan) {
      return who.idempotent().post(path(loan), earlier());
    }

    /** What the trail calls something that is done with the request. */
    private String action(String verb) {
      return "loan." + verb + (this == TOP_UP ? "_top_up" : "_change");
    }
  }

  private final People people;
  private final Lending lending;
  private final Verifier verifier;

  LoanRequestFlowTest(People people, Verifier verifier) {
    this.people = people;
    this.lending = new Lending(people);
    this.verifier = verifier;
  }

  /** The officer applied for the loan, so he may ask; he decides about nothing. */
  @ParameterizedTest
  @EnumSource
  void anOfficerAsksAndAManagerConfirms(Wanted wanted) {
    UUID loan = running();
    JsonNode before = schedule(loan);
    Answer asked = wanted.askedBy(lending.officer(), loan).expect(201);

    assertThat(asked.text("/kind")).isEqualTo(wanted.name());
    assertThat(asked.text("/status")).isEqualTo("WAITING");
    assertThat(schedule(loan)).isEqualTo(before);
    Lending.confirm(lending.officer(), asked.id()).expectProblem(403, "forbidden");
    assertThat(
            lending
                .manager()
                .get("/api/loan-requests?kind=" + wanted + "&status=WAITING&loanId=" + loan)
                .expect(200)
                .text("/items/0/id"))
        .isEqualTo(asked.id().toString());

    Lending.confirm(lending.manager(), asked.id()).expect(200);

    assertThat(schedule(loan)).isNotEqualTo(before);
    Answer done = people.as("AUDITOR").get(path(asked.id())).expect(200);
    assertThat(done.text("/status")).isEqualTo("CONFIRMED");
    assertThat(done.text("/decidedBy")).isEqualTo("Test MANAGER");
    Answer trail = people.administrator().get("/api/audit?subjectId=" + loan).expect(200);
    assertThat(trail.text("/items/0/action")).isEqualTo(wanted.permission);
    assertThat(trail.text("/items/0/after/askedBy")).isEqualTo("Test LOAN_OFFICER");
    assertThat(trail.body()).contains(wanted.action("ask"));
    assertThat(verifier.verify().first()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whoeverAskedDoesNotDecideNotEvenAnAdministrator(Wanted wanted) {
    UUID loan = running();
    JsonNode before = schedule(loan);
    Http admin = people.administrator();
    UUID asked = wanted.askedBy(admin, loan).expect(201).id();

    Lending.confirm(admin, asked).expectProblem(409, "maker-is-checker");
    admin
        .post(path(asked) + "/reject", Map.of("reason", "mine"))
        .expectProblem(409, "maker-is-checker");
    lending
        .manager()
        .post(path(asked) + "/withdraw", Map.of())
        .expectProblem(403, "request-of-another");
    Answer back = admin.post(path(asked) + "/withdraw", Map.of("reason", "not now")).expect(200);

    assertThat(back.text("/status")).isEqualTo("WITHDRAWN");
    Lending.confirm(lending.manager(), asked).expectProblem(409, "already-decided");
    assertThat(schedule(loan)).isEqualTo(before);
    assertThat(admin.get("/api/audit?subjectId=" + loan).expect(200).body())
        .contains(wanted.action("withdraw"), wanted.action("reject"), "maker-is-checker");
  }

  /** Whoever applied asks, and whoever applied does not confirm. */
  @ParameterizedTest
  @EnumSource
  void whoeverAppliedForTheLoanDoesNotConfirm(Wanted wanted) {
    UUID own =
        lending
            .apply(lending.manager(), lending.borrower(), lending.product(Map.of()), "1200.00")
            .expect(201)
            .id();
    lending.approve(people.administrator(), own).expect(200);
    lending.disburse(lending.accountant(), own, TODAY).expect(200);
    UUID asked = wanted.askedBy(lending.officer(), own).expect(201).id();

    Lending.confirm(lending.manager(), asked).expectProblem(409, "maker-is-checker");
    Lending.confirm(people.administrator(), asked).expect(200);
  }

  @ParameterizedTest
  @EnumSource
  void aRelativeNeitherAsksNorDecides(Wanted wanted) {
    UUID borrower = lending.borrower();
    UUID loan = lending.active(borrower, lending.product(Map.of()), "1200.00", TODAY);
    Http relative = lending.relative(borrower);

    wanted.askedBy(relative, loan).expectProblem(409, "declared-relative");
    UUID asked = wanted.askedBy(lending.officer(), loan).expect(201).id();
    Lending.confirm(relative, asked).expectProblem(409, "declared-relative");
    relative
        .post(path(asked) + "/reject", Map.of("reason", "she has enough"))
        .expectProblem(409, "declared-relative");

    Lending.confirm(lending.manager(), asked).expect(200);
  }

  @ParameterizedTest
  @EnumSource
  void anEarlierDayIsForWhoeverMayBackDate(Wanted wanted) {
    UUID loan = running();
    wanted.askedEarlierBy(lending.officer(), loan).expectProblem(403, "backdate-not-permitted");

    Answer asked = wanted.askedEarlierBy(people.administrator(), loan).expect(201);
    assertThat(asked.text("/on")).isEqualTo(EARLIER);
    Http today =
        people.whoMay("CONFIRMS_TODAY_" + wanted, Map.of(wanted.permission, "ORGANIZATION"));
    assertThat(today.get(path(asked.id())).expect(200).body()).contains("backdate-not-permitted");
    Lending.confirm(today, asked.id()).expectProblem(403, "backdate-not-permitted");
    Lending.confirm(lending.manager(), asked.id()).expect(200);

    assertThat(lending.manager().get(path(asked.id())).expect(200).text("/on")).isEqualTo(EARLIER);
    assertThat(verifier.verify().first()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoWhoConfirmAtOnceOneDoesAndARepeatDoesSoOnce(Wanted wanted) throws Exception {
    UUID loan = running();
    Http once = lending.officer().idempotent();
    Answer asked = once.post(wanted.path(loan), wanted.today()).expect(201);
    assertThat(once.post(wanted.path(loan), wanted.today()).expect(201).body())
        .isEqualTo(asked.body());
    lending
        .officer()
        .post(wanted.path(loan), wanted.today())
        .expectProblem(400, "idempotency-key-required");
    String confirm = path(asked.id()) + "/confirm";
    Map<String, Object> seen = Map.of("amount", asked.text("/amount"));
    Http manager = lending.manager();
    Http admin = people.administrator();
    Callable<Integer> one = () -> manager.idempotent().post(confirm, seen).status();
    Callable<Integer> other = () -> admin.idempotent().post(confirm, seen).status();
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> answers = both.invokeAll(List.of(one, other));
      assertThat(IntStream.of(answers.get(0).get(), answers.get(1).get()).sorted().toArray())
          .containsExactly(200, 409);
    }
    assertThat(events(loan)).isEqualTo(2);

    UUID second = wanted.askedBy(lending.officer(), loan).expect(201).id();
    manager.post(path(second) + "/confirm", seen).expectProblem(400, "idempotency-key-required");
    Http again = manager.idempotent();
    Answer first = again.post(path(second) + "/confirm", seen).expect(200);
    assertThat(again.post(path(second) + "/confirm", seen).expect(200).body())
        .isEqualTo(first.body());
    assertThat(events(loan)).isEqualTo(3);
    assertThat(verifier.verify().first()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whoeverDoesNotReachTheLoanSeesAndDecidesNothing(Wanted wanted) {
    UUID loan = running();
    Answer asked = wanted.askedBy(lending.officer(), loan).expect(201);
    String path = path(asked.id());
    Http elsewhere = people.signIn(people.create("MANAGER", people.branch()).email());

    elsewhere.get(path).expectProblem(404, "not-found");
    elsewhere
        .idempotent()
        .post(path + "/confirm", Map.of("amount", asked.text("/amount")))
        .expectProblem(404, "not-found");
    wanted.askedBy(elsewhere, loan).expectProblem(404, "not-found");
    assertThat(elsewhere.get("/api/loan-requests").expect(200).json().at("/items")).isEmpty();
    lending.accountant().get(path).expectProblem(404, "not-found");
  }

  @ParameterizedTest
  @EnumSource
  void whatWaitsEndsWithTheLoan(Wanted wanted) {
    UUID loan = running();
    UUID asked = wanted.askedBy(lending.officer(), loan).expect(201).id();
    UUID off = Lending.askForWriteOff(lending.accountant(), loan, TODAY).expect(201).id();

    lending.pay(lending.teller(), loan, "1300.00", TODAY).expect(201);

    for (UUID each : List.of(asked, off)) {
      assertThat(lending.manager().get(path(each)).expect(200).text("/status")).isEqualTo("LAPSED");
      Lending.confirm(lending.manager(), each).expectProblem(409, "already-decided");
    }
    assertThat(people.administrator().get("/api/audit?subjectId=" + loan).expect(200).body())
        .contains(wanted.action("lapse"), "loan.lapse_write_off");
    assertThat(verifier.verify().first()).isEmpty();
  }

  private UUID running() {
    return lending.active("1200.00", "2026-02-02");
  }

  private JsonNode schedule(UUID loan) {
    return lending.manager().get("/api/loans/" + loan + "/schedule").expect(200).json().at("/rows");
  }

  private int events(UUID loan) {
    return lending
        .manager()
        .get("/api/loans/" + loan + "/events")
        .expect(200)
        .json()
        .at("/items")
        .size();
  }

  private static String path(UUID request) {
    return "/api/loan-requests/" + request;
  }
}
