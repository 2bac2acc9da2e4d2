package io.loanwright.loan.rule;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.loan.Channel;
import io.loanwright.loan.Loan;
import io.loanwright.loan.Parties;
import io.loanwright.loan.Refusal;
import java.util.Optional;

/** Who may spend what is held for a borrower. */
public final class WalletRules {

  private WalletRules() {}

  /** Whoever pays a loan out of the borrower's wallet moves money of that wallet. */
  public static Optional<Refusal> mayDraw(Caller caller, Loan loan, Channel channel) {
    Parties parties = loan.parties();
    boolean covered =
        caller
            .reach(Permission.WALLET_TRANSFER)
            .covers(parties.branchId(), parties.officerId(), parties.borrowerId());
    return channel == Channel.WALLET && !covered
        ? Optional.of(new Refusal.WalletNotPermitted())
        : Optional.empty();
  }
}
