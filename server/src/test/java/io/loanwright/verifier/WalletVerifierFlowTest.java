package io.loanwright.verifier;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Caller;
import io.loanwright.audit.proof.Difference;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.Ledger;
import io.loanwright.ledger.Line;
import io.loanwright.ledger.NewEntry;
import io.loanwright.ledger.Source;
import io.loanwright.ledger.store.JournalCheck;
import io.loanwright.loan.Lending;
import io.loanwright.organization.Branches;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What takes money of a borrower's wallet back and does not fit is found. */
@FlowTest
class WalletVerifierFlowTest {

  private final Lending lending;
  private final Ledger ledger;
  private final JournalCheck journal;
  private final Branches branches;
  private final TransactionTemplate transaction;

  WalletVerifierFlowTest(
      People people,
      Ledger ledger,
      JournalCheck journal,
      Branches branches,
      TransactionTemplate transaction) {
    this.lending = new Lending(people);
    this.ledger = ledger;
    this.journal = journal;
    this.branches = branches;
    this.transaction = transaction;
  }

  /** As a bug would do it: more comes back than was paid out, of another wallet. */
  @Test
  void whatTakesAPayoutBackAndSaysSomethingElseIsNamed() {
    UUID wallet = held();
    UUID payout =
        UUID.fromString(
            lending
                .accountant()
                .idempotent()
                .post(
                    "/api/wallets/" + wallet + "/pay-out",
                    Map.of("amount", "7.00", "on", TODAY, "reason", "paid twice"))
                .expect(200)
                .text("/payoutId"));
    Money eight = Money.of("8.00", Currency.of("EUR"));
    NewEntry other =
        new NewEntry(
            Ids.next(),
            LocalDate.parse(TODAY),
            branches.main().id(),
            "Taken back",
            new Source("wallet-payout", held()),
            payout,
            List.of(Line.debit("1110", eight, null), Line.credit("2110", eight, null)));

    List<Difference> found =
        transaction.execute(status -> {
          status.setRollbackOnly();
          ledger.post(Caller.system("test"), other);
          return journal.otherThanTakenBack();
        });

    assertThat(found)
        .singleElement()
        .matches(each -> each.says().contains("debit 1110 800 EUR"))
        .matches(each -> each.follows().contains("wallet-payout " + wallet))
        .matches(each -> each.follows().contains("debit 1110 700 EUR"));
    assertThat(journal.otherThanTakenBack()).isEmpty();
  }

  private UUID held() {
    UUID wallet =
        lending
            .teller()
            .post("/api/wallets", Map.of("borrowerId", lending.borrower(), "currency", "EUR"))
            .expect(201)
            .id();
    lending
        .accountant()
        .idempotent()
        .post("/api/wallets/" + wallet + "/top-up", Map.of("amount", "20.00", "on", TODAY))
        .expect(200);
    return wallet;
  }
}
