package io.loanwright.loan;

import io.loanwright.ledger.spi.WalletLoans;
import io.loanwright.loan.store.LoanList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the books which loans move a borrower's wallet. */
@Component
class LoansOfWallets implements WalletLoans {

  private final LoanList loans;

  LoansOfWallets(LoanList loans) {
    this.loans = loans;
  }

  @Override
  public List<UUID> of(UUID ownerId) {
    return loans.ofBorrower(ownerId);
  }
}
