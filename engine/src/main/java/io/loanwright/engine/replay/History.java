package io.loanwright.engine.replay;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.event.LoanEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The events of a loan in the order in which they count.
 *
 * <p>Events count by their day; those of one day in the order in which they arrived, changes of
 * terms first. An event that was reversed counts until the day of its reversal and not from it on.
 */
final class History {

  private static final Comparator<LoanEvent> COUNTING_ORDER =
      Comparator.comparing(LoanEvent::countsOn)
          .thenComparingInt(History::rank)
          .thenComparingLong(LoanEvent::sequence);

  private final Map<UUID, LoanEvent> byId = new HashMap<>();
  private final Map<UUID, LoanEvent.Reversed> reversals = new HashMap<>();

  /**
   * Checks the events as a whole.
   *
   * @throws Refused {@link Rule#DUPLICATE_EVENT}, {@link Rule#TARGET_UNKNOWN}, {@link
   *     Rule#ALREADY_REVERSED} or {@link Rule#NOT_REVERSIBLE}
   */
  History(List<LoanEvent> events) {
    for (LoanEvent event : events) {
      if (byId.put(event.id(), event) != null) {
        throw new Refused(
            Rule.DUPLICATE_EVENT,
            "id",
            "There is an event with the id " + event.id() + " already.");
      }
    }
    for (LoanEvent event : events) {
      if (event instanceof LoanEvent.Reversed reversal) {
        addReversal(reversal);
      }
    }
  }

  private void addReversal(LoanEvent.Reversed reversal) {
    LoanEvent target = byId.get(reversal.target());
    if (target == null) {
      throw new Refused(
          Rule.TARGET_UNKNOWN, "target", "There is no event " + reversal.target() + " to reverse.");
    }
    if (target instanceof LoanEvent.Reversed) {
      throw new Refused(
          Rule.NOT_REVERSIBLE, "target", "A reversal is final; record the event again instead.");
    }
    if (reversal.on().isBefore(target.on())) {
      throw new Refused(
          Rule.DATE_TOO_EARLY, "on", "An event cannot be reversed before " + target.on() + ".");
    }
    if (reversals.put(reversal.target(), reversal) != null) {
      throw new Refused(
          Rule.ALREADY_REVERSED, "target", "The event " + reversal.target() + " is reversed.");
    }
  }

  /** Terms agreed for a day hold for all that happens on it. */
  private static int rank(LoanEvent event) {
    return switch (event) {
      case LoanEvent.RateChanged _, LoanEvent.TermExtended _, LoanEvent.InterestPaused _ -> 0;
      default -> 1;
    };
  }

  /** Returns the events that count on a date, in order, without those reversed and reversals. */
  List<LoanEvent> until(LocalDate asOf) {
    Set<UUID> gone = new HashSet<>();
    for (LoanEvent.Reversed reversal : reversals.values()) {
      if (!reversal.on().isAfter(asOf)) {
        gone.add(reversal.target());
      }
    }
    List<LoanEvent> events =
        byId.values().stream()
            .filter(event -> !(event instanceof LoanEvent.Reversed))
            .filter(event -> !event.on().isAfter(asOf) && !gone.contains(event.id()))
            .sorted(COUNTING_ORDER)
            .toList();
    return events.stream().anyMatch(LoanEvent.ChargeWaived.class::isInstance)
        ? waiversFirst(events)
        : events;
  }

  /** Lets a waiver count before anything else of its day, but after the charge it waives. */
  private static List<LoanEvent> waiversFirst(List<LoanEvent> events) {
    List<LoanEvent> order = new ArrayList<>(events);
    for (LoanEvent event : events) {
      if (event instanceof LoanEvent.ChargeWaived waiver) {
        order.remove(waiver);
        int at = 0;
        for (int i = 0; i < order.size(); i++) {
          LoanEvent other = order.get(i);
          if (other.countsOn().isBefore(waiver.on()) || other.id().equals(waiver.charge())) {
            at = i + 1;
          }
        }
        order.add(at, waiver);
      }
    }
    return order;
  }
}
