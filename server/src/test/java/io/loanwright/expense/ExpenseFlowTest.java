package io.loanwright.expense;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.identity.UserAccount;
import io.loanwright.ledger.LenderWalletSteps;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Expenses: written down by one, approved by another, paid out of a wallet, and taken back. */
@FlowTest
class ExpenseFlowTest {

  private static final Map<String, String> REASON = Map.of("reason", "typed wrong");

  private final People people;
  private final Verifier verifier;
  private final LenderWalletSteps wallets;

  ExpenseFlowTest(People people, Verifier verifier) {
    this.people = people;
    this.verifier = verifier;
    this.wallets = new LenderWalletSteps(people);
  }

  private Http accountant() {
    return people.as("ACCOUNTANT");
  }

  private Http manager() {
    return people.as("MANAGER");
  }

  @Test
  void anExpenseIsWrittenDownApprovedByAnotherAndPaidOutOfAWallet() {
    UUID wallet = wallets.with("EXPENSE", "100.00");
    Answer recorded = record(accountant(), "60.00", Map.of("voucher", "R-17")).expect(201);
    UUID expense = recorded.id();
    assertThat(recorded.text("/status")).isEqualTo("RECORDED");
    assertThat(recorded.text("/number")).startsWith("EX-");
    pay(accountant(), expense, wallet).expectProblem(409, "wrong-status");

    step(accountant(), expense, "approve").expectProblem(403, "forbidden");
    step(manager(), expense, "approve").expect(200);
    Answer paid = pay(accountant(), expense, wallet).expect(200);

    assertThat(paid.text("/status")).isEqualTo("PAID");
    assertThat(paid.text("/voucher")).isEqualTo("R-17");
    assertThat(wallets.balance(wallet)).isEqualTo("40.00");
    JsonNode lines =
        accountant()
            .get("/api/ledger/entries/" + paid.text("/paid/entryId"))
            .expect(200)
            .json()
            .at("/lines");
    assertThat(lines.at("/0/account").asString()).isEqualTo("5220");
    assertThat(lines.at("/0/debit").asString()).isEqualTo("60.00");
    assertThat(lines.at("/1/account").asString()).isEqualTo(wallets.account(wallet));
    pay(accountant(), expense, wallet).expectProblem(409, "wrong-status");
    assertThat(trail(expense)).containsExactly("expense.pay", "expense.approve", "expense.record");
    assertThat(verifier.verify().first()).isEmpty();
  }

  @Test
  void whoWroteItDownNeverDecidesAndOnlyHeWithdraws() {
    UUID expense = record(manager(), "10.00", Map.of()).expect(201).id();
    Http administrator = people.administrator();

    step(manager(), expense, "approve").expectProblem(409, "maker-is-checker");
    step(manager(), expense, "reject", REASON).expectProblem(409, "maker-is-checker");
    step(administrator, expense, "withdraw").expectProblem(403, "not-the-maker");
    step(administrator, expense, "reject", Map.of("reason", " ")).expectProblem(400, "invalid");
    Answer rejected = step(administrator, expense, "reject", REASON).expect(200);

    assertThat(rejected.text("/decisionReason")).isEqualTo("typed wrong");
    step(administrator, expense, "approve").expectProblem(409, "wrong-status");
    UUID other = record(manager(), "10.00", Map.of()).expect(201).id();
    step(manager(), other, "withdraw").expect(200);
    step(administrator, other, "approve").expectProblem(409, "wrong-status");
  }

  @Test
  void aWalletPaysNoMoreThanIsInItAndOnlyOfItsKind() {
    UUID small = wallets.with("EXPENSE", "9.99");
    UUID fund = wallets.with("LOAN_FUND", "100.00");
    UUID expense = approved("10.00");

    Answer refused = pay(accountant(), expense, small).expectProblem(422, "wallet-overdrawn");
    assertThat(refused.text("/detail")).contains("0.01 EUR are missing");
    pay(accountant(), expense, fund).expectProblem(422, "wallet-unknown");
    pay(accountant(), expense, UUID.randomUUID()).expectProblem(422, "wallet-unknown");
    accountant()
        .idempotent()
        .post(
            "/api/expenses/" + expense + "/pay",
            Map.of("walletId", wallets.with("TILL", "10.00"), "on", TODAY))
        .expect(200);
  }

  @Test
  void aPaymentIsTakenBackByALinkedEntryAndTheMoneyIsInTheWalletAgain() {
    UUID wallet = wallets.with("EXPENSE", "100.00");
    UUID expense = approved("25.00");
    UUID entry =
        UUID.fromString(pay(accountant(), expense, wallet).expect(200).text("/paid/entryId"));

    step(accountant(), expense, "take-back", REASON).expect(200);

    assertThat(wallets.balance(wallet)).isEqualTo("100.00");
    JsonNode newest =
        accountant().get("/api/ledger/entries?limit=1").expect(200).json().at("/items/0");
    assertThat(newest.at("/corrects").asString()).isEqualTo(entry.toString());
    step(accountant(), expense, "take-back", REASON).expectProblem(409, "wrong-status");
    assertThat(verifier.verify().first()).isEmpty();
  }

  /** Or he would put money back into a wallet of the organization, from a past day on. */
  @Test
  void onlyWhoMovesTheWalletThatPaidTakesThePaymentBack() {
    UUID branch = people.branch();
    Http ofBranch = people.signIn(people.create("MANAGER", branch).email());
    UUID wallet = wallets.with("EXPENSE", "100.00");
    UUID expense =
        record(accountant(), "25.00", Map.of("branchId", branch, "on", TODAY)).expect(201).id();
    step(ofBranch, expense, "approve").expect(200);
    pay(accountant(), expense, wallet).expect(200);

    step(ofBranch, expense, "take-back", REASON).expectProblem(403, "wallet-not-permitted");

    assertThat(wallets.balance(wallet)).isEqualTo("75.00");
    step(accountant(), expense, "take-back", REASON).expect(200);
  }

  /** Two expenses of 6 out of 10: one is paid, whoever comes first. */
  @Test
  void manyPaymentsAtOnceNeverOverdrawTheWallet() throws Exception {
    UUID wallet = wallets.with("EXPENSE", "10.00");
    List<Callable<Integer>> payments = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      UUID expense = approved("6.00");
      payments.add(() -> pay(accountant(), expense, wallet).status());
    }
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (Future<Integer> answer : threads.invokeAll(payments)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).containsOnly(200, 422).containsOnlyOnce(200);
    assertThat(wallets.balance(wallet)).isEqualTo("4.00");
  }

  @Test
  void aTellerSeesWhatHeWroteDownAndPaysOutOfHisOwnTill() {
    UserAccount user = people.create("TELLER", null);
    Http teller = people.signIn(user.email());
    UUID till = wallets.open(accountant(), "TILL", Map.of("userId", user.id())).expect(201).id();
    wallets.topUp(accountant(), till, "30.00", TODAY).expect(200);
    UUID others = approved("5.00");
    UUID own = record(teller, "5.00", Map.of()).expect(201).id();
    step(manager(), own, "approve").expect(200);

    teller.get("/api/expenses/" + others).expectProblem(404, "not-found");
    assertThat(teller.get("/api/expenses").expect(200).json().at("/items")).hasSize(1);
    pay(teller, others, till).expectProblem(404, "not-found");
    pay(teller, own, wallets.with("EXPENSE", "10.00")).expectProblem(422, "wallet-unknown");
    pay(teller, own, till).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOAN_OFFICER", "FIELD_OFFICER", "COLLECTOR", "AUDITOR"})
  void whoseRoleLacksThePermissionWritesNothingDown(String role) {
    record(people.as(role), "1.00", Map.of()).expectProblem(403, "forbidden");
  }

  @Test
  void sumsAreOfWhatWasPaidByCategory() {
    UUID category =
        people
            .administrator()
            .post(
                "/api/expense-categories",
                Map.of("name", "Category " + UUID.randomUUID(), "accountCode", "5240"))
            .expect(201)
            .id();
    UUID wallet = wallets.with("EXPENSE", "100.00");
    for (String amount : List.of("10.00", "20.50", "3.00")) {
      UUID expense = record(accountant(), amount, Map.of("categoryId", category)).expect(201).id();
      step(manager(), expense, "approve").expect(200);
      if (!amount.equals("3.00")) {
        pay(accountant(), expense, wallet).expect(200);
      }
    }

    JsonNode summary = accountant().get("/api/expenses/summary?currency=EUR").expect(200).json();

    assertThat(
            summary
                .at("/categories")
                .valueStream()
                .filter(sum -> sum.get("categoryId").asString().equals(category.toString())))
        .singleElement()
        .matches(sum -> sum.get("amount").asString().equals("30.50"))
        .matches(sum -> sum.get("count").asLong() == 2);
    assertThat(new BigDecimal(summary.at("/total").asString())).isGreaterThan(new BigDecimal("30"));
    assertThat(
            accountant()
                .get("/api/expenses?status=APPROVED&categoryId=" + category)
                .expect(200)
                .json()
                .at("/items"))
        .hasSize(1);
  }

  @Test
  void aCategoryHasAnAccountOfExpensesAndANameOfItsOwn() {
    Http administrator = people.administrator();
    String name = "Category " + UUID.randomUUID();
    administrator
        .post("/api/expense-categories", Map.of("name", name, "accountCode", "1110"))
        .expectProblem(422, "account-unusable");
    UUID category =
        administrator
            .post("/api/expense-categories", Map.of("name", name, "accountCode", "5240"))
            .expect(201)
            .id();
    administrator
        .post("/api/expense-categories", Map.of("name", name, "accountCode", "5240"))
        .expectProblem(409, "category-name-taken");
    administrator.patch("/api/expense-categories/" + category, Map.of("active", false)).expect(200);
    record(accountant(), "1.00", Map.of("categoryId", category))
        .expectProblem(422, "category-unknown");
    manager()
        .post("/api/expense-categories", Map.of("name", name, "accountCode", "5240"))
        .expectProblem(403, "forbidden");
  }

  @Test
  void datesAndAmountsKeepTheRules() {
    record(accountant(), "1.00", Map.of("on", "2026-03-03")).expectProblem(422, "date-in-future");
    record(accountant(), "1.00", Map.of("on", "1900-01-01")).expectProblem(422, "before-books");
    record(accountant(), "0.00", Map.of()).expectProblem(400, "invalid");
    record(accountant(), "1.001", Map.of()).expectProblem(400, "invalid");
    accountant()
        .post("/api/expenses", fields("1.00", Map.of()))
        .expectProblem(400, "idempotency-key-required");
  }

  private UUID approved(String amount) {
    UUID expense = record(accountant(), amount, Map.of()).expect(201).id();
    step(manager(), expense, "approve").expect(200);
    return expense;
  }

  private Answer record(Http who, String amount, Map<String, Object> changes) {
    return who.idempotent().post("/api/expenses", fields(amount, changes));
  }

  private Map<String, Object> fields(String amount, Map<String, Object> changes) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("categoryId", rent());
    fields.put("vendor", "Landlord " + UUID.randomUUID());
    fields.put("amount", amount);
    fields.put("currency", "EUR");
    fields.put("on", TODAY);
    fields.putAll(changes);
    return fields;
  }

  private String rent() {
    return accountant()
        .get("/api/expense-categories")
        .expect(200)
        .json()
        .at("/items")
        .valueStream()
        .filter(category -> category.get("name").asString().equals("Rent"))
        .map(category -> category.get("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private static Answer step(Http who, UUID expense, String verb) {
    return who.idempotent().post("/api/expenses/" + expense + "/" + verb);
  }

  private static Answer step(Http who, UUID expense, String verb, Object body) {
    return who.idempotent().post("/api/expenses/" + expense + "/" + verb, body);
  }

  private static Answer pay(Http who, UUID expense, UUID wallet) {
    return step(who, expense, "pay", Map.of("walletId", wallet, "on", TODAY));
  }

  private Stream<String> trail(UUID expense) {
    return people
        .as("AUDITOR")
        .get("/api/audit?action=expense&subjectId=" + expense)
        .expect(200)
        .json()
        .at("/items")
        .valueStream()
        .filter(row -> row.get("result").asString().equals("DONE"))
        .map(row -> row.get("action").asString());
  }
}
