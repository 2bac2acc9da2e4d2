package io.loanwright.notification;

import java.util.List;

/**
 * Whether borrowers are reminded, and how.
 *
 * @param enabled whether closes make messages at all
 * @param mailed whether messages are mailed to borrowers who have an address
 * @param version counts the changes
 */
public record ReminderSettings(
    boolean enabled, boolean mailed, List<ReminderRule> rules, long version) {

  /** The most rules. */
  public static final int RULES_MAX = 20;

  /** Keeps the rules from changing. */
  public ReminderSettings {
    rules = List.copyOf(rules);
  }
}
