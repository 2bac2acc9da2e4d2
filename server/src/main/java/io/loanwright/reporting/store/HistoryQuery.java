package io.loanwright.reporting.store;

import io.loanwright.access.Reach;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.loan.LoanStatus;
import io.loanwright.reporting.History;
import io.loanwright.reporting.History.Intake;
import io.loanwright.reporting.History.Line;
import io.loanwright.reporting.History.LoanLine;
import io.loanwright.reporting.History.LoanName;
import io.loanwright.reporting.History.PaymentLine;
import io.loanwright.reporting.History.Person;
import io.loanwright.reporting.History.Total;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the loans and payments of a borrower. */
@Repository
public class HistoryQuery {

  private static final String BORROWER =
      """
      SELECT b.id, b.number, b.name
        FROM borrower.borrower_card b
       WHERE b.id = :borrower
         AND %s
      """;

  private static final String TOTALS =
      """
      SELECT l.currency, count(*) AS loans,
             sum(l.disbursed_minor)             AS borrowed_minor,
             sum(l.principal_paid_minor + l.interest_paid_minor + l.fees_paid_minor
                 + l.penalties_paid_minor
                 + (SELECT coalesce(sum(r.recovered_minor), 0)
                      FROM loan.recovery r
                     WHERE r.loan_id = l.id))   AS repaid_minor,
             sum(l.principal_outstanding_minor) AS outstanding_minor,
             coalesce(sum(greatest(0, l.disbursed_minor - l.principal_paid_minor
                                        - l.principal_outstanding_minor))
                        FILTER (WHERE l.status = 'WRITTEN_OFF' OR l.closed_reason = 'RECOVERED'),
                      0) AS written_off_minor
        FROM loan.loan_card l
       WHERE l.borrower_id = :borrower
         AND l.disbursed_minor IS NOT NULL
       GROUP BY l.currency
       ORDER BY l.currency
      """;

  /** All loans and payments of one borrower are few enough to be sorted for each page. */
  private static final String LINES =
      """
      SELECT *
        FROM (SELECT coalesce(l.disbursed_on, l.applied_on) AS counts_on, l.id, false AS is_payment,
                     l.id AS loan_id, l.number AS loan_number, l.currency, l.status,
                     coalesce(l.disbursed_minor, l.approved_minor, l.requested_minor)
                       AS amount_minor,
                     l.principal_outstanding_minor AS outstanding_minor,
                     NULL AS receipt_number, NULL AS channel, NULL AS reference,
                     0 AS principal_minor, 0 AS interest_minor, 0 AS fees_minor,
                     0 AS penalties_minor, 0 AS excess_minor
                FROM loan.loan_card l
               WHERE l.borrower_id = :borrower
               UNION ALL
              SELECT p.paid_on, p.id, true, p.loan_id, p.loan_number, p.currency, p.status,
                     p.amount_minor, 0, p.receipt_number, p.channel, p.reference,
                     p.principal_minor, p.interest_minor, p.fees_minor, p.penalties_minor,
                     p.excess_minor
                FROM payment.payment_card p
               WHERE p.borrower_id = :borrower) line
       WHERE CAST(:afterOn AS date) IS NULL OR (counts_on, id) < (:afterOn, :afterId)
       ORDER BY counts_on DESC, id DESC
       LIMIT :limit
      """;

  private final JdbcClient jdbc;

  HistoryQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The last line of the page before.
   *
   * @param on the day that it counts for
   * @param id the loan's or payment's id
   */
  public record After(LocalDate on, UUID id) {}

  /**
   * Returns the history of a borrower within a reach; its figures and lines are of one moment.
   *
   * <p>Whoever sees a borrower sees all of it: a history with gaps would make a borrower look
   * better than he is.
   *
   * @param after the last line of the page before; null for the first page
   * @param limit the most lines to return
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Optional<History> history(UUID borrower, Reach reach, @Nullable After after, int limit) {
    return borrower(borrower, reach)
        .map(person -> new History(person, totals(borrower), lines(borrower, after, limit)));
  }

  private Optional<Person> borrower(UUID id, Reach reach) {
    return jdbc.sql(BORROWER.formatted(reach.predicate("b", "id")))
        .params(reach.params())
        .param("borrower", id)
        .query((row, _) ->
            new Person(
                row.getObject("id", UUID.class), row.getString("number"), row.getString("name")))
        .optional();
  }

  private List<Total> totals(UUID borrower) {
    return jdbc.sql(TOTALS).param("borrower", borrower).query(HistoryQuery::total).list();
  }

  private List<Line> lines(UUID borrower, @Nullable After after, int limit) {
    return jdbc.sql(LINES)
        .param("borrower", borrower)
        .param("afterOn", after == null ? null : after.on())
        .param("afterId", after == null ? null : after.id())
        .param("limit", limit)
        .query(HistoryQuery::line)
        .list();
  }

  private static Total total(ResultSet row, int number) throws SQLException {
    Currency currency = Currency.of(row.getString("currency"));
    return new Total(
        currency,
        row.getLong("loans"),
        new Money(row.getLong("borrowed_minor"), currency),
        new Money(row.getLong("repaid_minor"), currency),
        new Money(row.getLong("outstanding_minor"), currency),
        new Money(row.getLong("written_off_minor"), currency));
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    Currency currency = Currency.of(row.getString("currency"));
    LocalDate on = row.getObject("counts_on", LocalDate.class);
    LoanName loan =
        new LoanName(row.getObject("loan_id", UUID.class), row.getString("loan_number"));
    Money amount = new Money(row.getLong("amount_minor"), currency);
    if (!row.getBoolean("is_payment")) {
      return new LoanLine(
          on,
          loan,
          amount,
          LoanStatus.valueOf(row.getString("status")),
          new Money(row.getLong("outstanding_minor"), currency));
    }
    return new PaymentLine(
        on,
        row.getObject("id", UUID.class),
        loan,
        amount,
        new Intake(
            row.getString("receipt_number"),
            row.getString("channel"),
            row.getString("reference"),
            row.getString("status")),
        Split.ofMinor(
            row.getLong("principal_minor"),
            row.getLong("interest_minor"),
            row.getLong("fees_minor"),
            row.getLong("penalties_minor"),
            currency),
        new Money(row.getLong("excess_minor"), currency));
  }
}
