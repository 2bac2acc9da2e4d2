package io.loanwright.audit;

import io.loanwright.web.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the trail are asked for; null does not narrow.
 *
 * @param actorId who did it
 * @param action the action itself, or its first part: {@code loan} finds {@code loan.approve};
 *     several are divided by commas
 * @param result whether it was done or refused
 * @param subjectType what it was done to
 * @param subjectId the very thing that it was done to
 * @param from the first moment, included
 * @param until the last moment, not included
 */
public record AuditFilter(
    @Nullable UUID actorId,
    @Nullable String action,
    AuditEvent.@Nullable Result result,
    @Nullable String subjectType,
    @Nullable UUID subjectId,
    @Nullable Instant from,
    @Nullable Instant until) {

  /** Returns a filter that any time passes; text that is blank does not narrow. */
  public static AuditFilter of(
      @Nullable UUID actorId,
      @Nullable String action,
      AuditEvent.@Nullable Result result,
      @Nullable String subjectType,
      @Nullable UUID subjectId) {
    return new AuditFilter(
        actorId,
        Texts.strippedOrNull(action),
        result,
        Texts.strippedOrNull(subjectType),
        subjectId,
        null,
        null);
  }

  /** Narrows to whole days, the last one included, in the time zone of those who read. */
  public AuditFilter between(@Nullable LocalDate first, @Nullable LocalDate last, ZoneId zone) {
    return new AuditFilter(
        actorId,
        action,
        result,
        subjectType,
        subjectId,
        first == null ? null : first.atStartOfDay(zone).toInstant(),
        last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
