package io.loanwright.ledger;

import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import io.loanwright.audit.proof.Run;
import io.loanwright.ledger.store.JournalCheck;
import io.loanwright.ledger.store.SumCheck;
import io.loanwright.ledger.store.WholeJournal;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Proves that each entry is complete and balances, that the sums of flows and of days, and wallets
 * of borrowers and of the lender, are what the journal says, that entries drafted by hand are in it
 * as they were drafted, and that what takes money of borrowers' wallets back is what it takes back.
 */
@Component
@Order(2)
class JournalProof implements Proof {

  private final JournalCheck journal;
  private final SumCheck sums;
  private final WholeJournal all;

  JournalProof(JournalCheck journal, SumCheck sums, WholeJournal all) {
    this.journal = journal;
    this.sums = sums;
    this.all = all;
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    return check(new Run(), found);
  }

  /** Where one reading finds that something does not fit, statements name what it is. */
  @Override
  public Checked check(Run run, Consumer<Difference> found) {
    WholeJournal.Read read = all.read(run);
    if (!read.isWhole()) {
      journal.broken().forEach(found);
    }
    boolean flowsFit = read.isWhole() && sums.areFlowsThoseOf(run, read.sums());
    if (!flowsFit) {
      sums.otherFlows().forEach(found);
    }
    boolean addedUp = flowsFit && sums.areDaysThoseOfFlows();
    if (!addedUp) {
      sums.otherDays().forEach(found);
    }
    sums.otherMonths().forEach(found);
    journal.otherWallets(addedUp).forEach(found);
    journal.otherLenderWallets(addedUp).forEach(found);
    journal.otherThanDrafted().forEach(found);
    journal.otherThanTakenBack().forEach(found);
    return new Checked("entries", read.isWhole() ? read.entries() : journal.entries());
  }
}
