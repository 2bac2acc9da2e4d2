package io.loanwright.ledger;

import io.loanwright.engine.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where money came from in some days and where it went, by the direct method: the other sides of
 * the entries that move money at hand. Since each entry balances, they add up to its change.
 *
 * @param branchId the branch whose entries count; null for all
 * @param held the accounts of money at hand, in the order of codes
 * @param flows the other accounts of entries that moved them, in the order of codes
 */
public record CashFlow(BooksSpan span, @Nullable UUID branchId, List<Held> held, List<Flow> flows) {

  /** Keeps its own copies. */
  public CashFlow {
    held = List.copyOf(held);
    flows = List.copyOf(flows);
  }

  /**
   * An account of money at hand.
   *
   * @param opening what it held before the first day
   * @param in what came in in all the days, from other such accounts too
   * @param out what went out in them
   */
  public record Held(String code, String name, Money opening, Money in, Money out) {

    /** Returns what it held after the last day. */
    public Money closing() {
      return opening.plus(in).minus(out);
    }
  }

  /**
   * Why money came and went.
   *
   * @param received what came in for this; less what of that was taken back
   * @param paid what went out for this; less what of that was taken back
   */
  public record Flow(String code, String name, CashFlowKind kind, Money received, Money paid) {

    /** Returns what came in more than went out. */
    public Money net() {
      return received.minus(paid);
    }
  }

  /** Returns the flows of a kind. */
  public List<Flow> of(CashFlowKind kind) {
    return flows.stream().filter(flow -> flow.kind() == kind).toList();
  }

  /** Returns what came in more than went out for a kind of reasons. */
  public Money net(CashFlowKind kind) {
    return of(kind).stream().map(Flow::net).reduce(Money.zero(span.currency()), Money::plus);
  }

  /** Returns all money at hand before the first day. */
  public Money opening() {
    return held.stream().map(Held::opening).reduce(Money.zero(span.currency()), Money::plus);
  }

  /** Returns all money at hand after the last day. */
  public Money closing() {
    return held.stream().map(Held::closing).reduce(Money.zero(span.currency()), Money::plus);
  }

  /** Returns what the flows add up to. */
  public Money change() {
    return flows.stream().map(Flow::net).reduce(Money.zero(span.currency()), Money::plus);
  }

  /** Returns what is not explained: nothing, or the books are broken. */
  public Money difference() {
    return closing().minus(opening()).minus(change());
  }
}
