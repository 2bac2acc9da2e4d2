package io.loanwright.identity.factor;

import java.time.Duration;

/** What came of a code. */
public sealed interface CodeOutcome {

  /** It is the user's, and cannot be used again. */
  record Right() implements CodeOutcome {}

  /** It is not, or was used before, or the user has no second factor. */
  record Wrong() implements CodeOutcome {}

  /** Too many wrong ones came before; it was not looked at. */
  record TooMany(Duration retryAfter) implements CodeOutcome {}
}
