package io.loanwright.engine.plan;

/**
 * Principal and interest, in minor units.
 *
 * @param principal the principal
 * @param interest the interest
 */
public record Owed(long principal, long interest) {

  /** Returns both together. */
  public long total() {
    return Math.addExact(principal, interest);
  }
}
