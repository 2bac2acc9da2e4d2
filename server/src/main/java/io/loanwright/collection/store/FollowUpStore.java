package io.loanwright.collection.store;

import io.loanwright.access.Reach;
import io.loanwright.collection.NextAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code collection.follow_up}. */
@Repository
public class FollowUpStore {

  /** What was planned is done once it was due, unless something else is planned now. */
  private static final String CONTACTED =
      """
      INSERT INTO collection.follow_up AS f
             (loan_id, action, action_on, action_note, contacted_on)
      VALUES (:loanId, :action, :actionOn, :actionNote, :on)
          ON CONFLICT (loan_id) DO UPDATE
         SET contacted_on = greatest(f.contacted_on, excluded.contacted_on),
             action = CASE WHEN :keeps AND f.action_on > :today THEN f.action
                           ELSE excluded.action END,
             action_on = CASE WHEN :keeps AND f.action_on > :today THEN f.action_on
                              ELSE excluded.action_on END,
             action_note = CASE WHEN :keeps AND f.action_on > :today THEN f.action_note
                                ELSE excluded.action_note END
      """;

  private static final String PLAN =
      """
      INSERT INTO collection.follow_up (loan_id, action, action_on, action_note)
      VALUES (:loanId, :action, :actionOn, :actionNote)
          ON CONFLICT (loan_id) DO UPDATE
         SET action = excluded.action, action_on = excluded.action_on,
             action_note = excluded.action_note
      """;

  private static final String PLANNED =
      """
      SELECT action, action_on, action_note
        FROM collection.follow_up
       WHERE loan_id = :loanId
         AND action IS NOT NULL
      """;

  private static final String LOANS =
      """
      SELECT l.id, l.number, l.branch_id, l.officer_id, l.borrower_id, f.assigned_to
        FROM loan.loan_card l
        LEFT JOIN collection.follow_up f ON f.loan_id = l.id
       WHERE l.id = ANY (:ids)
         AND %s
       ORDER BY l.id
      """;

  private static final String ASSIGN =
      """
      INSERT INTO collection.follow_up (loan_id, assigned_to)
      SELECT l.id, nullif(:userId::uuid, l.officer_id)
        FROM loan.loan_card l
       WHERE l.id = ANY (:ids)
       ORDER BY l.id
          ON CONFLICT (loan_id) DO UPDATE
         SET assigned_to = excluded.assigned_to
      """;

  private static final String GIVE_BACK =
      """
      UPDATE collection.follow_up
         SET assigned_to = NULL
       WHERE loan_id = ANY (:ids)
         AND assigned_to IS NOT NULL
      """;

  /** From one to the next by the index, without reading all that they have. */
  private static final String ASSIGNEES =
      """
      WITH RECURSIVE one (id) AS (
        (SELECT f.assigned_to
           FROM collection.follow_up f
          WHERE f.assigned_to IS NOT NULL
          ORDER BY f.assigned_to
          LIMIT 1)
         UNION ALL
        SELECT (SELECT f.assigned_to
                  FROM collection.follow_up f
                 WHERE f.assigned_to > one.id
                 ORDER BY f.assigned_to
                 LIMIT 1)
          FROM one
         WHERE one.id IS NOT NULL)
      SELECT id
        FROM one
       WHERE id IS NOT NULL
      """;

  private static final String GIVE_BACK_OUT_OF_REACH =
      """
      UPDATE collection.follow_up f
         SET assigned_to = NULL
        FROM loan.loan_card l
       WHERE l.id = f.loan_id
         AND f.assigned_to = :userId
         AND (%s) IS NOT TRUE
      RETURNING l.id, l.number, l.branch_id, l.officer_id, l.borrower_id,
                :userId::uuid AS assigned_to
      """;

  private final JdbcClient jdbc;

  FollowUpStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A loan whose work is to be handed over; {@code assignedTo} is null where it is its officer's.
   */
  public record ToAssign(
      UUID id,
      String number,
      UUID branchId,
      @Nullable UUID officerId,
      UUID borrowerId,
      @Nullable UUID assignedTo) {}

  /**
   * Keeps that there was a contact, and what is next.
   *
   * @param next what is planned; null leaves what was planned for a later day
   */
  public void contacted(UUID loanId, LocalDate on, LocalDate today, @Nullable NextAction next) {
    withAction(CONTACTED, loanId, next)
        .param("on", on)
        .param("today", today)
        .param("keeps", next == null)
        .update();
  }

  /** Keeps what is next; null for nothing. */
  public void plan(UUID loanId, @Nullable NextAction next) {
    withAction(PLAN, loanId, next).update();
  }

  /** Returns what is next for a loan. */
  public Optional<NextAction> planned(UUID loanId) {
    return jdbc.sql(PLANNED)
        .param("loanId", loanId)
        .query((row, _) ->
            new NextAction(
                NextAction.Kind.valueOf(row.getString("action")),
                row.getObject("action_on", LocalDate.class),
                row.getString("action_note")))
        .optional();
  }

  private JdbcClient.StatementSpec withAction(String sql, UUID loanId, @Nullable NextAction next) {
    return jdbc.sql(sql)
        .param("loanId", loanId)
        .param("action", next == null ? null : next.kind().name(), Types.VARCHAR)
        .param("actionOn", next == null ? null : next.on(), Types.DATE)
        .param("actionNote", next == null ? null : next.note(), Types.VARCHAR);
  }

  /** Returns those of some loans that are within a reach. */
  public List<ToAssign> loans(Reach reach, Collection<UUID> ids) {
    return jdbc.sql(LOANS.formatted(reach.predicate("l", "borrower_id")))
        .params(reach.params())
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> toAssign(row))
        .list();
  }

  /** Returns everybody to whom work was handed. */
  public List<UUID> assignees() {
    return jdbc.sql(ASSIGNEES).query((row, _) -> row.getObject("id", UUID.class)).list();
  }

  /** Gives the work that somebody has outside a reach back to the officers; returns what it was. */
  public List<ToAssign> giveBackOutOf(Reach reach, UUID userId) {
    return jdbc.sql(GIVE_BACK_OUT_OF_REACH.formatted(reach.predicate("l", "borrower_id")))
        .params(reach.params())
        .param("userId", userId)
        .query((row, _) -> toAssign(row))
        .list();
  }

  /**
   * Hands the work on some loans over.
   *
   * @param userId to whom; null back to their officers
   */
  public void assign(Collection<UUID> ids, @Nullable UUID userId) {
    jdbc.sql(ASSIGN).param("ids", ids.toArray(UUID[]::new)).param("userId", userId).update();
  }

  /** Gives the work on some loans back to their officers. */
  public void giveBack(Collection<UUID> ids) {
    jdbc.sql(GIVE_BACK).param("ids", ids.toArray(UUID[]::new)).update();
  }

  private static ToAssign toAssign(ResultSet row) throws SQLException {
    return new ToAssign(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getObject("branch_id", UUID.class),
        row.getObject("officer_id", UUID.class),
        row.getObject("borrower_id", UUID.class),
        row.getObject("assigned_to", UUID.class));
  }
}
