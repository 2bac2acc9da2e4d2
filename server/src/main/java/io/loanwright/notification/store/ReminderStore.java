package io.loanwright.notification.store;

import io.loanwright.access.Reach;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.notification.Reminder;
import io.loanwright.notification.ReminderRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages. */
@Repository
public class ReminderStore {

  /** Borrowers are read only where messages are mailed, and each by itself. */
  private static final String INSERT =
      """
      INSERT INTO notification.message
             (kind, days, loan_id, loan_number, borrower_id, branch_id, officer_id, due_on,
              amount_minor, penalties_minor, currency, subject, body, made_on, state)
      SELECT r.kind, r.days, d.loan_id, d.loan_number, d.borrower_id, d.branch_id, d.officer_id,
             d.due_on, d.amount_minor, d.penalties_minor, d.currency, r.subject, r.body, :today,
             CASE WHEN s.mailed AND (SELECT b.email
                                       FROM borrower.borrower_card b
                                      WHERE b.id = d.borrower_id) IS NOT NULL
                  THEN 'WAITING' ELSE 'SHOWN' END
        FROM notification.setting s
       CROSS JOIN notification.rule r
      """;

  /** What falls due on one day is a range of an index. */
  private static final String ADD_DUE_SOON =
      INSERT
          + """
            JOIN LATERAL (SELECT u.loan_id, u.loan_number, u.borrower_id, u.branch_id, u.officer_id,
                                 u.due_on, u.currency, sum(u.unpaid_minor) AS amount_minor,
                                 sum(u.penalties_minor) AS penalties_minor
                            FROM loan.unpaid_installment u
                           WHERE u.due_on = CAST(:today AS date) + r.days
                           GROUP BY u.loan_id, u.loan_number, u.borrower_id, u.branch_id,
                                    u.officer_id, u.due_on, u.currency) d ON true
           WHERE s.enabled
             AND r.kind = 'DUE_SOON'
              ON CONFLICT DO NOTHING
          """;

  /**
   * So are loans that are unpaid since one day, and what is past due since then; the message names
   * all of it.
   */
  private static final String ADD_OVERDUE =
      INSERT
          + """
            JOIN LATERAL (SELECT l.id AS loan_id, l.number AS loan_number, l.borrower_id,
                                 l.branch_id, l.officer_id, l.oldest_unpaid_due_on AS due_on,
                                 l.currency, sum(u.unpaid_minor) AS amount_minor,
                                 sum(u.penalties_minor) AS penalties_minor
                            FROM loan.loan_card l
                            JOIN loan.unpaid_installment u ON u.loan_id = l.id
                           WHERE l.status = 'ACTIVE'
                             AND coalesce(l.oldest_unpaid_due_on, DATE '9999-12-31')
                                 = CAST(:today AS date) - r.days
                             AND u.due_on >= CAST(:today AS date) - r.days
                             AND u.due_on < CAST(:today AS date)
                           GROUP BY l.id, l.number, l.borrower_id, l.branch_id, l.officer_id,
                                    l.oldest_unpaid_due_on, l.currency) d ON true
           WHERE s.enabled
             AND r.kind = 'OVERDUE'
              ON CONFLICT DO NOTHING
          """;

  /** Of messages that nobody was mailed; whoever has paid meanwhile is told what he was before. */
  private static final String ADD_PENALTIES =
      """
      UPDATE notification.message m
         SET amount_minor = d.amount_minor, penalties_minor = d.penalties_minor
        FROM (SELECT w.id, sum(u.unpaid_minor) AS amount_minor,
                     sum(u.penalties_minor) AS penalties_minor
                FROM notification.message w
                JOIN loan.loan_card l ON l.id = w.loan_id
                JOIN loan.unpaid_installment u ON u.loan_id = w.loan_id
               WHERE w.made_on = :today
                 AND l.penalties_outstanding_minor > 0
                 AND w.kind = 'OVERDUE'
                 AND w.state IN ('SHOWN', 'WAITING')
                 AND u.due_on >= w.due_on
                 AND u.due_on < w.made_on
               GROUP BY w.id) d
       WHERE m.id = d.id
         AND d.penalties_minor <> m.penalties_minor
      """;

  /** What happened to a loan a moment ago. */
  private static final String ADD_TOLD =
      INSERT
          + """
            JOIN LATERAL (SELECT l.id AS loan_id, l.number AS loan_number, l.borrower_id,
                                 l.branch_id, l.officer_id, l.currency,
                                 CASE r.kind WHEN 'SETTLED' THEN l.penalties_paid_minor ELSE 0
                                 END AS penalties_minor,
                                 CASE r.kind WHEN 'PAID_OUT' THEN l.disbursed_on
                                             ELSE l.closed_on
                                 END AS due_on,
                                 CASE r.kind WHEN 'PAID_OUT' THEN l.disbursed_minor
                                             ELSE l.principal_paid_minor + l.interest_paid_minor
                                                  + l.fees_paid_minor + l.penalties_paid_minor
                                                  + coalesce((SELECT sum(v.recovered_minor)
                                                                FROM loan.recovery v
                                                               WHERE v.loan_id = l.id), 0)
                                 END AS amount_minor
                            FROM loan.loan_card l
                           WHERE l.id = ANY (:loans)) d ON d.amount_minor > 0
                                                       AND d.due_on IS NOT NULL
           WHERE s.enabled
             AND r.kind = :kind
              ON CONFLICT DO NOTHING
          """;

  private static final String COLUMNS =
      """
      SELECT m.id, m.kind, m.days, m.loan_id, m.loan_number, m.borrower_id, b.name, m.due_on,
             m.amount_minor, m.penalties_minor, m.currency, m.made_on, m.subject, m.body, m.state, b.email
        FROM notification.message m
        JOIN borrower.borrower_card b ON b.id = m.borrower_id
      """;

  private static final String PAGE =
      COLUMNS
          + """
           WHERE %s
             AND (CAST(:state AS text) IS NULL OR m.state = :state)
             AND (CAST(:olderThan AS bigint) IS NULL OR m.id < :olderThan)
           ORDER BY m.id DESC
           LIMIT :limit
          """;

  /** What another instance holds is left to it. */
  private static final String WAITING =
      COLUMNS
          + """
           WHERE m.state = 'WAITING'
           ORDER BY m.id
           LIMIT :limit
             FOR UPDATE OF m SKIP LOCKED
          """;

  private static final String MARK =
      "UPDATE notification.message SET state = :state WHERE id = ANY (:ids)";

  private static final String DROP_UNTRUE =
      """
      UPDATE notification.message m
         SET state = 'STALE'
        FROM loan.loan_card l
       WHERE m.loan_id = ANY (:loans)
         AND m.kind = 'SETTLED'
         AND m.state = 'WAITING'
         AND l.id = m.loan_id
         AND l.status <> 'CLOSED'
      """;

  private static final String HAND_OVER =
      """
      UPDATE notification.message
         SET branch_id = :branchId, officer_id = :officerId
       WHERE loan_id = ANY (:loanIds)
      """;

  private final JdbcClient jdbc;

  ReminderStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A message that waits to be mailed; the address is null where the borrower has none any more.
   */
  public record Waiting(Reminder reminder, @Nullable String email) {}

  /** Adds the messages of a business date that are not there yet; returns how many. */
  public int add(LocalDate today) {
    return jdbc.sql(ADD_DUE_SOON).param("today", today).update()
        + jdbc.sql(ADD_OVERDUE).param("today", today).update();
  }

  /**
   * Puts the penalties that loans owe by now into the overdue messages of a business date, which
   * takes as long as there are such messages.
   */
  public void addPenalties(LocalDate today) {
    jdbc.sql("SET LOCAL statement_timeout = 0").update();
    jdbc.sql(ADD_PENALTIES).param("today", today).update();
  }

  /** Adds what a rule says of loans to which something has happened, if there is such a rule. */
  public void tell(ReminderRule.Kind kind, Set<UUID> loans, LocalDate today) {
    jdbc.sql(ADD_TOLD)
        .param("kind", kind.name())
        .param("loans", loans.toArray(UUID[]::new))
        .param("today", today)
        .update();
  }

  /** Mails no more what was told of loans that are not paid off any more. */
  public void dropUntrue(Set<UUID> loans) {
    jdbc.sql(DROP_UNTRUE).param("loans", loans.toArray(UUID[]::new)).update();
  }

  /** Returns messages within a reach, newest first. */
  public List<Reminder> page(
      Reach reach, Reminder.@Nullable State state, @Nullable Long olderThan, int limit) {
    return jdbc.sql(PAGE.formatted(reach.predicate("m", "borrower_id")))
        .params(reach.params())
        .param("state", state == null ? null : state.name(), Types.VARCHAR)
        .param("olderThan", olderThan, Types.BIGINT)
        .param("limit", limit)
        .query((row, _) -> reminder(row))
        .list();
  }

  /** Returns how many messages wait to be mailed. */
  public long countWaiting() {
    return jdbc.sql("SELECT count(*) FROM notification.message WHERE state = 'WAITING'")
        .query(Long.class)
        .single();
  }

  /** Locks messages that wait to be mailed, oldest first. */
  public List<Waiting> lockWaiting(int limit) {
    return jdbc.sql(WAITING)
        .param("limit", limit)
        .query((row, _) -> new Waiting(reminder(row), row.getString("email")))
        .list();
  }

  /** Sets what has become of messages. */
  public void mark(List<Waiting> some, Reminder.State state) {
    jdbc.sql(MARK)
        .param("state", state.name())
        .param("ids", some.stream().mapToLong(each -> each.reminder().id()).toArray())
        .update();
  }

  /** Hands the messages of loans to the branch and the officer that the loans have now. */
  public void handOver(List<UUID> loanIds, UUID branchId, @Nullable UUID officerId) {
    jdbc.sql(HAND_OVER)
        .param("loanIds", loanIds.toArray(UUID[]::new))
        .param("branchId", branchId)
        .param("officerId", officerId, Types.OTHER)
        .update();
  }

  private static Reminder reminder(ResultSet row) throws SQLException {
    Currency currency = Currency.of(row.getString("currency"));
    return new Reminder(
        row.getLong("id"),
        ReminderRule.Kind.valueOf(row.getString("kind")),
        row.getInt("days"),
        new Reminder.About(
            row.getObject("loan_id", UUID.class),
            row.getString("loan_number"),
            row.getObject("borrower_id", UUID.class),
            row.getString("name"),
            row.getObject("due_on", LocalDate.class),
            new Money(row.getLong("amount_minor"), currency),
            new Money(row.getLong("penalties_minor"), currency)),
        row.getObject("made_on", LocalDate.class),
        new Reminder.Text(row.getString("subject"), row.getString("body")),
        Reminder.State.valueOf(row.getString("state")));
  }
}
