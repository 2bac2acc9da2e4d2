package io.loanwright.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.oracle.RandomHistories;
import io.loanwright.engine.oracle.RandomHistories.Story;
import io.loanwright.engine.terms.LoanTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is true of histories in which everything may happen, interest that is given up as well. */
class EventfulLawsTest {

  @Property
  void anyOrderOfArrivalGivesTheSameState(@ForAll long seed, @ForAll Random random) {
    Story story = forgiving(seed);
    List<LoanEvent> shuffled = new ArrayList<>(story.events());
    Collections.shuffle(shuffled, random);

    assertThat(Replay.position(story.terms(), shuffled, story.end())).isEqualTo(position(story));
  }

  @Property
  void reversingAWaiverOfInterestRestoresTheStateBeforeIt(@ForAll long seed) {
    Story story = forgiving(seed);
    LoanEvent last = story.events().getLast();
    Assume.that(last instanceof LoanEvent.InterestWaived);
    Story undone =
        story.with(new LoanEvent.Reversed(new UUID(9, 9), story.end(), 1_000, last.id()));
    Story before =
        new Story(story.terms(), story.events().subList(0, story.events().size() - 1), story.end());

    assertThat(position(undone)).isEqualTo(position(before));
  }

  @Property
  void pastDoesNotChangeWhenLaterEventsCome(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 900) int days) {
    Story story = forgiving(seed);
    LocalDate then = story.events().getFirst().on().plusDays(days);
    List<LoanEvent> known =
        story.events().stream().filter(event -> !event.on().isAfter(then)).toList();

    assertThat(stateOrRule(story.terms(), story.events(), then))
        .isEqualTo(stateOrRule(story.terms(), known, then));
  }

  @Property
  void everyPaymentIsUsedInFullAndNothingIsNegativeWhateverHappens(@ForAll long seed) {
    assertUsedInFull(position(new RandomHistories(seed).forgiving()));
  }

  @Property
  void everyPaymentIsUsedInFullAndNothingIsNegativeWhereInterestFollows(@ForAll long seed) {
    assertUsedInFull(position(new RandomHistories(seed).forgivingAndFollowing()));
  }

  /** Installments that are on another schedule now have no share any more. */
  private static void assertUsedInFull(LoanPosition position) {
    Split none = Split.zero(position.disbursed().currency());
    for (Allocation allocation : position.allocations()) {
      assertNotNegative(allocation.split());
      assertThat(allocation.excess().minor()).isNotNegative();
      Split shared =
          allocation.shares().stream().map(Allocation.Share::split).reduce(none, Split::plus);
      assertNotNegative(allocation.split().minus(shared));
    }
    for (Entry entry : position.entries()) {
      if (entry.kind().isMoneyIn()) {
        assertThat(entry.split().total().plus(entry.excess())).isEqualTo(entry.amount());
      }
    }
    for (InstallmentPosition row : position.installments()) {
      Stream.of(row.installment().asked(), row.paid(), row.waived(), row.outstanding())
          .forEach(EventfulLawsTest::assertNotNegative);
      assertThat(row.installment().balanceAfter().minor()).isNotNegative();
    }
    assertNotNegative(position.payoff());
    assertThat(position.excess().minor()).isNotNegative();
  }

  /** A story of a loan whose interest follows payments, half of the time. */
  private static Story forgiving(long seed) {
    RandomHistories histories = new RandomHistories(seed);
    return seed % 2 == 0 ? histories.forgiving() : histories.forgivingAndFollowing();
  }

  private static LoanPosition position(Story story) {
    return Replay.position(story.terms(), story.events(), story.end());
  }

  private static Object stateOrRule(LoanTerms terms, List<LoanEvent> events, LocalDate then) {
    try {
      return Replay.position(terms, events, then);
    } catch (Refused refused) {
      return refused.refusal().rule();
    }
  }

  private static void assertNotNegative(Split split) {
    assertThat(Stream.of(split.principal(), split.interest(), split.fees(), split.penalties()))
        .noneMatch(Money::isNegative);
  }
}
