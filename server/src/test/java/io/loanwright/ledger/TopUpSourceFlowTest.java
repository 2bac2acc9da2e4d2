package io.loanwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.access.Caller;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.BorrowerFixtures;
import io.loanwright.borrower.Borrowers;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.Lending;
import io.loanwright.organization.Organization;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What tells the entries of top-ups from others that move the money of a wallet. */
@FlowTest
class TopUpSourceFlowTest {

  private static final Money FIVE = Money.of("5.00", Currency.of("EUR"));

  private final Lending lending;
  private final Borrowers borrowers;
  private final Ledger ledger;
  private final Wallets wallets;
  private final Organization organization;
  private final TransactionTemplate transaction;

  TopUpSourceFlowTest(
      People people,
      Borrowers borrowers,
      Ledger ledger,
      Wallets wallets,
      Organization organization,
      TransactionTemplate transaction) {
    this.lending = new Lending(people);
    this.borrowers = borrowers;
    this.ledger = ledger;
    this.wallets = wallets;
    this.organization = organization;
    this.transaction = transaction;
  }

  @Test
  void anEntryOfAnotherKindIsNoTopUp() {
    Empty wallet = wallet();
    UUID moved = posted(wallet, "wallet-transfer", null);

    assertThat(history(wallet)).isEmpty();
    takeBack(wallet, moved).expectProblem(404, "not-found");
  }

  @Test
  void topUpsAreToldByASourceOfTheirOwn() {
    Empty wallet = wallet();
    Answer kept =
        lending
            .teller()
            .idempotent()
            .post(
                "/api/wallets/" + wallet.id() + "/top-up",
                Map.of("amount", "5.00", "on", Lending.TODAY))
            .expect(200);

    JsonNode entry =
        lending.accountant().get("/api/ledger/entries/" + kept.text("/topUpId")).expect(200).json();

    assertThat(entry.at("/sourceType").asString()).isEqualTo("wallet-top-up");
    assertThat(entry.at("/sourceId").asString()).isEqualTo(wallet.id().toString());
  }

  @Test
  void anEarlierTopUpIsStillOneAndIsTakenBackOnce() {
    Empty wallet = wallet();
    UUID earlier = posted(wallet, "wallet", null);
    assertThat(history(wallet)).hasSize(1);

    takeBack(wallet, earlier).expect(200);

    assertThat(history(wallet).at("/0/reversedOn").asString()).isEqualTo(Lending.TODAY);
    takeBack(wallet, earlier).expectProblem(409, "already-reversed");
    for (String source : List.of("wallet", "wallet-top-up")) {
      assertThatThrownBy(() -> posted(wallet, source, earlier))
          .isInstanceOf(DuplicateKeyException.class);
    }
  }

  /** A borrower's wallet that holds nothing. */
  private record Empty(Borrower owner, UUID id) {}

  private Empty wallet() {
    Borrower owner = BorrowerFixtures.somebody(borrowers, "Told Apart", null);
    return new Empty(
        owner,
        lending
            .teller()
            .post("/api/wallets", Map.of("borrowerId", owner.id(), "currency", "EUR"))
            .expect(201)
            .id());
  }

  private UUID posted(Empty wallet, String source, @Nullable UUID corrects) {
    UUID id = Ids.next();
    LocalDate today = organization.businessDate();
    transaction.executeWithoutResult(_ -> {
      Wallet after = wallets.deposit(wallet.owner().id(), FIVE);
      ledger.post(
          Caller.system("test"),
          new NewEntry(
              id,
              today,
              wallet.owner().branchId(),
              "A movement of a wallet",
              new Source(source, wallet.id()),
              corrects,
              List.of(
                  Line.debit("1110", FIVE, null), Line.credit(after.accountCode(), FIVE, null))));
    });
    return id;
  }

  private JsonNode history(Empty wallet) {
    return lending
        .accountant()
        .get("/api/wallets/" + wallet.id() + "/top-ups")
        .expect(200)
        .json()
        .at("/items");
  }

  private Answer takeBack(Empty wallet, UUID topUp) {
    Http who = lending.accountant();
    return who.idempotent()
        .post(
            "/api/wallets/" + wallet.id() + "/top-ups/" + topUp + "/reversal",
            Map.of("reason", "typed wrong"));
  }
}
