package io.loanwright.audit.proof;

/**
 * A record that does not say what follows from the records that it comes from.
 *
 * @param record which one, in words a person can look it up by
 * @param says what it says
 * @param follows what it should say
 */
public record Difference(String record, String says, String follows) {

  @Override
  public String toString() {
    return record + " says " + says + "; it follows: " + follows;
  }
}
