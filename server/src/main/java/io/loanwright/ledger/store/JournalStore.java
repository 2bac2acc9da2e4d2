package io.loanwright.ledger.store;

import io.loanwright.copy.CopiedRows;
import io.loanwright.ledger.Line;
import io.loanwright.ledger.NewEntry;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes the journal; nothing ever changes in it. */
@Repository
public class JournalStore {

  /**
   * The entry and its lines in one statement. A line whose account does not exist gets no account
   * and is refused by the column; an entry whose value date is in a closed month is booked later.
   */
  private static final String INSERT =
      """
      WITH entry AS (
        INSERT INTO ledger.journal_entry
               (id, business_date, booked_on, branch_id, description, source_type, source_id,
                corrects, lines, recorded_by)
        SELECT ?, d.value_date, CASE WHEN d.value_date < o.first_day THEN o.first_day END,
               ?, ?, ?, ?, CAST(? AS uuid), ?, ?
          FROM (SELECT CAST(? AS date)) AS d (value_date), ledger.open_from(?) AS o (first_day)
        RETURNING id, business_date)
      INSERT INTO ledger.journal_line
             (entry_id, line, account_id, side, currency, amount_minor, business_date, loan_id)
      SELECT entry.id, l.line, a.id, l.side::"char", l.currency, l.amount_minor,
             entry.business_date, l.loan_id
        FROM entry,
             unnest(?, ?, ?, ?, ?) WITH ORDINALITY
               AS l (code, side, currency, amount_minor, loan_id, line)
        LEFT JOIN ledger.account a ON a.code = l.code
      """;

  private static final String ACCOUNTS = "SELECT code, id FROM ledger.account WHERE code = ANY (?)";

  private static final String OPEN_FROM = "SELECT ledger.open_from(?)";

  private static final String COPY_ENTRIES =
      """
      COPY ledger.journal_entry
           (id, business_date, booked_on, branch_id, description, source_type, source_id, corrects,
            lines, recorded_by)
      FROM STDIN
      """;

  private static final String COPY_LINES =
      """
      COPY ledger.journal_line
           (entry_id, line, account_id, side, currency, amount_minor, business_date, loan_id)
      FROM STDIN
      """;

  private static final int BATCH = 500;

  private final JdbcTemplate jdbc;

  JournalStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes one entry. */
  public void insert(UUID recordedBy, NewEntry entry) {
    insertAll(recordedBy, List.of(entry));
  }

  /** Writes entries in the order given. */
  public void insertAll(UUID recordedBy, List<NewEntry> entries) {
    jdbc.batchUpdate(INSERT, entries, BATCH, (row, entry) -> bind(row, recordedBy, entry));
  }

  /**
   * Writes entries in the order given, thousands at a time. What is booked later, and what is
   * refused, is as with one.
   */
  public void copyAll(UUID recordedBy, List<NewEntry> entries) {
    Map<String, UUID> accounts = accounts(entries);
    Map<Boolean, Optional<LocalDate>> openFrom = new HashMap<>();
    CopiedRows rows = new CopiedRows(COPY_ENTRIES);
    CopiedRows lines = new CopiedRows(COPY_LINES);
    for (NewEntry entry : entries) {
      LocalDate first =
          openFrom.computeIfAbsent(entry.source().isByHand(), this::openFrom).orElse(null);
      rows.add(
          entry.id(),
          entry.on(),
          first != null && entry.on().isBefore(first) ? first : null,
          entry.branchId(),
          entry.description(),
          entry.source().type(),
          entry.source().id(),
          entry.corrects(),
          entry.lines().size(),
          recordedBy);
      int number = 0;
      for (Line line : entry.lines()) {
        number++;
        lines.add(
            entry.id(),
            number,
            accounts.get(line.accountCode()),
            line.side().code(),
            line.amount().currency().code(),
            line.amount().minor(),
            entry.on(),
            line.loanId());
      }
    }
    rows.write(jdbc);
    lines.write(jdbc);
  }

  private Map<String, UUID> accounts(List<NewEntry> entries) {
    String[] codes =
        entries.stream()
            .flatMap(entry -> entry.lines().stream())
            .map(Line::accountCode)
            .distinct()
            .toArray(String[]::new);
    Map<String, UUID> ids = new HashMap<>();
    jdbc.query(
        ACCOUNTS,
        row -> {
          ids.put(row.getString("code"), row.getObject("id", UUID.class));
        },
        (Object) codes);
    return ids;
  }

  private Optional<LocalDate> openFrom(boolean byHand) {
    return Optional.ofNullable(jdbc.queryForObject(OPEN_FROM, LocalDate.class, byHand));
  }

  private static void bind(PreparedStatement row, UUID recordedBy, NewEntry entry)
      throws SQLException {
    List<Line> lines = entry.lines();
    row.setObject(1, entry.id());
    row.setObject(2, entry.branchId());
    row.setString(3, entry.description());
    row.setString(4, entry.source().type());
    row.setObject(5, entry.source().id());
    row.setObject(6, entry.corrects());
    row.setShort(7, (short) lines.size());
    row.setObject(8, recordedBy);
    row.setObject(9, entry.on());
    row.setBoolean(10, entry.source().isByHand());
    setArray(row, 11, "text", lines.stream().map(Line::accountCode).toArray());
    setArray(row, 12, "text", lines.stream().map(l -> String.valueOf(l.side().code())).toArray());
    setArray(row, 13, "text", lines.stream().map(l -> l.amount().currency().code()).toArray());
    setArray(row, 14, "bigint", lines.stream().map(l -> l.amount().minor()).toArray());
    setArray(row, 15, "uuid", lines.stream().map(Line::loanId).toArray());
  }

  private static void setArray(PreparedStatement row, int index, String type, Object[] values)
      throws SQLException {
    row.setArray(index, row.getConnection().createArrayOf(type, values));
  }
}
