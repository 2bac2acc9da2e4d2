package io.loanwright.bench.conformance;

/**
 * What the number counts by which a case names a transaction that is undone.
 *
 * <p>The source's tests have a step for each way. The suite's README defines the first.
 */
enum Numbering {

  /** The transactions of its type on the day. */
  OF_THE_DAY,

  /** All transactions of its type, by their days; the day only says when it was undone. */
  OF_THE_LOAN
}
