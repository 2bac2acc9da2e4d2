package io.loanwright.loan.store;

import io.loanwright.loan.DueLoans.Waiting;
import io.loanwright.loan.Loan;
import io.loanwright.loan.RecordedEvent;
import io.loanwright.loan.ScheduleRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The loans that change by themselves, many at a time: five statements, however many loans.
 *
 * <p>The index {@code loan_next_change_idx} is the list of what waits; a loan that is worked out
 * leaves it.
 */
@Repository
public class DueWorkStore {

  private static final String WAITING =
      """
      SELECT count(*)
        FROM loan.loan
       WHERE next_change_on <= :day
      """;

  /** What was worked out leaves the index late; to go on after it is not to read it again. */
  private static final String AFTER =
      """
       WHERE l.next_change_on <= :day
         AND (l.next_change_on, l.id) > (:since, :after)
       ORDER BY l.next_change_on, l.id
       LIMIT :most
      """;

  private static final String NEXT =
      """
      SELECT l.next_change_on, l.id, l.number
        FROM loan.loan l
      """
          + AFTER;

  /** What another instance or a payment holds is left to them. */
  private static final String CLAIM =
      """
      SELECT %s
        FROM loan.loan l
      %s
         FOR NO KEY UPDATE OF l SKIP LOCKED
      """
          .formatted(LoanRow.COLUMNS, AFTER);

  /** Waits for whoever holds it; one loan only, so that no two can wait for each other. */
  private static final String CLAIM_ONE =
      """
      SELECT %s
        FROM loan.loan l
       WHERE l.id = :id
         AND l.next_change_on <= :day
         FOR NO KEY UPDATE OF l
      """
          .formatted(LoanRow.COLUMNS);

  private static final Waiting BEFORE_ALL = new Waiting(LocalDate.of(1, 1, 1), new UUID(0, 0), "");

  private static final String EVENTS =
      """
      SELECT loan_id, id, sequence, kind, value_date, recorded_at, recorded_by, recorded_by_name,
             amount_minor, payload, reverses
        FROM loan.event
       WHERE loan_id = ANY (:ids)
       ORDER BY loan_id, sequence
      """;

  private static final String INSTALLMENTS =
      """
      SELECT loan_id, number, due_on, principal_minor, interest_minor, fees_minor,
             penalties_minor, paid_principal_minor, paid_interest_minor, paid_fees_minor,
             paid_penalties_minor, completed_on, accrues_from
        FROM loan.installment
       WHERE loan_id = ANY (:ids)
       ORDER BY loan_id, number
      """;

  /** As {@code LoanStore} saves one; who is lent to, and in which state, time does not change. */
  private static final String SAVE =
      """
      WITH before AS (
        SELECT $COLUMNS
          FROM loan.loan
         WHERE id = ANY (:ids)),
      after AS (
        UPDATE loan.loan l
           SET principal_outstanding_minor = n.owed_principal,
               interest_outstanding_minor = n.owed_interest,
               fees_outstanding_minor = n.owed_fees,
               penalties_outstanding_minor = n.owed_penalties,
               principal_paid_minor = n.paid_principal,
               interest_paid_minor = n.paid_interest,
               fees_paid_minor = n.paid_fees,
               penalties_paid_minor = n.paid_penalties,
               oldest_unpaid_due_on = n.unpaid_on,
               oldest_unpaid_minor = n.unpaid,
               last_due_on = n.last_due_on,
               worked_out_on = :day,
               next_change_on = n.next_change_on,
               version = l.version + 1
          FROM unnest(:ids::uuid[], :owedPrincipal::bigint[], :owedInterest::bigint[],
                      :owedFees::bigint[], :owedPenalties::bigint[], :paidPrincipal::bigint[],
                      :paidInterest::bigint[], :paidFees::bigint[], :paidPenalties::bigint[],
                      :unpaidOn::date[], :unpaid::bigint[], :lastDueOn::date[],
                      :nextChangeOn::date[])
                 AS n (id, owed_principal, owed_interest, owed_fees, owed_penalties,
                       paid_principal, paid_interest, paid_fees, paid_penalties, unpaid_on, unpaid,
                       last_due_on, next_change_on)
         WHERE l.id = n.id
        RETURNING l.$COLUMNS)\
      """
              .replace("$COLUMNS", FigureChanges.COLUMNS)
          + FigureChanges.FOLLOW
          + FigureChanges.WHERE_IT_MOVED;

  private final JdbcClient jdbc;
  private final ProjectionStore projections;

  DueWorkStore(JdbcClient jdbc, ProjectionStore projections) {
    this.jdbc = jdbc;
    this.projections = projections;
  }

  /**
   * A loan as it is on a day.
   *
   * @param loan with the progress of that day
   * @param kept the installments as they are stored
   */
  public record WorkedOut(Loan loan, List<ScheduleRow> kept, List<ScheduleRow> installments) {}

  /** Returns how many loans change by themselves until a day and were not worked out since. */
  public long waiting(LocalDate day) {
    return jdbc.sql(WAITING).param("day", day).query(Long.class).single();
  }

  /** Returns some of them, after one of them. */
  public List<Waiting> next(LocalDate day, @Nullable Waiting after, int most) {
    return jdbc.sql(NEXT)
        .params(place(day, after, most))
        .query((row, _) ->
            new Waiting(
                row.getObject("next_change_on", LocalDate.class),
                row.getObject("id", UUID.class),
                row.getString("number")))
        .list();
  }

  /** Locks some of them that nobody holds, after one of them. */
  public List<Loan> claim(LocalDate day, @Nullable Waiting after, int most) {
    return jdbc.sql(CLAIM).params(place(day, after, most)).query(LoanRow::map).list();
  }

  /** Locks one of them, if it is one still, once nobody else holds it. */
  public List<Loan> claimOne(LocalDate day, UUID id) {
    return jdbc.sql(CLAIM_ONE).param("day", day).param("id", id).query(LoanRow::map).list();
  }

  private static Map<String, Object> place(LocalDate day, @Nullable Waiting after, int most) {
    Waiting seen = after == null ? BEFORE_ALL : after;
    return Map.of("day", day, "since", seen.since(), "after", seen.id(), "most", most);
  }

  /** Returns the events of some loans, each loan's in the order in which they became known. */
  public Map<UUID, List<RecordedEvent>> events(List<Loan> loans) {
    Map<UUID, Loan> byId = byId(loans);
    return jdbc
        .sql(EVENTS)
        .param("ids", byId.keySet().toArray(UUID[]::new))
        .query((row, _) -> event(row, byId))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Map.Entry<UUID, RecordedEvent> event(ResultSet row, Map<UUID, Loan> byId)
      throws SQLException {
    Loan loan = loan(row, byId);
    return Map.entry(loan.id(), EventStore.event(row, loan.currency()));
  }

  /** Returns the installments of some loans as they are stored, in order. */
  public Map<UUID, List<ScheduleRow>> installments(List<Loan> loans) {
    Map<UUID, Loan> byId = byId(loans);
    Map<UUID, List<ScheduleRow>> rows = new HashMap<>();
    jdbc.sql(INSTALLMENTS)
        .param("ids", byId.keySet().toArray(UUID[]::new))
        .query(row -> {
          Loan loan = loan(row, byId);
          rows.computeIfAbsent(loan.id(), _ -> new ArrayList<>())
              .add(ProjectionStore.installment(row, loan.currency()));
        });
    return rows;
  }

  private static Map<UUID, Loan> byId(List<Loan> loans) {
    return loans.stream().collect(Collectors.toMap(Loan::id, Function.identity()));
  }

  private static Loan loan(ResultSet row, Map<UUID, Loan> byId) throws SQLException {
    UUID loanId = row.getObject("loan_id", UUID.class);
    Loan loan = byId.get(loanId);
    if (loan == null) {
      throw new IllegalStateException("Nobody asked for loan " + loanId);
    }
    return loan;
  }

  /** Stores what loans that this transaction has locked are on a day. */
  public void save(LocalDate day, List<WorkedOut> some) {
    UUID[] ids = some.stream().map(worked -> worked.loan().id()).toArray(UUID[]::new);
    LoanColumns.progress(jdbc.sql(SAVE), some.stream().map(WorkedOut::loan).toList())
        .param("day", day)
        .param("ids", ids)
        .update();
    projections.keepInstallments(
        some.stream()
            .flatMap(each ->
                ProjectionStore.changed(each.loan().id(), each.kept(), each.installments())
                    .stream())
            .toList());
  }
}
