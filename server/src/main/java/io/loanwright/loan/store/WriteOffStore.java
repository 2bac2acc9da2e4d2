package io.loanwright.loan.store;

import io.loanwright.access.Reach;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.Person;
import io.loanwright.loan.WriteOffRequest;
import io.loanwright.loan.WriteOffRequest.Decision;
import io.loanwright.loan.WriteOffRequest.Signature;
import io.loanwright.loan.WriteOffRequest.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code loan.write_off}: what was asked to be written off, and what became of it. */
@Repository
public class WriteOffStore {

  private static final String COLUMNS =
      """
      SELECT w.id, w.loan_id, l.number, l.borrower_id, l.currency, w.value_date, w.amount_minor,
             w.reason, w.asked_by, w.asked_name, w.asked_at, w.status, w.decided_by,
             w.decided_name, w.decided_at, w.decision_reason, w.event_id
        FROM loan.write_off w
        JOIN loan.loan l ON l.id = w.loan_id
      """;

  private static final String FIND = COLUMNS + " WHERE w.id = :id AND %s";

  private static final String LOCK = COLUMNS + " WHERE w.id = :id FOR UPDATE OF w";

  /** Newest first. */
  private static final String PAGE =
      COLUMNS
          + """
           WHERE (CAST(:status AS text) IS NULL OR w.status = :status)
             AND (CAST(:loan AS uuid) IS NULL OR w.loan_id = :loan)
             AND (CAST(:before AS uuid) IS NULL OR w.id < :before)
             AND %s
           ORDER BY w.id DESC
           LIMIT :limit
          """;

  private static final String INSERT =
      """
      INSERT INTO loan.write_off
             (id, loan_id, value_date, amount_minor, reason, asked_by, asked_name, asked_at)
      VALUES (:id, :loan, :on, :amount, :reason, :by, :byName, :at)
          ON CONFLICT (loan_id) WHERE status = 'WAITING' DO NOTHING
      """;

  private static final String DECIDE =
      """
      UPDATE loan.write_off
         SET status = :status, decided_by = :by, decided_name = :byName, decided_at = :at,
             decision_reason = :reason, event_id = :event
       WHERE id = :id
         AND status = 'WAITING'
      """;

  private static final String LAPSE =
      """
      UPDATE loan.write_off
         SET status = 'LAPSED', decided_at = :at
       WHERE loan_id = ANY (:loans)
         AND status = 'WAITING'
      RETURNING loan_id
      """;

  private final JdbcClient jdbc;

  WriteOffStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns what was asked for of a loan in reach. */
  public Optional<WriteOffRequest> find(UUID id, Reach reach) {
    return jdbc.sql(FIND.formatted(reach.predicate("l", "borrower_id")))
        .param("id", id)
        .params(reach.params())
        .query(WriteOffStore::request)
        .optional();
  }

  /**
   * Returns what was asked for, on which nobody else decides until the transaction ends; its loan
   * is locked before.
   */
  public WriteOffRequest lock(UUID id) {
    return jdbc.sql(LOCK).param("id", id).query(WriteOffStore::request).single();
  }

  /**
   * Returns what was asked for of loans in reach, newest first.
   *
   * @param status only of that; null for all
   * @param loanId only of that loan; null for all
   * @param before the last one of the page before; null for the first page
   */
  public List<WriteOffRequest> page(
      Reach reach,
      @Nullable Status status,
      @Nullable UUID loanId,
      @Nullable UUID before,
      int limit) {
    return jdbc.sql(PAGE.formatted(reach.predicate("l", "borrower_id")))
        .param("status", status == null ? null : status.name(), Types.VARCHAR)
        .param("loan", loanId, Types.OTHER)
        .param("before", before, Types.OTHER)
        .params(reach.params())
        .param("limit", limit)
        .query(WriteOffStore::request)
        .list();
  }

  /** Adds what somebody asks for; returns whether nothing waited for the loan. */
  public boolean insert(
      UUID id, UUID loanId, LocalDate on, Money amount, String reason, Signature asked) {
    return jdbc.sql(INSERT)
            .param("id", id)
            .param("loan", loanId)
            .param("on", on)
            .param("amount", amount.minor())
            .param("reason", reason)
            .param("by", asked.by().id())
            .param("byName", asked.by().name())
            .param("at", LoanRow.timestamp(asked.at()))
            .update()
        == 1;
  }

  /**
   * Decides on what waits.
   *
   * @param eventId the event that it became; null unless it was confirmed
   * @throws IllegalStateException if it does not wait any more; whoever decides locks it before
   */
  public void decide(
      UUID id, Status status, Signature by, @Nullable String reason, @Nullable UUID eventId) {
    int rows =
        jdbc.sql(DECIDE)
            .param("id", id)
            .param("status", status.name())
            .param("by", by.by().id())
            .param("byName", by.by().name())
            .param("at", LoanRow.timestamp(by.at()))
            .param("reason", reason, Types.VARCHAR)
            .param("event", eventId, Types.OTHER)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("Not waiting: write-off " + id);
    }
  }

  /** Ends what waits for loans that have ended otherwise; returns those of which anything did. */
  public List<UUID> lapse(Collection<UUID> loanIds, Instant at) {
    return jdbc.sql(LAPSE)
        .param("loans", loanIds.toArray(UUID[]::new))
        .param("at", LoanRow.timestamp(at))
        .query((row, _) -> row.getObject("loan_id", UUID.class))
        .list();
  }

  private static WriteOffRequest request(ResultSet row, int number) throws SQLException {
    return new WriteOffRequest(
        row.getObject("id", UUID.class),
        new WriteOffRequest.Subject(
            row.getObject("loan_id", UUID.class),
            row.getString("number"),
            row.getObject("borrower_id", UUID.class)),
        row.getObject("value_date", LocalDate.class),
        new Money(row.getLong("amount_minor"), Currency.of(row.getString("currency"))),
        row.getString("reason"),
        new Signature(
            new Person(row.getObject("asked_by", UUID.class), row.getString("asked_name")),
            LoanRow.instant(row, "asked_at")),
        Status.valueOf(row.getString("status")),
        decision(row),
        row.getObject("event_id", UUID.class));
  }

  private static @Nullable Decision decision(ResultSet row) throws SQLException {
    if (Status.valueOf(row.getString("status")) == Status.WAITING) {
      return null;
    }
    UUID by = row.getObject("decided_by", UUID.class);
    return new Decision(
        by == null ? null : new Person(by, row.getString("decided_name")),
        LoanRow.instant(row, "decided_at"),
        row.getString("decision_reason"));
  }
}
