package io.loanwright.identity.factor;

import java.time.Duration;

/** What came of a code. */
public sealed interface CodeOutcome {

  /** It is the user's, and cannot be used again. */
  record Right() implements CodeOutcome {}

  /** It is not, or was used before. */
  record Wrong() implements CodeOutcome {}

  /** The user has no second factor. */
  record None() implements CodeOutcome {}

  /** Too many wrong ones came before; it was not looked at. */
  record TooMany(Duration retryAfter) implements CodeOutcome {}
}
