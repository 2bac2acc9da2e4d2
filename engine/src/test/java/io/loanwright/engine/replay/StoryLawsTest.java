package io.loanwright.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.oracle.RandomHistories;
import io.loanwright.engine.oracle.RandomHistories.Story;
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.MoneyKind;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/**
 * What is true of every history of every loan: all ways of amortizing and counting interest,
 * graces, charges, currencies, orders of allocation, targets, back-dated and reversed events.
 */
class StoryLawsTest {

  @Property
  void anyOrderOfArrivalGivesTheSameState(@ForAll long seed, @ForAll Random random) {
    Story story = new RandomHistories(seed).eventful();
    List<LoanEvent> shuffled = new ArrayList<>(story.events());
    Collections.shuffle(shuffled, random);

    assertThat(Replay.position(story.terms(), shuffled, story.end())).isEqualTo(position(story));
  }

  @Property
  void reversingTheLastEventRestoresTheStateBeforeIt(@ForAll long seed) {
    Story story = new RandomHistories(seed).eventful();
    LoanEvent last = story.events().getLast();
    Assume.that(story.events().size() > 1 && !(last instanceof LoanEvent.Reversed));

    Story undone =
        story.with(new LoanEvent.Reversed(new UUID(9, 9), story.end(), 1_000, last.id()));

    assertThat(position(undone)).isEqualTo(position(withoutLast(story)));
  }

  @Property
  void pastDoesNotChangeWhenLaterEventsCome(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 900) int days) {
    Story story = new RandomHistories(seed).eventful();
    LocalDate then = story.events().getFirst().on().plusDays(days);
    List<LoanEvent> known =
        story.events().stream().filter(event -> !event.on().isAfter(then)).toList();

    assertThat(stateOrRule(story.terms(), story.events(), then))
        .isEqualTo(stateOrRule(story.terms(), known, then));
  }

  /** Accepting goes on from the state before where it can; following all anew is the definition. */
  @Property
  void whatAnEventWouldDoIsWhatItDoes(@ForAll long seed) {
    Story story = new RandomHistories(seed).eventful();
    Assume.that(story.events().size() > 1);
    Story before = withoutLast(story);

    Acceptance acceptance =
        Replay.accept(story.terms(), before.events(), story.events().getLast(), story.end());

    if (acceptance instanceof Acceptance.Accepted accepted) {
      assertThat(accepted.before()).isEqualTo(position(before));
      assertThat(accepted.after()).isEqualTo(position(story));
    }
  }

  @Property
  void everyPaymentIsUsedInFullAndNothingIsNegative(@ForAll long seed) {
    LoanPosition position = position(new RandomHistories(seed).ordinary());

    for (Allocation allocation : position.allocations()) {
      assertNotNegative(allocation.split());
      assertThat(allocation.excess().minor()).isNotNegative();
      Split none = Split.zero(position.disbursed().currency());
      assertThat(
              allocation.shares().stream().map(Allocation.Share::split).reduce(none, Split::plus))
          .isEqualTo(allocation.split());
    }
    for (Entry entry : position.entries()) {
      if (entry.kind().isMoneyIn()) {
        assertThat(entry.split().total().plus(entry.excess())).isEqualTo(entry.amount());
      }
    }
    for (InstallmentPosition row : position.installments()) {
      Stream.of(row.installment().asked(), row.paid(), row.waived(), row.outstanding())
          .forEach(StoryLawsTest::assertNotNegative);
      assertThat(row.installment().balanceAfter().minor()).isNotNegative();
    }
    assertNotNegative(position.payoff());
    assertThat(position.excess().minor()).isNotNegative();
  }

  /** Money in advance that is spread evenly is rounded once for each payment. */
  @Property
  void payingInTwoOnOneDayIsPayingAtOnceWhereTheScheduleStands(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 390) int days,
      @ForAll @LongRange(min = 1, max = 60_000) long first,
      @ForAll @LongRange(min = 1, max = 60_000) long second) {
    Story story = new RandomHistories(seed).ordinary();
    Assume.that(story.terms().recalculation().recalculation() == Recalculation.NONE);
    Assume.that(!spreadsEvenly(story));
    LocalDate on = story.events().getFirst().on().plusDays(days);
    Story atOnce = story.with(repaid(story, 1_000, on, first + second));
    Story inTwo =
        story.with(repaid(story, 1_000, on, first)).with(repaid(story, 1_001, on, second));

    assertThat(totals(position(inTwo))).isEqualTo(totals(position(atOnce)));
  }

  /**
   * Only what the first payment alone would have taken beyond the payoff amount falls away:
   * interest and charges of installments to come. Money that is spread evenly goes to fewer
   * installments.
   */
  @Property
  void firstOfTwoPaymentsOfADayKeepsItsOrderThoughBothPayTheLoanOff(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 500) int days) {
    Random random = new Random(seed);
    Story story = known(new RandomHistories(seed).ordinary(), days);
    Assume.that(story.terms().recalculation().recalculation() == Recalculation.NONE);
    Assume.that(!spreadsEvenly(story));
    Assume.that(story.events().stream().noneMatch(event -> event.on().equals(story.end())));
    LoanPosition before = positionIfTaken(story);
    long payoff = before.payoff().total().minor();
    Assume.that(payoff > 1);
    long part = 1 + random.nextLong(payoff - 1);
    int last = before.installments().size();
    Integer target = random.nextBoolean() ? null : 1 + random.nextInt(last);
    Money amount = RandomHistories.money(story, part);
    LoanEvent first = new LoanEvent.Repaid(new UUID(2, 1_000), story.end(), 1_000, amount, target);
    Allocation alone = position(story.with(first)).allocationOf(first.id()).orElseThrow();
    Assume.that(takesNothingToCome(alone, before));
    LoanEvent second = repaid(story, 1_001, story.end(), payoff - part);

    LoanPosition after = position(story.with(first).with(second));

    assertThat(after.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(after.allocationOf(first.id())).contains(alone);
  }

  private static boolean spreadsEvenly(Story story) {
    AllocationRule rule = story.terms().allocation().ruleFor(MoneyKind.REPAYMENT);
    return rule.advance() == AdvanceRule.REAMORTIZE;
  }

  private static boolean takesNothingToCome(Allocation allocation, LoanPosition position) {
    return allocation.shares().stream()
        .filter(share ->
            position
                .installments()
                .get(share.installment() - 1)
                .installment()
                .dueOn()
                .isAfter(position.asOf()))
        .allMatch(share -> share.split().total().equals(share.split().principal()));
  }

  /** Returns the story as it is known on a day. */
  private static Story known(Story story, int days) {
    LocalDate then = story.events().getFirst().on().plusDays(days);
    return new Story(
        story.terms(),
        story.events().stream().filter(event -> !event.on().isAfter(then)).toList(),
        then);
  }

  private static LoanPosition positionIfTaken(Story story) {
    try {
      return position(story);
    } catch (Refused e) {
      Assume.that(false);
      throw e;
    }
  }

  /**
   * Whatever is agreed anew, installments ask for the principal that went out and came back, no
   * more and no less. Where the rest is called in, interest paid ahead counts as principal paid.
   */
  @Property
  void installmentsAskForAllPrincipalThatIsOutWhereTheScheduleStands(@ForAll long seed) {
    Story story = new RandomHistories(seed).eventful();
    Assume.that(!story.terms().interestFollowsPayments());
    Assume.that(story.events().stream().noneMatch(StoryLawsTest::callsInTheRest));

    assertAsksForAllThatIsOut(position(story));
  }

  /** Two installments are late, and all due dates move by five months. */
  @Example
  void dueDatesMovedWhileInstallmentsAreLateLoseNoPrincipal() {
    Story story = new RandomHistories(692).following();

    assertAsksForAllThatIsOut(
        Replay.position(story.terms(), story.events().subList(0, 4), story.end()));
  }

  private static boolean callsInTheRest(LoanEvent event) {
    return event instanceof LoanEvent.Terminated || event instanceof LoanEvent.ChargedOff;
  }

  private static void assertAsksForAllThatIsOut(LoanPosition position) {
    Money asked = Money.zero(position.disbursed().currency());
    for (InstallmentPosition row : position.installments()) {
      asked = asked.plus(row.installment().principal());
    }
    Money out = Money.zero(position.disbursed().currency());
    for (Entry entry : position.entries()) {
      out = out.plus(principalOut(entry));
    }
    assertThat(asked).isEqualTo(out);
  }

  /** Excess paid out that is owed again is asked for whole: some of it is paid already. */
  private static Money principalOut(Entry entry) {
    Money none = Money.zero(entry.amount().currency());
    return switch (entry.kind()) {
      case DISBURSEMENT, CAPITALIZED -> entry.amount();
      case CHARGEBACK -> entry.split().principal();
      case EXCESS_REFUND -> entry.split().principal().isPositive() ? entry.amount() : none;
      default -> none;
    };
  }

  @Property
  void payingThePayoffAmountClosesALoanWhoseScheduleStands(@ForAll long seed) {
    Story story = new RandomHistories(seed).ordinary();
    LoanPosition before = position(story);
    Assume.that(story.terms().recalculation().recalculation() == Recalculation.NONE);
    Assume.that(before.phase() == LoanPhase.ACTIVE);
    long payoff = before.payoff().total().minor();

    LoanPosition after = position(story.with(repaid(story, 1_000, story.end(), payoff)));

    assertThat(after.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(after.outstandingAsPlanned().isZero()).isTrue();
  }

  private static LoanEvent repaid(Story story, long sequence, LocalDate on, long minor) {
    Money amount = RandomHistories.money(story, minor);
    return new LoanEvent.Repaid(new UUID(2, sequence), on, sequence, amount, null);
  }

  private static LoanPosition position(Story story) {
    return Replay.position(story.terms(), story.events(), story.end());
  }

  private static Story withoutLast(Story story) {
    return new Story(
        story.terms(), story.events().subList(0, story.events().size() - 1), story.end());
  }

  /** A history may be one only in the light of what came later; then both views say so. */
  private static Object stateOrRule(LoanTerms terms, List<LoanEvent> events, LocalDate then) {
    try {
      return Replay.position(terms, events, then);
    } catch (Refused refused) {
      return refused.refusal().rule();
    }
  }

  private static List<Object> totals(LoanPosition position) {
    Split asked = Split.zero(position.disbursed().currency());
    Split paid = asked;
    for (InstallmentPosition row : position.installments()) {
      asked = asked.plus(row.installment().asked());
      paid = paid.plus(row.paid());
    }
    return List.of(position.phase(), asked, paid, position.payoff(), position.excess());
  }

  private static void assertNotNegative(Split split) {
    assertThat(Stream.of(split.principal(), split.interest(), split.fees(), split.penalties()))
        .noneMatch(Money::isNegative);
  }
}
