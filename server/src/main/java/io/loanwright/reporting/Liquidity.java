package io.loanwright.reporting;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.CashFlow.Held;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money at hand against what is promised, and what should come in soon.
 *
 * @param on the business date
 * @param until the last day of what should come in
 * @param branchId the branch; null for all
 * @param held the accounts of money at hand; what they hold now is their closing balance
 * @param approved loans that are approved and not paid out
 * @param owedToBorrowers what wallets of borrowers hold, which they may ask for
 * @param expected installments that fall due after the day, up to the last one
 * @param pastDue what was due up to the day and is not paid; it is not counted on
 */
public record Liquidity(
    LocalDate on,
    LocalDate until,
    Currency currency,
    @Nullable UUID branchId,
    List<Held> held,
    Counted approved,
    Money owedToBorrowers,
    Counted expected,
    Counted pastDue) {

  /** Keeps its own copy. */
  public Liquidity {
    held = List.copyOf(held);
  }

  /** How many, and how much together. */
  public record Counted(long count, Money amount) {}

  /** Returns all money at hand. */
  public Money atHand() {
    return held.stream().map(Held::closing).reduce(Money.zero(currency), Money::plus);
  }

  /** Returns what is left of it once all promises are kept; negative for what is missing. */
  public Money free() {
    return atHand().minus(approved.amount()).minus(owedToBorrowers);
  }

  /** Returns the same with what should come in. */
  public Money freeThen() {
    return free().plus(expected.amount());
  }
}
