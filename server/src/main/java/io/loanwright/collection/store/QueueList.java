package io.loanwright.collection.store;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.collection.Debt;
import io.loanwright.collection.Queued;
import io.loanwright.collection.Queued.Section;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import java.sql.ResultSet;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What somebody has to do today; the loans of one person are few enough to be sorted. */
@Repository
public class QueueList {

  /**
   * Loans of which there may be something to do, each set by an index of its own: those handed to
   * the person, and of those of the officer what is past due, promised or planned. The rest of his
   * loans are not looked at.
   */
  private static final String CANDIDATES =
      """
      SELECT h.loan_id AS id
                                FROM collection.follow_up h
                               WHERE h.assigned_to = :assigneeId
                               UNION
                              SELECT d.id
                                FROM loan.loan_card d
                               WHERE d.officer_id = :assigneeId
                                 AND d.status = 'ACTIVE'
                                 AND coalesce(d.oldest_unpaid_due_on, DATE '9999-12-31') < :on
                               UNION
                              SELECT p.id
                                FROM loan.loan_card p
                               WHERE p.officer_id = :assigneeId
                                 AND EXISTS (SELECT 1
                                               FROM collection.promise q
                                              WHERE q.loan_id = p.id
                                                AND q.state IN ('OPEN', 'BROKEN'))
                               UNION
                              SELECT a.id
                                FROM loan.loan_card a
                                JOIN collection.follow_up h ON h.loan_id = a.id
                               WHERE a.officer_id = :assigneeId
                                 AND h.action_on <= :on\
      """;

  private static final String WORK =
      """
      SELECT o.*,
                     CASE o.section WHEN 1 THEN o.promise_on
                                    WHEN 2 THEN o.promise_on
                                    WHEN 3 THEN o.action_on
                                    ELSE o.oldest_unpaid_due_on END AS since
                FROM (SELECT l.id, l.oldest_unpaid_due_on, w.due_on AS promise_on, f.action_on,
                             CASE WHEN w.state = 'BROKEN' AND l.outstanding_minor > 0
                                       AND coalesce(f.contacted_on <= w.decided_on, true) THEN 1
                                  WHEN w.state = 'OPEN' AND w.due_on <= :on THEN 2
                                  WHEN f.action_on <= :on THEN 3
                                  WHEN w.state = 'OPEN' OR f.action_on IS NOT NULL
                                       OR l.status <> 'ACTIVE'
                                       OR l.oldest_unpaid_due_on < :on IS NOT TRUE
                                       OR f.contacted_on
                                          > greatest(l.oldest_unpaid_due_on, :on - 7) THEN NULL
                                  WHEN l.oldest_unpaid_due_on >= :on - 7 THEN 4
                                  ELSE 5 END AS section
                        FROM (%s) c
                        JOIN loan.loan_card l ON l.id = c.id
                        LEFT JOIN collection.follow_up f ON f.loan_id = l.id
                        LEFT JOIN LATERAL (
                             SELECT q.state, q.due_on, q.decided_on
                               FROM collection.promise q
                              WHERE q.loan_id = l.id
                              ORDER BY q.id DESC
                              LIMIT 1) w ON true
                       WHERE l.status IN ('ACTIVE', 'WRITTEN_OFF')
                         AND coalesce(f.assigned_to, l.officer_id) = :assigneeId
                         AND %s) o
               WHERE o.section IS NOT NULL\
      """;

  private static final String CHOSEN =
      """
      SELECT %s, k.section, k.since
                FROM (%s) k
                JOIN loan.loan_card l ON l.id = k.id
               WHERE (:section::integer IS NULL OR k.section = :section)
                 AND (:afterSection::bigint IS NULL
                      OR (k.section, k.since, l.id) > (:afterSection, :afterSince, :afterId))
               ORDER BY k.section, k.since, l.id
               LIMIT :limit\
      """;

  private static final String COUNTS =
      """
      SELECT k.section, count(*) AS loans
        FROM (%s) k
       GROUP BY k.section
      """;

  private static final String ONE =
      """
      SELECT %s
                FROM loan.loan_card l
               WHERE l.id = :id
                 AND %s\
      """;

  private final JdbcClient jdbc;

  QueueList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Which part of whose queue is asked for.
   *
   * @param section only this one; null for all
   * @param after the last row of the page before: section, date and loan; null for the first
   */
  public record Asked(
      LocalDate on,
      UUID assigneeId,
      @Nullable Section section,
      @Nullable Cursor after,
      int limit) {}

  /** Returns a page of somebody's queue, as far as the caller reaches. */
  public Page<Queued> page(Caller caller, Asked asked) {
    Reach reach = caller.reach(Permission.COLLECTION_QUEUE);
    Cursor after = asked.after();
    Section section = asked.section();
    DebtRow.Statement statement =
        DebtRow.of(
            caller, CHOSEN.formatted(DebtRow.CHOSEN, work(reach)), "l.section, l.since, l.id");
    List<Queued> rows =
        jdbc.sql(statement.sql())
            .params(statement.params())
            .params(reach.params())
            .param("on", asked.on())
            .param("assigneeId", asked.assigneeId())
            .param("section", section == null ? null : section.place(), Types.INTEGER)
            .param("afterSection", after == null ? null : after.number(0), Types.BIGINT)
            .param("afterSince", after == null ? null : after.date(1), Types.DATE)
            .param("afterId", after == null ? null : after.id(2))
            .param("limit", asked.limit() + 1)
            .query((row, _) ->
                new Queued(
                    section(row.getInt("section")),
                    row.getObject("since", LocalDate.class),
                    DebtRow.map(row)))
            .list();
    return Page.of(
        rows,
        asked.limit(),
        row -> Cursor.of(row.section().place(), row.since(), row.debt().loan().id()));
  }

  /** Returns how many loans are in each section of somebody's queue. */
  public Map<Section, Long> counts(Caller caller, LocalDate on, UUID assigneeId) {
    Reach reach = caller.reach(Permission.COLLECTION_QUEUE);
    Map<Section, Long> counts = new EnumMap<>(Section.class);
    jdbc.sql(COUNTS.formatted(work(reach)))
        .params(reach.params())
        .param("on", on)
        .param("assigneeId", assigneeId)
        .query((ResultSet row) -> {
          counts.put(section(row.getInt("section")), row.getLong("loans"));
        });
    return counts;
  }

  /** Returns one loan, as whoever works on arrears sees it. */
  public Optional<Debt> one(Caller caller, UUID loanId, LocalDate on) {
    Reach reach = caller.reach(Permission.COLLECTION_QUEUE);
    String chosen = ONE.formatted(DebtRow.CHOSEN, reach.predicate("l", "borrower_id"));
    DebtRow.Statement statement = DebtRow.of(caller, chosen, "l.id");
    return jdbc.sql(statement.sql())
        .params(statement.params())
        .params(reach.params())
        .param("on", on)
        .param("id", loanId)
        .query((row, _) -> DebtRow.map(row))
        .optional();
  }

  private static String work(Reach reach) {
    return WORK.formatted(CANDIDATES, reach.predicate("l", "borrower_id"));
  }

  private static Section section(int place) {
    return Arrays.stream(Section.values())
        .filter(section -> section.place() == place)
        .findFirst()
        .orElseThrow();
  }
}
