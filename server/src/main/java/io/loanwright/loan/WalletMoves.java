package io.loanwright.loan;

import io.loanwright.engine.money.Money;
import io.loanwright.ledger.WalletOutcome;
import io.loanwright.ledger.Wallets;
import io.loanwright.together.Rows;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Moves the borrower's wallet by what a loan's event gives it or takes from it. */
@Component
class WalletMoves {

  private final Wallets wallets;

  WalletMoves(Wallets wallets) {
    this.wallets = wallets;
  }

  /**
   * Moves the wallet of a loan's borrower.
   *
   * @param changeMinor what it gains, in minor units; negative for what it loses
   * @param on the day from which the change counts
   * @return why not, where the wallet has or had too little; nothing has changed then
   * @throws io.loanwright.together.NotShared if it loses something beside other commands
   */
  Optional<Refusal> move(Loan loan, long changeMinor, LocalDate on) {
    if (changeMinor == 0) {
      return Optional.empty();
    }
    Money amount = new Money(Math.absExact(changeMinor), loan.currency());
    if (changeMinor > 0) {
      wallets.add(loan.parties().borrowerId(), amount);
      return Optional.empty();
    }
    Rows.requireAlone();
    return refusal(wallets.withdraw(loan.parties().borrowerId(), amount, on), amount);
  }

  /** Returns why a wallet could not be {@link #move moved} as it is now; it is left as it is. */
  Optional<Refusal> objection(Loan loan, long changeMinor, LocalDate on) {
    if (changeMinor >= 0) {
      return Optional.empty();
    }
    Money amount = new Money(Math.absExact(changeMinor), loan.currency());
    return wallets
        .objection(loan.parties().borrowerId(), amount, on)
        .flatMap(outcome -> refusal(outcome, amount));
  }

  private static Optional<Refusal> refusal(WalletOutcome outcome, Money amount) {
    return switch (outcome) {
      case WalletOutcome.Withdrawn _ -> Optional.empty();
      case WalletOutcome.Overdrawn(Money available) ->
          Optional.of(new Refusal.WalletOverdrawn(available, amount.minus(available)));
      case WalletOutcome.OverdrawnBefore(LocalDate enoughFrom) ->
          Optional.of(new Refusal.WalletOverdrawnBefore(enoughFrom));
    };
  }
}
