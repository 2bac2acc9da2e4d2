package io.loanwright.organization;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Long work, as it stands.
 *
 * @param kind what it does, in kebab case
 * @param done how much of it is done, in the units of {@code total}
 * @param total how much there is to do; 0 while that is not known
 * @param error what went wrong, in words for whoever started it; only of a failed job
 * @param result what it found or made; its form depends on the kind
 */
public record Job(
    UUID id,
    String kind,
    Status status,
    long done,
    long total,
    @Nullable String error,
    @Nullable JsonNode result,
    UUID startedBy,
    String startedByName,
    Instant startedAt,
    @Nullable Instant endedAt) {

  /** Where a job is. */
  public enum Status {
    /** It works, as far as its heartbeat tells. */
    RUNNING,
    /** It finished. */
    DONE,
    /** It could not go on, or its process died. What it did before stays. */
    FAILED,
    /** It stopped because somebody asked it to. What it did before stays. */
    CANCELLED
  }
}
