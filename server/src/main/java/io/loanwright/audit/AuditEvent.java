package io.loanwright.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A row of the trail.
 *
 * @param at when it was recorded
 * @param action what was done, like {@code loan.approve}
 * @param result whether it was done or refused
 * @param before the fields before it, where there was something before
 * @param after the fields after it
 * @param reason what the actor gave as the reason, or why it was refused
 * @param sealed whether it is in the chain of hashes already
 */
public record AuditEvent(
    UUID id,
    Instant at,
    Actor actor,
    String action,
    Result result,
    Subject subject,
    @Nullable JsonNode before,
    @Nullable JsonNode after,
    @Nullable String reason,
    boolean sealed) {

  /** Who did it, by the name and the role of that moment. */
  public record Actor(UUID id, String name, String role, String address, String device) {}

  /** What came of it. */
  public enum Result {
    /** It was done. */
    DONE,
    /** It was tried and refused; nothing else changed. */
    REFUSED
  }
}
