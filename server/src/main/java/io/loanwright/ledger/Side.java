package io.loanwright.ledger;

/** The two sides of an account. */
public enum Side {

  /** The left side: more of an asset or expense, less of a debt, of equity or of income. */
  DEBIT('D'),

  /** The right side: more of a debt, of equity or of income, less of an asset or expense. */
  CREDIT('C');

  private final char code;

  Side(char code) {
    this.code = code;
  }

  /** Returns the letter by which the journal stores the side. */
  public char code() {
    return code;
  }

  /** Returns the side with a letter of the journal. */
  public static Side of(String code) {
    return code.equals("D") ? DEBIT : CREDIT;
  }
}
