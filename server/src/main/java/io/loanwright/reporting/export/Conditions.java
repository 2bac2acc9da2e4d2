package io.loanwright.reporting.export;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.web.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the constant conditions of a statement, and the values that they name. */
final class Conditions {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, @Nullable Object> params = new HashMap<>();

  private Conditions() {}

  /**
   * Begins with what a caller may see and may take away; both count.
   *
   * @param view the permission to see what is listed
   * @param alias the alias of what is listed
   * @param borrowerColumn its column with the borrower's id
   */
  static Conditions within(Caller caller, Permission view, String alias, String borrowerColumn) {
    return new Conditions()
        .within(caller.reach(view), alias, borrowerColumn)
        .within(caller.reach(Permission.REPORT_RUN), alias, borrowerColumn);
  }

  /** Begins with what a caller may take away of what has a branch, but no officer. */
  static Conditions exportable(Caller caller, String alias) {
    Reach reach = caller.reach(Permission.REPORT_RUN).ofBranches();
    return new Conditions().within(reach, alias, "branch_id");
  }

  /** Adds the condition that somebody's reach covers the row. */
  Conditions within(Reach reach, String alias, String borrowerColumn) {
    conditions.add(reach.predicate(alias, borrowerColumn));
    params.putAll(reach.params());
    return this;
  }

  /** Adds a condition; its values come with {@link #with}. */
  Conditions and(String condition) {
    conditions.add(condition);
    return this;
  }

  /** Adds the values of a condition. */
  Conditions with(Map<String, ? extends @Nullable Object> values) {
    params.putAll(values);
    return this;
  }

  /** Adds a value that may be absent. */
  Conditions with(String name, @Nullable Object value) {
    params.put(name, value);
    return this;
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
    return statement.formatted(joined());
  }

  /** Returns the conditions as one. */
  String joined() {
    return String.join("\n         AND ", conditions);
  }

  /**
   * Returns a statement with the conditions in its first place and, in its second, whether somebody
   * sees the personal data of the row's borrower.
   */
  String in(String statement, Caller caller, String alias, String borrowerColumn) {
    Reach unmasked = caller.reach(Permission.BORROWER_PII_UNMASKED);
    params.putAll(unmasked.params());
    return statement.formatted(
        String.join("\n         AND ", conditions), unmasked.predicate(alias, borrowerColumn));
  }

  /** Returns the same with, in its third place, whether another reach covers the row. */
  String in(String statement, Caller caller, String alias, String borrowerColumn, Reach third) {
    Reach unmasked = caller.reach(Permission.BORROWER_PII_UNMASKED);
    params.putAll(unmasked.params());
    params.putAll(third.params());
    return statement.formatted(
        String.join("\n         AND ", conditions),
        unmasked.predicate(alias, borrowerColumn),
        third.predicate(alias, borrowerColumn));
  }

  /** Returns the values that the conditions name. */
  Map<String, @Nullable Object> params() {
    return params;
  }

  /** Returns a pattern that matches text with a part in it; null if there is no part. */
  static @Nullable String part(@Nullable String text) {
    return text == null || text.isBlank() ? null : Texts.containing(text.strip());
  }

  /** Returns what was typed as the whole number that it may be; null where nothing was. */
  static @Nullable String whole(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip().toUpperCase(Locale.ROOT);
  }
}
