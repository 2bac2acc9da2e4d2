package io.loanwright.loan;

import org.jspecify.annotations.Nullable;

/** How texts of a request are read. */
public final class Texts {

  private Texts() {}

  /** Returns a text without the space around it; null where nothing is left. */
  public static @Nullable String strippedOrNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
