package io.loanwright.engine.oracle;

import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.oracle.SlowLoan.State;
import io.loanwright.engine.oracle.SlowLoan.Use;
import io.loanwright.engine.replay.Allocation;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.replay.LatePenalty;
import io.loanwright.engine.replay.LoanPhase;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.terms.LoanTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What the engine says of a loan, in the words of {@link SlowLoan}. */
final class EngineState {

  private EngineState() {}

  /** Returns the state at the end of a day, or why there is none. */
  static Object of(LoanTerms terms, List<LoanEvent> events, LocalDate on) {
    try {
      return state(Replay.position(terms, events, on));
    } catch (Refused refused) {
      return refused.refusal();
    }
  }

  private static State state(LoanPosition position) {
    List<InstallmentPosition> rows = position.installments();
    return new State(
        rows.stream().map(row -> parts(row.paid())).toList(),
        rows.stream().map(row -> parts(row.outstanding())).toList(),
        rows.stream().map(row -> row.paidInAdvance().minor()).toList(),
        rows.stream().map(row -> row.paidLate().minor()).toList(),
        rows.stream().map(EngineState::completedOn).toList(),
        position.payoff().total().minor(),
        position.arrears().daysPastDue(),
        parts(position.arrears().overdue()),
        position.nextDue() == null ? null : position.nextDue().on(),
        position.allocations().stream().map(EngineState::use).toList(),
        position.latePenalties().stream().map(EngineState::laid).toList(),
        position.excess().minor(),
        position.phase() == LoanPhase.CLOSED
            ? Objects.requireNonNull(position.closure()).on()
            : null);
  }

  private static Optional<LocalDate> completedOn(InstallmentPosition row) {
    return row.paid().isZero() ? Optional.empty() : Optional.ofNullable(row.completedOn());
  }

  private static Use use(Allocation allocation) {
    Map<Integer, List<Long>> shares = new TreeMap<>();
    allocation.shares().forEach(one -> shares.put(one.installment(), parts(one.split())));
    return new Use(
        Math.toIntExact(allocation.event().getLeastSignificantBits()),
        parts(allocation.split()),
        allocation.excess().minor(),
        shares);
  }

  static SlowPenalties.Laid laid(LatePenalty penalty) {
    return new SlowPenalties.Laid(
        Objects.requireNonNull(penalty.installment()), penalty.on(), penalty.amount().minor());
  }

  private static List<Long> parts(Split split) {
    return List.of(
        split.penalties().minor(),
        split.fees().minor(),
        split.interest().minor(),
        split.principal().minor());
  }
}
