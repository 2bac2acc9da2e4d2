package io.loanwright.audit.chain;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditEvent;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.TrailErasure;
import io.loanwright.web.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds and blanks traces by the indexes of the trail; what is kept of them is worked out here. */
@Component
class TrailEraser implements TrailErasure {

  private static final String TRACES =
      """
      SELECT id, true AS by_him, false AS about_him
        FROM audit.event
       WHERE actor_id = ANY (:people)
       UNION ALL
      SELECT e.id, e.actor_role = 'ANONYMOUS', true
        FROM unnest(:types::text[], :ids::uuid[], :actions::text[]) AS t (type, id, action)
        JOIN audit.event e
          ON e.subject_type = t.type
         AND e.subject_id = t.id
         AND (t.action IS NULL OR e.action = t.action)
      """;

  private static final String READ =
      """
      SELECT %s, t.by_him, t.about_him
        FROM audit.event
        JOIN (SELECT id, bool_or(by_him) AS by_him, bool_or(about_him) AS about_him
                FROM (%s) each
               GROUP BY id) t USING (id)
       ORDER BY id
      """
          .formatted(TrailRow.COLUMNS, TRACES);

  private static final String FIND =
      """
      SELECT DISTINCT id
        FROM (%s) each
       ORDER BY id
       LIMIT :limit
      """
          .formatted(TRACES);

  private static final String ERASE =
      """
      SELECT audit.erase(:erasure, :borrower, :actor, :ids::uuid[], :actorGone::boolean[],
                         :subjectGone::boolean[], :actorDigests::text[], :subjectDigests::text[],
                         :leaves::text[])
      """;

  private final JdbcClient jdbc;
  private final AuditTrail trail;
  private final ArchivedTraces archived;

  TrailEraser(JdbcClient jdbc, AuditTrail trail, ArchivedTraces archived) {
    this.jdbc = jdbc;
    this.trail = trail;
    this.archived = archived;
  }

  /** A row and which parts of it are somebody's. */
  private record Trace(TrailRow row, boolean byHim, boolean aboutHim) {}

  @Override
  public List<AuditEvent> find(Traces traces, int limit) {
    archived.lock();
    List<AuditEvent> found = new ArrayList<>(archived.find(traces, limit));
    List<UUID> ids =
        bound(FIND, traces)
            .param("limit", limit - found.size())
            .query((row, _) -> row.getObject("id", UUID.class))
            .list();
    found.addAll(trail.find(ids));
    return found;
  }

  @Override
  public Optional<String> outOfReach() {
    return archived.outOfReach();
  }

  @Override
  public long erase(Caller caller, Traces traces) {
    archived.lock();
    UUID erasure = Ids.next();
    return eraseRows(erasure, caller, traces) + archived.erase(erasure, caller, traces);
  }

  private long eraseRows(UUID erasure, Caller caller, Traces traces) {
    List<Trace> found =
        bound(READ, traces)
            .query((row, _) ->
                new Trace(TrailRow.of(row), row.getBoolean("by_him"), row.getBoolean("about_him")))
            .list();
    return jdbc.sql(ERASE)
        .param("erasure", erasure)
        .param("borrower", traces.borrowerId())
        .param("actor", caller.userId())
        .param("ids", found.stream().map(trace -> trace.row().id()).toArray(UUID[]::new))
        .param("actorGone", found.stream().map(Trace::byHim).toArray(Boolean[]::new))
        .param("subjectGone", found.stream().map(Trace::aboutHim).toArray(Boolean[]::new))
        .param("actorDigests", texts(found, row -> row.digest(row.actor())))
        .param("subjectDigests", texts(found, row -> row.digest(row.subject())))
        .param("leaves", texts(found, TrailRow::wholeLeaf))
        .query(Long.class)
        .single();
  }

  private JdbcClient.StatementSpec bound(String sql, Traces traces) {
    List<Thing> things = new ArrayList<>(traces.things());
    return jdbc.sql(sql)
        .param("people", traces.people().toArray(UUID[]::new))
        .param("types", things.stream().map(Thing::type).toArray(String[]::new))
        .param("ids", things.stream().map(Thing::id).toArray(UUID[]::new))
        .param("actions", things.stream().map(Thing::action).toArray(String[]::new));
  }

  private static @Nullable String[] texts(
      List<Trace> traces, Function<TrailRow, @Nullable String> text) {
    @Nullable String[] texts = new String[traces.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = text.apply(traces.get(i).row());
    }
    return texts;
  }
}
