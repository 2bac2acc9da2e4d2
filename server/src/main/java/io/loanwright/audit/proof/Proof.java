package io.loanwright.audit.proof;

import java.util.function.Consumer;

/** What a module can prove about its records: each one that is derived is derived once more. */
public interface Proof {

  /**
   * Compares every record with what follows from those that it comes from. Reads only, in the
   * caller's transaction.
   *
   * @param found takes what does not fit, in the order of the records
   */
  Checked check(Consumer<Difference> found);

  /**
   * Does the same in a run, whose proofs share what more than one of them would read.
   *
   * @param found takes what does not fit, in the order of the records
   */
  default Checked check(Run run, Consumer<Difference> found) {
    return check(found);
  }

  /**
   * What was looked at.
   *
   * @param records what they are called, such as {@code loans}
   */
  record Checked(String records, long count) {}
}
