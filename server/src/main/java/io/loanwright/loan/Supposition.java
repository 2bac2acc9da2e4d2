package io.loanwright.loan;

/** A change to a running loan that somebody thinks about; nothing of it is kept. */
public sealed interface Supposition {

  /** Other terms from a day on. */
  record OtherTerms(AgreedChange change) implements Supposition {}

  /**
   * More money is paid out on the business date.
   *
   * @param amount as it was typed; the loan knows its currency
   */
  record TopUp(String amount) implements Supposition {}
}
