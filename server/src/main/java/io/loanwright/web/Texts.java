package io.loanwright.web;

import org.jspecify.annotations.Nullable;

/** How texts of a request are read. */
public final class Texts {

  /**
   * A phone number, or nothing: digits, and what people put between them; possessive, or many
   * spaces would take hours.
   */
  public static final String PHONE = "\\s*+(?:\\+?\\(?[0-9][0-9 ()./-]*+)?\\s*+";

  /** What a phone number looks like, for whoever typed something else. */
  public static final String PHONE_EXPECTED = "must be a phone number like +254 700 123456";

  /** The most characters of a phone number. */
  public static final int PHONE_MAX = 40;

  private Texts() {}

  /** Returns a text without the space around it; null where nothing is left. */
  public static @Nullable String strippedOrNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /**
   * Returns the pattern with which {@code ILIKE} finds every text that has a part in it, whatever
   * signs of patterns are in the part.
   */
  public static String containing(String part) {
    return "%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
