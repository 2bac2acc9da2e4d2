package io.loanwright.document;

import org.jspecify.annotations.Nullable;

/** The name of a file as a client sends it, made fit to be shown. */
public final class FileName {

  private static final String UNNAMED = "document";

  private FileName() {}

  /**
   * Returns the last part of a path without what cannot be printed, or a word where nothing is
   * left; a name that is too long loses its middle, since its end says what it is.
   */
  public static String shown(@Nullable String sent) {
    if (sent == null) {
      return UNNAMED;
    }
    String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[\\p{Cc}\\p{Cs}\\p{Cf}]", "").strip();
    if (plain.isEmpty()) {
      return UNNAMED;
    }
    return plain.length() <= Document.NAME_MAX ? plain : shortened(plain);
  }

  private static String shortened(String name) {
    int half = Document.NAME_MAX / 2 - 1;
    String cut = name.substring(0, half) + "…" + name.substring(name.length() - half);
    return cut.replaceAll("[\\p{Cs}]", "");
  }
}
