package io.loanwright.loan;

import io.loanwright.testing.Answer;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The main job over HTTP, in steps that a test can take one by one, each by who takes it usually.
 */
public final class Lending {

  /** The business date of every flow test. */
  public static final String TODAY = "2026-03-02";

  private final People people;

  /** Makes the steps for the people of a test. */
  public Lending(People people) {
    this.people = people;
  }

  /** Who registers borrowers and applies. */
  public Http officer() {
    return people.as("LOAN_OFFICER");
  }

  /** Who approves. */
  public Http manager() {
    return people.as("MANAGER");
  }

  /** Who pays out, and takes payments with any date. */
  public Http accountant() {
    return people.as("ACCOUNTANT");
  }

  /** Who takes payments of the day. */
  public Http teller() {
    return people.as("TELLER");
  }

  /** Makes a product: six months at 12 percent a year, or as the changes say. */
  public UUID product(Map<String, Object> changes) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("name", "Product " + UUID.randomUUID());
    fields.put("currency", "EUR");
    fields.put("annualRate", "12");
    fields.put("interestPeriod", "SAME_AS_REPAYMENT_PERIOD");
    fields.put("repayments", 6);
    fields.put("unit", "MONTHS");
    fields.putAll(changes);
    return people.administrator().post("/api/products", fields).expect(201).id();
  }

  /** Registers a borrower. */
  public UUID borrower() {
    return borrower(officer());
  }

  /** Registers a borrower, by somebody who looks after him from then on. */
  public UUID borrower(Http who) {
    return who.post("/api/borrowers", Map.of("name", "Maria " + UUID.randomUUID()))
        .expect(201)
        .id();
  }

  /** Makes a manager who has declared a borrower as a relative. */
  public Http relative(UUID borrower) {
    Http manager = people.signIn(people.create("MANAGER", null).email());
    manager
        .post(
            "/api/profile/relatives",
            Map.of("borrowerId", borrower, "relation", "SIBLING", "reason", "a sister"))
        .expect(201);
    return manager;
  }

  /** Applies for an amount of a product. */
  public Answer apply(Http who, UUID borrower, UUID product, String principal) {
    return who.post(
        "/api/loans/apply",
        Map.of("borrowerId", borrower, "productId", product, "principal", principal));
  }

  /** Returns an application for an amount of the usual product. */
  public UUID application(String principal) {
    return apply(officer(), borrower(), product(Map.of()), principal).expect(201).id();
  }

  /** Approves the step that waits. */
  public Answer approve(Http who, UUID loan) {
    return who.patch("/api/loans/" + loan + "/approve", Map.of());
  }

  /** Pays out. */
  public Answer disburse(Http who, UUID loan, String on) {
    return who.idempotent().post("/api/loans/" + loan + "/disburse", Map.of("on", on));
  }

  /** Returns a loan of the usual product that was paid out on a day. */
  public UUID active(String principal, String on) {
    return active(borrower(), product(Map.of()), principal, on);
  }

  /** Returns a loan that was paid out on a day. */
  public UUID active(UUID borrower, UUID product, String principal, String on) {
    UUID loan = apply(officer(), borrower, product, principal).expect(201).id();
    approve(manager(), loan).expect(200);
    disburse(accountant(), loan, on).expect(200);
    return loan;
  }

  /** Asks for a loan to be written off. */
  public static Answer askForWriteOff(Http who, UUID loan, String on) {
    return who.idempotent()
        .post("/api/loans/" + loan + "/write-off", Map.of("on", on, "reason", "not to be found"));
  }

  /** Asks for more money to be paid out today. */
  public static Answer askForTopUp(Http who, UUID loan, Map<String, Object> fields) {
    Map<String, Object> body = new HashMap<>(Map.of("on", TODAY, "reason", "a second field"));
    body.putAll(fields);
    return who.idempotent().post("/api/loans/" + loan + "/top-ups", body);
  }

  /** Asks for other terms. */
  public static Answer askForTerms(Http who, UUID loan, Map<String, Object> fields) {
    Map<String, Object> body = new HashMap<>(Map.of("reason", "harvest failed"));
    body.putAll(fields);
    return who.idempotent().post("/api/loans/" + loan + "/changes", body);
  }

  /**
   * Agrees other terms, asked for by an administrator; answers with the loan. What is refused does
   * not go on waiting.
   */
  public Answer agree(Http confirms, UUID loan, Map<String, Object> fields) {
    Http asks = people.administrator();
    Answer asked = askForTerms(asks, loan, fields);
    if (asked.status() != 201) {
      return asked;
    }
    Answer agreed = confirm(confirms, asked.id());
    if (agreed.status() != 200) {
      asks.post("/api/loan-requests/" + asked.id() + "/withdraw", Map.of()).expect(200);
    }
    return agreed;
  }

  /** Confirms what somebody else asked for, at what it would be about now. */
  public static Answer confirm(Http who, UUID request) {
    String path = "/api/loan-requests/" + request;
    String now = who.get(path).expect(200).json().at("/amountNow").asString("0.01");
    return who.idempotent().post(path + "/confirm", Map.of("amount", now));
  }

  /**
   * Pays more out, asked for by an administrator and confirmed by another; answers with the loan.
   */
  public Answer topUp(Http confirms, UUID loan, Map<String, Object> fields) {
    return confirm(confirms, askForTopUp(people.administrator(), loan, fields).expect(201).id());
  }

  /** Writes a loan off, asked for by one and confirmed by the other; answers with the loan. */
  public static Answer writeOff(Http asks, Http confirms, UUID loan, String on) {
    return confirm(confirms, askForWriteOff(asks, loan, on).expect(201).id());
  }

  /** Takes a payment in cash. */
  public Answer pay(Http who, UUID loan, String amount, String on) {
    return who.idempotent().post("/api/payments/" + loan, cash(amount, on));
  }

  /** Returns the request of a payment in cash. */
  public static Map<String, Object> cash(String amount, String on) {
    return Map.of("amount", amount, "on", on, "channel", "CASH");
  }

  /** Returns a loan as somebody sees it. */
  public Answer loan(Http who, UUID loan) {
    return who.get("/api/loans/" + loan).expect(200);
  }
}
