package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.web.ProblemException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
    return answer(
        caller,
        attempt,
        () -> idempotency.once(caller, attempt.key(), attempt.command(), type, work));
  }

  /**
   * Carries a request out as {@link #once} does, in one transaction with others that come at the
   * same time. If that fails otherwise than by a refusal, nothing of it is kept and each is carried
   * out by itself.
   *
   * @param locks locks those of some subjects that nobody has locked, and returns them; who is not
   *     among them waits by himself
   * @param work hands its rows to {@link io.loanwright.together.Rows}, and may be done again; where
   *     it refuses, it has written nothing else
   */
  public <T> ResponseEntity<T> onceWithOthers(
      Caller caller,
      Attempt attempt,
      Class<T> type,
      UnaryOperator<Set<UUID>> locks,
      Supplier<Answer<T>> work) {
    return answer(
        caller, attempt, () -> idempotency.onceWithOthers(caller, attempt, type, locks, work));
  }

  private <T> ResponseEntity<T> answer(
      Caller caller, Attempt attempt, Supplier<Answer<T>> answering) {
    try {
      Answer<T> answer = answering.get();
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
