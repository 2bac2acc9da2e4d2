package io.loanwright.borrower.store;

import io.loanwright.access.Caller;
import io.loanwright.borrower.Relative;
import io.loanwright.borrower.Relative.Ending;
import io.loanwright.borrower.Relative.Relation;
import io.loanwright.borrower.Relative.Signature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code borrower.relative}. */
@Repository
public class RelativeStore {

  private static final String COLUMNS =
      """
      SELECT r.id, r.user_id, r.borrower_id, r.relation, r.reason, r.declared_by, r.declared_name,
             r.declared_at, r.ended_by, r.ended_name, r.ended_at, r.ended_reason
        FROM borrower.relative r
      """;

  private static final String FIND = COLUMNS + " WHERE r.id = :id";

  private static final String LOCK = FIND + " FOR UPDATE";

  /** Newest first; served by the index on the column and the id. */
  private static final String PAGE =
      COLUMNS
          + """
           WHERE r.%s = :of
             AND (CAST(:before AS uuid) IS NULL OR r.id < :before)
           ORDER BY r.id DESC
           LIMIT :limit
          """;

  private static final String IN_FORCE =
      """
      SELECT EXISTS (SELECT 1
                       FROM borrower.relative
                      WHERE user_id = :user
                        AND borrower_id = ANY (:borrowers)
                        AND ended_at IS NULL)
      """;

  private static final String INSERT =
      """
      INSERT INTO borrower.relative
             (id, user_id, borrower_id, relation, reason, declared_by, declared_name)
      VALUES (:id, :user, :borrower, :relation, :reason, :by, :name)
          ON CONFLICT (user_id, borrower_id) WHERE ended_at IS NULL DO NOTHING
      """;

  private static final String END =
      """
      UPDATE borrower.relative
         SET ended_by = :by, ended_name = :name, ended_at = now(), ended_reason = :reason
       WHERE id = :id
         AND ended_at IS NULL
      """;

  /** What is kept of a borrower, without who of the staff is concerned. */
  private static final String EXPORT =
      """
      SELECT coalesce(jsonb_agg(jsonb_build_object(
                                  'relation', r.relation, 'reason', r.reason,
                                  'declaredAt', r.declared_at, 'endedAt', r.ended_at,
                                  'endedReason', r.ended_reason)
                                ORDER BY r.id), '[]')::text
        FROM borrower.relative r
       WHERE r.borrower_id = :borrower
      """;

  private static final String ERASE =
      """
      UPDATE borrower.relative
         SET relation = 'OTHER', reason = 'erased',
             ended_reason = CASE WHEN ended_reason IS NOT NULL THEN 'erased' END
       WHERE borrower_id = :borrower
      """;

  private final JdbcClient jdbc;

  RelativeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns whether a declaration about any of some borrowers is in force. */
  public boolean isInForce(UUID userId, Collection<UUID> borrowerIds) {
    return jdbc.sql(IN_FORCE)
        .param("user", userId)
        .param("borrowers", borrowerIds.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  /** Returns a declaration. */
  public Optional<Relative> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query(RelativeStore::relative).optional();
  }

  /** Returns a declaration that nobody else ends until the transaction does. */
  public Optional<Relative> lock(UUID id) {
    return jdbc.sql(LOCK).param("id", id).query(RelativeStore::relative).optional();
  }

  /** Returns what is and was declared of a user, newest first. */
  public List<Relative> ofUser(UUID userId, @Nullable UUID before, int limit) {
    return page("user_id", userId, before, limit);
  }

  /** Returns what is and was declared of a borrower, newest first. */
  public List<Relative> ofBorrower(UUID borrowerId, @Nullable UUID before, int limit) {
    return page("borrower_id", borrowerId, before, limit);
  }

  private List<Relative> page(String column, UUID of, @Nullable UUID before, int limit) {
    return jdbc.sql(PAGE.formatted(column))
        .param("of", of)
        .param("before", before, Types.OTHER)
        .param("limit", limit)
        .query(RelativeStore::relative)
        .list();
  }

  /** Adds a declaration; returns whether none was in force. */
  public boolean insert(
      UUID id, UUID userId, UUID borrowerId, Relation relation, String reason, Caller caller) {
    return jdbc.sql(INSERT)
            .param("id", id)
            .param("user", userId)
            .param("borrower", borrowerId)
            .param("relation", relation.name())
            .param("reason", reason)
            .param("by", caller.userId())
            .param("name", caller.name())
            .update()
        == 1;
  }

  /**
   * Ends a declaration in force.
   *
   * @throws IllegalStateException if it is not; whoever ends it locks it before
   */
  public void end(UUID id, String reason, Caller caller) {
    int rows =
        jdbc.sql(END)
            .param("id", id)
            .param("by", caller.userId())
            .param("name", caller.name())
            .param("reason", reason)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("Not in force: declaration " + id);
    }
  }

  /** Returns what was declared of a borrower, as JSON. */
  public String export(UUID borrowerId) {
    return jdbc.sql(EXPORT).param("borrower", borrowerId).query(String.class).single();
  }

  /** Blanks what was said of a borrower. */
  public void erase(UUID borrowerId) {
    jdbc.sql(ERASE).param("borrower", borrowerId).update();
  }

  private static Relative relative(ResultSet row, int number) throws SQLException {
    return new Relative(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getObject("borrower_id", UUID.class),
        Relation.valueOf(row.getString("relation")),
        row.getString("reason"),
        signature(row, "declared"),
        row.getObject("ended_by", UUID.class) == null
            ? null
            : new Ending(signature(row, "ended"), row.getString("ended_reason")));
  }

  private static Signature signature(ResultSet row, String act) throws SQLException {
    return new Signature(
        row.getObject(act + "_by", UUID.class),
        row.getString(act + "_name"),
        row.getObject(act + "_at", OffsetDateTime.class).toInstant());
  }
}
