package io.loanwright.identity;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Up to which amounts a role approves, writes off and waives. */
@FlowTest
class RoleLimitFlowTest {

  private final People people;
  private final Lending lending;

  RoleLimitFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  @Test
  void aRoleApprovesUpToItsLimit() {
    Http limited = limited("loan.approve", "EUR", "500.00");
    UUID product = lending.product(Map.of("approvalSteps", List.of(Map.of("role", role(limited)))));
    UUID loan =
        lending.apply(lending.officer(), lending.borrower(), product, "500.01").expect(201).id();

    lending.approve(limited, loan).expectProblem(422, "role-limit");
    assertThat(lending.approve(limited, loan).body()).doesNotContain("gave up");
    limited.patch("/api/loans/" + loan + "/approve", Map.of("principal", "500.00")).expect(200);
  }

  @Test
  void aRoleWritesOffUpToItsLimitAndAsksForMore() {
    Http limited = limited("loan.write_off", "EUR", "700.00");
    UUID small = lending.active("700.00", TODAY);
    UUID large = lending.active("700.01", TODAY);

    Lending.writeOff(lending.accountant(), limited, small, TODAY).expect(200);
    UUID asked = Lending.askForWriteOff(lending.accountant(), large, TODAY).expect(201).id();
    Lending.confirm(limited, asked).expectProblem(422, "role-limit");
    Lending.confirm(lending.manager(), asked).expect(200);
    UUID other = lending.active("900.00", TODAY);
    Lending.writeOff(limited, lending.manager(), other, TODAY).expect(200);
  }

  @Test
  void aRoleWaivesUpToItsLimitAndNothingInAnotherCurrency() {
    UUID loan = lending.active("1200.00", TODAY);
    UUID small = charge(loan, "20.00");
    UUID large = charge(loan, "20.01");
    Http limited = limited("charge.waive", "EUR", "20.00");
    Http abroad = limited("charge.waive", "USD", "1000.00");

    waive(abroad, loan, small).expectProblem(422, "role-limit");
    waive(limited, loan, large).expectProblem(422, "role-limit");
    waive(limited, loan, small).expect(200);
  }

  /** 12.00 and 12.00 are more than 20.00; what somebody else gives up is his. */
  @Test
  void whatSomebodyGivesUpOnALoanInPartsCountsTogether() {
    UUID loan = lending.active("1200.00", TODAY);
    UUID first = charge(loan, "12.00");
    UUID second = charge(loan, "12.01");
    UUID another = lending.active("1200.00", TODAY);
    UUID elsewhere = charge(another, "12.00");
    Http limited = limited("charge.waive", "EUR", "20.00");
    waive(limited, loan, first).expect(200);

    waive(limited, loan, second).expectProblem(422, "role-limit");
    takeBack(limited, loan, second).expectProblem(422, "role-limit");

    waive(limited, another, elsewhere).expect(200);
    takeBack(limited, loan, waiverOf(loan)).expect(200);
    takeBack(limited, loan, second).expect(200);
    waive(limited, loan, first).expectProblem(422, "role-limit");
    waive(lending.manager(), loan, first).expect(200);
  }

  /** One percent less takes some 2.50 off the interest that is still to come. */
  @Test
  void otherTermsThatTakeInterestOffCountAsWaivedInterest() {
    UUID loan = lending.active("1200.00", "2026-02-02");
    Http limited = limited("interest.waive", "EUR", "4.00");
    waiveInterest(limited, loan, "4.01").expectProblem(422, "role-limit");
    rate(limited, loan, "6").expectProblem(422, "role-limit");
    rate(limited, loan, "11").expect(200);

    rate(limited, loan, "10").expectProblem(422, "role-limit");
    waiveInterest(limited, loan, "2.00").expectProblem(422, "role-limit");
    change(limited, loan, Map.of("kind", "INTEREST_HOLIDAY", "from", TODAY, "to", "2026-05-02"))
        .expectProblem(422, "role-limit");

    waiveInterest(limited, loan, "1.00").expect(200);
    longerTerm(lending.manager(), loan).expect(200);
    rate(lending.manager(), loan, "6").expect(200);
  }

  /** One percent less takes some 2.50 off five installments and some 5.00 off eleven. */
  @Test
  void itDoesNotMatterWhetherTheRateIsLoweredBeforeTheTermGetsLongerOrAfterIt() {
    Http limited = limited("interest.waive", "EUR", "4.00");
    UUID lowered = lending.active("1200.00", "2026-02-02");
    UUID longer = lending.active("1200.00", "2026-02-02");

    rate(limited, lowered, "11").expect(200);
    longerTerm(limited, lowered).expectProblem(422, "role-limit");

    longerTerm(limited, longer).expect(200);
    rate(limited, longer, "11").expectProblem(422, "role-limit");
  }

  /** From 12 to 6 percent and back again; without the way back some 15.00 are given up. */
  @Test
  void whoTakesAnothersHigherRateBackGivesInterestUp() {
    UUID loan = lending.active("1200.00", "2026-02-02");
    Http limited = limited("interest.waive", "EUR", "4.00");
    rate(lending.manager(), loan, "6").expect(200);
    rate(lending.manager(), loan, "12").expect(200);
    UUID higher = eventsOf(loan, "CHANGE").getLast();

    takeBack(limited, loan, higher).expectProblem(422, "role-limit");

    takeBack(lending.manager(), loan, higher).expect(200);
  }

  /** What a payment had paid of a charge is given up, too, once the payment is taken back. */
  @Test
  void aWaiverCountsWhatItGivesUpAfterAPaymentWasTakenBack() {
    UUID loan = lending.active("1200.00", TODAY);
    UUID first = charge(loan, "12.00");
    UUID payment = lending.pay(lending.teller(), loan, "5.00", TODAY).expect(201).id();
    Http limited = limited("charge.waive", "EUR", "13.00");
    waive(limited, loan, first).expect(200);
    lending
        .manager()
        .idempotent()
        .post("/api/payments/" + payment + "/reverse", Map.of("reason", "bounced"))
        .expect(200);

    UUID second = charge(loan, "4.00");
    waive(limited, loan, second).expectProblem(422, "role-limit");
  }

  @Test
  void limitsAreThoseOfWhatIsDecidedAndOneForACurrency() {
    String path = "/api/roles/" + role(limited("charge.waive", "EUR", "1.00"));
    Http admin = people.administrator();
    Map<String, String> limit =
        Map.of("permission", "charge.waive", "currency", "EUR", "amount", "5.00");

    change(admin, path, List.of(limit, limit)).expectProblem(400, "invalid");
    change(
            admin,
            path,
            List.of(Map.of("permission", "loan.view", "currency", "EUR", "amount", "5.00")))
        .expectProblem(400, "invalid");
    change(
            admin,
            path,
            List.of(Map.of("permission", "charge.waive", "currency", "EUR", "amount", "0")))
        .expectProblem(400, "invalid");
    change(admin, "/api/roles/ADMIN", List.of(limit)).expectProblem(409, "role-fixed");
    Answer changed = change(admin, path, List.of(limit)).expect(200);
    assertThat(changed.text("/limits/0/amount")).isEqualTo("5.00");
    assertThat(
            admin.get("/api/audit?action=role.change").expect(200).text("/items/0/after/limits/0"))
        .contains("charge.waive", "5.00");
    assertThat(change(admin, path, List.of()).expect(200).json().at("/limits")).isEmpty();
  }

  /** Somebody of a new role that may all that a manager may, everywhere, up to an amount. */
  private Http limited(String permission, String currency, String amount) {
    return people.whoMay(
        "LIMITED_" + letters(),
        Map.of(
            "loan.view", "ORGANIZATION",
            "loan.approve", "ORGANIZATION",
            "loan.write_off", "ORGANIZATION",
            "loan.take_back", "ORGANIZATION",
            "charge.add", "ORGANIZATION",
            "charge.waive", "ORGANIZATION",
            "interest.waive", "ORGANIZATION",
            "schedule.restructure", "ORGANIZATION",
            "payment.backdate", "ORGANIZATION"),
        List.of(Map.of("permission", permission, "currency", currency, "amount", amount)));
  }

  private static Answer change(Http admin, String path, List<Map<String, String>> limits) {
    String version = admin.get(path).expect(200).header("ETag");
    return admin.with("If-Match", version).patch(path, Map.of("limits", limits));
  }

  private static String role(Http who) {
    return who.get("/api/profile").expect(200).text("/role");
  }

  private static String letters() {
    return UUID.randomUUID()
        .toString()
        .replaceAll("[^a-f]", "")
        .toUpperCase(java.util.Locale.ROOT)
        .concat("X");
  }

  private UUID charge(UUID loan, String amount) {
    lending
        .teller()
        .idempotent()
        .post(
            "/api/loans/" + loan + "/charges",
            Map.of("kind", "FEE", "amount", amount, "on", TODAY, "reason", "visit"))
        .expect(200);
    return lending
        .teller()
        .get("/api/loans/" + loan + "/charges")
        .expect(200)
        .json()
        .at("/items")
        .valueStream()
        .filter(charge -> charge.at("/amount").asString().equals(amount))
        .map(charge -> UUID.fromString(charge.at("/id").asString()))
        .findFirst()
        .orElseThrow();
  }

  private static Answer waive(Http who, UUID loan, UUID charge) {
    return who.idempotent()
        .post(
            "/api/loans/" + loan + "/waivers",
            Map.of("chargeId", charge, "on", TODAY, "reason", "kindness"));
  }

  private static Answer waiveInterest(Http who, UUID loan, String amount) {
    return who.idempotent()
        .post(
            "/api/loans/" + loan + "/interest-waivers",
            Map.of("amount", amount, "on", TODAY, "reason", "kindness"));
  }

  private Answer rate(Http who, UUID loan, String percent) {
    return change(who, loan, Map.of("kind", "RATE", "from", TODAY, "annualRate", percent));
  }

  private Answer change(Http who, UUID loan, Map<String, Object> terms) {
    return lending.agree(who, loan, terms);
  }

  private static Answer takeBack(Http who, UUID loan, UUID event) {
    return who.idempotent()
        .post("/api/loans/" + loan + "/events/" + event + "/take-back", Map.of("reason", "slip"));
  }

  private Answer longerTerm(Http who, UUID loan) {
    return change(who, loan, Map.of("kind", "LONGER_TERM", "from", TODAY, "installments", 6));
  }

  private UUID waiverOf(UUID loan) {
    return eventsOf(loan, "WAIVER").getFirst();
  }

  private List<UUID> eventsOf(UUID loan, String kind) {
    return lending
        .manager()
        .get("/api/loans/" + loan + "/events")
        .expect(200)
        .json()
        .at("/items")
        .valueStream()
        .filter(event -> event.at("/kind").asString().equals(kind))
        .map(event -> UUID.fromString(event.at("/id").asString()))
        .toList();
  }
}
