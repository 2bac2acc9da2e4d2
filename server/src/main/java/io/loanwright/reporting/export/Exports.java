package io.loanwright.reporting.export;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes lists to files while they are read, so that a list of any length needs the same memory.
 *
 * <p>A list that is being written holds a database connection until its reader has taken it, so
 * only {@value #AT_ONCE} are written at once.
 */
@Component
public class Exports {

  static final int AT_ONCE = 4;

  /** How many rows come from the database at a time. */
  private static final int FETCH = 500;

  /** What narrows lists by names and numbers of people. */
  private static final String SEARCH = "search";

  private final JdbcClient jdbc;
  private final AuditTrail trail;
  private final JsonMapper json;
  private final TransactionTemplate writing;
  private final TransactionTemplate reading;
  private final Semaphore places = new Semaphore(AT_ONCE);

  Exports(
      JdbcClient jdbc, AuditTrail trail, JsonMapper json, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.trail = trail;
    this.json = json;
    this.writing = new TransactionTemplate(transactions);
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /**
   * Takes one of the places, until {@link #leave}.
   *
   * @return false if all are taken
   */
  public boolean enter() {
    return places.tryAcquire();
  }

  /** Gives a place back. */
  public void leave() {
    places.release();
  }

  /**
   * Records that somebody takes a list away; whatever becomes of the file, the trail has it. That
   * he searched is kept and not what for: it is a name or a number of somebody who may be erased.
   *
   * @param file the name of the file
   * @param criteria what narrowed the list
   */
  public void record(Caller caller, String file, Record criteria) {
    writing.executeWithoutResult(_ ->
        trail.record(
            caller,
            "export.run",
            new Subject("export", AuditTrail.noId(), file),
            null,
            shown(criteria),
            null));
  }

  private JsonNode shown(Record criteria) {
    JsonNode fields = json.valueToTree(criteria);
    if (fields instanceof ObjectNode narrowed && narrowed.hasNonNull(SEARCH)) {
      narrowed.put(SEARCH, "***");
    }
    return fields;
  }

  /** Writes a list or a sheet; if that breaks off, so does the file. */
  public void write(Content content, Format format, Letterhead letterhead, OutputStream out) {
    switch (content) {
      case Listing listing -> write(listing, format, letterhead, out);
      case Sheet sheet -> write(sheet, format, letterhead, out);
    }
  }

  private static void write(Sheet sheet, Format format, Letterhead letterhead, OutputStream out) {
    Table table = format.open(out, sheet, letterhead);
    sheet.rows().forEach(row -> write(table, row));
    end(table);
  }

  private void write(Listing listing, Format format, Letterhead letterhead, OutputStream out) {
    reading.executeWithoutResult(_ -> {
      Table table = format.open(out, listing, letterhead);
      if (listing.before() != null) {
        jdbc.sql(listing.before()).query().singleValue();
      }
      jdbc.sql(listing.sql())
          .params(listing.params())
          .withFetchSize(FETCH)
          .query((ResultSet row) -> write(table, listing.columns(), row));
      end(table);
    });
  }

  private static void write(Table table, List<Column> columns, ResultSet row) throws SQLException {
    List<Cell> cells = new ArrayList<>(columns.size());
    for (Column column : columns) {
      cells.add(column.reading().of(row));
    }
    write(table, cells);
  }

  private static void write(Table table, List<Cell> cells) {
    try {
      table.row(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(Table table) {
    try {
      table.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
