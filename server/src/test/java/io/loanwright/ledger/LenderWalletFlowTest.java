package io.loanwright.ledger;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.identity.UserAccount;
import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The lender's own wallets: opened, moved, read and closed, and never overdrawn. */
@FlowTest
class LenderWalletFlowTest {

  private static final String OVERDRAWN = "wallet-overdrawn";

  private final People people;
  private final Verifier verifier;
  private final LenderWalletSteps wallets;

  LenderWalletFlowTest(People people, Verifier verifier) {
    this.people = people;
    this.verifier = verifier;
    this.wallets = new LenderWalletSteps(people);
  }

  private Http accountant() {
    return people.as("ACCOUNTANT");
  }

  @Test
  void moneyComesInMovesAndGoesOutAndEachStepIsInTheBooksAndTheHistory() {
    UUID fund = wallets.opened("LOAN_FUND");
    UUID till = wallets.opened("TILL");
    wallets.topUp(accountant(), fund, "1000.00", TODAY).expect(200);
    Answer moved = wallets.transfer(accountant(), fund, till, "300.00", TODAY).expect(201);
    wallets.withdraw(accountant(), till, "50.00", TODAY).expect(201);

    assertThat(moved.text("/wallets/0/balance")).isEqualTo("700.00");
    assertThat(moved.text("/wallets/1/balance")).isEqualTo("300.00");
    JsonNode history = history(till);
    assertThat(history.at("/opening").asString()).isEqualTo("0.00");
    assertThat(history.at("/in").asString()).isEqualTo("300.00");
    assertThat(history.at("/out").asString()).isEqualTo("50.00");
    assertThat(history.at("/closing").asString()).isEqualTo("250.00");
    assertThat(history.at("/items/0/change").asString()).isEqualTo("-50.00");
    assertThat(history.at("/items/0/balance").asString()).isEqualTo("250.00");
    assertThat(history.at("/items/0/type").asString()).isEqualTo("lender-withdrawal");
    assertThat(history.at("/items/1/balance").asString()).isEqualTo("300.00");
    assertThat(history.at("/items/1/description").asString()).endsWith(": for the week");
    JsonNode entry =
        accountant().get("/api/ledger/entries/" + moved.id()).expect(200).json().at("/lines");
    assertThat(entry.at("/0/account").asString()).isEqualTo(wallets.account(till));
    assertThat(entry.at("/1/account").asString()).isEqualTo(wallets.account(fund));
    assertThat(
            people
                .as("AUDITOR")
                .get("/api/audit?action=wallet&subjectId=" + till)
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .map(row -> row.get("action").asString()))
        .containsExactly("wallet.withdraw", "wallet.transfer", "wallet.open");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void theHistoryIsReadPageByPageWithTheSameBalances() {
    UUID till = wallets.opened("TILL");
    for (String amount : List.of("1.00", "2.00", "4.00", "8.00", "16.00")) {
      wallets.topUp(accountant(), till, amount, TODAY).expect(200);
    }
    List<String> balances = new ArrayList<>();
    String path = "/api/wallets/" + till + "/movements?limit=2";
    JsonNode page = accountant().get(path).expect(200).json();
    page.at("/items").forEach(row -> balances.add(row.get("balance").asString()));
    while (!page.at("/next").isNull() && !page.at("/next").isMissingNode()) {
      page = accountant().get(path + "&cursor=" + page.at("/next").asString()).expect(200).json();
      page.at("/items").forEach(row -> balances.add(row.get("balance").asString()));
    }

    assertThat(balances).containsExactly("31.00", "15.00", "7.00", "3.00", "1.00");
  }

  /** Days before the page, and those before the period, are sums; lines came in any order. */
  @Test
  void balancesOfAPeriodFollowFromTheDaysBeforeItPageByPage() {
    UUID till = wallets.opened("TILL");
    wallets.topUp(accountant(), till, "8.00", "2026-02-27").expect(200);
    wallets.topUp(accountant(), till, "1.00", "2026-02-24").expect(200);
    wallets.topUp(accountant(), till, "16.00", TODAY).expect(200);
    wallets.topUp(accountant(), till, "2.00", "2026-02-25").expect(200);
    wallets.topUp(accountant(), till, "4.00", "2026-02-25").expect(200);
    wallets.withdraw(accountant(), till, "5.00", "2026-02-26").expect(201);
    String path =
        "/api/wallets/" + till + "/movements?from=2026-02-25&to=2026-02-27&limit=1&cursor=";

    List<String> balances = new ArrayList<>();
    JsonNode page = accountant().get(path.replace("&cursor=", "")).expect(200).json();
    JsonNode first = page;
    balances.add(page.at("/items/0/balance").asString());
    while (page.at("/next").isString()) {
      page = accountant().get(path + page.at("/next").asString()).expect(200).json();
      balances.add(page.at("/items/0/balance").asString());
    }

    assertThat(balances).containsExactly("10.00", "2.00", "7.00", "3.00");
    assertThat(first.at("/opening").asString()).isEqualTo("1.00");
    assertThat(first.at("/in").asString()).isEqualTo("14.00");
    assertThat(first.at("/out").asString()).isEqualTo("5.00");
    assertThat(first.at("/closing").asString()).isEqualTo("10.00");
  }

  @Test
  void moreThanThereIsIsRefusedByNameAndNothingChanges() {
    UUID from = wallets.with("LOAN_FUND", "100.00");
    UUID to = wallets.opened("TILL");

    Answer refused =
        wallets.transfer(accountant(), from, to, "100.01", TODAY).expectProblem(422, OVERDRAWN);

    assertThat(refused.text("/detail")).contains("100.00 EUR", "0.01 EUR are missing");
    assertThat(refused.text("/errors/0/field")).isEqualTo("amount");
    wallets.withdraw(accountant(), from, "100.01", TODAY).expectProblem(422, OVERDRAWN);
    assertThat(wallets.balance(from)).isEqualTo("100.00");
    assertThat(wallets.balance(to)).isEqualTo("0.00");
    wallets.transfer(accountant(), from, to, "100.00", TODAY).expect(201);
  }

  @Test
  void onNoDayOfTheBooksAWalletHeldLessThanNothing() {
    UUID from = wallets.opened("LOAN_FUND");
    UUID to = wallets.opened("TILL");
    wallets.topUp(accountant(), from, "100.00", "2026-02-25").expect(200);

    Answer refused =
        wallets
            .transfer(accountant(), from, to, "10.00", "2026-02-24")
            .expectProblem(422, OVERDRAWN);

    assertThat(refused.text("/errors/0/field")).isEqualTo("on");
    assertThat(refused.text("/detail")).contains("2026-02-25");
    wallets.transfer(accountant(), from, to, "60.00", "2026-02-26").expect(201);
    wallets.transfer(accountant(), from, to, "50.00", "2026-02-25").expectProblem(422, OVERDRAWN);
    wallets.transfer(accountant(), from, to, "40.00", "2026-02-25").expect(201);
    wallets
        .transfer(accountant(), to, from, "1.00", "2026-03-03")
        .expectProblem(422, "date-in-future");
  }

  /** Both ways at once, and more than there is: nothing waits for ever, nothing is overdrawn. */
  @Test
  void manyWhoMoveMoneyToAndFroAtOnceLoseNothingAndOverdrawNothing() throws Exception {
    UUID one = wallets.with("TILL", "50.00");
    UUID other = wallets.with("TILL", "50.00");
    Http who = accountant();
    List<Callable<Integer>> moves = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      boolean there = i % 2 == 0;
      moves.add(() ->
          wallets.transfer(who, there ? one : other, there ? other : one, "20.00", TODAY).status());
    }
    for (int i = 0; i < 20; i++) {
      moves.add(() -> wallets.withdraw(who, one, "15.00", TODAY).status());
    }

    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
      for (Future<Integer> answer : threads.invokeAll(moves)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).containsOnly(201, 422).contains(201);
    BigDecimal left =
        new BigDecimal(wallets.balance(one)).add(new BigDecimal(wallets.balance(other)));
    BigDecimal out = new BigDecimal(history(one).at("/out").asString());
    assertThat(left).isNotNegative().isLessThan(new BigDecimal("100.00"));
    assertThat(out).isPositive();
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void whatWasATypingErrorIsTakenBackOnceByALinkedEntry() {
    UUID from = wallets.with("LOAN_FUND", "100.00");
    UUID to = wallets.opened("TILL");
    UUID moved = wallets.transfer(accountant(), from, to, "70.00", TODAY).expect(201).id();

    wallets.reverse(accountant(), moved).expect(201);

    assertThat(wallets.balance(from)).isEqualTo("100.00");
    assertThat(wallets.balance(to)).isEqualTo("0.00");
    JsonNode items = history(from).at("/items");
    assertThat(items.at("/0/corrects").asString()).isEqualTo(moved.toString());
    assertThat(items.at("/1/reversedOn").asString()).isEqualTo(TODAY);
    assertThat(items.at("/1/reversible").asBoolean()).isFalse();
    assertThat(items.at("/0/reversible").asBoolean()).isFalse();
    assertThat(items.at("/2/reversible").asBoolean()).isTrue();
    wallets.reverse(accountant(), moved).expectProblem(409, "already-reversed");
    UUID again = wallets.transfer(accountant(), from, to, "70.00", TODAY).expect(201).id();
    wallets.withdraw(accountant(), to, "1.00", TODAY).expect(201);
    wallets.reverse(accountant(), again).expectProblem(422, OVERDRAWN);
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void theSameTransferSentTwiceCountsOnceAndNeedsAKeyAndAReference() {
    UUID from = wallets.with("LOAN_FUND", "100.00");
    UUID to = wallets.opened("TILL");
    Map<String, Object> request =
        Map.of(
            "fromWalletId", from,
            "toWalletId", to,
            "amount", "30.00",
            "on", TODAY,
            "reference", "float");
    Http once = accountant().idempotent();

    UUID first = once.post("/api/wallets/transfers", request).expect(201).id();

    assertThat(once.post("/api/wallets/transfers", request).expect(201).id()).isEqualTo(first);
    assertThat(wallets.balance(to)).isEqualTo("30.00");
    accountant()
        .post("/api/wallets/transfers", request)
        .expectProblem(400, "idempotency-key-required");
    accountant()
        .idempotent()
        .post(
            "/api/wallets/transfers",
            Map.of("fromWalletId", from, "toWalletId", to, "amount", "1.00", "on", TODAY))
        .expectProblem(400, "invalid");
    wallets.transfer(accountant(), from, from, "1.00", TODAY).expectProblem(422, "same-wallet");
  }

  @Test
  void onlyWalletsOfOneCurrencyPassMoneyOn() {
    UUID euros = wallets.with("LOAN_FUND", "10.00");
    UUID dollars =
        wallets.open(accountant(), "LOAN_FUND", Map.of("currency", "USD")).expect(201).id();

    wallets
        .transfer(accountant(), euros, dollars, "1.00", TODAY)
        .expectProblem(422, "other-currency");
  }

  @Test
  void aWalletIsRenamedAndClosedWhenItIsEmptyAndTakesNothingThen() {
    UUID wallet = wallets.with("EXPENSE", "5.00");
    String name = "Office " + UUID.randomUUID();
    accountant().patch("/api/wallets/" + wallet, Map.of("name", name)).expect(200);
    wallets
        .open(accountant(), "EXPENSE", Map.of("name", name.toUpperCase(Locale.ROOT)))
        .expectProblem(409, "wallet-name-taken");

    accountant().post("/api/wallets/" + wallet + "/close").expectProblem(409, "wallet-not-empty");
    wallets.withdraw(accountant(), wallet, "5.00", TODAY).expect(201);
    Answer closed = accountant().post("/api/wallets/" + wallet + "/close").expect(200);

    assertThat(closed.text("/wallet/name")).isEqualTo(name);
    assertThat(closed.json().at("/wallet/closed").asBoolean()).isTrue();
    wallets.topUp(accountant(), wallet, "1.00", TODAY).expectProblem(409, "wallet-closed");
    accountant().post("/api/wallets/" + wallet + "/close").expectProblem(409, "wallet-closed");
    wallets.open(accountant(), "EXPENSE", Map.of("name", name)).expect(201);
  }

  @Test
  void aTellerSeesAndPassesOnOnlyWhatIsInHisOwnTill() {
    UserAccount teller = people.create("TELLER", null);
    Http own = people.signIn(teller.email());
    UUID till = wallets.open(accountant(), "TILL", Map.of("userId", teller.id())).expect(201).id();
    UUID safe = wallets.with("TILL", "500.00");
    wallets.transfer(accountant(), safe, till, "200.00", TODAY).expect(201);

    assertThat(own.get("/api/wallets").expect(200).json().at("/items"))
        .hasSize(1)
        .allMatch(row -> row.get("id").asString().equals(till.toString()));
    own.get("/api/wallets/" + safe).expectProblem(404, "not-found");
    own.get("/api/wallets/" + safe + "/movements").expectProblem(404, "not-found");
    wallets.transfer(own, safe, till, "1.00", TODAY).expectProblem(404, "not-found");
    wallets.topUp(own, till, "1.00", TODAY).expectProblem(403, "wallet-not-permitted");
    wallets.withdraw(own, till, "1.00", TODAY).expectProblem(403, "wallet-not-permitted");
    own.post("/api/wallets/" + till + "/close").expectProblem(404, "not-found");
    wallets.open(own, "TILL", Map.of()).expectProblem(403, "wallet-not-permitted");
    assertThat(own.get("/api/wallets/" + till + "/receivers").expect(200).body())
        .contains(safe.toString());
    UUID handedIn = wallets.transfer(own, till, safe, "150.00", TODAY).expect(201).id();
    wallets
        .transfer(own, till, safe, "1.00", "2026-02-27")
        .expectProblem(403, "backdate-not-permitted");
    wallets.reverse(own, handedIn).expect(201);
    assertThat(wallets.balance(till)).isEqualTo("200.00");
  }

  @Test
  void aManagerKeepsTheWalletsOfHisBranchOnly() {
    UUID branch = people.branch();
    Http manager = people.signIn(people.create("MANAGER", branch).email());
    UUID fund = wallets.with("LOAN_FUND", "100.00");
    UUID ofBranch = wallets.open(manager, "TILL", Map.of("branchId", branch)).expect(201).id();
    UUID other = wallets.open(accountant(), "TILL", Map.of()).expect(201).id();

    manager.get("/api/wallets/" + fund).expectProblem(404, "not-found");
    wallets.open(manager, "TILL", Map.of()).expectProblem(403, "wallet-not-permitted");
    wallets.transfer(manager, fund, ofBranch, "1.00", TODAY).expectProblem(404, "not-found");
    wallets.topUp(manager, ofBranch, "10.00", TODAY).expect(200);
    wallets.transfer(manager, ofBranch, fund, "4.00", TODAY).expect(201);
    wallets.transfer(manager, ofBranch, other, "1.00", TODAY).expect(201);
    assertThat(wallets.balance(ofBranch)).isEqualTo("5.00");
  }

  @Test
  void theHistoryOffersToTakeBackOnlyWhatTheCallerCanTakeBack() {
    UserAccount teller = people.create("TELLER", null);
    Http own = people.signIn(teller.email());
    UUID till = wallets.open(accountant(), "TILL", Map.of("userId", teller.id())).expect(201).id();
    UUID safe = wallets.with("TILL", "500.00");
    UUID middle = wallets.opened("TILL");
    wallets.transfer(accountant(), safe, till, "200.00", TODAY).expect(201);
    UUID passed = wallets.transfer(own, till, safe, "50.00", TODAY).expect(201).id();
    wallets.transfer(accountant(), safe, middle, "10.00", TODAY).expect(201);
    wallets.transfer(accountant(), middle, safe, "10.00", TODAY).expect(201);

    assertThat(offered(own, till)).containsExactly(true, false);
    assertThat(offered(accountant(), till)).containsExactly(true, true);
    assertThat(offered(accountant(), safe)).containsExactly(true, true, true, true, true);
    Http manager = people.as("MANAGER");
    assertThat(offered(manager, till)).containsExactly(true, false);
    wallets.reverse(manager, movement(till, 1)).expectProblem(404, "not-found");
    wallets.reverse(manager, passed).expect(201);
    accountant().post("/api/wallets/" + middle + "/close").expect(200);
    assertThat(offered(accountant(), safe)).containsExactly(false, false, false, false, true, true);
  }

  private static List<Boolean> offered(Http who, UUID wallet) {
    return who.get("/api/wallets/" + wallet + "/movements")
        .expect(200)
        .json()
        .at("/items")
        .valueStream()
        .map(row -> row.get("reversible").asBoolean())
        .toList();
  }

  private UUID movement(UUID wallet, int place) {
    return UUID.fromString(history(wallet).at("/items/" + place + "/id").asString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOAN_OFFICER", "FIELD_OFFICER", "COLLECTOR", "AUDITOR"})
  void whoseRoleLacksThePermissionMovesNothing(String role) {
    UUID wallet = wallets.with("TILL", "10.00");
    UUID other = wallets.opened("TILL");

    wallets.transfer(people.as(role), wallet, other, "1.00", TODAY).expectProblem(403, "forbidden");
    wallets.topUp(people.as(role), wallet, "1.00", TODAY).expectProblem(403, "forbidden");
    wallets.open(people.as(role), "TILL", Map.of()).expectProblem(403, "forbidden");
  }

  @Test
  void nothingElsePostsToTheAccountOfAWallet() {
    UUID wallet = wallets.with("TILL", "10.00");
    String account = wallets.account(wallet);

    assertThat(
            accountant()
                .get("/api/ledger/manual-entries/accounts")
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .map(row -> row.get("code").asString()))
        .doesNotContain(account);
    people
        .administrator()
        .post(
            "/api/products",
            Map.of(
                "name",
                "Product " + UUID.randomUUID(),
                "currency",
                "EUR",
                "annualRate",
                "12",
                "repayments",
                6,
                "unit",
                "MONTHS",
                "accounts",
                Map.of("CASH", account)))
        .expectProblem(422, "account-unusable");
  }

  @Test
  void moneyDoesNotCountFromBeforeTheBooksBegan() {
    UUID fund = wallets.with("LOAN_FUND", "100.00");
    UUID till = wallets.opened("TILL");

    wallets.topUp(accountant(), fund, "5.00", "1990-01-01").expectProblem(422, "before-books");
    wallets
        .transfer(accountant(), fund, till, "5.00", "1990-01-01")
        .expectProblem(422, "before-books");
    wallets.topUp(accountant(), till, "5.00", "2025-01-01").expect(200);
  }

  @Test
  void theAccountOfAWalletIsChangedWithTheWalletOnly() {
    String code = wallets.account(wallets.opened("TILL"));
    Http admin = people.administrator();
    JsonNode account =
        StreamSupport.stream(
                admin.get("/api/ledger/accounts").json().at("/items").spliterator(), false)
            .filter(each -> each.get("code").asString().equals(code))
            .findFirst()
            .orElseThrow();

    assertThat(account.get("cashFlow").asString()).isEqualTo("MONEY");
    admin
        .with("If-Match", "\"" + account.get("version").asLong() + "\"")
        .patch("/api/ledger/accounts/" + account.get("id").asString(), Map.of("name", "Mine"))
        .expectProblem(409, "account-of-wallet");
  }

  @Test
  void theBranchOfAPersonsWalletIsThatOfThePerson() {
    UUID teller = people.create("TELLER", null).id();
    Map<String, Object> both = Map.of("userId", teller, "branchId", UUID.randomUUID());

    wallets.open(accountant(), "TILL", both).expectProblem(400, "invalid");
  }

  @Test
  void oneWalletIsReadWhoeverHasIt() {
    Http teller = people.as("TELLER");
    UUID borrower = new Lending(people).borrower();
    UUID held =
        teller
            .post("/api/wallets", Map.of("borrowerId", borrower, "currency", "EUR"))
            .expect(201)
            .id();

    Answer seen = teller.get("/api/wallets/" + held).expect(200);

    assertThat(seen.text("/wallet/kind")).isEqualTo("BORROWER");
    assertThat(seen.text("/wallet/borrowerId")).isEqualTo(borrower.toString());
    assertThat(seen.json().at("/movable").asBoolean()).isFalse();
    people.as("LOAN_OFFICER").get("/api/wallets/" + held).expectProblem(403, "forbidden");
    teller.get("/api/wallets/" + UUID.randomUUID()).expectProblem(404, "not-found");
  }

  @Test
  void theStatementOfAWalletIsAFile() {
    UUID wallet = wallets.with("TILL", "10.00");

    Answer file =
        accountant()
            .get("/api/exports/wallet-statement.csv?walletId=" + wallet + "&from=2026-01-01")
            .expect(200);

    assertThat(file.body()).contains("Opening balance", "10.00", "Closing balance");
    people
        .as("TELLER")
        .get("/api/exports/wallet-statement.csv?walletId=" + wallet)
        .expectProblem(404, "not-found");
  }

  private JsonNode history(UUID wallet) {
    return accountant().get("/api/wallets/" + wallet + "/movements").expect(200).json();
  }
}
