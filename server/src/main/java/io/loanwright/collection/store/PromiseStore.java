package io.loanwright.collection.store;

import io.loanwright.access.Reach;
import io.loanwright.collection.Promise;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code collection.promise}. */
@Repository
public class PromiseStore {

  /**
   * For how many days after it was decided a promise is looked at again without being asked: a
   * payment may be on its way for longer than one close, where many days are closed in one go.
   */
  static final int DAYS_LOOKED_BACK = 7;

  /** The open promise of a loan is in the way of another one. */
  private static final String INSERT =
      """
      INSERT INTO collection.promise
             (id, contact_id, loan_id, amount_minor, currency, made_on, due_on, made_by, made_by_name)
      VALUES (:id, :contactId, :loanId, :amount, :currency, :madeOn, :dueOn, :by, :byName)
          ON CONFLICT (loan_id) WHERE state = 'OPEN' DO NOTHING
      """;

  /** One that was kept opens again with the next close, where a payment was taken back. */
  private static final String IS_OPEN =
      """
      SELECT count(*)
        FROM collection.promise p
       WHERE p.loan_id = :loanId
         AND (p.state = 'OPEN'
              OR p.state = 'KEPT' AND p.due_on >= :today
                 AND p.amount_minor > (SELECT coalesce(sum(y.amount_minor), 0)
                                         FROM payment.payment_card y
                                        WHERE y.loan_id = p.loan_id
                                          AND y.status = 'POSTED'
                                          AND y.paid_on BETWEEN p.made_on AND p.due_on))
      """;

  private static final String COUNTS_FROM =
      """
      SELECT greatest(:on::date, max(decided_on) + 1)
        FROM collection.promise
       WHERE loan_id = :loanId
         AND state = 'KEPT'
         AND decided_on < :dueOn
      """;

  private static final String LOCK =
      """
      SELECT p.id, p.loan_id, l.number, p.amount_minor, p.currency, p.made_on, p.due_on, p.state,
             p.decided_on, p.paid_minor, p.reason, p.made_by_name
        FROM collection.promise p
        JOIN loan.loan_card l ON l.id = p.loan_id
       WHERE p.id = :id
         AND %s
         FOR UPDATE OF p
      """;

  private static final String CANCEL =
      """
      UPDATE collection.promise
         SET state = 'CANCELLED', decided_on = :on, reason = :reason
       WHERE id = :id
      """;

  /** Only adds a row, so that who takes a payment waits for nobody here, and nobody for him. */
  private static final String LOOK_AGAIN =
      """
      INSERT INTO collection.promise_unseen (loan_id)
      SELECT DISTINCT loan_id
        FROM collection.promise
       WHERE loan_id = ANY (:loanIds)
         AND state <> 'CANCELLED'
      """;

  /**
   * Looked at are those that are open, those whose payments are others now, and those of the last
   * closes, which a payment that was on its way when the date moved may have kept. What is taken
   * off and what is added up are of one snapshot. One that somebody cancels just now is left to
   * him.
   */
  private static final String DECIDE =
      """
      WITH unseen AS (
        DELETE FROM collection.promise_unseen RETURNING loan_id),
      looked_at AS (
        SELECT o.id
          FROM collection.promise o
         WHERE o.state = 'OPEN'
         UNION
        SELECT d.id
          FROM collection.promise d
         WHERE d.state IN ('KEPT', 'BROKEN')
           AND d.decided_on >= :day - %d
         UNION
        SELECT a.id
          FROM unseen u
          JOIN collection.promise a ON a.loan_id = u.loan_id
         WHERE a.state <> 'CANCELLED'),
      judged AS (
        SELECT p.id, p.loan_id, l.number, p.state AS before, p.amount_minor, p.currency, p.due_on,
               paid.minor AS paid_minor,
               CASE WHEN paid.minor >= p.amount_minor THEN 'KEPT'
                    WHEN p.state = 'OPEN' AND l.outstanding_minor = 0 THEN 'CANCELLED'
                    WHEN p.due_on <= :day THEN 'BROKEN'
                    WHEN EXISTS (SELECT 1
                                   FROM collection.promise later
                                  WHERE later.loan_id = p.loan_id
                                    AND later.id > p.id) THEN 'CANCELLED'
                    ELSE 'OPEN' END AS after
          FROM looked_at w
          JOIN collection.promise p ON p.id = w.id
          JOIN loan.loan_card l ON l.id = p.loan_id
         CROSS JOIN LATERAL (
               SELECT coalesce(sum(y.amount_minor), 0)::bigint AS minor
                 FROM payment.payment_card y
                WHERE y.loan_id = p.loan_id
                  AND y.status = 'POSTED'
                  AND y.paid_on BETWEEN p.made_on AND p.due_on) paid),
      changed AS (
        UPDATE collection.promise p
           SET state = j.after,
               paid_minor = j.paid_minor,
               decided_on = CASE j.after WHEN 'OPEN' THEN NULL
                                         WHEN p.state THEN p.decided_on
                                         ELSE :day END,
               reason = CASE WHEN j.after <> 'CANCELLED' THEN NULL
                             WHEN p.state = 'OPEN' THEN 'Nothing is owed any more.'
                             ELSE 'Another promise came in its place.' END
          FROM judged j
         WHERE p.id = j.id
           AND p.state = j.before
           AND (p.state <> j.after OR p.paid_minor <> j.paid_minor)
        RETURNING j.*)
      SELECT id, loan_id, number, before, after, amount_minor, paid_minor, currency, due_on
        FROM changed
       WHERE before <> after
       ORDER BY id
      """
          .formatted(DAYS_LOOKED_BACK);

  private static final String DECIDED =
      """
      SELECT p.state, count(*) AS promises
        FROM collection.promise p
        JOIN loan.loan_card l ON l.id = p.loan_id
       WHERE p.made_by = :by
         AND p.decided_on >= :from
         AND p.state IN ('KEPT', 'BROKEN')
         AND %s
       GROUP BY p.state
      """;

  private final JdbcClient jdbc;

  PromiseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A promise and the number of its loan. */
  public record Found(Promise promise, String loanNumber) {}

  /**
   * What a close made of a promise.
   *
   * @param before what it was
   * @param after what it is now
   */
  public record Decided(
      UUID loanId,
      String loanNumber,
      Promise.State before,
      Promise.State after,
      Money amount,
      Money paid,
      LocalDate dueOn) {}

  /**
   * Adds an open promise.
   *
   * @return false if its loan has an open one already; nothing is added then
   */
  public boolean insert(Promise promise, UUID contactId, Person by) {
    return jdbc.sql(INSERT)
            .param("id", promise.id())
            .param("contactId", contactId)
            .param("loanId", promise.loanId())
            .param("amount", promise.amount().minor())
            .param("currency", promise.amount().currency().code())
            .param("madeOn", promise.madeOn())
            .param("dueOn", promise.dueOn())
            .param("by", by.id())
            .param("byName", by.name())
            .update()
        == 1;
  }

  /** Returns whether a loan has an open promise, or one that the next close opens again. */
  public boolean isOpen(UUID loanId, LocalDate today) {
    return jdbc.sql(IS_OPEN)
            .param("loanId", loanId)
            .param("today", today)
            .query(Long.class)
            .single()
        > 0;
  }

  /**
   * Returns from which day on payments count for a promise that is made on a day for another: what
   * kept one before does not keep the next.
   */
  public LocalDate countsFrom(UUID loanId, LocalDate on, LocalDate dueOn) {
    return jdbc.sql(COUNTS_FROM)
        .param("loanId", loanId)
        .param("on", on)
        .param("dueOn", dueOn)
        .query(LocalDate.class)
        .single();
  }

  /** Returns a promise on a loan within a reach, and keeps it from changing meanwhile. */
  public Optional<Found> lock(Reach reach, UUID id) {
    return jdbc.sql(LOCK.formatted(reach.predicate("l", "borrower_id")))
        .params(reach.params())
        .param("id", id)
        .query((row, _) -> new Found(map(row, "id"), row.getString("number")))
        .optional();
  }

  /** Cancels one that is locked. */
  public void cancel(UUID id, LocalDate on, String reason) {
    jdbc.sql(CANCEL).param("id", id).param("on", on).param("reason", reason).update();
  }

  /** Lets the next close look again at the promises on a loan. */
  public void lookAgain(Set<UUID> loanIds) {
    jdbc.sql(LOOK_AGAIN).param("loanIds", loanIds.toArray(UUID[]::new)).update();
  }

  /** Decides with the close of a day by what was paid; returns those that are another now. */
  public List<Decided> decide(LocalDate day) {
    return jdbc.sql(DECIDE).param("day", day).query((row, _) -> decided(row)).list();
  }

  /**
   * Returns how many promises that somebody took, on loans within a reach, were kept and broken
   * since a day.
   */
  public Map<Promise.State, Long> decidedOf(Reach reach, UUID by, LocalDate from) {
    Map<Promise.State, Long> counts = new HashMap<>();
    jdbc.sql(DECIDED.formatted(reach.predicate("l", "borrower_id")))
        .params(reach.params())
        .param("by", by)
        .param("from", from)
        .query((ResultSet row) -> {
          counts.put(Promise.State.valueOf(row.getString("state")), row.getLong("promises"));
        });
    return counts;
  }

  static Promise map(ResultSet row, String id) throws SQLException {
    Currency currency = Currency.of(row.getString("currency"));
    return new Promise(
        row.getObject(id, UUID.class),
        row.getObject("loan_id", UUID.class),
        new Money(row.getLong("amount_minor"), currency),
        row.getObject("made_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        Promise.State.valueOf(row.getString("state")),
        row.getObject("decided_on", LocalDate.class),
        new Money(row.getLong("paid_minor"), currency),
        row.getString("reason"),
        row.getString("made_by_name"));
  }

  private static Decided decided(ResultSet row) throws SQLException {
    Currency currency = Currency.of(row.getString("currency"));
    return new Decided(
        row.getObject("loan_id", UUID.class),
        row.getString("number"),
        Promise.State.valueOf(row.getString("before")),
        Promise.State.valueOf(row.getString("after")),
        new Money(row.getLong("amount_minor"), currency),
        new Money(row.getLong("paid_minor"), currency),
        row.getObject("due_on", LocalDate.class));
  }
}
