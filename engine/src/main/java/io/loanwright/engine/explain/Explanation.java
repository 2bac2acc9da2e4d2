package io.loanwright.engine.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An amount, why it is what it is, and the parts that it is the sum of.
 *
 * @param why the rule with what went into it
 * @param amount in major units of the loan's currency, or percent; exact, not always rounded
 * @param parts what adds up to the amount; empty for a leaf
 * @param proof what shows a figure to be right without adding up to it, such as the equation that a
 *     rate solves
 */
public record Explanation(
    Why why, BigDecimal amount, List<Explanation> parts, List<Explanation> proof) {

  /** Keeps its own copies. */
  public Explanation {
    parts = List.copyOf(parts);
    proof = List.copyOf(proof);
  }

  static Explanation leaf(Why why, BigDecimal amount) {
    return new Explanation(why, amount, List.of(), List.of());
  }

  /** Returns the sum of parts. */
  static Explanation sum(Why why, List<Explanation> parts) {
    return new Explanation(why, total(parts), parts, List.of());
  }

  /** Returns an amount with its parts; what they leave open is shown as recalculated. */
  static Explanation of(Why why, BigDecimal amount, List<Explanation> parts) {
    BigDecimal open = amount.subtract(total(parts));
    if (open.signum() == 0) {
      return new Explanation(why, amount, parts, List.of());
    }
    List<Explanation> all = new ArrayList<>(parts);
    all.add(leaf(new Why.Recalculated(), open));
    return new Explanation(why, amount, all, List.of());
  }

  private static BigDecimal total(List<Explanation> parts) {
    return parts.stream().map(Explanation::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  Explanation provenBy(List<Explanation> shown) {
    return new Explanation(why, amount, parts, shown);
  }

  /** Returns the parts that have no parts; they add up to the amount. */
  public List<Explanation> leaves() {
    if (parts.isEmpty()) {
      return List.of(this);
    }
    return parts.stream().flatMap(part -> part.leaves().stream()).toList();
  }

  /** Tells whether the definitions give the whole amount. */
  public boolean isDerived() {
    return leaves().stream().noneMatch(leaf -> leaf.why() instanceof Why.Recalculated);
  }
}
