package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.web.ProblemException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Carries out a request that moves money: once for its key, in one transaction, and with a row in
 * the trail also where it is refused.
 */
@Component
public class MoneyCommands {

  private final Idempotency idempotency;
  private final AuditTrail trail;

  MoneyCommands(Idempotency idempotency, AuditTrail trail) {
    this.idempotency = idempotency;
    this.trail = trail;
  }

  /**
   * A request.
   *
   * @param key the header {@code Idempotency-Key}, absent if it was not sent
   * @param action what it would be called in the trail
   * @param subject what it is about
   */
  public record Attempt(@Nullable String key, String action, Subject subject, Command command) {}

  /**
   * Carries a request out, or answers as the first time.
   *
   * @param type the class of the answer's body
   * @param work does the work; throws to refuse it, and nothing is kept but the attempt
   * @throws ProblemException whatever the work throws, or for a missing or reused key
   */
  public <T> ResponseEntity<T> once(
      Caller caller, Attempt attempt, Class<T> type, Supplier<Answer<T>> work) {
    try {
      Answer<T> answer = idempotency.once(caller, attempt.key(), attempt.command(), type, work);
      return ResponseEntity.status(answer.status()).body(answer.body());
    } catch (ProblemException refused) {
      if (!refused.status().equals(HttpStatus.BAD_REQUEST)) {
        trail.refused(
            caller, attempt.action(), attempt.subject(), attempt.command().body(), refused.code());
      }
      throw refused;
    }
  }
}
