package io.loanwright.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the trail are asked for; null does not narrow.
 *
 * @param actorId who did it
 * @param action the action itself, or its first part: {@code loan} finds {@code loan.approve}
 * @param subjectType what it was done to
 * @param subjectId the very thing that it was done to
 * @param from the first moment, included
 * @param until the last moment, not included
 */
public record AuditFilter(
    @Nullable UUID actorId,
    @Nullable String action,
    @Nullable String subjectType,
    @Nullable UUID subjectId,
    @Nullable Instant from,
    @Nullable Instant until) {}
