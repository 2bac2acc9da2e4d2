package io.loanwright.reporting.live;

import io.loanwright.access.Permission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A kind of figures that may have changed. */
public enum Topic {
  /** Loans, applications, payments and the work on them. */
  LENDING(Permission.DASHBOARD_VIEW),
  /** The books and the lender's own money. */
  BOOKS(Permission.LEDGER_VIEW),
  /** The trail. */
  TRAIL(Permission.AUDIT_VIEW),
  /** The business date. */
  DAY(Permission.DASHBOARD_VIEW);

  private final Permission permission;

  Topic(Permission permission) {
    this.permission = permission;
  }

  /** Returns what somebody holds to whom it is told. */
  Permission permission() {
    return permission;
  }

  /**
   * Returns what a deed may have changed, by the first word of its action; whatever it was, the
   * trail has a row more.
   */
  static Set<Topic> of(String action) {
    String thing = action.substring(0, action.indexOf('.')).toLowerCase(Locale.ROOT);
    return switch (thing) {
      case "loan", "charge", "interest", "schedule", "borrower", "wallet" ->
          EnumSet.of(LENDING, BOOKS, TRAIL);
      case "contact", "promise", "collection", "next_action" -> EnumSet.of(LENDING, TRAIL);
      case "expense", "manual_entry", "period" -> EnumSet.of(BOOKS, TRAIL);
      case "business_date" -> EnumSet.allOf(Topic.class);
      default -> EnumSet.of(TRAIL);
    };
  }
}
