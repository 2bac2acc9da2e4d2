package io.loanwright.ledger;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Money that should not have been put into a wallet is taken out again by another entry. */
@FlowTest
class TopUpReversalFlowTest {

  private static final Map<String, String> REASON = Map.of("reason", "typed wrong");

  private final Http http;
  private final People people;
  private final Lending lending;
  private final Verifier verifier;

  TopUpReversalFlowTest(Http http, People people, Verifier verifier) {
    this.http = http;
    this.people = people;
    this.lending = new Lending(people);
    this.verifier = verifier;
  }

  @Test
  void theWalletTheBooksAndTheTrailSayThatItWasTakenBack() {
    UUID wallet = wallet();
    topUp(lending.teller(), wallet, "10.00", TODAY);
    UUID wrong = topUp(lending.teller(), wallet, "5.50", TODAY);

    Answer back = reverse(lending.teller(), wallet, wrong).expect(200);

    assertThat(back.id()).isEqualTo(wrong);
    assertThat(back.text("/balance")).isEqualTo("10.00");
    JsonNode history = history(lending.teller(), wallet);
    assertThat(history).hasSize(2);
    assertThat(history.at("/0/id").asString()).isEqualTo(wrong.toString());
    assertThat(history.at("/0/reversedOn").asString()).isEqualTo(TODAY);
    assertThat(history.at("/0/reversible").asBoolean()).isFalse();
    assertThat(history.at("/1/reversedOn").isNull()).isTrue();
    assertThat(history.at("/1/reversible").asBoolean()).isTrue();
    assertThat(history.at("/1/channel").asString()).isEqualTo("CASH");
    JsonNode newest =
        lending.accountant().get("/api/ledger/entries?limit=1").expect(200).json().at("/items/0");
    assertThat(newest.at("/corrects").asString()).isEqualTo(wrong.toString());
    JsonNode trail =
        people
            .as("AUDITOR")
            .get("/api/audit?action=wallet&subjectId=" + wallet)
            .expect(200)
            .json()
            .at("/items/0");
    assertThat(trail.at("/action").asString()).isEqualTo("wallet.reverse");
    assertThat(trail.at("/reason").asString()).isEqualTo("typed wrong");
    reverse(lending.teller(), wallet, wrong).expectProblem(409, "already-reversed");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void aTellerTakesBackOnlyWhatHeTookHimselfToday() {
    UUID wallet = wallet();
    UUID others = topUp(lending.manager(), wallet, "3.00", TODAY);
    UUID earlier = topUp(lending.accountant(), wallet, "4.00", "2026-02-27");

    assertThat(history(lending.teller(), wallet))
        .noneMatch(topUp -> topUp.get("reversible").asBoolean());
    reverse(lending.teller(), wallet, others).expectProblem(403, "reversal-not-permitted");
    reverse(lending.teller(), wallet, earlier).expectProblem(403, "reversal-not-permitted");
    for (String role : List.of("LOAN_OFFICER", "FIELD_OFFICER", "COLLECTOR", "AUDITOR")) {
      reverse(people.as(role), wallet, others).expectProblem(403, "forbidden");
    }
    reverse(lending.manager(), wallet, others).expect(200);
    Http accountant = lending.accountant();
    assertThat(history(accountant, wallet).at("/0/reversible").asBoolean()).isTrue();
    on(accountant, wallet, earlier, "2026-02-26").expectProblem(422, "date-before-top-up");
    on(accountant, wallet, earlier, "2026-03-03").expectProblem(422, "date-in-future");
    on(accountant, wallet, earlier, "2026-02-27").expect(200);
    assertThat(history(accountant, wallet).at("/0/reversedOn").asString()).isEqualTo("2026-02-27");
  }

  @Test
  void whatIsSpentIsMissing() {
    UUID loan = lending.active("1200.00", TODAY);
    UUID borrower = UUID.fromString(lending.loan(lending.teller(), loan).text("/borrowerId"));
    UUID wallet = wallet(borrower);
    UUID topUp = topUp(lending.teller(), wallet, "100.00", TODAY);
    Answer drawn =
        lending
            .teller()
            .idempotent()
            .post(
                "/api/payments/" + loan,
                Map.of("amount", "30.00", "on", TODAY, "channel", "WALLET"))
            .expect(201);

    Answer refused =
        reverse(lending.teller(), wallet, topUp).expectProblem(422, "wallet-overdrawn");

    assertThat(refused.text("/detail")).contains("has 70.00 EUR", "30.00 EUR are missing");
    assertThat(history(lending.teller(), wallet).at("/0/reversedOn").isNull()).isTrue();
    lending
        .manager()
        .idempotent()
        .post("/api/payments/" + drawn.id() + "/reverse", REASON)
        .expect(200);
    assertThat(reverse(lending.teller(), wallet, topUp).expect(200).text("/balance"))
        .isEqualTo("0.00");
  }

  @Test
  void onNoDayOfTheBooksTheWalletHeldLessThanNothing() {
    UUID loan = lending.active("1200.00", "2026-02-20");
    UUID borrower = UUID.fromString(lending.loan(lending.teller(), loan).text("/borrowerId"));
    UUID wallet = wallet(borrower);
    Http accountant = lending.accountant();
    UUID first = topUp(accountant, wallet, "100.00", "2026-02-21");
    accountant
        .idempotent()
        .post(
            "/api/payments/" + loan,
            Map.of("amount", "100.00", "on", "2026-02-24", "channel", "WALLET"))
        .expect(201);
    on(accountant, wallet, first, "2026-02-21").expectProblem(422, "wallet-overdrawn");
    topUp(accountant, wallet, "60.00", "2026-02-25");
    topUp(accountant, wallet, "40.00", "2026-02-27");

    for (String tooEarly : List.of("2026-02-21", "2026-02-24", "2026-02-26")) {
      Answer refused =
          on(accountant, wallet, first, tooEarly).expectProblem(422, "wallet-overdrawn");
      assertThat(refused.text("/errors/0/field")).isEqualTo("on");
      assertThat(refused.text("/detail")).contains("not be before 2026-02-27", "100.00 EUR");
    }

    assertThat(on(accountant, wallet, first, "2026-02-27").expect(200).text("/balance"))
        .isEqualTo("0.00");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void theSameReversalSentTwiceCountsOnceAndNeedsAKeyAndAReason() {
    UUID wallet = wallet();
    UUID topUp = topUp(lending.teller(), wallet, "8.00", TODAY);
    Http once = lending.teller().idempotent();

    lending
        .teller()
        .post(path(wallet, topUp), REASON)
        .expectProblem(400, "idempotency-key-required");
    lending
        .teller()
        .idempotent()
        .post(path(wallet, topUp), Map.of("reason", " "))
        .expectProblem(400, "invalid");
    Answer first = once.post(path(wallet, topUp), REASON).expect(200);
    Answer second = once.post(path(wallet, topUp), REASON).expect(200);

    assertThat(second.body()).isEqualTo(first.body());
    reverse(lending.teller(), wallet(), topUp).expectProblem(404, "not-found");
    reverse(lending.teller(), UUID.randomUUID(), topUp).expectProblem(404, "not-found");
    reverse(lending.teller(), wallet, UUID.randomUUID()).expectProblem(404, "not-found");
  }

  @Test
  void theHistoryIsReadPageByPageNewestFirst() {
    UUID wallet = wallet();
    UUID first = topUp(lending.teller(), wallet, "1.00", TODAY);
    UUID second = topUp(lending.teller(), wallet, "2.00", TODAY);
    String path = "/api/wallets/" + wallet + "/top-ups?limit=1";

    Answer page = lending.teller().get(path).expect(200);
    Answer next = lending.teller().get(path + "&cursor=" + page.text("/next")).expect(200);

    assertThat(page.text("/items/0/id")).isEqualTo(second.toString());
    assertThat(next.text("/items/0/id")).isEqualTo(first.toString());
    assertThat(next.json().get("next").isNull()).isTrue();
    people.as("FIELD_OFFICER").get(path).expectProblem(403, "forbidden");
    lending
        .teller()
        .get("/api/wallets/" + UUID.randomUUID() + "/top-ups")
        .expectProblem(404, "not-found");
  }

  @Test
  void aBorrowerSeesWhatWasPutInButNotWhoTookIt() {
    String email = "rosa-" + UUID.randomUUID() + "@wallets.test";
    Map<String, String> account =
        Map.of("name", "Rosa Registers", "email", email, "password", People.PASSWORD);
    UUID wallet =
        wallet(
            UUID.fromString(
                http.post("/api/auth/register", account).expect(201).text("/borrowerId")));
    topUp(lending.teller(), wallet, "6.00", TODAY);

    JsonNode seen = history(people.signIn(email), wallet);

    assertThat(seen.at("/0/amount").asString()).isEqualTo("6.00");
    assertThat(seen.at("/0/recordedBy").isNull()).isTrue();
    assertThat(seen.at("/0/reversible").asBoolean()).isFalse();
    assertThat(history(lending.teller(), wallet).at("/0/recordedBy").asString()).isNotEmpty();
  }

  private UUID wallet() {
    return wallet(lending.borrower());
  }

  private UUID wallet(UUID borrower) {
    return lending
        .teller()
        .post("/api/wallets", Map.of("borrowerId", borrower, "currency", "EUR"))
        .expect(201)
        .id();
  }

  private static UUID topUp(Http who, UUID wallet, String amount, String on) {
    Answer answer =
        who.idempotent()
            .post("/api/wallets/" + wallet + "/top-up", Map.of("amount", amount, "on", on))
            .expect(200);
    return UUID.fromString(answer.text("/topUpId"));
  }

  private static JsonNode history(Http who, UUID wallet) {
    return who.get("/api/wallets/" + wallet + "/top-ups").expect(200).json().at("/items");
  }

  private static Answer reverse(Http who, UUID wallet, UUID topUp) {
    return who.idempotent().post(path(wallet, topUp), REASON);
  }

  private static Answer on(Http who, UUID wallet, UUID topUp, String on) {
    return who.idempotent().post(path(wallet, topUp), Map.of("reason", "typed wrong", "on", on));
  }

  private static String path(UUID wallet, UUID topUp) {
    return "/api/wallets/" + wallet + "/top-ups/" + topUp + "/reversal";
  }
}
