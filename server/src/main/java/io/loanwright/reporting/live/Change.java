package io.loanwright.reporting.live;

import io.loanwright.access.Caller;
import io.loanwright.access.Scope;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a kind may have changed.
 *
 * @param branchId in this branch only; null if in any
 */
record Change(Topic topic, @Nullable UUID branchId) {

  /** Returns it as instances tell it to each other. */
  String text() {
    return topic.name() + (branchId == null ? "" : ":" + branchId);
  }

  /** Reads it; nothing of a text that a newer instance made. */
  static Optional<Change> of(String text) {
    String[] parts = text.split(":", 2);
    Optional<Topic> known =
        Arrays.stream(Topic.values()).filter(topic -> topic.name().equals(parts[0])).findFirst();
    return parts.length == 1
        ? known.map(topic -> new Change(topic, null))
        : known.flatMap(topic -> id(parts[1]).map(id -> new Change(topic, id)));
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Returns whether it may have changed what somebody sees. */
  boolean concerns(Caller caller) {
    Scope scope = caller.reach(topic.permission()).scope();
    return scope == Scope.ORGANIZATION
        || (scope != null && (branchId == null || branchId.equals(caller.branchId())));
  }
}
