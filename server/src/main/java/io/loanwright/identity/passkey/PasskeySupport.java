package io.loanwright.identity.passkey;

/** Whether passkeys can be used where the program is reached. */
public sealed interface PasskeySupport {

  /** They can. */
  record On(RelyingParty party) implements PasskeySupport {}

  /**
   * They cannot.
   *
   * @param why a sentence that says what to do
   */
  record Off(String why) implements PasskeySupport {}
}
