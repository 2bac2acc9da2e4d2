package io.loanwright.loan;

import io.loanwright.audit.TrailErasure.Thing;
import io.loanwright.borrower.spi.PersonalDataHolder;
import io.loanwright.ledger.Wallets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells what wallets keep of a borrower. */
@Component
@Order(5)
class WalletsAsPersonalData implements PersonalDataHolder {

  private final Wallets wallets;

  WalletsAsPersonalData(Wallets wallets) {
    this.wallets = wallets;
  }

  @Override
  public String part() {
    return "wallets";
  }

  @Override
  public String export(UUID borrowerId) {
    return wallets.kept(borrowerId);
  }

  @Override
  public Optional<Hold> hold(UUID borrowerId) {
    boolean holdsMoney =
        wallets.of(borrowerId).stream().anyMatch(wallet -> wallet.balance().isPositive());
    return holdsMoney ? Optional.of(Hold.WALLET_NOT_EMPTY) : Optional.empty();
  }

  /** Rows about a wallet are labelled with the name of its owner. */
  @Override
  public List<Thing> traces(UUID borrowerId) {
    return wallets.of(borrowerId).stream()
        .map(wallet -> new Thing("wallet", wallet.id(), null))
        .toList();
  }
}
