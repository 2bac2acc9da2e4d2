package io.loanwright.ledger.store;

import io.loanwright.engine.money.Money;
import io.loanwright.ledger.Account;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.GeneralLedger;
import io.loanwright.ledger.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the lines of one account with its balances. */
@Repository
public class GeneralLedgerQuery {

  /** Lines are read only of the day on which the page before ended; debits are positive. */
  private static final String FIGURES =
      """
      SELECT coalesce(sum(c.debit_minor - c.credit_minor)
                        FILTER (WHERE c.business_date < :from), 0)::bigint AS opening_minor,
             coalesce(sum(c.debit_minor - c.credit_minor)
                        FILTER (WHERE c.business_date < :afterOn), 0)::bigint
               + (SELECT coalesce(sum(CASE l.side WHEN 'D' THEN l.amount_minor
                                                  ELSE -l.amount_minor END), 0)::bigint
                    FROM ledger.journal_line l
                   WHERE l.account_id = :account
                     AND l.currency = :currency
                     AND l.business_date = :afterOn
                     AND (l.entry_id, l.line) <= (:afterEntry, :afterLine)) AS before_minor,
             coalesce(sum(c.debit_minor) FILTER (WHERE c.business_date >= :from), 0)::bigint
               AS debit_minor,
             coalesce(sum(c.credit_minor) FILTER (WHERE c.business_date >= :from), 0)::bigint
               AS credit_minor
        FROM ledger.change_of_days(:from, :to) c
       WHERE c.account_id = :account
         AND c.currency = :currency
      """;

  /** A page of lines; the balance after each is what stood before the page and what came since. */
  private static final String PAGE =
      """
      SELECT p.entry_id, p.line, e.number, p.business_date, e.description, p.side, p.amount_minor,
             p.loan_id,
             (:before + sum(CASE p.side WHEN 'D' THEN p.amount_minor ELSE -p.amount_minor END)
                          OVER (ORDER BY p.business_date, p.entry_id, p.line))::bigint AS net_minor
        FROM (SELECT l.entry_id, l.line, l.business_date, l.side, l.amount_minor, l.loan_id
                FROM ledger.journal_line l
               WHERE l.account_id = :account
                 AND l.currency = :currency
                 AND (l.business_date, l.entry_id, l.line) > (:afterOn, :afterEntry, :afterLine)
                 AND l.business_date <= :to
               ORDER BY l.business_date, l.entry_id, l.line
               LIMIT :limit) p
        JOIN ledger.journal_entry e ON e.id = p.entry_id
       ORDER BY p.business_date, p.entry_id, p.line
      """;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final JdbcClient jdbc;

  GeneralLedgerQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last line of the page before: its value date, its entry and its place in that. */
  public record After(LocalDate on, UUID entryId, long line) {}

  private record Figures(long opening, long before, long debit, long credit) {}

  /**
   * Returns lines of an account; balances and lines are of one moment.
   *
   * @param after the last line of the page before; null for the first page
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public GeneralLedger of(Account account, BooksSpan span, @Nullable After after, int limit) {
    After place = after == null ? new After(span.from(), BEFORE_ALL, 0) : after;
    Figures figures =
        asked(FIGURES, account, span, place)
            .param("from", span.from())
            .query((row, _) ->
                new Figures(
                    row.getLong("opening_minor"),
                    row.getLong("before_minor"),
                    row.getLong("debit_minor"),
                    row.getLong("credit_minor")))
            .single();
    List<GeneralLedger.Row> rows =
        asked(PAGE, account, span, place)
            .param("before", figures.before())
            .param("limit", limit)
            .query((row, _) -> row(row, account, span))
            .list();
    return new GeneralLedger(
        account,
        span,
        balance(figures.opening(), account, span),
        new Money(figures.debit(), span.currency()),
        new Money(figures.credit(), span.currency()),
        rows);
  }

  private JdbcClient.StatementSpec asked(
      String statement, Account account, BooksSpan span, After after) {
    return jdbc.sql(statement)
        .param("account", account.id())
        .param("currency", span.currency().code())
        .param("to", span.to())
        .param("afterOn", after.on())
        .param("afterEntry", after.entryId())
        .param("afterLine", after.line());
  }

  private static GeneralLedger.Row row(ResultSet row, Account account, BooksSpan span)
      throws SQLException {
    return new GeneralLedger.Row(
        row.getObject("entry_id", UUID.class),
        row.getInt("line"),
        row.getLong("number"),
        row.getObject("business_date", LocalDate.class),
        row.getString("description"),
        Side.of(row.getString("side")),
        new Money(row.getLong("amount_minor"), span.currency()),
        balance(row.getLong("net_minor"), account, span),
        row.getObject("loan_id", UUID.class));
  }

  private static Money balance(long netMinor, Account account, BooksSpan span) {
    Money net = new Money(netMinor, span.currency());
    return account.type().growsBy() == Side.DEBIT ? net : net.negated();
  }
}
