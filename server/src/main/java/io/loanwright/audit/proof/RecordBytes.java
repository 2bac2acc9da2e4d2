package io.loanwright.audit.proof;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record in the form in which it is hashed, put together in one buffer that is used again for the
 * next record: byte 0, then its kind, its id and its fields as texts, each with its length.
 */
public final class RecordBytes {

  /** How long a hash is. */
  public static final int HASH = 32;

  private static final VarHandle PAIR =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  /** Of each byte its two hexadecimal digits, one behind the other. */
  private static final short[] DIGITS = digits();

  /** Of each number below 100 its two decimal digits. */
  private static final short[] DECIMALS = decimals();

  private static final int FIRST_BUFFER = 4096;
  private static final int LONGEST_NUMBER = 20;
  private static final int UUID_TEXT = 36;

  private final MessageDigest sha256;
  private final Days days = new Days();
  private byte[] bytes = new byte[FIRST_BUFFER];
  private int length;
  private int field;

  /** Makes an empty buffer. */
  public RecordBytes() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Begins a record. */
  public void start(byte[] kind, long idHigh, long idLow) {
    length = 0;
    room(1);
    bytes[length++] = 0;
    text(kind, 0, kind.length);
    uuid(idHigh, idLow);
  }

  /** Begins a field of several parts. */
  public void begin() {
    room(Integer.BYTES);
    field = length;
    length += Integer.BYTES;
  }

  /** Ends a field of several parts. */
  public void end() {
    putInt(field, length - field - Integer.BYTES);
  }

  /** Adds a field that has no value. */
  public void none() {
    room(Integer.BYTES);
    putInt(length, -1);
    length += Integer.BYTES;
  }

  /** Adds a text in UTF-8 as a field. */
  public void text(byte[] utf8, int start, int count) {
    begin();
    part(utf8, start, count);
    end();
  }

  /** Adds a column that is a text as a field. */
  public void text(CopiedRow row, int column) {
    if (row.isNull(column)) {
      none();
    } else {
      text(row.bytes(), row.start(column), row.length(column));
    }
  }

  /** Adds a column that is a jsonb as a field; before its text is a byte for its form. */
  public void json(CopiedRow row, int column) {
    if (row.isNull(column)) {
      none();
    } else {
      text(row.bytes(), row.start(column) + 1, row.length(column) - 1);
    }
  }

  /** Adds a uuid as a field. */
  public void uuid(long high, long low) {
    begin();
    partUuid(high, low);
    end();
  }

  /** Adds a column that is a uuid as a field. */
  public void uuid(CopiedRow row, int column) {
    if (row.isNull(column)) {
      none();
    } else {
      uuid(row.high(column), row.low(column));
    }
  }

  /** Adds a number as a field. */
  public void number(long number) {
    begin();
    partNumber(number);
    end();
  }

  /** Adds a hash, in hexadecimal, as a field. */
  public void hex(byte[] hash) {
    begin();
    room(2 * hash.length);
    for (byte each : hash) {
      digits(each);
    }
    end();
  }

  /** Adds a day as a field. */
  public void day(long sinceEpoch) {
    begin();
    partDay(sinceEpoch);
    end();
  }

  /** Adds bytes to a field. */
  public void part(byte[] from, int start, int count) {
    room(count);
    System.arraycopy(from, start, bytes, length, count);
    length += count;
  }

  /** Adds a byte to a field. */
  public void part(byte one) {
    room(1);
    bytes[length++] = one;
  }

  /** Adds a number to a field, in decimal digits. */
  public void partNumber(long number) {
    room(LONGEST_NUMBER);
    if (number < 0) {
      byte[] text = Long.toString(number).getBytes(StandardCharsets.US_ASCII);
      part(text, 0, text.length);
      return;
    }
    int digits = digitsOf(number);
    int at = length + digits;
    long rest = number;
    while (rest > 9) {
      long hundreds = rest / 100;
      at -= Short.BYTES;
      PAIR.set(bytes, at, DECIMALS[(int) (rest - 100 * hundreds)]);
      rest = hundreds;
    }
    if (at > length) {
      bytes[length] = (byte) ('0' + rest);
    }
    length += digits;
  }

  private static int digitsOf(long number) {
    int digits = 1;
    for (long least = 10; digits < LONGEST_NUMBER - 1 && number >= least; least *= 10) {
      digits++;
    }
    return digits;
  }

  /** Adds a uuid to a field. */
  public void partUuid(long high, long low) {
    room(UUID_TEXT);
    digits(high >>> 56);
    digits(high >>> 48);
    digits(high >>> 40);
    digits(high >>> 32);
    bytes[length++] = '-';
    digits(high >>> 24);
    digits(high >>> 16);
    bytes[length++] = '-';
    digits(high >>> 8);
    digits(high);
    bytes[length++] = '-';
    digits(low >>> 56);
    digits(low >>> 48);
    bytes[length++] = '-';
    digits(low >>> 40);
    digits(low >>> 32);
    digits(low >>> 24);
    digits(low >>> 16);
    digits(low >>> 8);
    digits(low);
  }

  /** Adds a day to a field, as in 2026-01-31. */
  public void partDay(long sinceEpoch) {
    byte[] text = days.text(sinceEpoch);
    part(text, 0, text.length);
  }

  /** Returns the hash of a row of a table. */
  byte[] hash(String kind, Chained.Content content) {
    String kept = content.leaf();
    if (kept != null) {
      return HexFormat.of().parseHex(kept);
    }
    UUID id = content.id();
    start(
        kind.getBytes(StandardCharsets.UTF_8),
        id.getMostSignificantBits(),
        id.getLeastSignificantBits());
    for (String field : content.fields()) {
      if (field == null) {
        none();
      } else {
        byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
        text(utf8, 0, utf8.length);
      }
    }
    byte[] hash = new byte[HASH];
    hash(hash);
    return hash;
  }

  /** Puts the hash of the record into 32 bytes. */
  public void hash(byte[] into) {
    try {
      sha256.update(bytes, 0, length);
      sha256.digest(into, 0, HASH);
    } catch (DigestException e) {
      throw new IllegalStateException("A SHA-256 has 32 bytes", e);
    }
  }

  /** Adds the last byte of a number. */
  private void digits(long value) {
    PAIR.set(bytes, length, DIGITS[(int) value & 0xff]);
    length += Short.BYTES;
  }

  private static short[] decimals() {
    short[] decimals = new short[100];
    for (int i = 0; i < decimals.length; i++) {
      decimals[i] = (short) ((('0' + i / 10) << Byte.SIZE) | ('0' + i % 10));
    }
    return decimals;
  }

  private static short[] digits() {
    byte[] hex = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    short[] digits = new short[1 << Byte.SIZE];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = (short) ((hex[i >> 4] << Byte.SIZE) | hex[i & 15]);
    }
    return digits;
  }

  private void putInt(int at, int value) {
    bytes[at] = (byte) (value >>> 24);
    bytes[at + 1] = (byte) (value >>> 16);
    bytes[at + 2] = (byte) (value >>> 8);
    bytes[at + 3] = (byte) value;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  /** The texts of days that were asked for, of some eleven years at a time. */
  private static final class Days {

    private static final int SOME = 1 << 12;

    private final long[] known = new long[SOME];
    private final byte[] @Nullable [] texts = new byte[SOME][];

    private byte[] text(long day) {
      int place = (int) day & (SOME - 1);
      byte[] text = texts[place];
      if (text == null || known[place] != day) {
        text = LocalDate.ofEpochDay(day).toString().getBytes(StandardCharsets.US_ASCII);
        texts[place] = text;
        known[place] = day;
      }
      return text;
    }
  }
}
