package io.loanwright.ledger.spi;

import io.loanwright.ledger.PostingRole;
import java.util.Set;

/** Whoever knows on which accounts loans are kept. */
public interface LoanAccounts {

  /** Returns the codes of the accounts that play some roles for any loan. */
  Set<String> codes(Set<PostingRole> roles);
}
