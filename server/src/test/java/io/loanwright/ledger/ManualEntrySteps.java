package io.loanwright.ledger;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Entries by hand over HTTP, in steps that a test can take one by one. */
public final class ManualEntrySteps {

  static final String PATH = "/api/ledger/manual-entries";

  private final People people;

  /** Makes the steps for the people of a test. */
  public ManualEntrySteps(People people) {
    this.people = people;
  }

  /** Who drafts. */
  Http accountant() {
    return people.as("ACCOUNTANT");
  }

  /** Who posts. */
  Http manager() {
    return people.as("MANAGER");
  }

  /** Returns the request of capital that is paid in at the bank. */
  static Map<String, Object> capital(String amount) {
    Map<String, Object> draft = new HashMap<>();
    draft.put("on", Lending.TODAY);
    draft.put("currency", "EUR");
    draft.put("description", "Capital paid in");
    draft.put("reason", "Decision of the owners");
    draft.put("lines", List.of(line("1120", "DEBIT", amount), line("3100", "CREDIT", amount)));
    return draft;
  }

  /** Returns the same with something else. */
  static Map<String, Object> capital(String amount, Map<String, Object> changes) {
    Map<String, Object> draft = capital(amount);
    draft.putAll(changes);
    return draft;
  }

  static Map<String, String> line(String account, String side, String amount) {
    return Map.of("account", account, "side", side, "amount", amount);
  }

  static Answer draft(Http who, Map<String, Object> draft) {
    return who.idempotent().post(PATH, draft);
  }

  static Answer approve(Http who, UUID id) {
    return who.idempotent().post(PATH + "/" + id + "/approve");
  }

  static Answer reject(Http who, UUID id) {
    return who.idempotent().post(PATH + "/" + id + "/reject", Map.of("reason", "Not ours"));
  }

  static Answer withdraw(Http who, UUID id) {
    return who.idempotent().post(PATH + "/" + id + "/withdraw");
  }

  /** Returns an entry of capital that waits. */
  UUID waiting(String amount) {
    return draft(accountant(), capital(amount)).expect(201).id();
  }

  /** Returns an entry of capital that is in the books. */
  public UUID posted(String amount) {
    UUID id = waiting(amount);
    approve(manager(), id).expect(200);
    return id;
  }
}
