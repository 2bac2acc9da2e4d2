package io.loanwright.loan.rule;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.explain.Explain;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.loan.Happening;
import io.loanwright.loan.OpeningPosition;
import io.loanwright.loan.Progress;
import io.loanwright.loan.RecordedEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Hands a loan's stored events to the engine. */
public final class Replaying {

  private Replaying() {}

  /**
   * Returns the state of a loan at the end of a day.
   *
   * @param agreed the loan's terms
   * @param events all of its events, or those that were known at some time
   */
  public static LoanPosition position(
      LoanTerms agreed, List<RecordedEvent> events, LocalDate asOf) {
    return Replay.position(terms(agreed, events), toEngine(events), asOf);
  }

  /**
   * Returns who can say why the figures of a loan are what they are at the end of a day; empty if
   * no money had gone out by then.
   */
  public static Optional<Explain> explain(
      LoanTerms agreed, List<RecordedEvent> events, LocalDate asOf) {
    boolean isOut =
        toEngine(events).stream()
            .anyMatch(event -> event instanceof LoanEvent.Disbursed && !event.on().isAfter(asOf));
    return isOut
        ? Optional.of(Explain.of(terms(agreed, events), toEngine(events), asOf))
        : Optional.empty();
  }

  /**
   * Returns the terms that the engine replays: those that were agreed, or what an opening position
   * left of them.
   */
  public static LoanTerms terms(LoanTerms agreed, List<RecordedEvent> events) {
    return opening(events).map(opened -> OpeningRules.remaining(agreed, opened)).orElse(agreed);
  }

  /** Returns the opening position of a loan that was taken over from another system. */
  public static Optional<RecordedEvent> opening(List<RecordedEvent> events) {
    return events.stream().filter(event -> event.what() instanceof Happening.Opening).findFirst();
  }

  /** Returns the events as the engine takes them. */
  public static List<LoanEvent> toEngine(List<RecordedEvent> events) {
    return events.stream().flatMap(event -> toEngine(event).stream()).toList();
  }

  /** Returns an event as the engine takes it; nothing for an opening that leaves nothing owed. */
  public static Optional<LoanEvent> toEngine(RecordedEvent event) {
    return switch (event.what()) {
      case Happening.Disbursement(Money amount, _) ->
          Optional.of(new LoanEvent.Disbursed(event.id(), event.on(), event.sequence(), amount));
      case Happening.Opening(OpeningPosition position) ->
          position.isReplayed()
              ? Optional.of(
                  new LoanEvent.Disbursed(
                      event.id(),
                      OpeningRules.from(event.on(), position),
                      event.sequence(),
                      position.principalOutstanding()))
              : Optional.empty();
      case Happening.Repayment(Money amount, _, _, Integer target) ->
          Optional.of(
              new LoanEvent.Repaid(event.id(), event.on(), event.sequence(), amount, target));
      case Happening.Reversal reversal ->
          Optional.of(
              new LoanEvent.Reversed(event.id(), event.on(), event.sequence(), reversal.event()));
    };
  }

  /** Returns how far a loan has come, for its row. */
  public static Progress progress(LoanPosition position, List<RecordedEvent> events) {
    Split paid = opening(events).map(Replaying::paidBefore).orElse(Split.zero(currency(position)));
    for (InstallmentPosition row : position.installments()) {
      paid = paid.plus(row.paid());
    }
    Optional<InstallmentPosition> oldest =
        position.installments().stream().filter(row -> !row.outstanding().isZero()).findFirst();
    return new Progress(
        position.asOf(),
        position.outstandingAsPlanned(),
        paid,
        oldest.map(row -> row.installment().dueOn()).orElse(null),
        oldest.map(row -> row.outstanding().total()).orElse(Money.zero(currency(position))),
        position.installments().isEmpty()
            ? null
            : position.installments().getLast().installment().dueOn(),
        events.size(),
        position.nextChangeOn());
  }

  private static Currency currency(LoanPosition position) {
    return position.disbursed().currency();
  }

  private static Split paidBefore(RecordedEvent opened) {
    return opened.what() instanceof Happening.Opening(OpeningPosition position)
        ? position.paid()
        : Split.zero(opened.what().money().currency());
  }
}
