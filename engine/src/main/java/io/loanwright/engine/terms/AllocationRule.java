package io.loanwright.engine.terms;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.terms.AllocationStep.Dueness;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * The order in which a payment is used up.
 *
 * @param order every step exactly once, first served first
 * @param advance where money beyond what is due goes
 */
public record AllocationRule(List<AllocationStep> order, AdvanceRule advance) {

  /**
   * Checks that the order names every step once.
   *
   * @throws Refused {@link Rule#TERMS_CONTRADICT} if a step is missing or doubled
   */
  public AllocationRule {
    order = List.copyOf(order);
    if (order.size() != AllocationStep.values().length
        || EnumSet.copyOf(order).size() != order.size()) {
      throw new Refused(
          Rule.TERMS_CONTRADICT,
          "allocation.order",
          "The allocation order must name each of the twelve steps once.");
    }
  }

  /**
   * Returns an order by parts: past due first, then due, then in advance, each in the order given.
   *
   * @param advance where money beyond what is due goes
   * @param parts all four parts, first served first
   */
  public static AllocationRule of(AdvanceRule advance, Part... parts) {
    List<AllocationStep> order = new ArrayList<>();
    for (Dueness dueness : Dueness.values()) {
      for (Part part : parts) {
        order.add(AllocationStep.of(dueness, part));
      }
    }
    return new AllocationRule(order, advance);
  }
}
