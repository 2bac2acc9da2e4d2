package io.loanwright.ledger.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.DayBook.Noted;
import io.loanwright.ledger.DayBook.NotedEntry;
import io.loanwright.ledger.DayBook.Ran;
import io.loanwright.ledger.DayBook.Sums;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up the entries of a day, and finds those that somebody should look at. */
@Repository
public class DayBookQuery {

  /** What the journal says of a loan begins with what happened to it. */
  private static final String SUMS =
      """
      SELECT n.source_type, n.what, n.recorded_by, count(*) AS entries,
             sum(n.amount_minor)::bigint AS amount_minor, sum(n.in_minor)::bigint AS in_minor,
             sum(n.out_minor)::bigint AS out_minor
        FROM (SELECT e.source_type, e.recorded_by,
                     CASE e.source_type WHEN 'loan' THEN split_part(e.description, ' of ', 1) END
                       AS what,
                     sum(l.amount_minor) FILTER (WHERE l.side = 'D') AS amount_minor,
                     coalesce(sum(l.amount_minor)
                                FILTER (WHERE l.side = 'D' AND l.account_id = ANY (%1$s)), 0)
                       AS in_minor,
                     coalesce(sum(l.amount_minor)
                                FILTER (WHERE l.side = 'C' AND l.account_id = ANY (%1$s)), 0)
                       AS out_minor
                FROM ledger.journal_entry e
                JOIN ledger.journal_line l ON l.entry_id = e.id
               WHERE e.business_date = :on
                 AND l.currency = :currency
                 AND (CAST(:branch AS uuid) IS NULL OR e.branch_id = :branch)
               GROUP BY e.id) n
       GROUP BY n.source_type, n.what, n.recorded_by
       ORDER BY n.source_type, n.what, n.recorded_by
      """
          .formatted(CashFlowQuery.MONEY);

  private static final String NOTED =
      """
      SELECT n.*, c.number AS corrects_number, count(*) OVER () AS found
        FROM (SELECT e.id, e.number, e.business_date, e.description, e.corrects, e.recorded_by,
                     e.recorded_at,
                     sum(l.amount_minor) FILTER (WHERE l.side = 'D')::bigint AS amount_minor
                FROM ledger.journal_entry e
                JOIN ledger.journal_line l ON l.entry_id = e.id
               WHERE %s
                 AND l.currency = :currency
                 AND (CAST(:branch AS uuid) IS NULL OR e.branch_id = :branch)
               GROUP BY e.id) n
        LEFT JOIN ledger.journal_entry c ON c.id = n.corrects
       ORDER BY n.number
       LIMIT :limit
      """;

  private static final String REVERSALS =
      NOTED.formatted("e.business_date = :on AND e.corrects IS NOT NULL");

  /** By {@code journal_entry_recorded_idx}. */
  private static final String LATE =
      NOTED.formatted(
          """
          e.recorded_at > coalesce(CAST(:since AS timestamptz), '-infinity')
                 AND e.recorded_at <= coalesce(CAST(:until AS timestamptz), 'infinity')
                 AND e.business_date < :on\
          """);

  private final JdbcClient jdbc;

  DayBookQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Entries of one kind by one person. */
  public record Group(String source, @Nullable String what, UUID recordedBy, Sums sums) {}

  /**
   * Returns what the entries of a value date add up to.
   *
   * @param money accounts of money besides those that the chart calls so
   */
  public List<Group> sums(
      Set<String> money, LocalDate on, Currency currency, @Nullable UUID branch) {
    return jdbc.sql(SUMS)
        .param("money", money.toArray(String[]::new))
        .param("on", on)
        .param("currency", currency.code())
        .param("branch", branch)
        .query((row, _) ->
            new Group(
                row.getString("source_type"),
                row.getString("what"),
                row.getObject("recorded_by", UUID.class),
                new Sums(
                    row.getLong("entries"),
                    new Money(row.getLong("amount_minor"), currency),
                    new Money(row.getLong("in_minor"), currency),
                    new Money(row.getLong("out_minor"), currency))))
        .list();
  }

  /** Returns the entries of a value date that take others back or put them right. */
  public Noted reversals(LocalDate on, Currency currency, @Nullable UUID branch) {
    return noted(jdbc.sql(REVERSALS), on, currency, branch);
  }

  /** Returns the entries that were recorded while a day ran and count from an earlier one. */
  public Noted late(LocalDate on, Ran ran, Currency currency, @Nullable UUID branch) {
    return noted(
        jdbc.sql(LATE)
            .param("since", utc(ran.since()), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("until", utc(ran.until()), Types.TIMESTAMP_WITH_TIMEZONE),
        on,
        currency,
        branch);
  }

  private record Found(long count, NotedEntry entry) {}

  private static Noted noted(
      JdbcClient.StatementSpec asked, LocalDate on, Currency currency, @Nullable UUID branch) {
    List<Found> found =
        asked
            .param("on", on)
            .param("currency", currency.code())
            .param("branch", branch)
            .param("limit", Noted.MOST)
            .query((row, _) -> new Found(row.getLong("found"), entry(row, currency)))
            .list();
    return new Noted(
        found.isEmpty() ? 0 : found.getFirst().count(), found.stream().map(Found::entry).toList());
  }

  private static NotedEntry entry(ResultSet row, Currency currency) throws SQLException {
    return new NotedEntry(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getObject("business_date", LocalDate.class),
        row.getString("description"),
        row.getObject("corrects_number", Long.class),
        new Money(row.getLong("amount_minor"), currency),
        row.getObject("recorded_by", UUID.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
