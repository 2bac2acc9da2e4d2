package io.loanwright.engine.replay;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.Dates;
import io.loanwright.engine.terms.InterestTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The events of a loan in the order in which they count.
 *
 * <p>Events count by their day; those of one day in the order in which they arrived, changes of
 * terms first, but after the money that makes the loan. An event that was reversed counts until the
 * day of its reversal and not from it on.
 */
final class History {

  private static final Comparator<LoanEvent> COUNTING_ORDER = History::compare;

  private final List<LoanEvent> events;
  private final Map<UUID, LoanEvent> byId;
  private final Map<UUID, LoanEvent.Reversed> reversals = new HashMap<>();

  /**
   * Checks the events as a whole.
   *
   * @throws Refused {@link Rule#OUT_OF_RANGE} for a date, a rate or a term that no loan has, {@link
   *     Rule#DATE_TOO_EARLY} for a pause that ends before it begins, {@link Rule#DUPLICATE_EVENT},
   *     {@link Rule#TARGET_UNKNOWN}, {@link Rule#ALREADY_REVERSED} or {@link Rule#NOT_REVERSIBLE}
   */
  History(List<LoanEvent> events) {
    this.events = events;
    this.byId = HashMap.newHashMap(events.size());
    for (LoanEvent event : events) {
      requireInRange(event);
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
      } else if (event instanceof LoanEvent.ChargeWaived waiver) {
        requireAfterItsCharge(waiver);
      }
    }
  }

  /** What is no charge is found out when the waiver is followed. */
  private void requireAfterItsCharge(LoanEvent.ChargeWaived waiver) {
    LoanEvent charge = byId.get(waiver.charge());
    if (charge != null && waiver.on().isBefore(charge.countsOn())) {
      throw new Refused(
          Rule.DATE_TOO_EARLY,
          "on",
          "A charge cannot be waived before " + charge.countsOn() + ", when it was laid.");
    }
  }

  private static void requireInRange(LoanEvent event) {
    Dates.requireBelievable("on", event.on());
    Dates.requireBelievable("from", event.countsOn());
    switch (event) {
      case LoanEvent.ChargeAdded e -> Dates.requireBelievable("dueOn", e.dueOn());
      case LoanEvent.RateChanged e -> InterestTerms.of(e.annualRatePercent());
      case LoanEvent.TermExtended e -> CalendarTerms.of(e.installments(), 1, PeriodUnit.MONTHS);
      case LoanEvent.DueDateMoved e -> {
        Dates.requireBelievable("dueOn", e.dueOn());
        Dates.requireBelievable("newDueOn", e.newDueOn());
      }
      case LoanEvent.InterestPaused e -> {
        Dates.requireBelievable("to", e.to());
        if (e.to().isBefore(e.from())) {
          throw new Refused(
              Rule.DATE_TOO_EARLY,
              "to",
              "A pause that begins on %s cannot end on %s.".formatted(e.from(), e.to()));
        }
      }
      case LoanEvent.Disbursed _,
          LoanEvent.Capitalized _,
          LoanEvent.Repaid _,
          LoanEvent.Credited _,
          LoanEvent.CashRefunded _,
          LoanEvent.ExcessRefunded _,
          LoanEvent.ChargedBack _,
          LoanEvent.ChargeWaived _,
          LoanEvent.InterestWaived _,
          LoanEvent.ChargedOff _,
          LoanEvent.Terminated _,
          LoanEvent.WrittenOff _,
          LoanEvent.ReAged _,
          LoanEvent.ReAmortized _,
          LoanEvent.Reversed _ -> {
        // Nothing but the value date, and amounts, which are checked when they are followed.
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

  private static int compare(LoanEvent one, LoanEvent other) {
    int byDay = one.countsOn().compareTo(other.countsOn());
    if (byDay != 0) {
      return byDay;
    }
    int byRank = Integer.compare(rank(one), rank(other));
    return byRank != 0 ? byRank : Long.compare(one.sequence(), other.sequence());
  }

  /** Terms agreed for a day hold for all that happens on it. */
  private static int rank(LoanEvent event) {
    return isAgreedForWholeDay(event) ? 0 : 1;
  }

  /** Tells whether an event changes terms for all that happens on its day. */
  static boolean isAgreedForWholeDay(LoanEvent event) {
    return event instanceof LoanEvent.RateChanged
        || event instanceof LoanEvent.TermExtended
        || event instanceof LoanEvent.InterestPaused;
  }

  /**
   * Returns the history with one more event.
   *
   * @throws Refused as the constructor does
   */
  History with(LoanEvent event) {
    List<LoanEvent> longer = new ArrayList<>(events.size() + 1);
    longer.addAll(events);
    longer.add(event);
    return new History(longer);
  }

  /** Returns the history as if what was reversed, on whatever day, had never been. */
  History standing() {
    if (reversals.isEmpty()) {
      return this;
    }
    return new History(
        events.stream()
            .filter(event -> !(event instanceof LoanEvent.Reversed))
            .filter(event -> !reversals.containsKey(event.id()))
            .toList());
  }

  /** Tells whether a new event has its place after all that count on a date, changing none. */
  boolean endsBefore(LoanEvent event, LocalDate asOf) {
    if (event instanceof LoanEvent.Reversed || event instanceof LoanEvent.ChargeWaived) {
      return false;
    }
    for (LoanEvent before : events) {
      if (counts(before, asOf) && (compare(before, event) >= 0 || addsUpWith(event, before))) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether an event brings money that pays something: the borrower's or other money. */
  static boolean isMoneyIn(LoanEvent event) {
    return event instanceof LoanEvent.Repaid || event instanceof LoanEvent.Credited;
  }

  /** Tells whether both bring money on one day: together they may pay a loan off. */
  private static boolean addsUpWith(LoanEvent event, LoanEvent before) {
    return isMoneyIn(event) && isMoneyIn(before) && event.countsOn().equals(before.countsOn());
  }

  /** Returns the events that count on a date, in order, without those reversed and reversals. */
  List<LoanEvent> until(LocalDate asOf) {
    List<LoanEvent> counting = new ArrayList<>(events.size());
    boolean waives = false;
    for (LoanEvent event : events) {
      if (counts(event, asOf)) {
        counting.add(event);
        waives |= event instanceof LoanEvent.ChargeWaived;
      }
    }
    counting.sort(COUNTING_ORDER);
    payOutFirst(counting);
    return waives ? waiversFirst(counting) : counting;
  }

  /**
   * Lets the money go out before terms change that were agreed for the same day. Money that goes
   * out later on such a day does so by the changed terms.
   */
  private static void payOutFirst(List<LoanEvent> sorted) {
    for (int i = 0; i < sorted.size(); i++) {
      if (sorted.get(i) instanceof LoanEvent.Disbursed) {
        if (sorted.getFirst().countsOn().equals(sorted.get(i).countsOn())) {
          sorted.addFirst(sorted.remove(i));
        }
        return;
      }
      if (rank(sorted.get(i)) != 0) {
        return;
      }
    }
  }

  private boolean counts(LoanEvent event, LocalDate asOf) {
    if (event instanceof LoanEvent.Reversed || event.on().isAfter(asOf)) {
      return false;
    }
    LoanEvent.Reversed reversal = reversals.isEmpty() ? null : reversals.get(event.id());
    return reversal == null || reversal.on().isAfter(asOf);
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
