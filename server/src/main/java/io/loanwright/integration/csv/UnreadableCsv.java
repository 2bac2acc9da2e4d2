package io.loanwright.integration.csv;

/** A file that cannot be read as CSV at all; the message tells a person why and what to do. */
public final class UnreadableCsv extends RuntimeException {

  private final boolean encoding;

  /** Says what is wrong with the file and what to do. */
  public UnreadableCsv(String message) {
    super(message);
    this.encoding = false;
  }

  UnreadableCsv(String message, boolean encoding, Throwable cause) {
    super(message, cause);
    this.encoding = encoding;
  }

  /** Returns whether the file is written in another character encoding than it was read with. */
  boolean isEncoding() {
    return encoding;
  }
}
