package io.loanwright.reporting;

import io.loanwright.access.Caller;
import io.loanwright.borrower.BorrowerOutcome;
import io.loanwright.borrower.Borrowers;
import io.loanwright.borrower.NewBorrower;
import io.loanwright.borrower.Particulars;
import io.loanwright.identity.UserAccount;
import io.loanwright.testing.Answer;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A branch that a test has to itself, with people who see what happens in it and nothing else. */
final class OwnBranch {

  /** The business date of every flow test. */
  static final String TODAY = "2026-03-02";

  private final People people;
  private final Borrowers borrowers;
  private final UUID id;
  private final Http manager;

  private OwnBranch(People people, Borrowers borrowers, UUID id) {
    this.people = people;
    this.borrowers = borrowers;
    this.id = id;
    this.manager = signIn("MANAGER");
  }

  static OwnBranch open(People people, Borrowers borrowers) {
    return new OwnBranch(people, borrowers, people.branch());
  }

  UUID id() {
    return id;
  }

  /** Who sees the branch. */
  Http manager() {
    return manager;
  }

  /** Who sees everything. */
  Http accountant() {
    return people.as("ACCOUNTANT");
  }

  UserAccount user(String role) {
    return people.create(role, id);
  }

  Http signIn(String role) {
    return people.signIn(user(role).email());
  }

  UUID borrower(String name) {
    return borrower(Particulars.ofPerson(name), null);
  }

  UUID borrower(Particulars particulars, @Nullable UUID officer) {
    NewBorrower wanted = new NewBorrower(particulars, id, officer);
    if (borrowers.create(Caller.system("test"), wanted) instanceof BorrowerOutcome.Kept kept) {
      return kept.borrower().id();
    }
    throw new AssertionError("The borrower was refused");
  }

  /** Applies for a loan over six months without interest; the currency is the product's. */
  UUID application(UUID borrower, String currency, String principal) {
    return application(borrower, currency, principal, "0");
  }

  private UUID application(UUID borrower, String currency, String principal, String annualRate) {
    Map<String, Object> product = new HashMap<>();
    product.put("name", "Product " + UUID.randomUUID());
    product.put("currency", currency);
    product.put("annualRate", annualRate);
    product.put("repayments", 6);
    product.put("unit", "MONTHS");
    UUID productId = people.administrator().post("/api/products", product).expect(201).id();
    return people
        .as("ADMIN")
        .post(
            "/api/loans/apply",
            Map.of("borrowerId", borrower, "productId", productId, "principal", principal))
        .expect(201)
        .id();
  }

  /** Returns a loan that was paid out. */
  UUID loan(UUID borrower, String currency, String principal, String on) {
    return paidOut(application(borrower, currency, principal), on);
  }

  /** Returns a loan that was paid out and bears interest, in percent a year. */
  UUID loanAt(String annualRate, UUID borrower, String currency, String principal, String on) {
    return paidOut(application(borrower, currency, principal, annualRate), on);
  }

  private UUID paidOut(UUID loan, String on) {
    manager.patch("/api/loans/" + loan + "/approve", Map.of()).expect(200);
    accountant()
        .idempotent()
        .post("/api/loans/" + loan + "/disburse", Map.of("on", on))
        .expect(200);
    return loan;
  }

  Answer pay(UUID loan, String amount, String on) {
    return accountant()
        .idempotent()
        .post("/api/payments/" + loan, Map.of("amount", amount, "on", on, "channel", "BANK"))
        .expect(201);
  }

  void reverse(UUID payment) {
    accountant()
        .idempotent()
        .post("/api/payments/" + payment + "/reverse", Map.of("reason", "wrong loan"))
        .expect(200);
  }
}
