package io.loanwright.engine.terms;

/** Whether a due date that moves to a working day moves the interest with it. */
public enum ShiftedInterest {
  /** Interest runs until the day on which the installment is really due. */
  RUNS_UNTIL_DUE,
  /** Interest stays as if every day were a working day. */
  AS_PLANNED
}
