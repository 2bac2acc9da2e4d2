package io.loanwright.collection.store;

import io.loanwright.access.Reach;
import io.loanwright.collection.DueFilter;
import io.loanwright.collection.DueInstallment;
import io.loanwright.collection.DueInstallments.Sums;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The installments that fall due in some days, read by key, and the sums that are kept of them. */
@Repository
public class DueList {

  /** Only what is not paid has an index by its day; of the rest there are the sums. */
  private static final String PAGE =
      """
      SELECT u.*, b.name AS borrower_name
        FROM (SELECT i.loan_id, i.loan_number, i.number, i.due_on, i.borrower_id, i.officer_id,
                     i.principal_minor, i.interest_minor, i.fees_minor, i.penalties_minor
                FROM loan.unpaid_installment i
               WHERE i.due_on >= :from
                 AND i.due_on <= :to
                 AND i.currency = :currency
                 AND %1$s
                 AND %2$s
                 AND (:afterDueOn::date IS NULL
                      OR (i.due_on, i.loan_id, i.number) > (:afterDueOn, :afterLoan, :afterNumber))
               ORDER BY i.due_on, i.loan_id, i.number
               LIMIT :limit) u
        JOIN borrower.borrower_card b ON b.id = u.borrower_id
       ORDER BY u.due_on, u.loan_id, u.number
      """;

  /**
   * The sums say on which days the page is: where few of the lender's installments are asked for,
   * those of an officer, a branch or a currency, the days between are not walked through.
   */
  private static final String SUMS =
      """
      SELECT coalesce(sum(d.due), 0)::bigint AS due,
             coalesce(sum(d.unpaid), 0)::bigint AS unpaid,
             coalesce(sum(d.installments), 0)::bigint AS installments,
             min(d.due_on) FILTER (WHERE d.installments > 0
                                     AND d.due_on >= coalesce(:afterDueOn::date, d.due_on))
               AS first_day,
             min(d.due_on) FILTER (WHERE d.so_far >= :wanted) AS last_day
        FROM (SELECT f.due_on, sum(f.due_minor) AS due, sum(f.unpaid_minor) AS unpaid,
                     sum(f.unpaid) AS installments,
                     sum(CASE WHEN :afterDueOn::date IS NULL OR f.due_on > :afterDueOn
                              THEN sum(f.unpaid)
                              ELSE 0
                         END) OVER (ORDER BY f.due_on) AS so_far
                FROM loan.due_figure f
               WHERE f.due_on >= :from
                 AND f.due_on <= :to
                 AND f.currency = :currency
                 AND %s
                 AND %s
               GROUP BY f.due_on) d
      """;

  private final JdbcClient jdbc;

  DueList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The figures of the days, and on which of them a page is.
   *
   * @param first the first one; null if nothing is on it
   * @param last the last one
   */
  public record Figures(Sums sums, @Nullable LocalDate first, LocalDate last) {}

  /** Returns a page of what is not paid, the earliest first. */
  public Page<DueInstallment> page(
      Reach reach, DueFilter filter, Figures figures, @Nullable Cursor after, int limit) {
    if (figures.first() == null) {
      return new Page<>(List.of(), null);
    }
    List<DueInstallment> rows =
        statement(PAGE, "i", reach, filter)
            .param("from", figures.first())
            .param("to", figures.last())
            .param("afterDueOn", after == null ? null : after.date(0), Types.DATE)
            .param("afterLoan", after == null ? null : after.id(1))
            .param("afterNumber", after == null ? null : after.number(2), Types.BIGINT)
            .param("limit", limit + 1)
            .query((row, _) -> map(row, filter.currency()))
            .list();
    return Page.of(rows, limit, each -> Cursor.of(each.dueOn(), each.loan().id(), each.number()));
  }

  /** Returns the figures of the days, and where the page after a row is. */
  public Figures figures(Reach reach, DueFilter filter, @Nullable Cursor after, int limit) {
    Currency currency = filter.currency();
    return statement(SUMS, "f", reach, filter)
        .param("from", filter.from())
        .param("to", filter.to())
        .param("afterDueOn", after == null ? null : after.date(0), Types.DATE)
        .param("wanted", limit + 1)
        .query((row, _) -> {
          LocalDate last = row.getObject("last_day", LocalDate.class);
          return new Figures(
              new Sums(
                  new Money(row.getLong("due"), currency),
                  new Money(row.getLong("unpaid"), currency),
                  row.getLong("installments")),
              row.getObject("first_day", LocalDate.class),
              last == null ? filter.to() : last);
        })
        .single();
  }

  private JdbcClient.StatementSpec statement(
      String sql, String alias, Reach reach, DueFilter filter) {
    UUID officer = filter.officerId();
    JdbcClient.StatementSpec statement =
        jdbc.sql(
                sql.formatted(
                    reach.predicate(alias, "borrower_id"),
                    officer == null ? "TRUE" : alias + ".officer_id = :officerId"))
            .params(reach.params())
            .param("currency", filter.currency().code());
    return officer == null ? statement : statement.param("officerId", officer);
  }

  private static DueInstallment map(ResultSet row, Currency currency) throws SQLException {
    return new DueInstallment(
        new DueInstallment.Loan(
            row.getObject("loan_id", UUID.class),
            row.getString("loan_number"),
            row.getObject("borrower_id", UUID.class),
            row.getString("borrower_name"),
            row.getObject("officer_id", UUID.class)),
        row.getInt("number"),
        row.getObject("due_on", LocalDate.class),
        new Split(
            new Money(row.getLong("principal_minor"), currency),
            new Money(row.getLong("interest_minor"), currency),
            new Money(row.getLong("fees_minor"), currency),
            new Money(row.getLong("penalties_minor"), currency)));
  }
}
