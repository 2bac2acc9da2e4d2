package io.loanwright.engine.replay;

/** What an entry in the list of a loan's transactions is. */
public enum EntryKind {
  /** Money went out. */
  DISBURSEMENT,
  /** Charges were collected when money went out. */
  CHARGES_AT_DISBURSEMENT,
  /** Income was added to the principal. */
  CAPITALIZED,
  /** The borrower paid. */
  REPAYMENT,
  /** The loan was lowered by other money than the borrower's. */
  CREDIT,
  /** Interest that a refund makes undone was given back. */
  INTEREST_REFUND,
  /** A charge was given up. */
  CHARGE_WAIVED,
  /** Interest was given up. */
  INTEREST_WAIVED,
  /** Money paid was given back to the borrower. */
  CASH_REFUND,
  /** Money beyond what was owed was paid out. */
  EXCESS_REFUND,
  /** A payment was taken back by the payer's bank. */
  CHARGEBACK,
  /** What is owed was put on a new schedule. */
  RE_AGE,
  /** What was past due was spread over the installments to come. */
  RE_AMORTIZATION,
  /** The lender no longer expects to be paid. */
  CHARGE_OFF,
  /** The contract was ended. */
  TERMINATION,
  /** What was owed was given up. */
  WRITE_OFF;

  /** Tells whether money came in: such an entry has an allocation. */
  boolean isMoneyIn() {
    return this == REPAYMENT || this == CREDIT || this == INTEREST_REFUND;
  }

  /** Tells whether what is owed only moved: it is not paid by the entry. */
  boolean movesOnly() {
    return spreads() || this == CHARGE_OFF || this == TERMINATION;
  }

  /** Tells whether what is owed was put on other installments. */
  boolean spreads() {
    return this == RE_AGE || this == RE_AMORTIZATION;
  }
}
