package io.loanwright.loan;

import org.jspecify.annotations.Nullable;

/** How texts of a request are read: what nobody can see has no place in them. */
public final class Texts {

  /** Text of one line. */
  public static final String LINE = "\\P{Cc}*";

  /** Text of one or more lines. */
  public static final String LINES = "[\\P{Cc}\\n\\r\\t]*";

  /** What to write instead of something else. */
  public static final String EXPECTED = "must not have control characters";

  private Texts() {}

  /** Returns a text without the space around it; null where nothing is left. */
  public static @Nullable String strippedOrNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
