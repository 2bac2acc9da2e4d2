package io.loanwright.reporting.export;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One column of a file.
 *
 * @param title what stands above it
 * @param width how wide it is in a spreadsheet, in characters
 * @param figure whether its cells stand under each other on the right of a paper
 * @param reading where its cells come from
 */
public record Column(String title, int width, boolean figure, Reading reading) {

  /** A column of words. */
  Column(String title, int width, Reading reading) {
    this(title, width, false, reading);
  }

  /** How a cell is read from a row of a query. */
  @FunctionalInterface
  public interface Reading {

    /** Reads the cell. */
    Cell of(ResultSet row) throws SQLException;
  }

  /** A column of a sheet, whose rows have their cells already. */
  static Column given(String title, int width) {
    return new Column(title, width, _ -> Cell.EMPTY);
  }

  /** A column of figures of a sheet. */
  static Column figure(String title, int width) {
    return new Column(title, width, true, _ -> Cell.EMPTY);
  }

  /** Words. */
  static Column text(String title, int width, String name) {
    return new Column(title, width, row -> text(row.getString(name)));
  }

  /** A date. */
  static Column day(String title, String name) {
    return new Column(
        title,
        12,
        row -> {
          LocalDate date = row.getObject(name, LocalDate.class);
          return date == null ? Cell.EMPTY : new Cell.Day(date);
        });
  }

  /** A whole number. */
  static Column number(String title, String name) {
    return new Column(
        title,
        12,
        true,
        row -> {
          long number = row.getLong(name);
          return row.wasNull() ? Cell.EMPTY : new Cell.Count(number);
        });
  }

  /** A moment, by the clocks of a time zone. */
  static Column moment(String title, String name, ZoneId zone) {
    return new Column(
        title,
        26,
        row -> {
          OffsetDateTime at = row.getObject(name, OffsetDateTime.class);
          return at == null
              ? Cell.EMPTY
              : new Cell.Moment(at.atZoneSameInstant(zone).toOffsetDateTime());
        });
  }

  /** An amount in minor units of the row's {@code currency}. */
  static Column amount(String title, String name) {
    return new Column(
        title,
        16,
        true,
        row -> {
          long minor = row.getLong(name);
          return row.wasNull()
              ? Cell.EMPTY
              : new Cell.Amount(new Money(minor, Currency.of(row.getString("currency"))));
        });
  }

  /** The name of what an id stands for; nothing where it is not known. */
  static Column named(String title, int width, String name, Map<UUID, String> names) {
    return new Column(
        title,
        width,
        row -> {
          UUID id = row.getObject(name, UUID.class);
          return id == null ? Cell.EMPTY : text(names.get(id));
        });
  }

  /** A column whose cells are empty where the query's {@code unmasked} says so. */
  Column personal() {
    return new Column(
        title, width, figure, row -> row.getBoolean("unmasked") ? reading.of(row) : Cell.EMPTY);
  }

  private static Cell text(@Nullable String text) {
    return text == null ? Cell.EMPTY : new Cell.Text(text);
  }
}
