package io.loanwright.integration.csv;

/** Texts of a file as they can be shown and kept. */
public final class Shown {

  private static final int LENGTH_MAX = 200;

  private Shown() {}

  /** Returns a text without control characters, cut where it is long. */
  public static String of(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
    return clean.length() > LENGTH_MAX ? clean.substring(0, LENGTH_MAX) + "…" : clean;
  }
}
