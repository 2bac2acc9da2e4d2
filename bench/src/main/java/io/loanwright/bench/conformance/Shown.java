package io.loanwright.bench.conformance;

import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.LoanPosition;

/**
 * What a check point shows of a loan.
 *
 * @param position its state, or the one that it would have if the money went out as approved
 * @param keptBack charges that were kept back when the money went out
 * @param toKeepBack charges that will be kept back when it goes out
 */
record Shown(LoanPosition position, Split keptBack, Split toKeepBack) {

  /** Returns what is shown of a loan as it is. */
  static Shown of(LoanPosition position) {
    Split keptBack = position.atDisbursement();
    return new Shown(position, keptBack, Split.zero(keptBack.total().currency()));
  }

  /** Returns what is shown of a loan whose money did not go out. */
  static Shown asApproved(LoanPosition approval, Split charges) {
    return new Shown(approval, Split.zero(charges.total().currency()), charges);
  }
}
