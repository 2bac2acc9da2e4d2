package io.loanwright.identity.session;

import java.time.Duration;

/**
 * What a signed-in client holds.
 *
 * @param accessToken goes with every call
 * @param refreshToken buys the next pair, once
 * @param expiresIn how long the access token lives
 */
public record Tokens(String accessToken, String refreshToken, Duration expiresIn) {

  /** Leaves out the tokens, so that the record may be logged. */
  @Override
  public String toString() {
    return "Tokens for " + expiresIn;
  }
}
