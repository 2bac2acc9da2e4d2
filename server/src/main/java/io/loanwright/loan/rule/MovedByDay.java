package io.loanwright.loan.rule;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.Allocation;
import io.loanwright.engine.replay.DaySplits;
import io.loanwright.engine.replay.GivenUp;
import io.loanwright.engine.replay.LoanPhase;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.MoneyUse;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.ledger.PostingRole;
import io.loanwright.loan.EventSplit;
import io.loanwright.loan.Happening;
import io.loanwright.loan.RecordedEvent;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the events of a loan moved, as of one day after the other; {@link PostingRules} apply. */
public final class MovedByDay {

  private final List<RecordedEvent> withoutPayment;
  private final Money none;
  private final Iterator<DaySplits> days;
  private final Map<UUID, EventSplit> counting = new HashMap<>();
  private Map<UUID, EventSplit> afterGivingUp = Map.of();

  private MovedByDay(List<RecordedEvent> events, Currency currency, List<DaySplits> days) {
    this.withoutPayment =
        events.stream().filter(event -> !(event.what() instanceof Happening.Repayment)).toList();
    this.none = Money.zero(currency);
    this.days = days.iterator();
  }

  /**
   * Prepares to go from day to day.
   *
   * @param days the days, each after the one before; the loan is followed once for all of them
   */
  public static MovedByDay of(LoanTerms agreed, List<RecordedEvent> events, List<LocalDate> days) {
    List<DaySplits> splits =
        days.isEmpty()
            ? List.of()
            : Replay.splits(Replaying.terms(agreed, events), Replaying.toEngine(events), days);
    return new MovedByDay(events, agreed.currency(), splits);
  }

  /**
   * Goes to the next day.
   *
   * @return the events whose split may be another now
   */
  public Set<UUID> toNextDay() {
    DaySplits day = days.next();
    Set<UUID> changed = new HashSet<>(day.gone());
    counting.keySet().removeAll(day.gone());
    for (MoneyUse use : day.changed()) {
      counting.put(use.event(), new EventSplit(use.event(), use.split(), use.excess()));
      changed.add(use.event());
    }
    changed.addAll(takeOver(day.on(), day.disbursed(), day.atDisbursement()));
    changed.addAll(takeOver(day.givenUp()));
    return changed;
  }

  /**
   * Goes to the day of a position.
   *
   * @return the events whose split may be another now
   */
  public Set<UUID> to(LoanPosition position) {
    Map<UUID, EventSplit> before = new HashMap<>(counting);
    counting.clear();
    Set<UUID> changed = new HashSet<>();
    for (Allocation paid : position.allocations()) {
      EventSplit split = new EventSplit(paid.event(), paid.split(), paid.excess());
      counting.put(paid.event(), split);
      if (!split.equals(before.remove(paid.event()))) {
        changed.add(paid.event());
      }
    }
    changed.addAll(before.keySet());
    boolean disbursed = position.phase() != LoanPhase.NOT_DISBURSED;
    changed.addAll(takeOver(position.asOf(), disbursed, position.atDisbursement()));
    changed.addAll(takeOver(position.givenUp()));
    return changed;
  }

  /** Returns what an event moved until now; nothing if it does not count. */
  public Map<PostingRole, Long> moved(RecordedEvent event) {
    EventSplit givenUp = afterGivingUp.get(event.id());
    if (givenUp != null) {
      return PostingRules.movementAfterGivingUp(event.what(), givenUp);
    }
    EventSplit split = counting.get(event.id());
    return split == null ? Map.of() : PostingRules.movement(event.what(), split);
  }

  private Set<UUID> takeOver(LocalDate day, boolean disbursed, Split atDisbursement) {
    Set<UUID> changed = new HashSet<>();
    for (RecordedEvent event : withoutPayment) {
      boolean counts =
          switch (event.what()) {
            case Happening.Disbursement _ -> disbursed;
            case Happening.TopUp _ -> Replaying.counts(event, withoutPayment, day);
            case Happening.Opening _ -> !event.on().isAfter(day);
            case Happening.Repayment _,
                Happening.Charge _,
                Happening.Waiver _,
                Happening.InterestWaiver _,
                Happening.Change _,
                Happening.WriteOff _,
                Happening.Reversal _ ->
                false;
          };
      Split kept = event.what() instanceof Happening.TopUp more ? more.kept() : atDisbursement;
      EventSplit now = counts ? new EventSplit(event.id(), kept, none) : null;
      EventSplit was = now == null ? counting.remove(event.id()) : counting.put(event.id(), now);
      if (!Objects.equals(was, now)) {
        changed.add(event.id());
      }
    }
    return changed;
  }

  /** What was given up, and what came in for it since, is not what the loan says by itself. */
  private Set<UUID> takeOver(@Nullable GivenUp givenUp) {
    Map<UUID, EventSplit> now = PostingRules.afterGivingUp(givenUp);
    Set<UUID> changed = new HashSet<>(afterGivingUp.keySet());
    changed.addAll(now.keySet());
    Map<UUID, EventSplit> before = afterGivingUp;
    changed.removeIf(event -> Objects.equals(before.get(event), now.get(event)));
    afterGivingUp = now;
    return changed;
  }
}
