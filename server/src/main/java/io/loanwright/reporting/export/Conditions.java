package io.loanwright.reporting.export;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.web.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the constant conditions of a statement, and the values that they name. */
final class Conditions {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> params = new HashMap<>();

  private Conditions() {}

  /**
   * Begins with what a caller may see and may take away; both count.
   *
   * @param view the permission to see what is listed
   * @param alias the alias of what is listed
   * @param borrowerColumn its column with the borrower's id
   */
  static Conditions within(Caller caller, Permission view, String alias, String borrowerColumn) {
    Conditions conditions = new Conditions();
    for (Permission needed : List.of(view, Permission.REPORT_RUN)) {
      Reach reach = caller.reach(needed);
      conditions.conditions.add(reach.predicate(alias, borrowerColumn));
      conditions.params.putAll(reach.params());
    }
    return conditions;
  }

  /** Adds a condition that counts if its value is there; of an enum its name is the value. */
  Conditions and(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      params.put(name, value instanceof Enum<?> constant ? constant.name() : value);
    }
    return this;
  }

  /** Returns a statement with the conditions in the place that it has for them. */
  String in(String statement) {
    return statement.formatted(String.join("\n         AND ", conditions));
  }

  /** Returns the values that the conditions name. */
  Map<String, Object> params() {
    return Map.copyOf(params);
  }

  /** Returns a pattern that matches text with a part in it; null if there is no part. */
  static @Nullable String part(@Nullable String text) {
    return text == null || text.isBlank() ? null : Texts.containing(text.strip());
  }
}
