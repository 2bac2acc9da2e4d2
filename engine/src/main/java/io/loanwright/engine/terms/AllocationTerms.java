package io.loanwright.engine.terms;

import io.loanwright.engine.terms.AllocationStep.Part;
import java.util.Map;

/**
 * How money that comes in is split.
 *
 * @param direction installments first or parts first
 * @param usual the rule for every kind of money that has none of its own
 * @param byKind rules for kinds of money that are split in another way
 */
public record AllocationTerms(
    AllocationDirection direction, AllocationRule usual, Map<MoneyKind, AllocationRule> byKind) {

  /** Penalties, fees, interest, principal; installment by installment; money over to the next. */
  public static final AllocationTerms USUAL =
      new AllocationTerms(
          AllocationDirection.HORIZONTAL,
          AllocationRule.of(
              AdvanceRule.NEXT_INSTALLMENT, Part.PENALTY, Part.FEE, Part.INTEREST, Part.PRINCIPAL),
          Map.of());

  /** Keeps its own copy of the rules. */
  public AllocationTerms {
    byKind = Map.copyOf(byKind);
  }

  /** Returns the rule for a kind of money. */
  public AllocationRule ruleFor(MoneyKind kind) {
    return byKind.getOrDefault(kind, usual);
  }
}
