package io.loanwright.identity.factor;

/**
 * How a user stands with the second factor.
 *
 * @param on whether sign-in asks for it
 * @param required whether the role needs it
 * @param recoveryCodes how many codes on paper are left
 */
public record FactorState(boolean on, boolean required, int recoveryCodes) {}
