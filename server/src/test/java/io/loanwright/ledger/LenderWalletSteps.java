package io.loanwright.ledger;

import static io.loanwright.loan.Lending.TODAY;

import io.loanwright.testing.Answer;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What is done with the lender's own wallets, in steps. */
public final class LenderWalletSteps {

  private final People people;

  /** Makes the steps for the people of a test. */
  public LenderWalletSteps(People people) {
    this.people = people;
  }

  /** Opens a wallet of the organization in euros. */
  public UUID opened(String kind) {
    return open(people.as("ACCOUNTANT"), kind, Map.of()).expect(201).id();
  }

  /** Opens a wallet of the organization in euros and puts money into it from the bank. */
  public UUID with(String kind, String amount) {
    UUID wallet = opened(kind);
    topUp(people.as("ACCOUNTANT"), wallet, amount, TODAY).expect(200);
    return wallet;
  }

  /** Opens a wallet in euros, or as the changes say. */
  public Answer open(Http who, String kind, Map<String, Object> changes) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("kind", kind);
    fields.put("name", kind + " " + UUID.randomUUID());
    fields.put("currency", "EUR");
    fields.putAll(changes);
    return who.post("/api/wallets", fields);
  }

  /** Puts money in from the bank. */
  public Answer topUp(Http who, UUID wallet, String amount, String on) {
    return who.idempotent()
        .post(
            "/api/wallets/" + wallet + "/top-up",
            Map.of("amount", amount, "on", on, "channel", "BANK", "reference", "capital"));
  }

  /** Moves money between wallets. */
  public Answer transfer(Http who, UUID from, UUID to, String amount, String on) {
    return who.idempotent()
        .post(
            "/api/wallets/transfers",
            Map.of(
                "fromWalletId", from,
                "toWalletId", to,
                "amount", amount,
                "on", on,
                "reference", "for the week"));
  }

  /** Takes money out to the bank. */
  public Answer withdraw(Http who, UUID wallet, String amount, String on) {
    return who.idempotent()
        .post(
            "/api/wallets/" + wallet + "/withdraw",
            Map.of("amount", amount, "on", on, "channel", "BANK", "reference", "too much"));
  }

  /** Takes a movement back. */
  public Answer reverse(Http who, UUID movement) {
    return who.idempotent()
        .post("/api/wallets/movements/" + movement + "/reversal", Map.of("reason", "typed wrong"));
  }

  /** Returns what is in a wallet. */
  public String balance(UUID wallet) {
    return people.as("AUDITOR").get("/api/wallets/" + wallet).expect(200).text("/wallet/balance");
  }

  /** Returns the account of the books that a wallet is. */
  public String account(UUID wallet) {
    return people
        .as("AUDITOR")
        .get("/api/wallets/" + wallet)
        .expect(200)
        .text("/wallet/accountCode");
  }
}
