package io.loanwright.integration.mapping;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What becomes of a loan that is taken over. */
public enum LoanFate {
  /** It runs; what it owes goes on here. */
  ACTIVE,
  /** It runs, and is not expected to be repaid. */
  DEFAULTED,
  /** It is paid off. */
  CLOSED,
  /** It was given up by the lender. */
  WRITTEN_OFF,
  /** Its row is left out. */
  SKIP;

  /** Words of other systems that need no mapping, in lower case. */
  private static final Map<String, LoanFate> WORDS =
      Map.ofEntries(
          Map.entry("active", ACTIVE),
          Map.entry("current", ACTIVE),
          Map.entry("running", ACTIVE),
          Map.entry("default", DEFAULTED),
          Map.entry("defaulted", DEFAULTED),
          Map.entry("in default", DEFAULTED),
          Map.entry("paid", CLOSED),
          Map.entry("fully paid", CLOSED),
          Map.entry("closed", CLOSED),
          Map.entry("cleared", CLOSED),
          Map.entry("settled", CLOSED),
          Map.entry("charged off", WRITTEN_OFF),
          Map.entry("written off", WRITTEN_OFF),
          Map.entry("written_off", WRITTEN_OFF),
          Map.entry("skip", SKIP));

  /** Returns whether the loan goes on here. */
  public boolean runs() {
    return this == ACTIVE || this == DEFAULTED;
  }

  /** Returns what a word means that no mapping explains. */
  public static Optional<LoanFate> ofWord(String word) {
    return Optional.ofNullable(WORDS.get(word.strip().toLowerCase(Locale.ROOT)));
  }
}
