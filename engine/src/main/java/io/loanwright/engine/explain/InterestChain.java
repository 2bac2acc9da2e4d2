package io.loanwright.engine.explain;

import io.loanwright.engine.explain.Bearing.Borne;
import java.util.ArrayList;
import java.util.List;

/**
 * Interest of an installment: what its period bore, with what earlier installments did not ask for,
 * less what moves on to later ones.
 */
final class InterestChain {

  private final Bearing bearing;
  private final Amounts amounts;
  private final int grace;

  InterestChain(Bearing bearing, Facts facts) {
    this.bearing = bearing;
    this.amounts = facts.amounts();
    this.grace = facts.terms().grace().onInterestPayment();
  }

  List<Explanation> parts(int period) {
    Borne own = bearing.borne(period);
    List<Explanation> parts = new ArrayList<>(own.leaves());
    long carried = 0;
    int start = period;
    for (int i = 0; i < period; i++) {
      start = carried == 0 ? i : start;
      long rest = bearing.isSettledForLess(i) ? 0 : bearing.borne(i).minor() - bearing.asked(i);
      carried = Math.max(0, carried + rest);
    }
    if (carried > 0) {
      parts.add(carriedIn(start, period));
    }
    addMovedOn(parts, period, own.minor() + carried - bearing.asked(period));
    return parts;
  }

  private Explanation carriedIn(int start, int period) {
    List<Explanation> parts = new ArrayList<>();
    for (int i = start; i < period; i++) {
      boolean isPassed = bearing.isSettledForLess(i);
      parts.addAll(isPassed ? List.of() : bearing.borne(i).leaves());
      if (!isPassed && bearing.asked(i) != 0) {
        parts.add(amounts.leaf(bearing.name(i), -bearing.asked(i)));
      }
    }
    return Explanation.sum(new Why.CarriedIn(bearing.number(start)), parts);
  }

  private void addMovedOn(List<Explanation> parts, int period, long beyond) {
    if (beyond > 0 && period < grace) {
      parts.add(amounts.leaf(new Why.PutOff(grace), -beyond));
    } else if (beyond > 0 && bearing.isFull(period)) {
      parts.add(amounts.leaf(new Why.NoRoom(), -beyond));
    }
  }
}
