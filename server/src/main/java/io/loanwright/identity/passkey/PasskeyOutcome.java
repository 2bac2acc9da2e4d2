package io.loanwright.identity.passkey;

import java.util.List;

/** What came of a wish to have a passkey, or to have it no more. */
public sealed interface PasskeyOutcome {

  /**
   * It is there.
   *
   * @param recoveryCodes shown this once, where it is the first second factor; else none
   */
  record Added(Passkey passkey, List<String> recoveryCodes) implements PasskeyOutcome {

    /** Leaves out the codes, so that the record may be logged. */
    @Override
    public String toString() {
      return "Added";
    }
  }

  /** It is gone. */
  record Removed() implements PasskeyOutcome {}

  /** There is no such passkey of the user. */
  record Unknown() implements PasskeyOutcome {}

  /** What the device sent does not fit what it was asked for, or came too late. */
  record Unfit() implements PasskeyOutcome {}

  /** The device's passkey is known already. */
  record Known() implements PasskeyOutcome {}

  /** The user has as many as anybody may. */
  record Enough() implements PasskeyOutcome {}

  /** The role needs a second factor, and it is the last one. */
  record Required() implements PasskeyOutcome {}
}
