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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What somebody paid too much is given back: 1,250.00 for a loan that owes 1,200.00. */
@FlowTest
class WalletPayoutFlowTest {

  private final People people;
  private final Lending lending;
  private final Verifier verifier;

  WalletPayoutFlowTest(People people, Verifier verifier) {
    this.people = people;
    this.lending = new Lending(people);
    this.verifier = verifier;
  }

  @Test
  void whatIsHeldIsGivenBackAndNoMore() {
    UUID wallet = overpaid();

    Answer out = payOut(lending.manager(), wallet, "30.00").expect(200);

    assertThat(out.text("/balance")).isEqualTo("20.00");
    Answer entry =
        lending.accountant().get("/api/ledger/entries/" + out.text("/payoutId")).expect(200);
    assertThat(entry.text("/lines/0/account")).isEqualTo("2110");
    assertThat(entry.text("/lines/0/debit")).isEqualTo("30.00");
    assertThat(entry.text("/lines/1/account")).isEqualTo("1110");
    assertThat(entry.text("/description")).isEqualTo("Paid out of a borrower's wallet");
    payOut(lending.manager(), wallet, "20.01").expectProblem(422, "wallet-overdrawn");
    payOut(people.as("AUDITOR"), wallet, "1.00").expectProblem(403, "forbidden");
    payOut(lending.manager(), UUID.randomUUID(), "1.00").expectProblem(404, "not-found");
    lending
        .manager()
        .idempotent()
        .post(path(wallet), Map.of("amount", "1.00", "on", "2026-03-03", "reason", "early"))
        .expectProblem(422, "date-in-future");
    lending
        .manager()
        .idempotent()
        .post(path(wallet), Map.of("amount", "1.00", "on", "1990-01-01", "reason", "late"))
        .expectProblem(422, "before-books");
    Answer trail = people.administrator().get("/api/audit?subjectId=" + wallet).expect(200);
    assertThat(trail.body()).contains("wallet.pay_out", "paid twice");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void aRepeatPaysOnceAndOfTwoAtOnceOneGetsTheMoney() throws Exception {
    UUID wallet = overpaid();
    Http once = lending.manager().idempotent();
    Map<String, String> some = Map.of("amount", "10.00", "on", TODAY, "reason", "paid twice");
    Answer first = once.post(path(wallet), some).expect(200);
    assertThat(once.post(path(wallet), some).expect(200).body()).isEqualTo(first.body());

    Callable<Integer> attempt = () -> payOut(lending.manager(), wallet, "30.00").status();
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> answers = both.invokeAll(List.of(attempt, attempt));
      assertThat(IntStream.of(answers.get(0).get(), answers.get(1).get()).sorted().toArray())
          .containsExactly(200, 422);
    }
    assertThat(verifier.verify().first()).isEmpty();
  }

  private UUID overpaid() {
    UUID borrower = lending.borrower();
    UUID product = lending.product(Map.of("approvalSteps", List.of()));
    UUID loan = lending.apply(lending.officer(), borrower, product, "1200.00").expect(201).id();
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    lending.pay(lending.teller(), loan, "1250.00", TODAY).expect(201);
    Answer wallets = lending.manager().get("/api/wallets?borrowerId=" + borrower).expect(200);
    return UUID.fromString(wallets.text("/items/0/id"));
  }

  private static String path(UUID wallet) {
    return "/api/wallets/" + wallet + "/pay-out";
  }

  private Answer payOut(Http who, UUID wallet, String amount) {
    return who.idempotent()
        .post(path(wallet), Map.of("amount", amount, "on", TODAY, "reason", "paid twice"));
  }
}
