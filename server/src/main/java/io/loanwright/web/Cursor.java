package io.loanwright.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Where a page of a list ended: the sort keys of its last row.
 *
 * <p>For clients it is an opaque text that goes from {@code next} into the query parameter {@code
 * cursor}. It holds nothing secret, and it is input like any other: a client can forge one, so a
 * query must not show more for a forged cursor than it shows without.
 *
 * @param keys the sort keys, the unique one last; none holds the control character U+001F
 */
public record Cursor(List<String> keys) {

  private static final String SEPARATOR = "\u001f";
  private static final int LENGTH_MAX = 1_000;

  /** Keeps the keys from changing. */
  public Cursor {
    keys = List.copyOf(keys);
  }

  /** Returns a cursor of keys that print themselves exactly: text, ids, dates, whole numbers. */
  public static Cursor of(Object... keys) {
    return new Cursor(Arrays.stream(keys).map(String::valueOf).toList());
  }

  /**
   * Reads the cursor that a client sent back.
   *
   * @param text the query parameter, or null for the first page
   * @param size how many keys the list sorts by
   * @return the cursor, or null for the first page
   * @throws ProblemException 400 {@code invalid-cursor} if it is not one of this list's
   */
  public static @Nullable Cursor parse(@Nullable String text, int size) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (text.length() > LENGTH_MAX) {
      throw invalid();
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      List<String> parts = List.of(plain.split(SEPARATOR, -1));
      List<String> keys = parts.subList(1, parts.size());
      if (keys.size() != size
          || plain.indexOf('\0') >= 0
          || !parts.getFirst().equals(checksum(keys))) {
        throw invalid();
      }
      return new Cursor(keys);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  /** Returns the key at a position as text. */
  public String text(int index) {
    return keys.get(index);
  }

  /**
   * Returns the key at a position as an id.
   *
   * @throws ProblemException 400 {@code invalid-cursor} if it is none
   */
  public UUID id(int index) {
    return read(index, UUID::fromString);
  }

  /**
   * Returns the key at a position as a date.
   *
   * @throws ProblemException 400 {@code invalid-cursor} if it is none
   */
  public LocalDate date(int index) {
    return read(index, LocalDate::parse);
  }

  /**
   * Returns the key at a position as a whole number.
   *
   * @throws ProblemException 400 {@code invalid-cursor} if it is none
   */
  public long number(int index) {
    return read(index, Long::parseLong);
  }

  /**
   * Refuses a cursor of another order of the list, whose keys mean something else.
   *
   * @param order the order that is asked for now, which the first key names
   * @throws ProblemException 400 {@code invalid-cursor} if the first key is another
   */
  public void requireOrder(String order) {
    if (!keys.getFirst().equals(order)) {
      throw invalid();
    }
  }

  /**
   * Refuses a cursor of a page that ended before the days that are asked for now.
   *
   * @param index the position of the day in the keys
   * @param first the first day that is asked for now
   * @throws ProblemException 400 {@code invalid-cursor} if the page ended before it
   */
  public void requireFrom(int index, LocalDate first) {
    if (date(index).isBefore(first)) {
      throw invalid();
    }
  }

  /** Returns the opaque text for the client. */
  public String encode() {
    String plain =
        Stream.concat(Stream.of(checksum(keys)), keys.stream())
            .collect(Collectors.joining(SEPARATOR));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private <T> T read(int index, Function<String, T> parser) {
    try {
      return parser.apply(keys.get(index));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw invalid();
    }
  }

  /** Finds cursors cut short or typed by hand; no protection against forging. */
  private static String checksum(List<String> keys) {
    CRC32 crc = new CRC32();
    crc.update(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }

  private static ProblemException invalid() {
    return new ProblemException(
        HttpStatus.BAD_REQUEST,
        "invalid-cursor",
        "This page cannot be continued. Start again from the first page.",
        List.of());
  }
}
