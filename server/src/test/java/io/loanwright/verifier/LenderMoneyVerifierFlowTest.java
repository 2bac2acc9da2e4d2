package io.loanwright.verifier;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Caller;
import io.loanwright.audit.proof.Difference;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.expense.store.ExpenseCheck;
import io.loanwright.ledger.Ledger;
import io.loanwright.ledger.LenderWalletSteps;
import io.loanwright.ledger.Line;
import io.loanwright.ledger.NewEntry;
import io.loanwright.ledger.Source;
import io.loanwright.organization.Branches;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.web.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is changed of the lender's own wallets and expenses behind the program's back is found. */
@FlowTest
class LenderMoneyVerifierFlowTest {

  private final People people;
  private final LenderWalletSteps wallets;
  private final Verifier verifier;
  private final OwnerDatabase owner;
  private final Ledger ledger;
  private final ExpenseCheck check;
  private final Branches branches;
  private final TransactionTemplate transaction;

  LenderMoneyVerifierFlowTest(
      People people,
      Verifier verifier,
      OwnerDatabase owner,
      Ledger ledger,
      ExpenseCheck check,
      Branches branches,
      TransactionTemplate transaction) {
    this.ledger = ledger;
    this.check = check;
    this.branches = branches;
    this.transaction = transaction;
    this.people = people;
    this.wallets = new LenderWalletSteps(people);
    this.verifier = verifier;
    this.owner = owner;
  }

  @Test
  void aWalletThatHoldsMoreThanItWasGivenIsNamed() throws SQLException {
    UUID wallet = wallets.with("TILL", "10.00");
    String row = " WHERE id = '" + wallet + "'";

    Verdict verdict =
        whileBroken(
            "UPDATE ledger.lender_wallet SET balance_minor = balance_minor + 1" + row,
            "UPDATE ledger.lender_wallet SET balance_minor = balance_minor - 1" + row);

    assertThat(verdict.first())
        .extracting(Difference::record)
        .contains("wallet " + name(wallet) + " on account " + wallets.account(wallet));
    assertThat(verdict.first()).extracting(Difference::says).contains("1001 EUR in minor units");
  }

  @Test
  void anExpenseThatSaysAnotherAmountThanTheJournalIsNamed() throws SQLException {
    UUID expense = paid();
    String row = " WHERE id = '" + expense + "'";
    String number =
        people.as("AUDITOR").get("/api/expenses/" + expense).expect(200).text("/number");

    Verdict verdict =
        whileBroken(
            "UPDATE expense.expense SET amount_minor = amount_minor + 1" + row,
            "UPDATE expense.expense SET amount_minor = amount_minor - 1" + row);

    assertThat(verdict.first()).extracting(Difference::record).contains("expense " + number);
  }

  /** As a bug would do it: the second one says what the kept one says. */
  @Test
  void anExpenseThatIsTakenBackTwiceInTheJournalIsNamed() {
    UUID expense = paid();
    Http accountant = people.as("ACCOUNTANT");
    String path = "/api/expenses/" + expense;
    Answer back =
        accountant
            .idempotent()
            .post(path + "/take-back", Map.of("reason", "typed wrong"))
            .expect(200);
    JsonNode lines =
        accountant
            .get("/api/ledger/entries/" + back.text("/paid/entryId"))
            .expect(200)
            .json()
            .at("/lines");
    Money seven = Money.of("7.00", Currency.of("EUR"));
    NewEntry second =
        new NewEntry(
            Ids.next(),
            LocalDate.parse(TODAY),
            branches.main().id(),
            "Taken back again",
            new Source("expense", expense),
            UUID.fromString(back.text("/paid/entryId")),
            List.of(
                Line.debit(lines.at("/1/account").asString(), seven, null),
                Line.credit(lines.at("/0/account").asString(), seven, null)));

    List<Difference> found =
        transaction.execute(status -> {
          status.setRollbackOnly();
          ledger.post(Caller.system("test"), second);
          return check.other();
        });

    assertThat(found).extracting(Difference::record).contains("expense " + back.text("/number"));
    assertThat(check.other()).isEmpty();
  }

  private Verdict whileBroken(String deed, String mending) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(deed);
      try {
        return verifier.verify();
      } finally {
        statement.executeUpdate(mending);
        assertThat(verifier.verify().differences()).isZero();
      }
    }
  }

  private String name(UUID wallet) {
    return people.as("AUDITOR").get("/api/wallets/" + wallet).expect(200).text("/wallet/name");
  }

  private UUID paid() {
    Http accountant = people.as("ACCOUNTANT");
    String category =
        accountant.get("/api/expense-categories").expect(200).json().at("/items/0/id").asString();
    UUID expense =
        accountant
            .idempotent()
            .post(
                "/api/expenses",
                Map.of(
                    "categoryId", category,
                    "vendor", "Landlord",
                    "amount", "7.00",
                    "currency", "EUR",
                    "on", TODAY))
            .expect(201)
            .id();
    String path = "/api/expenses/" + expense;
    people.as("MANAGER").idempotent().post(path + "/approve").expect(200);
    accountant
        .idempotent()
        .post(path + "/pay", Map.of("walletId", wallets.with("EXPENSE", "7.00"), "on", TODAY))
        .expect(200);
    return expense;
  }
}
