package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.identity.UserAccount;
import io.loanwright.ledger.LenderWalletSteps;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
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

/**
 * Loans are paid out of a wallet of the lender, if somebody names one and there is enough in it.
 */
@FlowTest
class PayoutWalletFlowTest {

  private final People people;
  private final Lending lending;
  private final LenderWalletSteps wallets;
  private final Verifier verifier;

  PayoutWalletFlowTest(People people, Verifier verifier) {
    this.people = people;
    this.lending = new Lending(people);
    this.wallets = new LenderWalletSteps(people);
    this.verifier = verifier;
  }

  @Test
  void thePayoutDrawsOnTheWalletAndItsEntryCreditsIt() {
    UUID fund = wallets.with("LOAN_FUND", "2000.00");
    UUID loan = approved("1200.00");

    disburse(lending.accountant(), loan, fund, TODAY).expect(200);

    assertThat(wallets.balance(fund)).isEqualTo("800.00");
    assertThat(lending.accountant().get("/api/loans/" + loan + "/events").expect(200).body())
        .contains("\"walletId\":\"" + fund + "\"");
    JsonNode newest =
        lending
            .accountant()
            .get("/api/wallets/" + fund + "/movements")
            .expect(200)
            .json()
            .at("/items/0");
    assertThat(newest.at("/type").asString()).isEqualTo("loan");
    assertThat(newest.at("/sourceId").asString()).isEqualTo(loan.toString());
    assertThat(newest.at("/change").asString()).isEqualTo("-1200.00");
    assertThat(newest.at("/reversible").asBoolean()).isFalse();
    lending.pay(lending.teller(), loan, "207.06", TODAY).expect(201);
    assertThat(wallets.balance(fund)).isEqualTo("800.00");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void whatIsKeptBackAtThePayoutStaysInTheWallet() {
    UUID fund = wallets.with("LOAN_FUND", "1000.00");
    UUID product =
        lending.product(
            Map.of(
                "charges",
                List.of(Map.of("name", "Fee", "amount", "30.00", "at", "DISBURSEMENT"))));
    UUID loan =
        lending.apply(lending.officer(), lending.borrower(), product, "1000.00").expect(201).id();
    lending.approve(lending.manager(), loan).expect(200);

    disburse(lending.accountant(), loan, fund, TODAY).expect(200);

    assertThat(wallets.balance(fund)).isEqualTo("30.00");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void tooLittleInTheWalletRefusesThePayoutAndChangesNothing() {
    UUID fund = wallets.with("LOAN_FUND", "1199.99");
    UUID loan = approved("1200.00");

    Answer refused =
        disburse(lending.accountant(), loan, fund, TODAY).expectProblem(422, "wallet-overdrawn");

    assertThat(refused.text("/errors/0/field")).isEqualTo("walletId");
    assertThat(refused.text("/detail")).contains("1199.99 EUR", "0.01 EUR are missing");
    assertThat(lending.loan(lending.teller(), loan).text("/status")).isEqualTo("APPROVED");
    assertThat(wallets.balance(fund)).isEqualTo("1199.99");
    disburse(lending.accountant(), loan, wallets.with("LOAN_FUND", "5000.00"), "2026-02-27")
        .expectProblem(422, "wallet-overdrawn");
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
  }

  @Test
  void onlyWalletsOfTheCurrencyTheBranchAndTheKindAreOffered() {
    UUID fund = wallets.with("LOAN_FUND", "2000.00");
    UUID expense = wallets.with("EXPENSE", "2000.00");
    UUID dollars =
        wallets.open(lending.accountant(), "LOAN_FUND", Map.of("currency", "USD")).expect(201).id();
    UUID branch = people.branch();
    UUID elsewhere =
        wallets
            .open(lending.accountant(), "LOAN_FUND", Map.of("branchId", branch))
            .expect(201)
            .id();
    UUID loan = approved("1200.00");

    String offered =
        lending.accountant().get("/api/loans/" + loan + "/payout-wallets").expect(200).body();

    assertThat(offered).contains(fund.toString(), "2000.00");
    for (UUID other : List.of(expense, dollars, elsewhere)) {
      assertThat(offered).doesNotContain(other.toString());
      disburse(lending.accountant(), loan, other, TODAY).expectProblem(404, "not-found");
    }
    people
        .as("FIELD_OFFICER")
        .get("/api/loans/" + loan + "/payout-wallets")
        .expectProblem(403, "forbidden");
  }

  @Test
  void walletsAreOfferedToWhoeverOnlyAsksForTopUps() {
    UUID fund = wallets.with("LOAN_FUND", "2000.00");
    UUID loan = approved("1200.00");
    Http asks = people.whoMay("ASKS_FOR_TOP_UPS", Map.of("loan.ask_top_up", "ORGANIZATION"));

    String offered = asks.get("/api/loans/" + loan + "/payout-wallets").expect(200).body();

    assertThat(offered).contains(fund.toString()).doesNotContain("2000.00");
  }

  @Test
  void whatIsSomebodysOwnFundPaysNobodyElsesLoans() {
    UserAccount ana = people.create("TELLER", null);
    UUID own =
        wallets
            .open(lending.accountant(), "LOAN_FUND", Map.of("userId", ana.id()))
            .expect(201)
            .id();
    wallets.topUp(lending.accountant(), own, "2000.00", TODAY).expect(200);
    UUID loan = approved("1200.00");
    Http ben = people.signIn(people.create("TELLER", null).email());
    String offered = "/api/loans/" + loan + "/payout-wallets";

    assertThat(ben.get(offered).expect(200).body()).doesNotContain(own.toString());
    disburse(ben, loan, own, TODAY).expectProblem(404, "not-found");

    Http herself = people.signIn(ana.email());
    assertThat(herself.get(offered).expect(200).body()).contains(own.toString());
    disburse(herself, loan, own, TODAY).expect(200);
    assertThat(wallets.balance(own)).isEqualTo("800.00");
  }

  @Test
  void manyPayoutsAtOnceNeverOverdrawTheWallet() throws Exception {
    UUID fund = wallets.with("LOAN_FUND", "2500.00");
    List<Callable<Integer>> payouts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      UUID loan = approved("1000.00");
      payouts.add(() -> disburse(lending.accountant(), loan, fund, TODAY).status());
    }
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
      for (Future<Integer> answer : threads.invokeAll(payouts)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).containsOnly(200, 422);
    assertThat(answers.stream().filter(status -> status == 200)).hasSize(2);
    assertThat(wallets.balance(fund)).isEqualTo("500.00");
    assertThat(verifier.verify().first()).isEmpty();
  }

  private UUID approved(String principal) {
    UUID loan = lending.application(principal);
    lending.approve(lending.manager(), loan).expect(200);
    return loan;
  }

  private static Answer disburse(Http who, UUID loan, UUID wallet, String on) {
    return who.idempotent()
        .post("/api/loans/" + loan + "/disburse", Map.of("on", on, "walletId", wallet));
  }
}
