package io.loanwright.engine.replay;

import static io.loanwright.engine.Loans.id;

import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.oracle.RandomLoans;
import io.loanwright.engine.oracle.RandomLoans.Loan;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.RecalculationTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;

/** Random loans that bear interest on what is owed, and do not follow payments. */
final class DecliningLoans {

  private DecliningLoans() {}

  static Loan loan(long seed) {
    Loan loan = new RandomLoans(seed, 24).next();
    Assume.that(loan.terms().interest().method() == InterestMethod.DECLINING_BALANCE);
    return new Loan(
        loan.terms().withRecalculation(RecalculationTerms.NONE),
        loan.disbursedOn(),
        loan.principal());
  }

  /**
   * Returns what a loan has come to on a day. A history that the engine refuses is not looked at.
   *
   * @param later what happened after it was paid out
   */
  static LoanPosition position(Loan loan, LocalDate on, LoanEvent... later) {
    List<LoanEvent> events = new ArrayList<>();
    events.add(new LoanEvent.Disbursed(id(1), loan.disbursedOn(), 1, loan.principal()));
    events.addAll(List.of(later));
    try {
      return Replay.position(loan.terms(), events, on);
    } catch (Refused e) {
      Assume.that(false);
      throw e;
    }
  }
}
