package io.loanwright.ledger;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Money that should not have been paid out of a borrower's wallet is back in it by an entry. */
@FlowTest
class WalletPayoutReversalFlowTest {

  private static final Map<String, String> REASON = Map.of("reason", "keyed for another one");

  private final People people;
  private final Lending lending;
  private final Verifier verifier;

  WalletPayoutReversalFlowTest(People people, Verifier verifier) {
    this.people = people;
    this.lending = new Lending(people);
    this.verifier = verifier;
  }

  @Test
  void theWalletTheBooksAndTheTrailSayThatItWasTakenBack() {
    UUID wallet = wallet("50.00", TODAY);
    UUID right = payOut(lending.teller(), wallet, "10.00", TODAY);
    UUID wrong = payOut(lending.teller(), wallet, "30.00", TODAY);

    long controlled = takenBack();

    Answer back = reverse(lending.teller(), wallet, wrong).expect(200);

    assertThat(takenBack()).isEqualTo(controlled + 1);
    assertThat(back.id()).isEqualTo(wrong);
    assertThat(back.text("/balance")).isEqualTo("40.00");
    JsonNode history = history(lending.teller(), wallet);
    assertThat(history).hasSize(2);
    assertThat(history.at("/0/id").asString()).isEqualTo(wrong.toString());
    assertThat(history.at("/0/amount").asString()).isEqualTo("30.00");
    assertThat(history.at("/0/channel").asString()).isEqualTo("CASH");
    assertThat(history.at("/0/reversedOn").asString()).isEqualTo(TODAY);
    assertThat(history.at("/0/reversible").asBoolean()).isFalse();
    assertThat(history.at("/1/id").asString()).isEqualTo(right.toString());
    assertThat(history.at("/1/reversible").asBoolean()).isTrue();
    JsonNode entry =
        lending.accountant().get("/api/ledger/entries?limit=1").expect(200).json().at("/items/0");
    assertThat(entry.at("/corrects").asString()).isEqualTo(wrong.toString());
    assertThat(entry.at("/sourceType").asString()).isEqualTo("wallet-payout");
    JsonNode lines = lending.accountant().get(entryPath(entry)).expect(200).json().at("/lines");
    assertThat(lines.at("/0/account").asString()).isEqualTo("1110");
    assertThat(lines.at("/0/debit").asString()).isEqualTo("30.00");
    assertThat(lines.at("/1/account").asString()).isEqualTo("2110");
    JsonNode trail =
        people
            .as("AUDITOR")
            .get("/api/audit?action=wallet&subjectId=" + wallet)
            .expect(200)
            .json()
            .at("/items/0");
    assertThat(trail.at("/action").asString()).isEqualTo("wallet.payout_reverse");
    assertThat(trail.at("/reason").asString()).isEqualTo("keyed for another one");
    reverse(lending.teller(), wallet, wrong).expectProblem(409, "already-reversed");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void aTellerTakesBackOnlyWhatHePaidOutHimselfToday() {
    UUID wallet = wallet("50.00", "2026-02-20");
    UUID others = payOut(lending.manager(), wallet, "3.00", TODAY);
    UUID earlier = payOut(lending.accountant(), wallet, "4.00", "2026-02-27");

    assertThat(history(lending.teller(), wallet))
        .noneMatch(payout -> payout.get("reversible").asBoolean());
    reverse(lending.teller(), wallet, others).expectProblem(403, "reversal-not-permitted");
    reverse(lending.teller(), wallet, earlier).expectProblem(403, "reversal-not-permitted");
    for (String role : List.of("LOAN_OFFICER", "FIELD_OFFICER", "COLLECTOR", "AUDITOR")) {
      reverse(people.as(role), wallet, others).expectProblem(403, "forbidden");
    }
    reverse(lending.manager(), wallet, others).expect(200);
    Http accountant = lending.accountant();
    on(accountant, wallet, earlier, "2026-02-26").expectProblem(422, "date-before-payout");
    on(accountant, wallet, earlier, "2026-03-03").expectProblem(422, "date-in-future");
    on(accountant, wallet, earlier, "2026-02-27").expect(200);
    assertThat(history(accountant, wallet).at("/0/reversedOn").asString()).isEqualTo("2026-02-27");
    assertThat(balance(wallet)).isEqualTo("50.00");
  }

  /** Or he would credit a relative with money that is in the relative's pocket. */
  @Test
  void nobodyTakesBackWhatWasPaidOutToARelative() {
    UUID borrower = lending.borrower();
    UUID wallet = wallet(borrower, "20.00", TODAY);
    UUID payout = payOut(lending.teller(), wallet, "20.00", TODAY);
    Http manager = lending.relative(borrower);

    assertThat(history(manager, wallet).at("/0/reversible").asBoolean()).isFalse();
    reverse(manager, wallet, payout).expectProblem(409, "declared-relative");
    reverse(lending.manager(), wallet, payout).expect(200);
  }

  /** Who has no loans can be forgotten at once; what he was paid by mistake stays paid out. */
  @Test
  void noMoneyComesIntoTheWalletOfWhoIsErased() {
    Http admin = people.administrator();
    UUID borrower = lending.borrower();
    UUID wallet = wallet(borrower, "20.00", TODAY);
    UUID payout = payOut(lending.teller(), wallet, "20.00", TODAY);
    String path = "/api/borrowers/" + borrower;
    String number = admin.get(path).expect(200).text("/number");
    admin
        .post(path + "/erasure", Map.of("number", number, "reason", "asked by letter"))
        .expect(200);

    reverse(lending.manager(), wallet, payout).expectProblem(409, "borrower-erased");
    lending
        .accountant()
        .idempotent()
        .post("/api/wallets/" + wallet + "/top-up", Map.of("amount", "20.00", "on", TODAY))
        .expectProblem(409, "borrower-erased");
  }

  @Test
  void aRepeatCountsOnceAndOfManyAtOnceOneIsTakenBack() throws Exception {
    UUID wallet = wallet("40.00", TODAY);
    UUID first = payOut(lending.teller(), wallet, "8.00", TODAY);
    UUID second = payOut(lending.teller(), wallet, "9.00", TODAY);
    Http once = lending.teller().idempotent();

    lending
        .teller()
        .post(path(wallet, first), REASON)
        .expectProblem(400, "idempotency-key-required");
    lending
        .teller()
        .idempotent()
        .post(path(wallet, first), Map.of("reason", " "))
        .expectProblem(400, "invalid");
    Answer answer = once.post(path(wallet, first), REASON).expect(200);
    assertThat(once.post(path(wallet, first), REASON).expect(200).body()).isEqualTo(answer.body());

    Callable<Integer> attempt = () -> reverse(lending.manager(), wallet, second).status();
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> each : threads.invokeAll(List.of(attempt, attempt, attempt, attempt))) {
        statuses.add(each.get());
      }
    }
    assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
    assertThat(balance(wallet)).isEqualTo("40.00");
    reverse(lending.teller(), wallet("1.00", TODAY), first).expectProblem(404, "not-found");
    reverse(lending.teller(), UUID.randomUUID(), first).expectProblem(404, "not-found");
    reverse(lending.teller(), wallet, UUID.randomUUID()).expectProblem(404, "not-found");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void theHistoryIsReadPageByPageNewestFirst() {
    UUID wallet = wallet("10.00", TODAY);
    UUID first = payOut(lending.teller(), wallet, "1.00", TODAY);
    UUID second = payOut(lending.teller(), wallet, "2.00", TODAY);
    String path = "/api/wallets/" + wallet + "/payouts?limit=1";

    Answer page = lending.teller().get(path).expect(200);
    Answer next = lending.teller().get(path + "&cursor=" + page.text("/next")).expect(200);

    assertThat(page.text("/items/0/id")).isEqualTo(second.toString());
    assertThat(next.text("/items/0/id")).isEqualTo(first.toString());
    assertThat(next.json().get("next").isNull()).isTrue();
    people.as("FIELD_OFFICER").get(path).expectProblem(403, "forbidden");
    lending
        .teller()
        .get("/api/wallets/" + UUID.randomUUID() + "/payouts")
        .expectProblem(404, "not-found");
  }

  /** Returns what the dashboard's controls count of what was taken back but payments. */
  private long takenBack() {
    return people
        .as("AUDITOR")
        .get("/api/dashboards/controls")
        .expect(200)
        .json()
        .at("/tiles")
        .valueStream()
        .filter(tile -> tile.path("of").asString().equals("TERMS_CHANGED"))
        .mapToLong(tile -> new BigDecimal(tile.path("value").asString()).longValueExact())
        .sum();
  }

  private UUID wallet(String amount, String on) {
    return wallet(lending.borrower(), amount, on);
  }

  private UUID wallet(UUID borrower, String amount, String on) {
    UUID wallet =
        lending
            .teller()
            .post("/api/wallets", Map.of("borrowerId", borrower, "currency", "EUR"))
            .expect(201)
            .id();
    lending
        .accountant()
        .idempotent()
        .post("/api/wallets/" + wallet + "/top-up", Map.of("amount", amount, "on", on))
        .expect(200);
    return wallet;
  }

  private static UUID payOut(Http who, UUID wallet, String amount, String on) {
    Answer answer =
        who.idempotent()
            .post(
                "/api/wallets/" + wallet + "/pay-out",
                Map.of("amount", amount, "on", on, "reason", "paid twice"))
            .expect(200);
    return UUID.fromString(answer.text("/payoutId"));
  }

  private String balance(UUID wallet) {
    return reverse(lending.manager(), wallet, payOut(lending.manager(), wallet, "0.01", TODAY))
        .expect(200)
        .text("/balance");
  }

  private static String entryPath(JsonNode entry) {
    return "/api/ledger/entries/" + entry.at("/id").asString();
  }

  private static JsonNode history(Http who, UUID wallet) {
    return who.get("/api/wallets/" + wallet + "/payouts").expect(200).json().at("/items");
  }

  private static Answer reverse(Http who, UUID wallet, UUID payout) {
    return who.idempotent().post(path(wallet, payout), REASON);
  }

  private static Answer on(Http who, UUID wallet, UUID payout, String on) {
    return who.idempotent()
        .post(path(wallet, payout), Map.of("reason", "keyed for another one", "on", on));
  }

  private static String path(UUID wallet, UUID payout) {
    return "/api/wallets/" + wallet + "/payouts/" + payout + "/reversal";
  }
}
