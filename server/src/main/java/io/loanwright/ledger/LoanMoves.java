package io.loanwright.ledger;

import io.loanwright.audit.proof.Fingerprint;
import io.loanwright.audit.proof.Run;
import io.loanwright.ledger.store.WholeJournal;
import org.springframework.stereotype.Component;

/** What the journal says that loans moved, as a whole, for a proof that derives the same. */
@Component
public class LoanMoves {

  private final WholeJournal journal;

  LoanMoves(WholeJournal journal) {
    this.journal = journal;
  }

  /** Adds what a loan moved on an account. */
  public static void add(Fingerprint to, LoanOnAccount of, long minor) {
    to.begin().put(of.loanHigh()).put(of.loanLow()).put(of.accountWord()).add(minor);
  }

  /**
   * A loan on an account.
   *
   * @param accountWord what {@link Fingerprint#word} says of the code of the account
   */
  public record LoanOnAccount(long loanHigh, long loanLow, long accountWord) {}

  /** Returns what stands for all amounts that were moved: debits less credits in minor units. */
  public Fingerprint inBooks(Run run) {
    return journal.read(run).moved();
  }
}
