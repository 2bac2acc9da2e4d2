package io.loanwright.identity.factor;

/**
 * How a user stands with the second factor.
 *
 * @param on whether codes of an app are taken
 * @param required whether the role needs a second factor
 * @param recoveryCodes how many codes on paper are left
 * @param passkeys how many passkeys there are; each is a second factor too
 */
public record FactorState(boolean on, boolean required, int recoveryCodes, int passkeys) {

  /** Returns whether sign-in asks for more than the password. */
  public boolean isAskedFor() {
    return on || passkeys > 0;
  }
}
