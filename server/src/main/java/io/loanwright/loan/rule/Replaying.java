package io.loanwright.loan.rule;

import io.loanwright.engine.Refusal;
import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.explain.Explain;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.GivenUp;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.loan.AgreedChange;
import io.loanwright.loan.Happening;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.OpeningPosition;
import io.loanwright.loan.Progress;
import io.loanwright.loan.RecordedEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Hands a loan's stored events to the engine. */
public final class Replaying {

  /** The identifier of an event that nobody recorded. */
  private static final UUID SUPPOSED = new UUID(0, 0);

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
   * Returns what would be given up if a loan were written off at the end of a day; zero if nothing
   * is owed. It is the payoff amount, but for money that came in on that day: that stays as it was
   * used, while whoever pays the rest on the same day has it used anew.
   *
   * @param agreed the loan's terms
   * @param events all of its events
   */
  public static Money givenUp(LoanTerms agreed, List<RecordedEvent> events, LocalDate on) {
    Money payoff = position(agreed, events, on).payoff().total();
    if (!payoff.isPositive()) {
      return payoff;
    }
    List<LoanEvent> followed = new ArrayList<>(toEngine(events));
    long last = events.getLast().sequence();
    followed.add(new LoanEvent.WrittenOff(SUPPOSED, on, last + 1));
    GivenUp given = Replay.position(terms(agreed, events), followed, on).givenUp();
    return given == null ? payoff : given.owed().total();
  }

  /**
   * Returns why events make no history on one of the days from a day on, though they make one on
   * the last: what is taken back later still counts until then, and may forbid what came after it.
   *
   * @param agreed the loan's terms
   * @param from the day
   */
  public static Optional<Refusal> objection(
      LoanTerms agreed, List<RecordedEvent> events, LocalDate from) {
    List<LocalDate> days =
        events.stream()
            .map(RecordedEvent::on)
            .filter(on -> !on.isBefore(from))
            .distinct()
            .sorted()
            .toList();
    try {
      Replay.splits(terms(agreed, events), toEngine(events), days);
      return Optional.empty();
    } catch (Refused e) {
      return Optional.of(e.refusal());
    }
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
    for (RecordedEvent event : events) {
      if (event.what() instanceof Happening.Opening) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }

  /** Returns the events as the engine takes them. */
  public static List<LoanEvent> toEngine(List<RecordedEvent> events) {
    List<LoanEvent> followed = new ArrayList<>(events.size());
    for (RecordedEvent event : events) {
      toEngine(event).ifPresent(followed::add);
    }
    return List.copyOf(followed);
  }

  /** Returns an event as the engine takes it; nothing for an opening that leaves nothing owed. */
  public static Optional<LoanEvent> toEngine(RecordedEvent event) {
    return switch (event.what()) {
      case Happening.Disbursement(Money amount, _) ->
          Optional.of(new LoanEvent.Disbursed(event.id(), event.on(), event.sequence(), amount));
      case Happening.TopUp more ->
          Optional.of(
              new LoanEvent.Disbursed(event.id(), event.on(), event.sequence(), more.amount()));
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
      case Happening.Charge(Money amount, ChargeKind kind, LocalDate dueOn, _) ->
          Optional.of(
              new LoanEvent.ChargeAdded(
                  event.id(), event.on(), event.sequence(), kind, dueOn, amount));
      case Happening.Waiver waiver ->
          Optional.of(
              new LoanEvent.ChargeWaived(
                  event.id(), event.on(), event.sequence(), waiver.charge()));
      case Happening.InterestWaiver waiver ->
          Optional.of(
              new LoanEvent.InterestWaived(
                  event.id(), event.on(), event.sequence(), waiver.amount()));
      case Happening.Change agreed ->
          Optional.of(toEngine(agreed.change(), event.id(), event.on(), event.sequence()));
      case Happening.WriteOff _ ->
          Optional.of(new LoanEvent.WrittenOff(event.id(), event.on(), event.sequence()));
      case Happening.Reversal reversal ->
          Optional.of(
              new LoanEvent.Reversed(event.id(), event.on(), event.sequence(), reversal.event()));
    };
  }

  /** Returns other terms that were agreed on a day as the event that the engine follows. */
  public static LoanEvent toEngine(AgreedChange change, UUID id, LocalDate on, long sequence) {
    return switch (change) {
      case AgreedChange.AnotherRate(var from, var rate) ->
          new LoanEvent.RateChanged(id, on, sequence, from, rate);
      case AgreedChange.LongerTerm(var from, var installments) ->
          new LoanEvent.TermExtended(id, on, sequence, from, installments);
      case AgreedChange.PaymentHoliday(var dueOn, var newDueOn) ->
          new LoanEvent.DueDateMoved(id, on, sequence, dueOn, newDueOn);
      case AgreedChange.InterestHoliday(var from, var to) ->
          new LoanEvent.InterestPaused(id, on, sequence, from, to);
    };
  }

  /**
   * Returns what a position makes of a loan that was paid out, with all that was lent by its day.
   *
   * @param events the events that the position is made of
   */
  public static LoanState state(
      LoanState.Active active, List<RecordedEvent> events, LoanPosition position) {
    Money all = events.isEmpty() ? active.principal() : events.getFirst().what().money();
    for (RecordedEvent event : events) {
      if (event.what() instanceof Happening.TopUp more && counts(event, events, position.asOf())) {
        all = all.plus(more.amount());
      }
    }
    return active.lent(all).at(position);
  }

  /** Tells whether an event counts on a day: it is not later, and not taken back by then. */
  static boolean counts(RecordedEvent event, List<RecordedEvent> events, LocalDate day) {
    return !event.on().isAfter(day)
        && events.stream()
            .noneMatch(other ->
                other.what() instanceof Happening.Reversal reversal
                    && reversal.event().equals(event.id())
                    && !other.on().isAfter(day));
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
