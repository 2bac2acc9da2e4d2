package io.loanwright.loan;

import io.loanwright.audit.proof.Fingerprint;
import io.loanwright.audit.proof.Run;
import org.springframework.stereotype.Component;

/** What loans made of the money that came in for them, as a whole, for a proof of payments. */
@Component
public class RepaidInLoans {

  private final LoanDerivations derivations;

  RepaidInLoans(LoanDerivations derivations) {
    this.derivations = derivations;
  }

  /** Adds an amount in minor units that came in for a loan by an event; nothing is none. */
  public static void add(
      Fingerprint to, long loanHigh, long loanLow, long eventHigh, long eventLow, long minor) {
    if (minor != 0) {
      to.begin().put(loanHigh).put(loanLow).put(eventHigh).put(eventLow).put(minor).add();
    }
  }

  /**
   * Tells whether these are the amounts that follow from the events of all loans, and so the sums
   * of the splits that are kept of them.
   */
  public boolean isSame(Run run, Fingerprint amounts) {
    LoanDerivations.Fit all = derivations.fit(run);
    return all.ownFit() && all.repaid().isSame(amounts);
  }

  /** Tells whether all loans follow from their events, and other amounts than these with them. */
  public boolean isOther(Run run, Fingerprint amounts) {
    LoanDerivations.Fit all = derivations.fit(run);
    return all.ownFit() && !all.repaid().isSame(amounts);
  }
}
