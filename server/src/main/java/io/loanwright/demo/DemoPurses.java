package io.loanwright.demo;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.PostingRole;
import io.loanwright.ledger.TopUp;
import io.loanwright.ledger.TopUpOutcome;
import io.loanwright.ledger.TopUps;
import io.loanwright.ledger.Wallet;
import io.loanwright.ledger.WalletOpening;
import io.loanwright.ledger.WalletOpenings;
import io.loanwright.ledger.Wallets;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Money that borrowers of the demo have the lender keep for them. */
@Component
class DemoPurses {

  private static final String AMOUNT = "75";

  private final Wallets wallets;
  private final WalletOpenings openings;
  private final TopUps topUps;

  DemoPurses(Wallets wallets, WalletOpenings openings, TopUps topUps) {
    this.wallets = wallets;
    this.openings = openings;
    this.topUps = topUps;
  }

  /** A borrower brings cash to the counter. */
  void fill(DemoStaff.Desk desk, UUID borrower, Currency currency, LocalDate on) {
    Money amount = Money.of(AMOUNT, currency);
    TopUp topUp = new TopUp(wallet(desk, borrower, currency).id(), amount, on, PostingRole.CASH);
    TopUpOutcome outcome = topUps.topUp(desk.teller(), topUp);
    if (!(outcome instanceof TopUpOutcome.Kept)) {
      throw new IllegalStateException("The demo was refused: " + outcome);
    }
  }

  private Wallet wallet(DemoStaff.Desk desk, UUID borrower, Currency currency) {
    return switch (openings.open(desk.teller(), borrower, currency)) {
      case WalletOpening.Opened(Wallet wallet) -> wallet;
      case WalletOpening.OpenBefore _ ->
          wallets.of(borrower).stream()
              .filter(wallet -> wallet.balance().currency().equals(currency))
              .findFirst()
              .orElseThrow();
      case WalletOpening refused ->
          throw new IllegalStateException("The demo was refused: " + refused);
    };
  }
}
