package io.loanwright.ledger.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.Basis;
import io.loanwright.ledger.JournalEntry;
import io.loanwright.ledger.JournalEntry.PostedLine;
import io.loanwright.ledger.JournalFilter;
import io.loanwright.ledger.Line;
import io.loanwright.ledger.Side;
import io.loanwright.ledger.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the journal. */
@Repository
public class JournalQuery {

  /**
   * Newest first; walks {@code journal_entry_business_date_idx}, {@code journal_entry_booked_idx}
   * or the index of the branch. The first place is the day, the second further conditions.
   */
  private static final String PAGE =
      """
      SELECT e.id, e.number, e.business_date, e.booked_on, e.branch_id, e.description, e.source_type,
             e.source_id, e.corrects, e.recorded_at, e.recorded_by
        FROM ledger.journal_entry e
       WHERE %1$s BETWEEN :from AND :to
         AND (%1$s, e.number) < (:beforeDate, :beforeNumber)
         AND (CAST(:branch AS uuid) IS NULL OR e.branch_id = :branch)%2$s
       ORDER BY %1$s DESC, e.number DESC
       LIMIT :limit
      """;

  /** For an account or a loan; starts at its lines. */
  private static final String HAS_LINE =
      """

      AND e.id IN (SELECT l.entry_id
                     FROM ledger.journal_line l
                     JOIN ledger.account a ON a.id = l.account_id
                    WHERE (CAST(:account AS text) IS NULL OR a.code = :account)
                      AND (CAST(:loan AS uuid) IS NULL OR l.loan_id = :loan)
                      AND (:byBooking OR l.business_date BETWEEN :from AND :to))\
      """;

  private static final String MOVES_MONEY =
      """

      AND EXISTS (SELECT 1
                    FROM ledger.journal_line m
                   WHERE m.entry_id = e.id
                     AND m.account_id = ANY (%s))\
      """
          .formatted(CashFlowQuery.MONEY);

  private static final String BY_ID =
      """
      SELECT e.id, e.number, e.business_date, e.booked_on, e.branch_id, e.description, e.source_type,
             e.source_id, e.corrects, e.recorded_at, e.recorded_by
        FROM ledger.journal_entry e
       WHERE e.id = :id
      """;

  private static final String LINES =
      """
      SELECT l.entry_id, a.code, a.name, l.side, l.currency, l.amount_minor, l.loan_id
        FROM ledger.journal_line l
        JOIN ledger.account a ON a.id = l.account_id
       WHERE l.entry_id = ANY (:entries)
       ORDER BY l.entry_id, l.line
      """;

  private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  private final JdbcClient jdbc;

  JournalQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The place in the list after which a page begins.
   *
   * @param on the day of the last entry of the page before, by the basis of the list
   * @param number its number
   */
  public record After(LocalDate on, long number) {}

  /**
   * Returns entries, newest first.
   *
   * @param money accounts of money besides those that the chart calls so
   */
  public List<JournalEntry> page(
      JournalFilter filter, Set<String> money, @Nullable After after, int limit) {
    List<Head> heads =
        jdbc.sql(statement(filter))
            .param("from", filter.from() == null ? EARLIEST : filter.from())
            .param("to", filter.to() == null ? LATEST : filter.to())
            .param("beforeDate", after == null ? LATEST : after.on())
            .param("beforeNumber", after == null ? Long.MAX_VALUE : after.number())
            .param("branch", filter.branchId())
            .params(more(filter, money))
            .param("limit", limit)
            .query(JournalQuery::head)
            .list();
    return withLines(heads);
  }

  private static boolean isByLine(JournalFilter filter) {
    return filter.accountCode() != null || filter.loanId() != null;
  }

  private static String statement(JournalFilter filter) {
    String day =
        switch (filter.basis()) {
          case VALUE_DATE -> "e.business_date";
          case BOOKING_DATE -> "coalesce(e.booked_on, e.business_date)";
        };
    String conditions =
        (isByLine(filter) ? HAS_LINE : "") + (filter.movesMoney() ? MOVES_MONEY : "");
    return PAGE.formatted(day, conditions);
  }

  private static Map<String, @Nullable Object> more(JournalFilter filter, Set<String> money) {
    Map<String, @Nullable Object> params = new HashMap<>();
    if (isByLine(filter)) {
      params.put("account", filter.accountCode());
      params.put("loan", filter.loanId());
      params.put("byBooking", filter.basis() == Basis.BOOKING_DATE);
    }
    if (filter.movesMoney()) {
      params.put("money", money.toArray(String[]::new));
    }
    return params;
  }

  /** Returns an entry. */
  public Optional<JournalEntry> find(UUID id) {
    List<Head> heads = jdbc.sql(BY_ID).param("id", id).query(JournalQuery::head).list();
    return withLines(heads).stream().findFirst();
  }

  private List<JournalEntry> withLines(List<Head> heads) {
    UUID[] ids = heads.stream().map(Head::id).toArray(UUID[]::new);
    Map<UUID, List<LineRow>> lines =
        jdbc.sql(LINES).param("entries", ids).query(JournalQuery::line).list().stream()
            .collect(Collectors.groupingBy(LineRow::entryId));
    return heads.stream()
        .map(
            h -> h.with(lines.getOrDefault(h.id(), List.of()).stream().map(LineRow::line).toList()))
        .toList();
  }

  private static Head head(ResultSet row, int number) throws SQLException {
    return new Head(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getObject("business_date", LocalDate.class),
        row.getObject("booked_on", LocalDate.class),
        row.getObject("branch_id", UUID.class),
        row.getString("description"),
        new Source(row.getString("source_type"), row.getObject("source_id", UUID.class)),
        new Recorded(
            row.getObject("corrects", UUID.class),
            row.getObject("recorded_at", OffsetDateTime.class),
            row.getObject("recorded_by", UUID.class)));
  }

  private static LineRow line(ResultSet row, int number) throws SQLException {
    Money amount = new Money(row.getLong("amount_minor"), Currency.of(row.getString("currency")));
    Line line =
        new Line(
            row.getString("code"),
            Side.of(row.getString("side")),
            amount,
            row.getObject("loan_id", UUID.class));
    return new LineRow(
        row.getObject("entry_id", UUID.class), new PostedLine(row.getString("name"), line));
  }

  private record LineRow(UUID entryId, PostedLine line) {}

  private record Recorded(@Nullable UUID corrects, OffsetDateTime at, UUID by) {}

  private record Head(
      UUID id,
      long number,
      LocalDate on,
      @Nullable LocalDate bookedOn,
      UUID branchId,
      String description,
      Source source,
      Recorded recorded) {

    JournalEntry with(List<PostedLine> lines) {
      return new JournalEntry(
          id,
          number,
          on,
          bookedOn,
          branchId,
          description,
          source,
          recorded.corrects(),
          recorded.at().toInstant(),
          recorded.by(),
          lines);
    }
  }
}
