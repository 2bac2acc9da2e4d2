package io.loanwright.audit;

import io.loanwright.access.Caller;
import io.loanwright.web.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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
      VALUES (:id, :actorId, :actorName, :actorRole, :branchId, :address, :device,
              :action, :result, :subjectType, :subjectId, :subjectLabel, :before::jsonb,
              :after::jsonb, :reason)
      """;

  private static final String INSERT_ALL =
      """
      INSERT INTO audit.event
             (id, actor_id, actor_name, actor_role, branch_id, address, device,
              action, result, subject_type, subject_id, subject_label, before, after, reason)
      SELECT d.id, :actorId, :actorName, :actorRole, :branchId, :address, :device,
             d.action, d.result, d.subject_type, d.subject_id, d.subject_label, d.before::jsonb,
             d.after::jsonb, d.reason
        FROM unnest(:ids::uuid[], :actions::text[], :results::text[], :subjectTypes::text[],
                    :subjectIds::uuid[], :subjectLabels::text[], :befores::text[], :afters::text[],
                    :reasons::text[])
               AS d (id, action, result, subject_type, subject_id, subject_label, before, after,
                     reason)
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
   * The newest of an action and of those that begin with it, each by {@code event_action_idx}: a
   * rare one would be looked for in all of the trail. There are few actions, which are found by as
   * many steps through the index.
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
       WHERE k.action = :action
          OR starts_with(k.action, :action::text || '.')
      """;

  private static final String BY_ID =
      """
      SELECT id, recorded_at, actor_id, actor_name, actor_role, address, device, action, result,
             subject_type, subject_id, subject_label, before, after, reason, true AS sealed
        FROM audit.event
       WHERE id = ANY (:ids)
       ORDER BY id
      """;

  private final JdbcClient jdbc;
  private final Redaction redaction;

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

  void insert(Caller caller, Deed deed) {
    by(caller, INSERT)
        .param("id", Ids.next())
        .param("action", deed.action())
        .param("result", deed.result().name())
        .param("subjectType", deed.subject().type())
        .param("subjectId", deed.subject().id())
        .param("subjectLabel", deed.subject().label())
        .param("before", redaction.toJson(deed.before()), Types.VARCHAR)
        .param("after", redaction.toJson(deed.after()), Types.VARCHAR)
        .param("reason", deed.reason(), Types.VARCHAR)
        .update();
  }

  void insertAll(Caller caller, List<Deed> deeds) {
    by(caller, INSERT_ALL)
        .param("ids", deeds.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
        .param("actions", texts(deeds, Deed::action))
        .param("results", texts(deeds, deed -> deed.result().name()))
        .param("subjectTypes", texts(deeds, deed -> deed.subject().type()))
        .param("subjectIds", deeds.stream().map(deed -> deed.subject().id()).toArray(UUID[]::new))
        .param("subjectLabels", texts(deeds, deed -> deed.subject().label()))
        .param("befores", texts(deeds, deed -> redaction.toJson(deed.before())))
        .param("afters", texts(deeds, deed -> redaction.toJson(deed.after())))
        .param("reasons", texts(deeds, Deed::reason))
        .update();
  }

  private JdbcClient.StatementSpec by(Caller caller, String statement) {
    return jdbc.sql(statement)
        .param("actorId", caller.userId())
        .param("actorName", caller.name())
        .param("actorRole", caller.role())
        .param("branchId", caller.branchId())
        .param("address", caller.origin().address())
        .param("device", caller.origin().device());
  }

  private static @Nullable String[] texts(List<Deed> deeds, Function<Deed, @Nullable String> text) {
    @Nullable String[] texts = new String[deeds.size()];
    Arrays.setAll(texts, i -> text.apply(deeds.get(i)));
    return texts;
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
