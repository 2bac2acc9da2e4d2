package io.loanwright.loan.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.loan.Loan;
import io.loanwright.loan.RecordedEvent;
import io.loanwright.together.Columns;
import io.loanwright.together.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Interest that accrues, of all loans at once, and the table {@code loan.accrual_unseen} of what
 * happened to them since the last close.
 */
@Repository
public class AccrualStore {

  private static final String NOTE =
      """
      INSERT INTO loan.accrual_unseen
             (loan_id, branch_id, sequence, receivable_minor, opened_minor)
      SELECT n.*
        FROM unnest(:loanIds::uuid[], :branchIds::uuid[], :sequences::integer[],
                    :receivables::bigint[], :opened::bigint[]) AS n
      """;

  /**
   * In one statement, so of one moment: what has not been seen is taken off, and what is owed is
   * what that has made of it.
   *
   * <p>Interest of an installment in progress arises unevenly if more money went out or other terms
   * were agreed since it began, or days without interest reach into it. What has arisen of it only
   * the events tell: such a loan comes by itself. Served by {@code event_top_up_idx} and {@code
   * event_change_idx}, each by a question of its own.
   */
  private static final String TAKE =
      """
      WITH unseen AS (
        DELETE FROM loan.accrual_unseen
        RETURNING loan_id, branch_id, receivable_minor, opened_minor),
      accruing AS (
        SELECT l.branch_id, l.product_id, l.product_version, l.currency,
               l.oldest_unpaid_due_on AS unpaid_since,
               greatest(0, loan.accrued(i.interest_minor, i.accrues_from, i.due_on, :day)
                             - i.paid_interest_minor) AS unpaid_minor,
               CASE WHEN i.due_on > :day
                     AND ((SELECT count(*)
                             FROM loan.event e
                            WHERE e.loan_id = i.loan_id
                              AND e.kind = 'TOP_UP'
                              AND e.value_date > i.accrues_from) > 0
                          OR (SELECT count(*)
                                FROM loan.event e
                               WHERE e.loan_id = i.loan_id
                                 AND e.kind = 'CHANGE'
                                 AND (e.value_date > i.accrues_from
                                      OR (e.payload ->> 'to')::date > i.accrues_from)) > 0)
                    THEN i.loan_id END AS uneven,
               l.event_count
          FROM loan.installment i
          JOIN loan.loan l ON l.id = i.loan_id
         WHERE i.accrues_from < :day
           AND i.interest_minor > i.paid_interest_minor
           AND l.status = 'ACTIVE'),
      each AS (
        SELECT branch_id, product_id, product_version, currency, unpaid_since,
               unpaid_minor, 0 AS booked_minor, 0 AS opened_minor, uneven,
               CASE WHEN uneven IS NOT NULL THEN event_count END AS events
          FROM accruing
         UNION ALL
        SELECT u.branch_id, l.product_id, l.product_version, l.currency,
               CASE l.status WHEN 'ACTIVE' THEN l.oldest_unpaid_due_on END, 0,
               u.receivable_minor, u.opened_minor, CAST(NULL AS uuid), CAST(NULL AS integer)
          FROM unseen u
          JOIN loan.loan l ON l.id = u.loan_id)
      SELECT branch_id, product_id, product_version, currency, unpaid_since, uneven, events,
             sum(unpaid_minor)::bigint AS unpaid_minor, sum(booked_minor)::bigint AS booked_minor,
             sum(opened_minor)::bigint AS opened_minor
        FROM each
       GROUP BY branch_id, product_id, product_version, currency, unpaid_since, uneven, events
      """;

  private static final String UNSEEN =
      """
      SELECT u.branch_id, l.product_id, l.product_version, l.currency,
             CAST(NULL AS date) AS unpaid_since, 0 AS unpaid_minor,
             sum(u.receivable_minor)::bigint AS booked_minor,
             sum(u.opened_minor)::bigint AS opened_minor
        FROM loan.accrual_unseen u
        JOIN loan.loan l ON l.id = u.loan_id
       GROUP BY u.branch_id, l.product_id, l.product_version, l.currency
      """;

  private static final String LOANS =
      """
      SELECT %s
        FROM loan.loan l
       WHERE (l.product_id, l.product_version)
               IN (SELECT * FROM unnest(:products::uuid[], :versions::integer[]))
         AND l.event_count > 0
         AND l.id > :after
       ORDER BY l.id
       LIMIT :most
      """
          .formatted(LoanRow.COLUMNS);

  private static final String LOANS_NAMED =
      """
      SELECT %s
        FROM loan.loan l
       WHERE l.id = ANY (:ids)
      """
          .formatted(LoanRow.COLUMNS);

  /** The first note of a loan says what the last close saw of it. */
  private static final String FIRST_UNSEEN =
      """
      SELECT DISTINCT ON (loan_id) loan_id, branch_id, sequence
        FROM loan.accrual_unseen
       ORDER BY loan_id, id
      """;

  private final JdbcClient jdbc;
  private final Consumer<List<Note>> writer = this::noteAll;

  AccrualStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A sum of loans that are alike.
   *
   * @param unpaidSince the due date of the oldest installments that are not paid; null for none
   * @param unpaidMinor interest that has arisen and is not paid
   * @param bookedMinor what was posted to what is receivable since the last close
   * @param openedMinor what of that had arisen in another system
   */
  public record Sum(
      UUID branchId,
      UUID productId,
      int productVersion,
      Currency currency,
      @Nullable LocalDate unpaidSince,
      long unpaidMinor,
      long bookedMinor,
      long openedMinor) {}

  /**
   * An installment in progress whose interest arises unevenly.
   *
   * @param events how many events its loan had
   * @param even what would have arisen of it evenly, and is not paid
   */
  public record Uneven(UUID loanId, int events, Sum even) {}

  /**
   * What has arisen and is not paid.
   *
   * @param sums of all installments but these
   * @param uneven installments that stand alone
   */
  public record Taken(List<Sum> sums, List<Uneven> uneven) {}

  /**
   * What the last close has not seen of a loan.
   *
   * @param branchId the branch in which it saw it
   * @param sequence the first event that it did not see
   */
  public record Unseen(UUID loanId, UUID branchId, int sequence) {}

  /**
   * Keeps that a close has not seen an event yet.
   *
   * @param receivableMinor what it posted to what is receivable, debits positive
   * @param openedMinor what of that had arisen in another system
   */
  public void note(Loan loan, RecordedEvent event, long receivableMinor, long openedMinor) {
    Rows.add(
        writer,
        new Note(
            loan.id(), loan.parties().branchId(), event.sequence(), receivableMinor, openedMinor));
  }

  private record Note(
      UUID loanId, UUID branchId, int sequence, long receivableMinor, long openedMinor) {}

  private void noteAll(List<Note> notes) {
    Columns<Note> rows = new Columns<>(notes);
    jdbc.sql(NOTE)
        .param("loanIds", rows.ids(Note::loanId))
        .param("branchIds", rows.ids(Note::branchId))
        .param("sequences", rows.longs(Note::sequence))
        .param("receivables", rows.longs(Note::receivableMinor))
        .param("opened", rows.longs(Note::openedMinor))
        .update();
  }

  /**
   * Returns what has arisen until a day and is not paid, and takes off what was not seen yet. It
   * takes as long as there are installments that accrue.
   */
  public Taken take(LocalDate day) {
    Taken taken = new Taken(new ArrayList<>(), new ArrayList<>());
    jdbc.sql(TAKE)
        .param("day", day)
        .query(row -> {
          Sum sum = sum(row, 0);
          @Nullable UUID loanId = row.getObject("uneven", UUID.class);
          if (loanId == null) {
            taken.sums().add(sum);
          } else {
            taken.uneven().add(new Uneven(loanId, row.getInt("events"), sum));
          }
        });
    return taken;
  }

  /** Returns what was posted since the last close. */
  public List<Sum> unseen() {
    return jdbc.sql(UNSEEN).query(AccrualStore::sum).list();
  }

  /**
   * Returns some loans of some versions of products to which something has happened.
   *
   * @param products the products of the versions, one for each
   * @param after the last one of those before
   */
  public List<Loan> loans(List<UUID> products, List<Integer> versions, UUID after, int most) {
    return jdbc.sql(LOANS)
        .param("products", products.toArray(UUID[]::new))
        .param("versions", versions.toArray(Integer[]::new))
        .param("after", after)
        .param("most", most)
        .query(LoanRow::map)
        .list();
  }

  /** Reads loans without locking them: some may have gone on since {@link #take}. */
  public List<Loan> loans(Collection<UUID> ids) {
    return jdbc.sql(LOANS_NAMED).param("ids", ids.toArray(UUID[]::new)).query(LoanRow::map).list();
  }

  /** Returns what the last close has not seen, by loan: what happened since. */
  public Map<UUID, Unseen> unseenByLoan() {
    return jdbc
        .sql(FIRST_UNSEEN)
        .query((row, _) ->
            new Unseen(
                row.getObject("loan_id", UUID.class),
                row.getObject("branch_id", UUID.class),
                row.getInt("sequence")))
        .list()
        .stream()
        .collect(Collectors.toMap(Unseen::loanId, Function.identity()));
  }

  private static Sum sum(ResultSet row, int index) throws SQLException {
    return new Sum(
        row.getObject("branch_id", UUID.class),
        row.getObject("product_id", UUID.class),
        row.getInt("product_version"),
        Currency.of(row.getString("currency")),
        row.getObject("unpaid_since", LocalDate.class),
        row.getLong("unpaid_minor"),
        row.getLong("booked_minor"),
        row.getLong("opened_minor"));
  }
}
