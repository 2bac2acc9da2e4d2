package io.loanwright.loan.store;

import io.loanwright.loan.LoanStatus;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code loan.default_mark}: when loans began and ceased to be in default. */
@Repository
public class DefaultMarkStore {

  private static final String APPEND =
      """
      INSERT INTO loan.default_mark (loan_id, defaulted, marked_on, recorded_at)
      VALUES (:loanId, :defaulted, :on, :at)
      """;

  private static final String LOCK =
      """
      SELECT l.id, l.number, l.status, l.defaulted, l.oldest_unpaid_due_on
        FROM loan.loan l
       WHERE l.id = ANY (:ids)
       ORDER BY l.id
         FOR NO KEY UPDATE OF l
      """;

  private static final String MARK_ALL =
      """
      WITH marked AS (
        UPDATE loan.loan
           SET defaulted = true,
               version = version + 1
         WHERE id = ANY (:ids)
        RETURNING id)
      INSERT INTO loan.default_mark (loan_id, defaulted, marked_on, recorded_at)
      SELECT id, true, :on, :at
        FROM marked
      """;

  private static final String LAST =
      """
      SELECT defaulted
        FROM loan.default_mark
       WHERE loan_id = :loanId
         AND marked_on <= :on
         AND (:knownAt::timestamptz IS NULL OR recorded_at <= :knownAt)
       ORDER BY id DESC
       LIMIT 1
      """;

  /** A mark that an event took away has the moment of the event. */
  private static final String TAKEN_AWAY_BY_EVENT =
      """
      SELECT NOT m.defaulted AND EXISTS (SELECT 1 FROM loan.event e
                                          WHERE e.loan_id = m.loan_id
                                            AND e.recorded_at = m.recorded_at)
        FROM loan.default_mark m
       WHERE m.loan_id = :loanId
       ORDER BY m.id DESC
       LIMIT 1
      """;

  private final JdbcClient jdbc;

  DefaultMarkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds that a mark was made or taken away.
   *
   * @param on the business date from which it counts
   */
  public void append(UUID loanId, boolean defaulted, LocalDate on, Instant at) {
    jdbc.sql(APPEND)
        .param("loanId", loanId)
        .param("defaulted", defaulted)
        .param("on", on)
        .param("at", LoanRow.timestamp(at))
        .update();
  }

  /** A loan that this transaction has locked, as it is. */
  public record Locked(
      UUID id,
      String number,
      LoanStatus status,
      boolean defaulted,
      @Nullable LocalDate oldestUnpaidOn) {}

  /**
   * Locks loans in the order of their ids.
   *
   * @param waits whether for those that somebody else holds; otherwise they are left out
   */
  public List<Locked> lock(List<UUID> ids, boolean waits) {
    return jdbc.sql(waits ? LOCK : LOCK + " SKIP LOCKED")
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) ->
            new Locked(
                row.getObject("id", UUID.class),
                row.getString("number"),
                LoanStatus.valueOf(row.getString("status")),
                row.getBoolean("defaulted"),
                row.getObject("oldest_unpaid_due_on", LocalDate.class)))
        .list();
  }

  /** Marks loans that this transaction has locked. */
  public void markAll(List<UUID> ids, LocalDate on, Instant at) {
    jdbc.sql(MARK_ALL)
        .param("ids", ids.toArray(UUID[]::new))
        .param("on", on)
        .param("at", LoanRow.timestamp(at))
        .update();
  }

  /** Tells whether a loan was in default until a payment closed it. */
  public boolean endedByEvent(UUID loanId) {
    return jdbc.sql(TAKEN_AWAY_BY_EVENT)
        .param("loanId", loanId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /**
   * Tells whether a loan was marked on a day, as it was known at a time.
   *
   * @param knownAt null for all that is known
   */
  public boolean wasMarked(UUID loanId, LocalDate on, @Nullable Instant knownAt) {
    Optional<Boolean> last =
        jdbc.sql(LAST)
            .param("loanId", loanId)
            .param("on", on)
            .param(
                "knownAt",
                knownAt == null ? null : LoanRow.timestamp(knownAt),
                Types.TIMESTAMP_WITH_TIMEZONE)
            .query(Boolean.class)
            .optional();
    return last.orElse(false);
  }
}
