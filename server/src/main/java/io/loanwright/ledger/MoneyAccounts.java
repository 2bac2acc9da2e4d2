package io.loanwright.ledger;

import io.loanwright.ledger.spi.LoanAccounts;
import io.loanwright.ledger.store.LenderWalletStore;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The accounts that are money at hand whatever the chart says of them: those that play cash, bank,
 * mobile money or card in the first chart or in any product, and the lender's wallets.
 */
@Component
class MoneyAccounts {

  private static final Set<PostingRole> ROLES =
      EnumSet.of(PostingRole.CASH, PostingRole.BANK, PostingRole.MOBILE_MONEY, PostingRole.CARD);

  private final LoanAccounts loans;
  private final LenderWalletStore wallets;

  MoneyAccounts(LoanAccounts loans, LenderWalletStore wallets) {
    this.loans = loans;
    this.wallets = wallets;
  }

  /** Returns their codes. */
  Set<String> codes() {
    Map<PostingRole, String> preset = ChartPreset.smallLender();
    Set<String> codes = new HashSet<>(loans.codes(ROLES));
    codes.addAll(wallets.accounts());
    ROLES.forEach(role -> codes.add(Objects.requireNonNull(preset.get(role))));
    return codes;
  }
}
