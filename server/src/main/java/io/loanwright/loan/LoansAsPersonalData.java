package io.loanwright.loan;

import io.loanwright.audit.TrailErasure.Thing;
import io.loanwright.borrower.spi.PersonalDataHolder;
import io.loanwright.ledger.Idempotency;
import io.loanwright.ledger.Wallets;
import io.loanwright.loan.store.KeptLoans;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells what loans and wallets keep of a borrower. */
@Component
@Order(1)
class LoansAsPersonalData implements PersonalDataHolder {

  private final KeptLoans loans;
  private final Wallets wallets;
  private final Idempotency answers;

  LoansAsPersonalData(KeptLoans loans, Wallets wallets, Idempotency answers) {
    this.loans = loans;
    this.wallets = wallets;
    this.answers = answers;
  }

  @Override
  public String part() {
    return "loans";
  }

  @Override
  public String export(UUID borrowerId) {
    return loans.of(borrowerId);
  }

  @Override
  public Optional<Hold> hold(UUID borrowerId) {
    if (loans.isAnyOpen(borrowerId)) {
      return Optional.of(Hold.LOAN_OPEN);
    }
    boolean holdsMoney =
        wallets.of(borrowerId).stream().anyMatch(wallet -> wallet.balance().isPositive());
    return holdsMoney ? Optional.of(Hold.WALLET_NOT_EMPTY) : Optional.empty();
  }

  @Override
  public Optional<LocalDate> lastDay(UUID borrowerId) {
    return loans.lastDay(borrowerId);
  }

  /** The answers to commands on his loans have his name. */
  @Override
  public void erase(UUID borrowerId) {
    answers.forget(borrowerId);
  }

  /** Rows about a wallet are labelled with the name of its owner. */
  @Override
  public List<Thing> traces(UUID borrowerId) {
    return wallets.of(borrowerId).stream()
        .map(wallet -> new Thing("wallet", wallet.id(), null))
        .toList();
  }
}
