package io.loanwright.engine.arrears;

/** Which day is the first one past due. */
public enum FirstDay {
  /**
   * The due date itself, at the end of which nothing had come: due on 31 March, 30 April is day 31.
   *
   * <p>Source: Reserve Bank of India, circular DOR.STR.REC.68/21.04.048/2021-22 of 12 November
   * 2021, illustration.
   */
  DUE_DATE,
  /** The day after the due date: due on 31 March, 30 April is day 30. */
  DAY_AFTER
}
