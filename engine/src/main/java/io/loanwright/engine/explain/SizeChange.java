package io.loanwright.engine.explain;

/** What gives installments another size while a loan runs. */
public enum SizeChange {
  /** Another rate counts. */
  ANOTHER_RATE,
  /** There are more installments. */
  MORE_TIME,
  /** More money went out. */
  MORE_MONEY,
  /** Income of the lender was added to the principal. */
  ADDED_INCOME
}
