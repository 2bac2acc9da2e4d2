package io.loanwright.ledger.store;

import io.loanwright.ledger.Line;
import io.loanwright.ledger.NewEntry;
import io.loanwright.together.Columns;
import io.loanwright.together.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the journal; nothing ever changes in it. */
@Repository
public class JournalStore {

  /**
   * Entries and their lines in one statement. A line whose account does not exist gets no account
   * and is refused by the column; an entry whose value date is in a closed month is booked later.
   */
  private static final String INSERT =
      """
      WITH entry AS (
        INSERT INTO ledger.journal_entry
               (id, business_date, booked_on, branch_id, description, source_type, source_id,
                corrects, lines, recorded_by)
        SELECT e.id, e.value_date, CASE WHEN e.value_date < o.first_day THEN o.first_day END,
               e.branch_id, e.description, e.source_type, e.source_id, e.corrects, e.lines,
               e.recorded_by
          FROM ledger.open_from(:byHand) AS o (first_day),
               unnest(:ids::uuid[], :dates::date[], :branches::uuid[], :descriptions::text[],
                      :sourceTypes::text[], :sourceIds::uuid[], :corrects::uuid[],
                      :counts::smallint[], :recordedBy::uuid[]) WITH ORDINALITY
                 AS e (id, value_date, branch_id, description, source_type, source_id, corrects,
                       lines, recorded_by, place)
         ORDER BY e.place)
      INSERT INTO ledger.journal_line
             (entry_id, line, account_id, side, currency, amount_minor, business_date, loan_id)
      SELECT l.entry_id, l.line, a.id, l.side::"char", l.currency, l.amount_minor,
             l.business_date, l.loan_id
        FROM unnest(:lineEntries::uuid[], :lineNumbers::smallint[], :codes::text[], :sides::text[],
                    :currencies::text[], :amounts::bigint[], :lineDates::date[], :loans::uuid[])
               AS l (entry_id, line, code, side, currency, amount_minor, business_date, loan_id)
        LEFT JOIN ledger.account a ON a.code = l.code
      """;

  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final Consumer<List<Posted>> writer = this::write;

  JournalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Posted(UUID recordedBy, NewEntry entry) {}

  private record PostedLine(NewEntry entry, int number, Line line) {}

  /** Writes one entry. */
  public void insert(UUID recordedBy, NewEntry entry) {
    insertAll(recordedBy, List.of(entry));
  }

  /** Writes entries in the order given. */
  public void insertAll(UUID recordedBy, List<NewEntry> entries) {
    Rows.addAll(writer, entries.stream().map(entry -> new Posted(recordedBy, entry)).toList());
  }

  private void write(List<Posted> entries) {
    for (int from = 0; from < entries.size(); from += BATCH) {
      List<Posted> some = entries.subList(from, Math.min(from + BATCH, entries.size()));
      write(some, true);
      write(some, false);
    }
  }

  private void write(List<Posted> all, boolean byHand) {
    List<Posted> entries =
        all.stream().filter(each -> each.entry().source().isByHand() == byHand).toList();
    if (entries.isEmpty()) {
      return;
    }
    List<PostedLine> lines = new ArrayList<>();
    for (Posted posted : entries) {
      int number = 0;
      for (Line line : posted.entry().lines()) {
        number++;
        lines.add(new PostedLine(posted.entry(), number, line));
      }
    }
    JdbcClient.StatementSpec statement = jdbc.sql(INSERT).param("byHand", byHand);
    bind(statement, new Columns<>(entries));
    bindLines(statement, new Columns<>(lines));
    statement.update();
  }

  private static void bind(JdbcClient.StatementSpec statement, Columns<Posted> entries) {
    statement
        .param("ids", entries.ids(row -> row.entry().id()))
        .param("dates", entries.texts(row -> row.entry().on()))
        .param("branches", entries.ids(row -> row.entry().branchId()))
        .param("descriptions", entries.texts(row -> row.entry().description()))
        .param("sourceTypes", entries.texts(row -> row.entry().source().type()))
        .param("sourceIds", entries.ids(row -> row.entry().source().id()))
        .param("corrects", entries.ids(row -> row.entry().corrects()))
        .param("counts", entries.longs(row -> row.entry().lines().size()))
        .param("recordedBy", entries.ids(Posted::recordedBy));
  }

  private static void bindLines(JdbcClient.StatementSpec statement, Columns<PostedLine> lines) {
    statement
        .param("lineEntries", lines.ids(row -> row.entry().id()))
        .param("lineNumbers", lines.longs(PostedLine::number))
        .param("codes", lines.texts(row -> row.line().accountCode()))
        .param("sides", lines.texts(row -> row.line().side().code()))
        .param("currencies", lines.texts(row -> row.line().amount().currency().code()))
        .param("amounts", lines.longs(row -> row.line().amount().minor()))
        .param("lineDates", lines.texts(row -> row.entry().on()))
        .param("loans", lines.ids(row -> row.line().loanId()));
  }
}
