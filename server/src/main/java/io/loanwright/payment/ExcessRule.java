package io.loanwright.payment;

import io.loanwright.engine.money.Money;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.Refusal;
import io.loanwright.loan.Repaid;
import java.util.Objects;
import java.util.Optional;

/**
 * How much more than a loan owes a payment may be: at most ten times what was lent. What is more is
 * a slip of the keyboard, and would be held for the borrower as his.
 */
final class ExcessRule {

  private static final int TIMES = 10;

  private ExcessRule() {}

  static Optional<Refusal> refusal(Repaid foreseen) {
    Money excess = foreseen.split().excess();
    LoanState.Active active = Objects.requireNonNull(foreseen.loan().state().disbursement());
    Money lent = active.principal();
    return Math.ceilDiv(excess.minor(), TIMES) > lent.minor()
        ? Optional.of(new Refusal.ExcessTooLarge(foreseen.amount().minus(excess), excess, lent))
        : Optional.empty();
  }
}
