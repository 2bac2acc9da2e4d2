package io.loanwright.live;

import io.loanwright.testing.Http;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lends so much that paying it back never ends. */
final class Lender {

  private static final String DAY = "2026-03-02";

  private final Http http;

  Lender(Http http) {
    this.http = http;
  }

  /**
   * Makes a product that nobody has to approve; accounts play the roles that they are named for.
   */
  UUID product(Map<String, String> accounts) {
    return productWith(Map.of("accounts", accounts));
  }

  /** Makes a product that nobody has to approve, as the changes say. */
  UUID productWith(Map<String, Object> changes) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("name", "Product " + UUID.randomUUID());
    fields.put("currency", "EUR");
    fields.put("annualRate", "12");
    fields.put("interestPeriod", "SAME_AS_REPAYMENT_PERIOD");
    fields.put("repayments", 12);
    fields.put("unit", "MONTHS");
    fields.put("approvalSteps", List.of());
    fields.putAll(changes);
    return http.post("/api/products", fields).expect(201).id();
  }

  /** Adds an account for cash. */
  String cashAccount(String code) {
    http.post("/api/ledger/accounts", Map.of("code", code, "name", "Till " + code, "type", "ASSET"))
        .expect(201);
    return code;
  }

  /** Pays out loans of a product. */
  List<UUID> loans(int count, UUID product) {
    UUID borrower = borrower();
    List<UUID> loans = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      loans.add(loan(borrower, product, "90000000.00", DAY));
    }
    return loans;
  }

  /** Pays out an amount of a product on a day. */
  UUID loan(UUID product, String principal, LocalDate on) {
    return loan(borrower(), product, principal, on.toString());
  }

  private UUID borrower() {
    return http.post("/api/borrowers", Map.of("name", "Maria Santos")).expect(201).id();
  }

  private UUID loan(UUID borrower, UUID product, String principal, String on) {
    UUID loan =
        http.post(
                "/api/loans/apply",
                Map.of("borrowerId", borrower, "productId", product, "principal", principal))
            .expect(201)
            .id();
    http.idempotent().post("/api/loans/" + loan + "/disburse", Map.of("on", on)).expect(200);
    return loan;
  }
}
