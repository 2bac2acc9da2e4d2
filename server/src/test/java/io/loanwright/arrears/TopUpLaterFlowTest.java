package io.loanwright.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.ledger.LenderWalletSteps;
import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** More money that is asked for on one day and paid out on a later one counts from the latter. */
@FlowTest
@TestPropertySource(properties = "loanwright.business-date=2023-05-02")
class TopUpLaterFlowTest {

  private final Closing closing;
  private final Lending lending;
  private final LenderWalletSteps wallets;
  private final Verifier verifier;

  TopUpLaterFlowTest(People people, Verifier verifier) {
    this.closing = new Closing(people);
    this.lending = new Lending(people);
    this.wallets = new LenderWalletSteps(people);
    this.verifier = verifier;
  }

  /** Too little is in the wallet on the day of asking, and enough on that of the payout. */
  @Test
  void itCountsFromTheDayOnWhichItIsPaidOut() {
    String day = closing.today().toString();
    UUID fund = wallets.opened("LOAN_FUND");
    wallets.topUp(lending.accountant(), fund, "100.00", day).expect(200);
    UUID loan = closing.loan(Map.of());
    Answer asked =
        Lending.askForTopUp(
                lending.officer(), loan, Map.of("amount", "300.00", "on", day, "walletId", fund))
            .expect(201);

    LocalDate later = closing.today().plusDays(3);
    closing.until(later);
    wallets.topUp(lending.accountant(), fund, "200.00", later.toString()).expect(200);
    Lending.confirm(lending.manager(), asked.id()).expect(200);

    Answer done = lending.manager().get("/api/loan-requests/" + asked.id()).expect(200);
    assertThat(done.text("/on")).isEqualTo(later.toString());
    assertThat(wallets.balance(fund)).isEqualTo("0.00");
    Answer before =
        lending.manager().get("/api/loans/" + loan + "?asOf=" + later.minusDays(1)).expect(200);
    assertThat(before.text("/principal")).isEqualTo("1200.00");
    assertThat(verifier.verify().first()).isEmpty();
  }
}
