package io.loanwright.engine.terms;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What was agreed for events that most loans never see.
 *
 * @param tranche how long money that goes out later has
 * @param chargeOff what a charge-off does to the schedule
 * @param interestRefundedFor the kinds of refund that also give back the interest that the refunded
 *     money bore
 * @param chargebackOrder which parts of a payment come back first when it is charged back; empty
 *     where all of it is principal again
 */
public record ServicingTerms(
    TrancheTerm tranche,
    ChargeOffEffect chargeOff,
    Set<MoneyKind> interestRefundedFor,
    List<Part> chargebackOrder) {

  /** Later money joins the installments left, charge-offs change nothing, no interest refunds. */
  public static final ServicingTerms USUAL =
      new ServicingTerms(TrancheTerm.REMAINING, ChargeOffEffect.NONE, Set.of(), List.of());

  /**
   * Keeps its own copies.
   *
   * @throws Refused {@link Rule#TERMS_CONTRADICT} if a chargeback order names a part twice or not
   *     at all
   */
  public ServicingTerms {
    interestRefundedFor = Set.copyOf(interestRefundedFor);
    chargebackOrder = List.copyOf(chargebackOrder);
    if (!chargebackOrder.isEmpty()
        && (chargebackOrder.size() != Part.values().length
            || EnumSet.copyOf(chargebackOrder).size() != chargebackOrder.size())) {
      throw new Refused(
          Rule.TERMS_CONTRADICT,
          "servicing.chargebackOrder",
          "The chargeback order must name each of the four parts once.");
    }
  }
}
