package io.loanwright.engine.explain;

/** A figure in the split of a payment. */
public enum PaymentFigure {
  /** The whole payment. */
  AMOUNT,
  /** What went to principal. */
  PRINCIPAL,
  /** What went to interest. */
  INTEREST,
  /** What went to fees. */
  FEES,
  /** What went to penalties. */
  PENALTIES,
  /** What was not owed and belongs to the borrower. */
  EXCESS
}
