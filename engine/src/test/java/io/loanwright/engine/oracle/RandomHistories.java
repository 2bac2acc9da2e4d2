package io.loanwright.engine.oracle;

import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.oracle.RandomLoans.Loan;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep;
import io.loanwright.engine.terms.AllocationTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.MoneyKind;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Loans of every kind with what happened to them: paid in time, early, late and too much, refunded,
 * charged, charged back, punished for lateness, changed and reversed, on days that lie close
 * together now and then.
 */
public final class RandomHistories {

  private static final int MOST_INSTALLMENTS = 24;
  private static final int MOST_EVENTS = 10;
  private static final int MOST_EVENTS_OF_FOLLOWING = 30;
  private static final long FIRST_WAIVER = 500;

  private final Random random;
  private final Random penalties;
  private final Random waivers;
  private final RandomLoans loans;

  /**
   * A loan and its history.
   *
   * @param terms what was agreed
   * @param events what happened, in the order of arrival
   * @param end a day after all of it
   */
  public record Story(LoanTerms terms, List<LoanEvent> events, LocalDate end) {

    /** Keeps its own copy of the events. */
    public Story {
      events = List.copyOf(events);
    }

    /** Returns the story with one more event. */
    public Story with(LoanEvent event) {
      List<LoanEvent> longer = new ArrayList<>(events);
      longer.add(event);
      return new Story(terms, longer, end);
    }
  }

  public RandomHistories(long seed) {
    this.random = new Random(seed);
    this.penalties = new Random(~seed);
    this.waivers = new Random(seed + 1);
    this.loans = new RandomLoans(seed, MOST_INSTALLMENTS);
  }

  /** Returns a story in which money, refunds and charges come and go; nothing is agreed anew. */
  public Story ordinary() {
    return next(RandomEvents.ORDINARY);
  }

  /** Returns a story in which everything may happen that a loan can meet. */
  public Story eventful() {
    return next(RandomEvents.ALL);
  }

  /** Returns a story of a loan whose interest follows payments, in which everything may happen. */
  public Story following() {
    while (true) {
      Story start = start(recalculation(Recalculation.FOLLOWS_PAYMENTS));
      if (start.terms().interestFollowsPayments()) {
        return grown(start, RandomEvents.ALL, MOST_EVENTS_OF_FOLLOWING);
      }
    }
  }

  /**
   * Returns an eventful story in which the lender gives interest up, too, on any day. Its waivers
   * are drawn apart, so that the other stories of a seed stay what they are.
   */
  public Story forgiving() {
    return forgiven(eventful());
  }

  /** Returns the same of a loan whose interest follows payments. */
  public Story forgivingAndFollowing() {
    return forgiven(following());
  }

  private Story forgiven(Story start) {
    Story story = start;
    for (int i = 1 + waivers.nextInt(3); i > 0; i--) {
      long sequence = FIRST_WAIVER + i;
      Story longer =
          story.with(
              new LoanEvent.InterestWaived(
                  RandomEvents.id(sequence),
                  story.events().getFirst().on().plusDays(waivers.nextInt(800)),
                  sequence,
                  money(story, 1 + waivers.nextInt(5_000))));
      story = isTaken(longer) ? longer : story;
    }
    return story;
  }

  private Story next(int kinds) {
    return grown(start(recalculation()), kinds, MOST_EVENTS);
  }

  /** Returns a loan that was just paid out. */
  private Story start(RecalculationTerms recalculation) {
    while (true) {
      Loan loan = loans.next();
      LoanTerms terms =
          loan.terms()
              .withAllocation(allocation())
              .withRecalculation(recalculation)
              .withLatePenalty(RandomPenalties.maybe(penalties));
      Story story =
          new Story(
              terms,
              List.of(
                  new LoanEvent.Disbursed(
                      RandomEvents.id(0), loan.disbursedOn(), 0, loan.principal())),
              loan.disbursedOn().plusDays(1_000));
      if (isTaken(story)) {
        return story;
      }
    }
  }

  /** Adds events that fit; those that break a rule are left out. */
  private Story grown(Story start, int kinds, int most) {
    Story story = start;
    RandomEvents events = new RandomEvents(random, start);
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      Story longer = story.with(events.next(story, kinds));
      story = isTaken(longer) ? longer : story;
    }
    return story;
  }

  private static boolean isTaken(Story story) {
    try {
      Replay.position(story.terms(), story.events(), story.end());
      return true;
    } catch (Refused _) {
      return false;
    }
  }

  private AllocationTerms allocation() {
    if (random.nextInt(3) == 0) {
      return AllocationTerms.USUAL;
    }
    return new AllocationTerms(
        pick(AllocationDirection.values()),
        rule(),
        random.nextBoolean() ? Map.of() : Map.of(pick(MoneyKind.values()), rule()));
  }

  /** Any order of the twelve steps, the one by parts more often. */
  private AllocationRule rule() {
    List<AllocationStep> order = new ArrayList<>(List.of(AllocationStep.values()));
    if (random.nextBoolean()) {
      Collections.shuffle(order, random);
    }
    return new AllocationRule(order, pick(AdvanceRule.values()));
  }

  private RecalculationTerms recalculation() {
    return random.nextBoolean()
        ? RecalculationTerms.NONE
        : recalculation(pick(Recalculation.values()));
  }

  private RecalculationTerms recalculation(Recalculation recalculation) {
    return new RecalculationTerms(
        recalculation,
        pick(Rest.values()),
        pick(PayoffInterest.values()),
        pick(OverdueInterest.values()));
  }

  private <T> T pick(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Returns the money of a loan, in minor units. */
  public static Money money(Story story, long minor) {
    return new Money(minor, story.terms().currency());
  }
}
