package io.loanwright.engine;

/** The rules that terms and events must keep; a refusal names the one that was broken. */
public enum Rule {
  /** The currency is not one of ISO 4217. */
  CURRENCY_UNKNOWN,
  /** The amount is in another currency than the loan. */
  CURRENCY_DIFFERS,
  /** The amount has more decimals than the currency. */
  TOO_MANY_DECIMALS,
  /** A figure is outside the range that the engine computes with. */
  OUT_OF_RANGE,
  /** A figure that follows from the terms does not fit; nothing wraps around. */
  FIGURE_TOO_LARGE,
  /** Two parts of the terms contradict each other. */
  TERMS_CONTRADICT,
  /** A date lies before the one that it must follow. */
  DATE_TOO_EARLY,
  /** A date lies after the one until which the engine is asked, or after the last due date. */
  DATE_TOO_LATE,
  /** An amount that must be positive is zero or negative. */
  AMOUNT_NOT_POSITIVE,
  /** Money was paid out twice where the terms allow it once, or more than was agreed. */
  DISBURSEMENT_NOT_ALLOWED,
  /** Something happened to the loan before its money went out. */
  BEFORE_DISBURSEMENT,
  /** The loan is closed and takes no more money. */
  LOAN_CLOSED,
  /** The lender no longer expects the loan to be paid; nothing is lent or agreed anew. */
  LOAN_CHARGED_OFF,
  /** The contract was ended; nothing is lent or agreed anew. */
  LOAN_TERMINATED,
  /** All that was owed was given up; only the borrower's money still comes in. */
  LOAN_WRITTEN_OFF,
  /** The event to reverse, waive or adjust is not in the history. */
  TARGET_UNKNOWN,
  /** The event to reverse is reversed already. */
  ALREADY_REVERSED,
  /** This kind of event cannot be reversed. */
  NOT_REVERSIBLE,
  /** The installment that the payment is meant for does not exist. */
  INSTALLMENT_UNKNOWN,
  /** The installment that the payment is meant for is paid already. */
  INSTALLMENT_PAID,
  /** The same event identifier occurs twice. */
  DUPLICATE_EVENT,
  /** More is given back, waived or credited than there is. */
  MORE_THAN_THERE_IS
}
