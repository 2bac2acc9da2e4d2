package io.loanwright.audit;

import io.loanwright.access.Caller;
import io.loanwright.together.Columns;
import io.loanwright.together.Rows;
import io.loanwright.web.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The table {@code audit.event}. */
@Component
class AuditRows {

  private static final String INSERT =
      """
      INSERT INTO audit.event
             (id, actor_id, actor_name, actor_role, branch_id, address, device,
              action, result, subject_type, subject_id, subject_label, before, after, reason)
      SELECT d.id, d.actor_id, d.actor_name, d.actor_role, d.branch_id, d.address, d.device,
             d.action, d.result, d.subject_type, d.subject_id, d.subject_label, d.before::jsonb,
             d.after::jsonb, d.reason
        FROM unnest(:ids::uuid[], :actorIds::uuid[], :actorNames::text[], :actorRoles::text[],
                    :branchIds::uuid[], :addresses::text[], :devices::text[], :actions::text[],
                    :results::text[], :subjectTypes::text[], :subjectIds::uuid[],
                    :subjectLabels::text[], :befores::text[], :afters::text[], :reasons::text[])
               AS d (id, actor_id, actor_name, actor_role, branch_id, address, device, action,
                     result, subject_type, subject_id, subject_label, before, after, reason)
      """;

  /** Newest first; ids are time-ordered, so the id is the key of the page. */
  private static final String FIND =
      """
      SELECT id, recorded_at, actor_id, actor_name, actor_role, address, device, action, result,
             subject_type, subject_id, subject_label,
             CASE jsonb_typeof(before) WHEN 'object' THEN before - %2$s ELSE before END AS before,
             CASE jsonb_typeof(after) WHEN 'object' THEN after - %2$s ELSE after END AS after,
             reason,
             NOT EXISTS (SELECT 1
                           FROM audit.unsealed u
                          WHERE u.kind = 'trail'
                            AND u.record_id = e.id) AS sealed
        FROM (%1$s) e
       ORDER BY id DESC
       LIMIT :limit
      """;

  private static final String NEWEST =
      """
      SELECT *
        FROM audit.event e
       WHERE %s
         AND (:actorId::uuid IS NULL OR actor_id = :actorId)
         AND (:subjectType::text IS NULL OR subject_type = :subjectType)
         AND (:subjectId::uuid IS NULL OR subject_id = :subjectId)
         AND (:from::timestamptz IS NULL OR recorded_at >= :from)
         AND (:until::timestamptz IS NULL OR recorded_at < :until)
         AND (:olderThan::uuid IS NULL OR id < :olderThan)
       ORDER BY id DESC
       LIMIT :limit
      """;

  /**
   * The newest of some actions and of those that begin with them, each by {@code event_action_idx}:
   * a rare one would be looked for in all of the trail. There are few actions, which are found by
   * as many steps through the index.
   */
  private static final String NEWEST_OF_ACTION =
      """
      WITH RECURSIVE known AS (
        SELECT min(action) AS action FROM audit.event
         UNION ALL
        SELECT (SELECT min(n.action) FROM audit.event n WHERE n.action > k.action)
          FROM known k
         WHERE k.action IS NOT NULL)
      SELECT each.*
        FROM known k
       CROSS JOIN LATERAL (%s) each
       WHERE EXISTS (SELECT 1
                       FROM unnest(string_to_array(:action::text, ',')) AS part
                      WHERE k.action = part
                         OR starts_with(k.action, part || '.'))
      """;

  private static final String BY_ID =
      """
      SELECT id, recorded_at, actor_id, actor_name, actor_role, address, device, action, result,
             subject_type, subject_id, subject_label, before, after, reason, true AS sealed
        FROM audit.event
       WHERE id = ANY (:ids)
       ORDER BY id
      """;

  /** By {@code event_subject_idx}. */
  private static final String DID_SINCE =
      """
      SELECT EXISTS (SELECT 1
                       FROM audit.event
                      WHERE subject_type = :subjectType
                        AND subject_id = :subjectId
                        AND actor_id = :actorId
                        AND action = :action
                        AND recorded_at > clock_timestamp() - make_interval(secs => :seconds))
      """;

  private final JdbcClient jdbc;
  private final Redaction redaction;
  private final Consumer<List<Done>> writer = this::insertAll;

  AuditRows(JdbcClient jdbc, Redaction redaction) {
    this.jdbc = jdbc;
    this.redaction = redaction;
  }

  /** What was done, before it is a row. */
  record Deed(
      String action,
      AuditEvent.Result result,
      Subject subject,
      @Nullable Object before,
      @Nullable Object after,
      @Nullable String reason) {}

  private record Done(UUID id, Caller caller, Deed deed) {}

  /** Writes deeds before the end of the transaction, maybe with those of other commands. */
  void add(Caller caller, List<Deed> deeds) {
    Rows.addAll(writer, deeds.stream().map(deed -> new Done(Ids.next(), caller, deed)).toList());
  }

  /** Tells whether somebody did the same to the same in the last while. */
  boolean didWithin(Caller caller, String action, Subject subject, Duration time) {
    return jdbc.sql(DID_SINCE)
        .param("subjectType", subject.type())
        .param("subjectId", subject.id())
        .param("actorId", caller.userId())
        .param("action", action)
        .param("seconds", time.toSeconds())
        .query(Boolean.class)
        .single();
  }

  /** Writes a deed at once. */
  void insert(Caller caller, Deed deed) {
    insertAll(List.of(new Done(Ids.next(), caller, deed)));
  }

  private void insertAll(List<Done> done) {
    Columns<Done> rows = new Columns<>(done);
    jdbc.sql(INSERT)
        .param("ids", rows.ids(Done::id))
        .param("actorIds", rows.ids(row -> row.caller().userId()))
        .param("actorNames", rows.texts(row -> row.caller().name()))
        .param("actorRoles", rows.texts(row -> row.caller().role()))
        .param("branchIds", rows.ids(row -> row.caller().branchId()))
        .param("addresses", rows.texts(row -> row.caller().origin().address()))
        .param("devices", rows.texts(row -> row.caller().origin().device()))
        .param("actions", rows.texts(row -> row.deed().action()))
        .param("results", rows.texts(row -> row.deed().result()))
        .param("subjectTypes", rows.texts(row -> row.deed().subject().type()))
        .param("subjectIds", rows.ids(row -> row.deed().subject().id()))
        .param("subjectLabels", rows.texts(row -> row.deed().subject().label()))
        .param("befores", rows.texts(row -> redaction.toJson(row.deed().before())))
        .param("afters", rows.texts(row -> redaction.toJson(row.deed().after())))
        .param("reasons", rows.texts(row -> row.deed().reason()))
        .update();
  }

  List<AuditEvent> find(TrailReach reach, AuditFilter filter, @Nullable UUID olderThan, int limit) {
    String reached = reach.predicate("e");
    String wanted = reached + of(filter.result());
    String newest =
        filter.action() == null
            ? NEWEST.formatted(wanted)
            : NEWEST_OF_ACTION.formatted(NEWEST.formatted(wanted + " AND action = k.action"));
    return jdbc.sql(FIND.formatted(newest, reach.hidden("e")))
        .params(reach.params())
        .param("actorId", filter.actorId())
        .param("action", filter.action())
        .param("subjectType", filter.subjectType())
        .param("subjectId", filter.subjectId())
        .param("from", utc(filter.from()))
        .param("until", utc(filter.until()))
        .param("olderThan", olderThan)
        .param("limit", limit)
        .query((row, _) -> event(row))
        .list();
  }

  /** Spelled out and no parameter: few rows are refusals, which have an index of their own. */
  private static String of(AuditEvent.@Nullable Result result) {
    return switch (result) {
      case null -> "";
      case DONE -> " AND result = 'DONE'";
      case REFUSED -> " AND result = 'REFUSED'";
    };
  }

  List<AuditEvent> find(List<UUID> ids) {
    return jdbc.sql(BY_ID)
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> event(row))
        .list();
  }

  private AuditEvent event(ResultSet row) throws SQLException {
    return new AuditEvent(
        row.getObject("id", UUID.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        new AuditEvent.Actor(
            row.getObject("actor_id", UUID.class),
            row.getString("actor_name"),
            row.getString("actor_role"),
            row.getString("address"),
            row.getString("device")),
        row.getString("action"),
        AuditEvent.Result.valueOf(row.getString("result")),
        new Subject(
            row.getString("subject_type"),
            row.getObject("subject_id", UUID.class),
            row.getString("subject_label")),
        json(row.getString("before")),
        json(row.getString("after")),
        row.getString("reason"),
        row.getBoolean("sealed"));
  }

  private @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : redaction.fromJson(text);
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
