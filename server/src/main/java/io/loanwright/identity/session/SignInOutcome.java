package io.loanwright.identity.session;

import java.time.Duration;

/** What came of an attempt to sign in. */
public sealed interface SignInOutcome {

  /** It is the user. */
  record SignedIn(Tokens tokens) implements SignInOutcome {}

  /** The password is right, and a second factor is asked for. */
  record FactorDue(String challenge) implements SignInOutcome {

    /** Leaves out the challenge, so that the record may be logged. */
    @Override
    public String toString() {
      return "FactorDue";
    }
  }

  /** The challenge is none, or too old: the password is asked for again. */
  record Over() implements SignInOutcome {}

  /** The code of the second factor is wrong or was used before. */
  record WrongCode() implements SignInOutcome {}

  /** No such user, a wrong password or a disabled user: which of them, nobody learns. */
  record Refused() implements SignInOutcome {}

  /** Too many failed attempts from this address on this login. */
  record TooMany(Duration retryAfter) implements SignInOutcome {}
}
