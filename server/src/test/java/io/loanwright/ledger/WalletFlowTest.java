package io.loanwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.BorrowerFixtures;
import io.loanwright.borrower.Borrowers;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.identity.UserAccount;
import io.loanwright.organization.BranchOutcome;
import io.loanwright.organization.Branches;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Seeing wallets and putting money into them. */
@FlowTest
class WalletFlowTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final Currency KES = Currency.of("KES");

  private final People people;
  private final Borrowers borrowers;
  private final Branches branches;
  private final Wallets wallets;
  private final Ledger ledger;
  private final Idempotency idempotency;
  private final TransactionTemplate transaction;

  WalletFlowTest(
      People people,
      Borrowers borrowers,
      Branches branches,
      Wallets wallets,
      Ledger ledger,
      Idempotency idempotency,
      TransactionTemplate transaction) {
    this.people = people;
    this.borrowers = borrowers;
    this.branches = branches;
    this.wallets = wallets;
    this.ledger = ledger;
    this.idempotency = idempotency;
    this.transaction = transaction;
  }

  @Test
  void aTopUpIsInTheWalletInTheBooksAndInTheTrail() {
    Wallet wallet = walletOf(somebody("Wanjiru Top"), "10.00");
    Http teller = people.as("TELLER");

    Answer answer =
        teller
            .idempotent()
            .post(path(wallet), Map.of("amount", "5.50", "on", TODAY, "channel", "MOBILE_MONEY"))
            .expect(200);

    assertThat(answer.text("/balance")).isEqualTo("15.50");
    assertThat(answer.text("/currency")).isEqualTo("KES");
    Answer list = teller.get("/api/wallets?borrowerId=" + wallet.ownerId()).expect(200);
    assertThat(list.text("/items/0/balance")).isEqualTo("15.50");
    Http accountant = people.as("ACCOUNTANT");
    assertThat(accountant.get("/api/ledger/entries").expect(200).body())
        .contains("Top-up of a borrower's wallet");
    assertThat(
            people
                .as("AUDITOR")
                .get("/api/audit?action=wallet&subjectId=" + wallet.id())
                .expect(200)
                .text("/items/0/action"))
        .isEqualTo("wallet.top_up");
  }

  @Test
  void walletsOfBorrowersAreAskedForByBorrower() {
    assertThat(
            people
                .as("TELLER")
                .get("/api/wallets?kind=BORROWER")
                .expectProblem(400, "invalid")
                .text("/errors/0/field"))
        .isEqualTo("borrowerId");
  }

  @Test
  void aWalletIsOpenedOnceAndThenTakesMoney() {
    UUID owner = somebody("Opened Early").id();
    Http teller = people.as("TELLER");
    Map<String, Object> wanted = Map.of("borrowerId", owner, "currency", "KES");

    Answer opened = teller.post("/api/wallets", wanted).expect(201);

    assertThat(opened.text("/balance")).isEqualTo("0.00");
    teller.post("/api/wallets", wanted).expectProblem(409, "wallet-exists");
    teller
        .idempotent()
        .post("/api/wallets/" + opened.id() + "/top-up", Map.of("amount", "7.00", "on", TODAY))
        .expect(200);
    assertThat(teller.get("/api/wallets?borrowerId=" + owner).text("/items/0/balance"))
        .isEqualTo("7.00");
    people.as("FIELD_OFFICER").post("/api/wallets", wanted).expectProblem(403, "forbidden");
    teller
        .post("/api/wallets", Map.of("borrowerId", UUID.randomUUID(), "currency", "KES"))
        .expectProblem(404, "not-found");
    teller
        .post("/api/wallets", Map.of("borrowerId", owner, "currency", "QQQ"))
        .expectProblem(400, "invalid");
  }

  /** As a request was before it had a reference. */
  private record OlderTopUp(String amount, LocalDate on, @Nullable String channel) {}

  /**
   * The answer of a version without a reference got lost, and the client asks a later one again.
   */
  @Test
  void aTopUpIsTheSameCommandAsInAVersionWithoutReferences() {
    Wallet wallet = walletOf(somebody("Between Versions"), "1.00");
    UserAccount user = people.create("TELLER", null);
    Caller then =
        new Caller(user.id(), "Teller", "TELLER", Map.of(), List.of(), null, null, Origin.LOCAL);
    String key = UUID.randomUUID().toString();
    idempotency.once(
        then,
        key,
        new Command("POST " + path(wallet), new OlderTopUp("5.00", TODAY, null)),
        Map.class,
        () ->
            new io.loanwright.ledger.Answer<>(
                200, Map.of("id", wallet.id(), "currency", "KES", "balance", "6.00")));

    Answer again =
        people
            .signIn(user.email())
            .with("Idempotency-Key", key)
            .post(path(wallet), Map.of("amount", "5.00", "on", TODAY))
            .expect(200);

    assertThat(again.text("/balance")).isEqualTo("6.00");
  }

  @Test
  void theSameTopUpSentTwiceCountsOnce() {
    Wallet wallet = walletOf(somebody("Twice"), "1.00");
    Http once = people.administrator().idempotent();
    Map<String, Object> body = Map.of("amount", "2.00", "on", TODAY);

    Answer first = once.post(path(wallet), body).expect(200);
    Answer second = once.post(path(wallet), body).expect(200);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(wallets.balance(wallet.ownerId(), KES)).isEqualTo(Money.of("3.00", KES));
    once.post(path(wallet), Map.of("amount", "2.01", "on", TODAY))
        .expectProblem(409, "idempotency-key-reused");
    people.administrator().post(path(wallet), body).expectProblem(400, "idempotency-key-required");
  }

  @Test
  void anEarlierDateIsForWhoMayBackDateAndARefusedAttemptIsInTheTrail() {
    Wallet wallet = walletOf(somebody("Back Dated"), "1.00");
    Map<String, Object> yesterday = Map.of("amount", "2.00", "on", TODAY.minusDays(1));

    people
        .as("TELLER")
        .idempotent()
        .post(path(wallet), yesterday)
        .expectProblem(403, "backdate-not-permitted");

    assertThat(wallets.balance(wallet.ownerId(), KES)).isEqualTo(Money.of("1.00", KES));
    Answer trail =
        people.as("AUDITOR").get("/api/audit?action=wallet&subjectId=" + wallet.id()).expect(200);
    assertThat(trail.text("/items/0/result")).isEqualTo("REFUSED");
    assertThat(trail.text("/items/0/reason")).isEqualTo("backdate-not-permitted");
    people.as("ACCOUNTANT").idempotent().post(path(wallet), yesterday).expect(200);
  }

  @ParameterizedTest
  @CsvSource({
    "-1.00,       2026-03-02, CASH,   400, invalid",
    "0.00,        2026-03-02, CASH,   400, invalid",
    "1.001,       2026-03-02, CASH,   400, invalid",
    "much,        2026-03-02, CASH,   400, invalid",
    "99999999999999999999999999, 2026-03-02, CASH, 400, invalid",
    "1.00,        2026-03-03, CASH,   422, date-in-future",
    "1.00,        2026-02-30, CASH,   400, invalid",
    "1.00,        2026-03-02, WALLET, 400, invalid",
  })
  void nonsenseIsRefusedAndNothingChanges(
      String amount, String on, String channel, int status, String code) {
    Wallet wallet = walletOf(somebody("Nonsense"), "7.00");

    people
        .administrator()
        .idempotent()
        .post(path(wallet), Map.of("amount", amount, "on", on, "channel", channel))
        .expectProblem(status, code);

    assertThat(wallets.balance(wallet.ownerId(), KES)).isEqualTo(Money.of("7.00", KES));
  }

  @Test
  void aWalletOfAnotherBranchDoesNotExist() {
    UUID elsewhere = branch();
    Wallet wallet = walletOf(BorrowerFixtures.somebody(borrowers, "Far Away", elsewhere), "1.00");
    Map<String, Object> body = Map.of("amount", "1.00", "on", TODAY);

    for (String role : List.of("TELLER", "MANAGER")) {
      Http stranger = people.as(role);
      stranger.idempotent().post(path(wallet), body).expectProblem(404, "not-found");
      stranger.get("/api/wallets?borrowerId=" + wallet.ownerId()).expectProblem(404, "not-found");
    }
    people.as("ACCOUNTANT").idempotent().post(path(wallet), body).expect(200);
    people.as("AUDITOR").get("/api/wallets?borrowerId=" + wallet.ownerId()).expect(200);
  }

  @Test
  void whoMayNotMoveMoneyIsRefusedWhateverHeSends() {
    String path = "/api/wallets/" + UUID.randomUUID() + "/top-up";
    for (String role :
        List.of("LOAN_OFFICER", "FIELD_OFFICER", "COLLECTOR", "AUDITOR", "BORROWER")) {
      people.as(role).idempotent().post(path, Map.of()).expectProblem(403, "forbidden");
    }
    people
        .administrator()
        .idempotent()
        .post(path, Map.of("amount", "1.00", "on", TODAY))
        .expectProblem(404, "not-found");
  }

  private Borrower somebody(String name) {
    return BorrowerFixtures.somebody(borrowers, name, null);
  }

  private UUID branch() {
    String code = "W" + UUID.randomUUID().toString().substring(0, 8);
    BranchOutcome outcome = branches.create(Caller.system("test"), code, "Elsewhere");
    return ((BranchOutcome.Kept) outcome).branch().id();
  }

  /** Opens a wallet with its entry in the books, as the excess of a payment does. */
  private Wallet walletOf(Borrower owner, String amount) {
    Money money = Money.of(amount, KES);
    return transaction.execute(_ -> {
      Wallet wallet = wallets.deposit(owner.id(), money);
      ledger.post(
          Caller.system("test"),
          new NewEntry(
              Ids.next(),
              TODAY,
              owner.branchId(),
              "Opening of a wallet for a test",
              new Source("wallet", wallet.id()),
              null,
              List.of(Line.debit("1110", money, null), Line.credit("2110", money, null))));
      return wallet;
    });
  }

  private static String path(Wallet wallet) {
    return "/api/wallets/" + wallet.id() + "/top-up";
  }
}
