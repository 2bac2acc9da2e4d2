package io.loanwright.reporting.export;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditFilter;
import io.loanwright.audit.TrailReach;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit trail, oldest first. */
public final class AuditListing {

  private static final String TRAIL =
      """
      SELECT e.recorded_at, e.actor_name, e.actor_role, e.branch_id, e.action, e.result,
             e.subject_type, e.subject_label, e.subject_id, e.reason, e.address, e.device,
             CASE jsonb_typeof(e.before) WHEN 'object' THEN e.before - %2$s ELSE e.before END
               AS before,
             CASE jsonb_typeof(e.after) WHEN 'object' THEN e.after - %2$s ELSE e.after END
               AS after
        FROM audit.event_card e
       WHERE %1$s
       ORDER BY e.id
      """;

  private AuditListing() {}

  /** Returns the rows that a caller may see and export. */
  public static Listing of(Caller caller, AuditFilter filter, Names names) {
    TrailReach reach = TrailReach.of(caller);
    Conditions conditions =
        Conditions.exportable(caller, "e")
            .and(reach.predicate("e"))
            .with(reach.params())
            .and("e.actor_id = :actorId", "actorId", filter.actorId())
            .and(
                "(e.action = :action OR starts_with(e.action, :action || '.'))",
                "action",
                filter.action())
            .and("e.subject_type = :subjectType", "subjectType", filter.subjectType())
            .and("e.subject_id = :subjectId", "subjectId", filter.subjectId())
            .and("e.recorded_at >= :from", "from", utc(filter.from()))
            .and("e.recorded_at < :until", "until", utc(filter.until()));
    String sql = conditions.in(TRAIL.formatted("%s", reach.hidden("e")));
    return new Listing("Audit", columns(names), null, sql, conditions.params());
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  private static List<Column> columns(Names names) {
    return List.of(
        Column.moment("At", "recorded_at", names.zone()),
        Column.text("Who", 24, "actor_name"),
        Column.text("Role", 16, "actor_role"),
        Column.named("Branch", 20, "branch_id", names.branches()),
        Column.text("What", 24, "action"),
        Column.text("Result", 10, "result"),
        Column.text("Of", 14, "subject_type"),
        Column.text("Which", 24, "subject_label"),
        Column.text("Id", 38, "subject_id"),
        Column.text("Reason", 30, "reason"),
        Column.text("Before", 40, "before"),
        Column.text("After", 40, "after"),
        Column.text("Address", 16, "address"),
        Column.text("Device", 30, "device"));
  }
}
