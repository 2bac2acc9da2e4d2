package io.loanwright.integration.row;

import io.loanwright.integration.mapping.FieldSource;
import io.loanwright.integration.mapping.LoanFate;
import io.loanwright.integration.mapping.LoanMapping.PositionFields;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the other system's words for the state of a loan mean. */
final class Fates {

  private static final int WORD_MAX = 200;

  private final @Nullable FieldSource status;
  private final Map<String, LoanFate> words = new HashMap<>();

  Fates(PositionFields fields) {
    this.status = fields.status();
    if (fields.statuses() != null) {
      fields.statuses().forEach((word, fate) -> words.put(lower(word), fate));
    }
  }

  /** Returns what becomes of a row's loan; null, and a note, where its word means nothing. */
  @Nullable LoanFate of(RowReader reader) {
    if (status == null) {
      return LoanFate.ACTIVE;
    }
    String word = reader.neededText(status, WORD_MAX);
    if (word == null) {
      return null;
    }
    LoanFate fate = words.get(lower(word));
    if (fate != null) {
      return fate;
    }
    return LoanFate.ofWord(word)
        .orElseGet(() -> {
          reader.note(
              status,
              words.isEmpty()
                  ? "a word for a state"
                  : "one of " + String.join(", ", words.keySet().stream().sorted().toList()),
              "Say in the mapping (position.statuses) what this word means.");
          return null;
        });
  }

  private static String lower(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
