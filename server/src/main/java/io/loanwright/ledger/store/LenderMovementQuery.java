package io.loanwright.ledger.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.LenderWallet;
import io.loanwright.ledger.Line;
import io.loanwright.ledger.Side;
import io.loanwright.ledger.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads from the journal what moved the lender's wallets. */
@Repository
public class LenderMovementQuery {

  private static final String TYPES = "('lender-transfer', 'lender-top-up', 'lender-withdrawal')";

  /**
   * Newest first, by {@code journal_line_of_account_idx}; the balance after a line is what all
   * lines up to the first of the page come to, less what is newer than it on the page. Older days
   * are sums; lines are read only of the day on which the page before ended. One statement, so that
   * balances and lines are of one moment.
   */
  private static final String PAGE =
      """
      SELECT p.entry_id, p.line, e.number, p.business_date, e.description, e.source_type,
             e.source_id, e.recorded_by, e.recorded_at, e.corrects, p.side, p.amount_minor,
             coalesce(c.business_date, x.business_date) AS reversed_on, o.id AS other_wallet_id,
             ((SELECT coalesce(sum(a.debit_minor - a.credit_minor), 0)
                 FROM ledger.change_by_value_date(CAST(:beforeOn AS date) - 1) a
                WHERE a.account_id = (SELECT account_id FROM ledger.lender_wallet WHERE id = :wallet)
                  AND a.currency = :currency)
              + (SELECT coalesce(sum(CASE l.side WHEN 'D' THEN l.amount_minor
                                                 ELSE -l.amount_minor END), 0)
                   FROM ledger.journal_line l
                  WHERE l.account_id = (SELECT account_id FROM ledger.lender_wallet WHERE id = :wallet)
                    AND l.business_date = :beforeOn
                    AND (l.entry_id, l.line) < (:beforeEntry, :beforeLine))
              - coalesce(sum(CASE p.side WHEN 'D' THEN p.amount_minor ELSE -p.amount_minor END)
                           OVER (ORDER BY p.business_date DESC, p.entry_id DESC, p.line DESC
                                  ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))::bigint
               AS balance_minor
        FROM (SELECT l.entry_id, l.line, l.business_date, l.side, l.amount_minor
                FROM ledger.journal_line l
               WHERE l.account_id = (SELECT account_id FROM ledger.lender_wallet WHERE id = :wallet)
                 AND l.business_date >= :from
                 AND (l.business_date, l.entry_id, l.line) < (:beforeOn, :beforeEntry, :beforeLine)
               ORDER BY l.business_date DESC, l.entry_id DESC, l.line DESC
               LIMIT :limit) p
        JOIN ledger.journal_entry e ON e.id = p.entry_id
        LEFT JOIN ledger.journal_entry c ON c.corrects = e.id AND c.source_type IN %s
        LEFT JOIN LATERAL (SELECT b.business_date
                             FROM ledger.journal_entry b
                            WHERE b.source_id = e.source_id
                              AND b.corrects = e.id
                              AND e.source_type = 'expense'
                            LIMIT 1) x ON true
        LEFT JOIN ledger.journal_line l ON l.entry_id = e.id AND l.line <> p.line
                                       AND e.source_type = 'lender-transfer'
        LEFT JOIN ledger.lender_wallet o ON o.account_id = l.account_id
       ORDER BY p.business_date DESC, p.entry_id DESC, p.line DESC
      """
          .formatted(TYPES);

  /** What a period began and ended with, and what came and went in it. */
  private static final String SUMS =
      """
      SELECT coalesce(sum(c.debit_minor - c.credit_minor)
                        FILTER (WHERE c.business_date < :from), 0)::bigint AS opening_minor,
             coalesce(sum(c.debit_minor) FILTER (WHERE c.business_date >= :from), 0)::bigint
               AS in_minor,
             coalesce(sum(c.credit_minor) FILTER (WHERE c.business_date >= :from), 0)::bigint
               AS out_minor
        FROM ledger.change_of_days(:from, :to) c
       WHERE c.account_id = (SELECT account_id FROM ledger.lender_wallet WHERE id = :wallet)
         AND c.currency = :currency
      """;

  /** The types of the correcting entry stand there so that the unique index of those finds it. */
  private static final String ONE =
      """
      SELECT e.id, e.branch_id, e.business_date, e.description, e.source_type, e.source_id,
             e.recorded_by, c.business_date AS reversed_on,
             a.code, l.side, l.currency, l.amount_minor, w.id AS wallet_id
        FROM ledger.journal_entry e
        JOIN ledger.journal_line l ON l.entry_id = e.id
        JOIN ledger.account a ON a.id = l.account_id
        LEFT JOIN ledger.lender_wallet w ON w.account_id = l.account_id
        LEFT JOIN ledger.journal_entry c ON c.corrects = e.id AND c.source_type IN %1$s
       WHERE e.id = :id
         AND e.source_type IN %1$s
         AND e.corrects IS NULL
       ORDER BY l.line
      """
          .formatted(TYPES);

  private final JdbcClient jdbc;

  LenderMovementQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The last line of the page before: its value date, its entry and its place in that. */
  public record Before(LocalDate on, UUID entryId, long line) {}

  /**
   * A line of a wallet's history.
   *
   * @param movement whether it is a transfer, top-up or withdrawal that can be taken back
   * @param gain what came in; negative for what went out
   * @param balance what was in it after the line
   * @param corrects the entry that it puts right, if any
   * @param reversedOn the value date from which it counts no more; null if it counts
   * @param otherWalletId the other wallet of a transfer
   */
  public record Row(
      UUID entryId,
      int line,
      long number,
      LocalDate on,
      String description,
      Source source,
      UUID recordedBy,
      Instant recordedAt,
      boolean movement,
      @Nullable UUID corrects,
      @Nullable LocalDate reversedOn,
      @Nullable UUID otherWalletId,
      Money gain,
      Money balance) {}

  /** What a wallet held before a period, and what came and went in it. */
  public record Sums(Money opening, Money in, Money out) {

    /** Returns what it held at the end. */
    public Money closing() {
      return opening.plus(in).minus(out);
    }
  }

  /**
   * A movement as the journal has it.
   *
   * @param gains what each wallet gained, in minor units
   * @param reversedOn the value date from which it counts no more; null if it counts
   */
  public record Moved(
      UUID id,
      UUID branchId,
      LocalDate on,
      String description,
      Source source,
      UUID recordedBy,
      @Nullable LocalDate reversedOn,
      List<Line> lines,
      Map<UUID, Long> gains) {

    /** Keeps its own copies. */
    public Moved {
      lines = List.copyOf(lines);
      gains = Map.copyOf(gains);
    }

    /** Returns what a wallet gained by it. */
    public Money gain(LenderWallet wallet) {
      return new Money(gains.getOrDefault(wallet.id(), 0L), wallet.currency());
    }
  }

  /**
   * Returns what moved a wallet in some days, newest first.
   *
   * @param before the last line of the page before; null for the first page
   */
  public List<Row> page(LenderWallet wallet, BooksSpan span, @Nullable Before before, int limit) {
    Before place = before == null ? new Before(span.to().plusDays(1), new UUID(0, 0), 0) : before;
    return jdbc.sql(PAGE)
        .param("wallet", wallet.id())
        .param("currency", wallet.currency().code())
        .param("from", span.from())
        .param("beforeOn", place.on())
        .param("beforeEntry", place.entryId())
        .param("beforeLine", place.line())
        .param("limit", limit)
        .query((row, _) -> row(row, wallet.currency()))
        .list();
  }

  /** Returns what a wallet held before and after some days. */
  public Sums sums(LenderWallet wallet, BooksSpan span) {
    return jdbc.sql(SUMS)
        .param("wallet", wallet.id())
        .param("currency", wallet.currency().code())
        .param("from", span.from())
        .param("to", span.to())
        .query((row, _) ->
            new Sums(
                new Money(row.getLong("opening_minor"), wallet.currency()),
                new Money(row.getLong("in_minor"), wallet.currency()),
                new Money(row.getLong("out_minor"), wallet.currency())))
        .single();
  }

  /** Returns a movement that is no reversal itself. */
  public Optional<Moved> find(UUID id) {
    List<Part> parts = jdbc.sql(ONE).param("id", id).query(LenderMovementQuery::part).list();
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Moved head = parts.getFirst().head();
    Map<UUID, Long> gains = new HashMap<>();
    for (Part part : parts) {
      if (part.walletId() != null) {
        long minor = part.line().amount().minor();
        gains.merge(
            part.walletId(), part.line().side() == Side.DEBIT ? minor : -minor, Math::addExact);
      }
    }
    return Optional.of(
        new Moved(
            head.id(),
            head.branchId(),
            head.on(),
            head.description(),
            head.source(),
            head.recordedBy(),
            head.reversedOn(),
            parts.stream().map(Part::line).toList(),
            gains));
  }

  private record Part(Moved head, Line line, @Nullable UUID walletId) {}

  private static Part part(ResultSet row, int number) throws SQLException {
    Money amount = new Money(row.getLong("amount_minor"), Currency.of(row.getString("currency")));
    return new Part(
        new Moved(
            row.getObject("id", UUID.class),
            row.getObject("branch_id", UUID.class),
            row.getObject("business_date", LocalDate.class),
            row.getString("description"),
            new Source(row.getString("source_type"), row.getObject("source_id", UUID.class)),
            row.getObject("recorded_by", UUID.class),
            row.getObject("reversed_on", LocalDate.class),
            List.of(),
            Map.of()),
        new Line(row.getString("code"), Side.of(row.getString("side")), amount, null),
        row.getObject("wallet_id", UUID.class));
  }

  private static Row row(ResultSet row, Currency currency) throws SQLException {
    Money amount = new Money(row.getLong("amount_minor"), currency);
    Source source =
        new Source(row.getString("source_type"), row.getObject("source_id", UUID.class));
    UUID corrects = row.getObject("corrects", UUID.class);
    return new Row(
        row.getObject("entry_id", UUID.class),
        row.getInt("line"),
        row.getLong("number"),
        row.getObject("business_date", LocalDate.class),
        row.getString("description"),
        source,
        row.getObject("recorded_by", UUID.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        corrects == null && TYPES.contains("'" + source.type() + "'"),
        corrects,
        row.getObject("reversed_on", LocalDate.class),
        row.getObject("other_wallet_id", UUID.class),
        Side.of(row.getString("side")) == Side.DEBIT ? amount : amount.negated(),
        new Money(row.getLong("balance_minor"), currency));
  }
}
