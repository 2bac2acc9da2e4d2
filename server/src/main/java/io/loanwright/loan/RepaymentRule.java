package io.loanwright.loan;

import java.util.Optional;

/** A rule about a repayment that is asked once the split of its money is known. */
@FunctionalInterface
public interface RepaymentRule {

  /** A repayment that any amount may be: of another system, which has taken it already. */
  RepaymentRule NONE = _ -> Optional.empty();

  /**
   * Returns why a repayment is not taken, or nothing if it may be.
   *
   * @param foreseen what would come of it
   */
  Optional<Refusal> refusal(Repaid foreseen);
}
