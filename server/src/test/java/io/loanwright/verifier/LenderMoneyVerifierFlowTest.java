package io.loanwright.verifier;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.audit.proof.Difference;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.ledger.LenderWalletSteps;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is changed of the lender's own wallets and expenses behind the program's back is found. */
@FlowTest
class LenderMoneyVerifierFlowTest {

  private final People people;
  private final LenderWalletSteps wallets;
  private final Verifier verifier;
  private final OwnerDatabase owner;

  LenderMoneyVerifierFlowTest(People people, Verifier verifier, OwnerDatabase owner) {
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
