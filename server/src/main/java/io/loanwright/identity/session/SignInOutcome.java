package io.loanwright.identity.session;

import java.time.Duration;

/** What came of an attempt to sign in. */
public sealed interface SignInOutcome {

  /** It is the user. */
  record SignedIn(Tokens tokens) implements SignInOutcome {}

  /** No such user, a wrong password or a disabled user: which of them, nobody learns. */
  record Refused() implements SignInOutcome {}

  /** Too many failed attempts from this address on this login. */
  record TooMany(Duration retryAfter) implements SignInOutcome {}
}
