package io.loanwright.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Long work, as it stands.
 *
 * @param kind what it does, in kebab case
 * @param through the last day that it closes; only of a close of days
 * @param done how much of it is done, in the units of {@code total}
 * @param total how much there is to do; 0 while that is not known
 * @param perSecond how many units it does in a second; only while it runs and that is known
 * @param secondsLeft how long it takes to its end at that pace
 * @param stopping whether somebody asked it to stop and it has not yet
 * @param error what went wrong, in words for whoever started it; only of a failed job
 * @param result what it found or made; its form depends on the kind
 */
public record Job(
    UUID id,
    String kind,
    @Schema(description = "The last day that it closes; only of a close of days")
        @Nullable LocalDate through,
    Status status,
    long done,
    @Schema(description = "How much there is to do; 0 while that is not known") long total,
    @Schema(description = "How many it does in a second; only while it runs and that is known")
        @Nullable Double perSecond,
    @Schema(description = "How long it takes to its end at that pace") @Nullable Long secondsLeft,
    @Schema(description = "Somebody asked it to stop, and it has not yet") boolean stopping,
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
