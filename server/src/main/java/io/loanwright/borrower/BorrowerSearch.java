package io.loanwright.borrower;

import io.loanwright.access.Reach;
import io.loanwright.access.Scope;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How borrowers are searched for: what is alike is found, so one slip of the keyboard passes.
 *
 * <p>A statement with {@link #condition} runs after {@link #LIKENESS} in the same transaction. For
 * whoever lists borrowers, so that all lists find the same.
 */
public final class BorrowerSearch {

  /** How alike two texts must be to be taken for the same, 0 to 1; lets one slip in a name pass. */
  public static final String LIKENESS =
      "SELECT set_config('pg_trgm.word_similarity_threshold', '0.35', true)";

  /** Holds for a row {@code b} with a column {@code search} that is like {@code :search}. */
  private static final String LIKE = ":search <% b.search";

  /** What everybody sees of a row. */
  private static final String PLAIN = "b.name || ' ' || b.number";

  /** Tells a masked row by as much of the end of its phone number as the caller has to know. */
  private static final String PHONE_END =
      "regexp_replace(b.phone, '[^0-9]', '', 'g') LIKE :phoneEnd";

  private static final int PHONE_PART_MIN = 4;

  private BorrowerSearch() {}

  /**
   * Returns the condition for a row {@code b}, whose values are in {@link #params}. Who does not
   * see how a borrower is reached does not find it by that either, but by the end of the phone
   * number.
   *
   * @param unmasked whose personal data the caller sees
   */
  public static String condition(Reach unmasked) {
    String seen = unmasked.predicate("b", "id");
    return unmasked.scope() == Scope.ORGANIZATION
        ? LIKE
        : "(%s AND (%s OR :search <%% (%s) OR %s))".formatted(LIKE, seen, PLAIN, PHONE_END);
  }

  /** Returns how well a row {@code b} matches by what the caller sees of it, 0 to 1. */
  public static String likeness(Reach unmasked) {
    String text =
        unmasked.scope() == Scope.ORGANIZATION
            ? "b.search"
            : "CASE WHEN %s THEN b.search ELSE %s END"
                .formatted(unmasked.predicate("b", "id"), PLAIN);
    return "word_similarity(:search, " + text + ")";
  }

  /**
   * Returns the values of {@link #condition} and {@link #likeness}. A phone number is found however
   * it is written: by its digits.
   *
   * @param text what somebody typed, not blank
   */
  public static Map<String, @Nullable Object> params(String text, Reach unmasked) {
    String digits = text.replaceAll("[^0-9]", "");
    boolean phone = digits.length() >= PHONE_PART_MIN && text.matches("[+0-9 ()./-]+");
    Map<String, @Nullable Object> params = new HashMap<>(unmasked.params());
    params.put("search", phone ? digits : text);
    params.put("phoneEnd", phone ? "%" + digits : null);
    return params;
  }
}
