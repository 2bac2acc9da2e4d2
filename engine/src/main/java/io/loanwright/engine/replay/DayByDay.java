package io.loanwright.engine.replay;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.LoanTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Follows a history to one day after the other and tells how splits changed.
 *
 * <p>What counts on a later day mostly comes after what counted before, and is followed from there.
 * Only where something is reversed, or counts from an earlier day, all is followed again.
 */
final class DayByDay {

  private final LoanTerms terms;
  private final History history;
  private final Mint mint;
  private Course course;
  private LocalDate until = LocalDate.MIN;
  private List<LoanEvent> followed = List.of();
  private Map<Posting, MoneyUse> uses = new HashMap<>();

  DayByDay(LoanTerms terms, History history) {
    this.terms = terms;
    this.history = history;
    this.mint = new Mint(terms.currency());
    this.course = new Course(terms, LocalDate.MIN);
  }

  /**
   * Follows what counts on a day.
   *
   * @param day a day after those followed before
   */
  DaySplits to(LocalDate day) {
    List<LoanEvent> events = history.until(day);
    Map<UUID, MoneyUse> before = goesOn(events) ? Map.of() : startOver();
    course.knowUntil(day);
    for (int i = followed.size(); i < events.size(); i++) {
      course.followNext(events);
    }
    course.passDays(day);
    followed = events;
    until = day;
    return changes(day, before);
  }

  private boolean goesOn(List<LoanEvent> events) {
    if (followed.size() > events.size()) {
      return false;
    }
    for (int i = 0; i < followed.size(); i++) {
      if (!Objects.equals(followed.get(i), events.get(i))) {
        return false;
      }
    }
    return terms.latePenalty() == null || goesOnWithPenalties(events);
  }

  /** Days on which penalties may fall must not have passed before an event, nor after it. */
  private boolean goesOnWithPenalties(List<LoanEvent> events) {
    boolean ahead = !followed.isEmpty() && followed.getLast().countsOn().isAfter(until);
    boolean behind =
        followed.size() < events.size() && !events.get(followed.size()).countsOn().isAfter(until);
    return !ahead && !behind;
  }

  /** Begins again; returns what money was used for until now. */
  private Map<UUID, MoneyUse> startOver() {
    Map<UUID, MoneyUse> before = new HashMap<>();
    uses.values().forEach(use -> before.put(use.event(), use));
    uses = new HashMap<>();
    course = new Course(terms, LocalDate.MIN);
    followed = List.of();
    return before;
  }

  private DaySplits changes(LocalDate day, Map<UUID, MoneyUse> before) {
    Book book = course.book();
    List<MoneyUse> changed = new ArrayList<>();
    Set<UUID> gone = new HashSet<>(before.keySet());
    for (Posting money : book.postings) {
      if (money.kind.isMoneyIn()) {
        MoneyUse use = uses.getOrDefault(money, before.get(money.event));
        if (use == null || !isStill(use, money)) {
          use = use(money);
          changed.add(use);
        }
        uses.put(money, use);
        gone.remove(money.event);
      }
    }
    GivenUp givenUp = book.claim == null ? null : book.claim.givenUp(mint);
    return new DaySplits(day, book.isDisbursed(), book.atDisbursement, changed, gone, givenUp);
  }

  private static boolean isStill(MoneyUse was, Posting money) {
    return was.excess().minor() == money.excess()
        && was.split().principal().minor() == money.part(Part.PRINCIPAL)
        && was.split().interest().minor() == money.part(Part.INTEREST)
        && was.split().fees().minor() == money.part(Part.FEE)
        && was.split().penalties().minor() == money.part(Part.PENALTY);
  }

  private MoneyUse use(Posting money) {
    return new MoneyUse(money.event, money.split(mint), mint.money(money.excess()));
  }
}
