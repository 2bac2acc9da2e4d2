package io.loanwright.ledger.store;

import io.loanwright.access.Caller;
import io.loanwright.access.Reach;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.JournalEntry.PostedLine;
import io.loanwright.ledger.Line;
import io.loanwright.ledger.ManualDraft;
import io.loanwright.ledger.ManualEntry;
import io.loanwright.ledger.ManualEntry.Signature;
import io.loanwright.ledger.ManualEntry.Status;
import io.loanwright.ledger.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries that were drafted by hand. */
@Repository
public class ManualEntryStore {

  private static final String ENTRIES =
      """
      SELECT m.id, m.value_date, m.branch_id, m.currency, m.description, m.reason, m.status,
             m.drafted_by, m.drafted_name, m.drafted_at, m.decided_by, m.decided_name,
             m.decided_at, m.decision_reason
        FROM ledger.manual_entry m
      """;

  private static final String FIND = ENTRIES + " WHERE m.id = :id";

  private static final String LOCK = FIND + " FOR UPDATE";

  /** Newest first; the place of the condition on reach takes one of four constants. */
  private static final String PAGE =
      ENTRIES
          + """
           WHERE (CAST(:status AS text) IS NULL OR m.status = :status)
             AND (CAST(:before AS uuid) IS NULL OR m.id < :before)
             AND %s
           ORDER BY m.id DESC
           LIMIT :limit
          """;

  private static final String LINES =
      """
      SELECT l.entry_id, a.code, a.name, l.side, m.currency, l.amount_minor
        FROM ledger.manual_entry_line l
        JOIN ledger.manual_entry m ON m.id = l.entry_id
        JOIN ledger.account a ON a.id = l.account_id
       WHERE l.entry_id = ANY (:entries)
       ORDER BY l.entry_id, l.line
      """;

  /** Draft and lines in one statement; the columns refuse a line whose account does not exist. */
  private static final String INSERT =
      """
      WITH entry AS (
        INSERT INTO ledger.manual_entry
               (id, value_date, branch_id, currency, description, reason, drafted_by, drafted_name)
        VALUES (:id, :on, :branch, :currency, :description, :reason, :by, :name)
        RETURNING id)
      INSERT INTO ledger.manual_entry_line (entry_id, line, account_id, side, amount_minor)
      SELECT entry.id, l.line, a.id, l.side::"char", l.amount_minor
        FROM entry,
             unnest(CAST(:codes AS text[]), CAST(:sides AS text[]), CAST(:amounts AS bigint[]))
               WITH ORDINALITY AS l (code, side, amount_minor, line)
        LEFT JOIN ledger.account a ON a.code = l.code
      """;

  private static final String DECIDE =
      """
      UPDATE ledger.manual_entry
         SET status = :status, decided_by = :by, decided_name = :name, decided_at = now(),
             decision_reason = :reason
       WHERE id = :id
         AND status = 'WAITING'
      """;

  private final JdbcClient jdbc;

  ManualEntryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds an entry that waits. */
  public void insert(UUID id, Caller caller, ManualDraft draft, UUID branchId) {
    List<Line> lines = draft.lines();
    jdbc.sql(INSERT)
        .param("id", id)
        .param("on", draft.on())
        .param("branch", branchId)
        .param("currency", draft.currency().code())
        .param("description", draft.description())
        .param("reason", draft.reason())
        .param("by", caller.userId())
        .param("name", caller.name())
        .param("codes", lines.stream().map(Line::accountCode).toArray(String[]::new))
        .param("sides", lines.stream().map(l -> "" + l.side().code()).toArray(String[]::new))
        .param("amounts", lines.stream().map(l -> l.amount().minor()).toArray(Long[]::new))
        .update();
  }

  /** Returns an entry. */
  public Optional<ManualEntry> find(UUID id) {
    return one(FIND, id);
  }

  /** Returns an entry on which nobody else decides until the transaction ends. */
  public Optional<ManualEntry> lock(UUID id) {
    return one(LOCK, id);
  }

  private Optional<ManualEntry> one(String sql, UUID id) {
    List<Head> heads = jdbc.sql(sql).param("id", id).query(ManualEntryStore::head).list();
    return withLines(heads).stream().findFirst();
  }

  /**
   * Returns entries in reach, newest first.
   *
   * @param before the last one of the page before; null for the first page
   */
  public List<ManualEntry> page(
      Reach reach, @Nullable Status status, @Nullable UUID before, int limit) {
    return withLines(
        jdbc.sql(PAGE.formatted(reach.predicate("m", "branch_id")))
            .param("status", status == null ? null : status.name(), Types.VARCHAR)
            .param("before", before, Types.OTHER)
            .params(reach.params())
            .param("limit", limit)
            .query(ManualEntryStore::head)
            .list());
  }

  /**
   * Decides on an entry that waits.
   *
   * @throws IllegalStateException if it does not wait any more; whoever decides locks it before
   */
  public void decide(UUID id, Caller caller, Status status, @Nullable String reason) {
    int rows =
        jdbc.sql(DECIDE)
            .param("id", id)
            .param("status", status.name())
            .param("by", caller.userId())
            .param("name", caller.name())
            .param("reason", reason, Types.VARCHAR)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("Not waiting: manual entry " + id);
    }
  }

  private List<ManualEntry> withLines(List<Head> heads) {
    UUID[] ids = heads.stream().map(Head::id).toArray(UUID[]::new);
    Map<UUID, List<LineRow>> lines =
        jdbc.sql(LINES).param("entries", ids).query(ManualEntryStore::line).list().stream()
            .collect(Collectors.groupingBy(LineRow::entryId));
    return heads.stream()
        .map(head ->
            head.with(
                lines.getOrDefault(head.id(), List.of()).stream().map(LineRow::line).toList()))
        .toList();
  }

  private static LineRow line(ResultSet row, int number) throws SQLException {
    Money amount = new Money(row.getLong("amount_minor"), Currency.of(row.getString("currency")));
    Line line = new Line(row.getString("code"), Side.of(row.getString("side")), amount, null);
    return new LineRow(
        row.getObject("entry_id", UUID.class), new PostedLine(row.getString("name"), line));
  }

  private record LineRow(UUID entryId, PostedLine line) {}

  private static Head head(ResultSet row, int number) throws SQLException {
    return new Head(
        row.getObject("id", UUID.class),
        new Wording(
            row.getObject("value_date", LocalDate.class),
            row.getObject("branch_id", UUID.class),
            Currency.of(row.getString("currency")),
            row.getString("description"),
            row.getString("reason")),
        Status.valueOf(row.getString("status")),
        new Signature(
            row.getObject("drafted_by", UUID.class),
            row.getString("drafted_name"),
            row.getObject("drafted_at", OffsetDateTime.class).toInstant()),
        decided(row),
        row.getString("decision_reason"));
  }

  private static @Nullable Signature decided(ResultSet row) throws SQLException {
    UUID by = row.getObject("decided_by", UUID.class);
    return by == null
        ? null
        : new Signature(
            by,
            row.getString("decided_name"),
            row.getObject("decided_at", OffsetDateTime.class).toInstant());
  }

  private record Wording(
      LocalDate on, UUID branchId, Currency currency, String description, String reason) {}

  private record Head(
      UUID id,
      Wording wording,
      Status status,
      Signature drafted,
      @Nullable Signature decided,
      @Nullable String decisionReason) {

    ManualEntry with(List<PostedLine> lines) {
      return new ManualEntry(
          id,
          wording.on(),
          wording.branchId(),
          wording.currency(),
          wording.description(),
          wording.reason(),
          status,
          drafted,
          decided,
          decisionReason,
          lines);
    }
  }
}
