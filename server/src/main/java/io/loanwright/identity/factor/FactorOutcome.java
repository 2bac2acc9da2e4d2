package io.loanwright.identity.factor;

import java.time.Duration;
import java.util.List;

/** What came of a wish to have a second factor, or to have it otherwise. */
public sealed interface FactorOutcome {

  /** An app can be told; sign-in asks for a code once one was shown. */
  record Begun(Enrolment enrolment) implements FactorOutcome {}

  /**
   * Sign-in asks for a code from now on.
   *
   * @param recoveryCodes new ones, shown this once
   */
  record On(List<String> recoveryCodes) implements FactorOutcome {

    /** Leaves out the codes, so that the record may be logged. */
    @Override
    public String toString() {
      return "On";
    }
  }

  /** Sign-in asks for it no more. */
  record Off() implements FactorOutcome {}

  /** There is one already. */
  record OnAlready() implements FactorOutcome {}

  /** There is none, or none was begun. */
  record None() implements FactorOutcome {}

  /** The role needs it. */
  record Required() implements FactorOutcome {}

  /** The code is wrong or was used before. */
  record WrongCode() implements FactorOutcome {}

  /** Too many wrong codes came before. */
  record TooMany(Duration retryAfter) implements FactorOutcome {}
}
