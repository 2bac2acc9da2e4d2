package io.loanwright.ledger;

import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import io.loanwright.ledger.store.JournalCheck;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Proves that each entry is complete and balances, that the sums of days, and wallets of borrowers
 * and of the lender, are what the journal says, and that entries drafted by hand are in it as they
 * were drafted.
 */
@Component
@Order(2)
class JournalProof implements Proof {

  private final JournalCheck journal;

  JournalProof(JournalCheck journal) {
    this.journal = journal;
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    journal.broken().forEach(found);
    journal.otherSums().forEach(found);
    journal.otherWallets().forEach(found);
    journal.otherLenderWallets().forEach(found);
    journal.otherThanDrafted().forEach(found);
    return new Checked("entries", journal.entries());
  }
}
