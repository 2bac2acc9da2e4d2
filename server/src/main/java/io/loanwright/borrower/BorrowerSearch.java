package io.loanwright.borrower;

import io.loanwright.access.Reach;
import io.loanwright.access.Scope;
import io.loanwright.web.Texts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How borrowers are searched for: what is alike is found, so one slip of the keyboard passes.
 *
 * <p>Where somebody is called as was typed, only those who are much like it are listed beside, and
 * who has the digits that were typed is listed alone: so a search reads few rows of however many.
 * {@link Closeness} says which of these it is; {@code BorrowerList} looks.
 *
 * <p>A statement with {@link #condition} runs after {@link Closeness#setting} in the same
 * transaction. For whoever lists borrowers, so that all lists find the same.
 */
public final class BorrowerSearch {

  /** How much like what was typed a row must be. */
  public enum Closeness {
    /** It has the digits that were typed. */
    CONTAINED("1"),
    /** It has all that was typed, word by word. */
    SAME("1"),
    /** It is much like it. */
    CLOSE("0.6"),
    /** It is like it; lets one slip in a name pass. */
    ALIKE("0.35");

    /** The planner takes what is alike for rare, and would rather compare each row. */
    private static final String SETTING =
        "SELECT set_config('pg_trgm.word_similarity_threshold', '%s', true)"
            + " || set_config('enable_seqscan', 'off', true)"
            + " || set_config('enable_indexscan', 'off', true)";

    private final String threshold;

    Closeness(String threshold) {
      this.threshold = threshold;
    }

    /**
     * Returns the statement that has to run before, in the same transaction: from how alike two
     * texts are taken for the same, 0 to 1, and that they are found by the index of what is alike.
     */
    public String setting() {
      return SETTING.formatted(threshold);
    }
  }

  /** Holds for a row {@code b} with a column {@code search} that is like {@code :search}. */
  private static final String LIKE = ":search <%% (%s)";

  private static final String HAS = "(%s) LIKE :digits";

  /** What can be searched in. */
  private static final String ALL = "b.search";

  /** What everybody sees of a row. */
  private static final String PLAIN = "b.name || ' ' || b.number";

  /** Tells a masked row by as much of the end of its phone number as the caller has to know. */
  private static final String PHONE_END =
      "regexp_replace(b.phone, '[^0-9]', '', 'g') LIKE :phoneEnd";

  private static final int PHONE_PART_MIN = 4;

  private BorrowerSearch() {}

  /** Returns whether somebody typed a part of a phone number, or of the number of a borrower. */
  public static boolean isOfDigits(String text) {
    return digits(text).length() >= PHONE_PART_MIN && text.matches("[+0-9 ()./-]+");
  }

  /**
   * Returns the condition for a row {@code b}, whose values are in {@link #params}. Who does not
   * see how a borrower is reached does not find it by that either, but by the end of the phone
   * number.
   *
   * @param unmasked whose personal data the caller sees
   */
  public static String condition(Reach unmasked, Closeness closeness) {
    String match = closeness == Closeness.CONTAINED ? HAS : LIKE;
    String all = match.formatted(ALL);
    return unmasked.scope() == Scope.ORGANIZATION
        ? all
        : "(%s AND (%s OR %s OR %s))"
            .formatted(all, unmasked.predicate("b", "id"), match.formatted(PLAIN), PHONE_END);
  }

  /** Returns how well a row {@code b} matches by what the caller sees of it, 0 to 1. */
  public static String likeness(Reach unmasked) {
    String text =
        unmasked.scope() == Scope.ORGANIZATION
            ? ALL
            : "CASE WHEN %s THEN b.search ELSE %s END"
                .formatted(unmasked.predicate("b", "id"), PLAIN);
    return "word_similarity(:search, " + text + ")";
  }

  /**
   * Returns the values of {@link #condition} and {@link #likeness}. A phone number is found however
   * it is written: by its digits, without the zeros before them that are dialed within a country.
   *
   * @param text what somebody typed, not blank
   */
  public static Map<String, @Nullable Object> params(String text, Reach unmasked) {
    Map<String, @Nullable Object> params = new HashMap<>(unmasked.params());
    if (isOfDigits(text)) {
      String digits = digits(text);
      String dialed = digits.replaceFirst("^0+", "");
      String sought = dialed.length() < PHONE_PART_MIN ? digits : dialed;
      params.put("search", digits);
      params.put("digits", Texts.containing(sought));
      params.put("phoneEnd", "%" + sought);
    } else {
      params.put("search", text);
      params.put("digits", null);
      params.put("phoneEnd", null);
    }
    return params;
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}
