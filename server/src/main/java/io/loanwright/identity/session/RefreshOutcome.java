package io.loanwright.identity.session;

/** What came of offering a refresh token. */
public sealed interface RefreshOutcome {

  /** The token was good and is dead now; these take its place. */
  record Refreshed(Tokens tokens) implements RefreshOutcome {}

  /** No such token, or it is too old, or its session has ended. */
  record Refused() implements RefreshOutcome {}

  /** The token was used before, so somebody has a copy: the whole session has been ended. */
  record Reused() implements RefreshOutcome {}
}
