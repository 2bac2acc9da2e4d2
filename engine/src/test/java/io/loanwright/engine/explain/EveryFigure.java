package io.loanwright.engine.explain;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.replay.Allocation;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.terms.LoanTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Asks for every figure that a loan has. */
final class EveryFigure {

  private EveryFigure() {}

  static List<Explanation> of(LoanTerms terms, List<LoanEvent> events, LocalDate asOf) {
    LoanPosition position = Replay.position(terms, events, asOf);
    Explain explain = Explain.of(terms, events, asOf);
    List<Explanation> all = new ArrayList<>();
    for (int number = 1; number <= position.installments().size(); number++) {
      for (InstallmentFigure figure : InstallmentFigure.values()) {
        all.add(explain.installment(figure, number).orElseThrow());
      }
    }
    for (Allocation allocation : position.allocations()) {
      for (PaymentFigure figure : PaymentFigure.values()) {
        all.add(explain.payment(figure, allocation.event()).orElseThrow());
      }
    }
    for (LoanFigure figure : LoanFigure.values()) {
      explain.loan(figure).ifPresent(all::add);
    }
    return all;
  }
}
