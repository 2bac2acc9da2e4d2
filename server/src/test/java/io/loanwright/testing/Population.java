package io.loanwright.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A few of everything, for tests that go over all there is. */
public final class Population {

  private final Http http;

  /**
   * Makes it for an organization.
   *
   * @param http signed in as an administrator
   */
  public Population(Http http) {
    this.http = http;
  }

  /**
   * Makes a branch, an invitation, wallets of the lender, an expense, a relative, and {@link #lend}
   * some loans, of which one is asked to be written off.
   *
   * @return the ids of the loans
   */
  public List<String> settle() {
    http.post("/api/branches", Map.of("code", "B2", "name", "Second branch")).expect(201);
    http.post("/api/invitations", Map.of("email", "new@loanwright.test", "role", "TELLER"))
        .expect(201);
    keep("TILL");
    keep("EXPENSE");
    spend();
    declare();
    List<String> loans = lend();
    http.idempotent()
        .post(
            "/api/loans/" + loans.getLast() + "/write-off",
            Map.of("on", "2026-03-02", "reason", "not to be found"))
        .expect(201);
    return loans;
  }

  private void declare() {
    String borrower = http.post("/api/borrowers", Map.of("name", "Bea")).expect(201).text("/id");
    http.post(
            "/api/profile/relatives",
            Map.of("borrowerId", borrower, "relation", "SIBLING", "reason", "a sister"))
        .expect(201);
  }

  private void keep(String kind) {
    Map<String, Object> wallet =
        Map.of("kind", kind, "name", kind + " " + UUID.randomUUID(), "currency", "EUR");
    String id = http.post("/api/wallets", wallet).expect(201).text("/id");
    http.idempotent()
        .post("/api/wallets/" + id + "/top-up", Map.of("amount", "900.00", "on", "2026-03-02"))
        .expect(200);
  }

  private void spend() {
    String category =
        http.get("/api/expense-categories").expect(200).json().at("/items/0/id").asString();
    http.idempotent()
        .post(
            "/api/expenses",
            Map.of(
                "categoryId", category,
                "vendor", "Landlord",
                "amount", "40.00",
                "currency", "EUR",
                "on", "2026-03-02"))
        .expect(201);
  }

  /** Three loans: one to decide, one to pay out, one to repay. */
  public List<String> lend() {
    Map<String, Object> terms =
        Map.of(
            "name", "Nonsense-proof " + UUID.randomUUID(),
            "currency", "EUR",
            "annualRate", "12",
            "repayments", 6,
            "unit", "MONTHS");
    String checked = http.post("/api/products", terms).expect(201).text("/id");
    Map<String, Object> unchecked = new HashMap<>(terms);
    unchecked.put("name", "One-person " + UUID.randomUUID());
    unchecked.put("approvalSteps", List.of());
    String quick = http.post("/api/products", unchecked).expect(201).text("/id");
    String borrower = http.post("/api/borrowers", Map.of("name", "Ada")).expect(201).text("/id");
    String waiting = apply(borrower, checked);
    String approved = apply(borrower, quick);
    String active = apply(borrower, quick);
    http.idempotent()
        .post("/api/loans/" + active + "/disburse", Map.of("on", "2026-03-02"))
        .expect(200);
    http.idempotent()
        .post(
            "/api/payments/" + active,
            Map.of("amount", "50.00", "on", "2026-03-02", "channel", "CASH"))
        .expect(201);
    return List.of(waiting, approved, active);
  }

  private String apply(String borrower, String product) {
    Map<String, Object> application =
        Map.of("borrowerId", borrower, "productId", product, "principal", "600.00");
    return http.post("/api/loans/apply", application).expect(201).text("/id");
  }
}
