package io.loanwright.borrower;

/**
 * How borrowers are searched for: what is alike is found, so one slip of the keyboard passes.
 *
 * <p>A statement with {@link #CONDITION} runs after {@link #LIKENESS} in the same transaction. For
 * whoever lists borrowers, so that all lists find the same.
 */
public final class BorrowerSearch {

  /** How alike two texts must be to be taken for the same, 0 to 1; lets one slip in a name pass. */
  public static final String LIKENESS =
      "SELECT set_config('pg_trgm.word_similarity_threshold', '0.35', true)";

  /** Holds for a row {@code b} with a column {@code search} that is like {@code :search}. */
  public static final String CONDITION = ":search <% b.search";

  private BorrowerSearch() {}

  /**
   * Returns the value of {@code :search}. A phone number is found however it is written: by its
   * digits.
   *
   * @param text what somebody typed, not blank
   */
  public static String searched(String text) {
    String digits = text.replaceAll("[^0-9]", "");
    boolean phone = digits.length() >= 5 && text.matches("[+0-9 ()./-]+");
    return phone ? digits : text;
  }
}
