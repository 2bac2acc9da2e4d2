package io.loanwright.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deed was recorded; published in its transaction, for who tells others that something changed.
 * It has nothing of what was done but its kind.
 *
 * @param action as the trail has it: {@code loan.approve}
 * @param branchId the branch to which the actor's work on loans is confined; null if it is not
 */
public record Recorded(String action, @Nullable UUID branchId) {}
