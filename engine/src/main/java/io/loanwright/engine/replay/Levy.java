package io.loanwright.engine.replay;

import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.ChargeKind;
import java.time.LocalDate;

/**
 * A charge that was laid on an installment.
 *
 * @param kind fee or penalty
 * @param dueOn when it is due
 * @param minor how much
 * @param account the installment
 */
record Levy(ChargeKind kind, LocalDate dueOn, long minor, InstallmentAccount account) {

  Part part() {
    return kind == ChargeKind.FEE ? Part.FEE : Part.PENALTY;
  }
}
