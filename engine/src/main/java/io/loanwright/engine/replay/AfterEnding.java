package io.loanwright.engine.replay;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;

/**
 * What may still happen to a loan that its lender no longer expects to be paid.
 *
 * <p>Money still comes in, is given back and taken back, and charges are given up; nothing new is
 * lent, charged or agreed. Once all that was owed was given up only the borrower's money still
 * comes in: a recovery, which pays nothing that is owed.
 *
 * <p>Source: the reference system refuses the same ("Loan Account is Charged-off", "not active").
 */
final class AfterEnding {

  private AfterEnding() {}

  /**
   * Refuses an event that cannot follow.
   *
   * @throws Refused {@link Rule#LOAN_CHARGED_OFF}, {@link Rule#LOAN_TERMINATED} or {@link
   *     Rule#LOAN_WRITTEN_OFF}
   */
  static void requirePossible(LoanEvent event, Book.Standing standing) {
    switch (standing) {
      case ORDINARY -> {}
      case CHARGED_OFF -> {
        if (!movesWhatIsOwed(event)) {
          throw refused(Rule.LOAN_CHARGED_OFF, "The loan is charged off; it only takes money.");
        }
      }
      case TERMINATED -> {
        if (!movesWhatIsOwed(event) && !(event instanceof LoanEvent.ChargedOff)) {
          throw refused(Rule.LOAN_TERMINATED, "The contract was ended; it only takes money.");
        }
      }
      case WRITTEN_OFF -> {
        if (!(event instanceof LoanEvent.Repaid)) {
          throw refused(
              Rule.LOAN_WRITTEN_OFF,
              "The loan is written off; only the borrower's money comes in.");
        }
      }
    }
  }

  private static Refused refused(Rule rule, String message) {
    return new Refused(rule, "on", message);
  }

  private static boolean movesWhatIsOwed(LoanEvent event) {
    return switch (event) {
      case LoanEvent.Repaid _,
          LoanEvent.Credited _,
          LoanEvent.CashRefunded _,
          LoanEvent.ExcessRefunded _,
          LoanEvent.ChargedBack _,
          LoanEvent.ChargeWaived _,
          LoanEvent.InterestWaived _,
          LoanEvent.WrittenOff _,
          LoanEvent.Reversed _ ->
          true;
      case LoanEvent.Disbursed _,
          LoanEvent.Capitalized _,
          LoanEvent.ChargeAdded _,
          LoanEvent.ChargedOff _,
          LoanEvent.Terminated _,
          LoanEvent.ReAged _,
          LoanEvent.ReAmortized _,
          LoanEvent.RateChanged _,
          LoanEvent.TermExtended _,
          LoanEvent.InterestPaused _,
          LoanEvent.DueDateMoved _ ->
          false;
    };
  }
}
