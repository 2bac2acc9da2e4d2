package io.loanwright.ledger;

import io.loanwright.ledger.spi.LoanAccounts;
import io.loanwright.ledger.store.LenderWalletStore;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The accounts whose balance is the sum of what loans or wallets say: of the first chart, and those
 * that products name instead. Each wallet of the lender is one by itself.
 */
@Component
class ControlAccounts {

  private static final Set<PostingRole> ROLES =
      Arrays.stream(PostingRole.values())
          .filter(PostingRole::isControl)
          .collect(Collectors.toUnmodifiableSet());

  private final LoanAccounts loans;
  private final LenderWalletStore wallets;

  ControlAccounts(LoanAccounts loans, LenderWalletStore wallets) {
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
