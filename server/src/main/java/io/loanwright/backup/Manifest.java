package io.loanwright.backup;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a backup has in it.
 *
 * @param format the number of the form of the file, raised whenever earlier versions could not read
 *     it any more
 * @param at the moment whose state the file has
 * @param migrations those that had run, in their order
 * @param tables every table
 * @param sequences where each one stood
 * @param parts every other entry of the file
 */
record Manifest(
    int format,
    Instant at,
    List<Migration> migrations,
    List<Table> tables,
    List<Sequence> sequences,
    List<Part> parts) {

  /** Refuses what is not there. */
  Manifest {
    Objects.requireNonNull(at);
    migrations = List.copyOf(migrations);
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    parts = List.copyOf(parts);
  }

  /** The form that this version writes, and the newest that it reads. */
  static final int FORMAT = 1;

  /** The entry of the file that holds the manifest; the last one. */
  static final String NAME = "manifest.json";

  /** Where rows are. */
  static final String DATABASE = "database/";

  /** Where papers are, as in the data folder. */
  static final String PAPERS = "documents/";

  /** Where old rows of the trail are, as in the data folder. */
  static final String ARCHIVES = "archive/";

  /** Where keys are, as in the data folder. */
  static final String KEYS = "keys/";

  /**
   * A migration.
   *
   * @param sha256 of its text, without carriage returns
   */
  record Migration(String module, String script, String sha256) {

    Migration {
      Objects.requireNonNull(module);
      Objects.requireNonNull(script);
      Objects.requireNonNull(sha256);
    }
  }

  /**
   * A table.
   *
   * @param columns without those that the database works out
   */
  record Table(String schema, String name, List<String> columns, long rows) {

    Table {
      Objects.requireNonNull(schema);
      Objects.requireNonNull(name);
      columns = List.copyOf(columns);
    }

    String entry() {
      return DATABASE + schema + "." + name;
    }
  }

  /** Where a sequence of numbers stands. */
  record Sequence(String schema, String name, long last, boolean called) {

    Sequence {
      Objects.requireNonNull(schema);
      Objects.requireNonNull(name);
    }
  }

  /** An entry of the file. */
  record Part(String name, long bytes, String sha256) {

    Part {
      Objects.requireNonNull(name);
      Objects.requireNonNull(sha256);
    }

    boolean isOf(String folder) {
      return name.startsWith(folder);
    }
  }

  long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }

  /** Returns how many rows a table has; none if there is no such table. */
  long rowsOf(String schema, String name) {
    return tables.stream()
        .filter(table -> table.schema().equals(schema) && table.name().equals(name))
        .mapToLong(Table::rows)
        .sum();
  }

  long count(String folder) {
    return parts.stream().filter(part -> part.isOf(folder)).count();
  }
}
