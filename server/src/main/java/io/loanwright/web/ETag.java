package io.loanwright.web;

import org.jspecify.annotations.Nullable;

/**
 * The version of a thing that people edit, as {@code ETag} and {@code If-Match} carry it.
 *
 * @param version counts the changes, not negative
 */
public record ETag(long version) {

  /**
   * Refuses a change that was made from an older version.
   *
   * @param ifMatch the header, or null where the client sent none and takes the risk
   * @throws ProblemException 409 {@code stale} if it names another version; 400 {@code invalid} if
   *     it is no version of ours
   */
  public void requireMatch(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.equals("*")) {
      return;
    }
    if (!ifMatch.matches("(W/)?\"\\d{1,18}\"")) {
      throw ProblemException.invalid("If-Match", "must be the ETag of an earlier answer");
    }
    if (!ifMatch.endsWith(value())) {
      throw ProblemException.stale();
    }
  }

  /** Returns the value of the header, quotes included. */
  public String value() {
    return "\"" + version + "\"";
  }
}
