package io.loanwright.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.oracle.RandomHistories;
import io.loanwright.engine.oracle.RandomHistories.Story;
import io.loanwright.engine.oracle.RandomPenalties;
import io.loanwright.engine.terms.AllocationTerms;
import io.loanwright.engine.terms.LatePenaltyTerms;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is true of every loan on which lateness costs something, whatever happens to it. */
class LatePenaltyLawsTest {

  private static Story story(long seed, boolean eventful) {
    RandomHistories histories = new RandomHistories(seed);
    Story story = eventful ? histories.eventful() : histories.ordinary();
    LatePenaltyTerms penalty = RandomPenalties.next(new Random(seed));
    return new Story(story.terms().withLatePenalty(penalty), story.events(), story.end());
  }

  private static LoanPosition position(Story story, LocalDate on) {
    try {
      return Replay.position(story.terms(), story.events(), on);
    } catch (Refused e) {
      Assume.that(false);
      throw e;
    }
  }

  private static LatePenaltyTerms agreed(Story story) {
    return Objects.requireNonNull(story.terms().latePenalty());
  }

  @Property
  void capsHold(@ForAll long seed) {
    Story story = story(seed, true);
    LoanPosition position = position(story, story.end());
    Map<Integer, BigDecimal> each = new HashMap<>();
    BigDecimal all = BigDecimal.ZERO;
    for (LatePenalty laid : position.latePenalties()) {
      assertThat(laid.amount().isPositive()).isTrue();
      assertThat(laid.waived()).isLessThanOrEqualTo(laid.amount());
      all = all.add(laid.amount().toMajor());
      if (laid.installment() != null) {
        each.merge(laid.installment(), laid.amount().toMajor(), BigDecimal::add);
      }
    }

    BigDecimal percent = agreed(story).capPercentOfPrincipal();
    if (percent != null) {
      assertThat(all)
          .isLessThanOrEqualTo(position.disbursed().toMajor().multiply(percent).movePointLeft(2));
    }
    BigDecimal amount = agreed(story).capPerInstallment();
    if (amount != null) {
      assertThat(each.values()).allSatisfy(sum -> assertThat(sum).isLessThanOrEqualTo(amount));
    }
  }

  /** Days are followed one by one, or all at once, with the same splits on each. */
  @Property
  void dayByDayIsTheSameAsAtOnce(@ForAll long seed) {
    Story story = story(seed, true);
    position(story, story.end());
    List<LocalDate> days = story.events().stream().map(LoanEvent::on).distinct().sorted().toList();
    Map<UUID, Split> splits = new HashMap<>();
    List<DaySplits> dayByDay;
    try {
      dayByDay = Replay.splits(story.terms(), story.events(), days);
    } catch (Refused _) {
      Assume.that(false);
      return;
    }
    for (DaySplits day : dayByDay) {
      day.changed().forEach(use -> splits.put(use.event(), use.split()));
      day.gone().forEach(splits::remove);
      Map<UUID, Split> atOnce = new HashMap<>();
      position(story, day.on()).allocations().forEach(a -> atOnce.put(a.event(), a.split()));

      assertThat(splits).isEqualTo(atOnce);
    }
  }

  @Property
  void penaltiesLaidStayAsLongAsNothingHappens(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int days) {
    Story story = story(seed, true);
    LoanPosition before = position(story, story.end());

    LoanPosition after = position(story, story.end().plusDays(days));

    int laid = before.latePenalties().size();
    assertThat(after.latePenalties().stream().limit(laid).toList())
        .isEqualTo(before.latePenalties());
  }

  @Property
  void nothingChangesBeforeTheDayThatIsNamed(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 900) int day,
      @ForAll @IntRange(min = 1, max = 100) int later) {
    Story told = story(seed, true);
    LocalDate on = told.events().getFirst().on().plusDays(day);
    Story story =
        new Story(
            told.terms(), told.events().stream().filter(e -> !e.on().isAfter(on)).toList(), on);
    LoanPosition now = position(story, on);
    LocalDate then = on.plusDays(later);
    Assume.that(now.nextChangeOn() == null || then.isBefore(now.nextChangeOn()));

    LoanPosition after = position(story, then);

    assertThat(after.latePenalties()).isEqualTo(now.latePenalties());
    assertThat(after.outstandingAsPlanned()).isEqualTo(now.outstandingAsPlanned());
  }

  /** Who pays all that is shown on every last day of tolerance never gets one. */
  @Property
  void whoPaysInTimeGetsNone(@ForAll long seed) {
    Story story = story(seed, false);
    LoanEvent out = story.events().getFirst();
    LoanTerms terms = story.terms().withAllocation(AllocationTerms.USUAL);
    List<LoanEvent> events = new ArrayList<>(List.of(out));
    List<LocalDate> days =
        Replay.position(terms, events, out.on()).installments().stream()
            .map(row -> row.installment().dueOn().plusDays(agreed(story).toleranceDays()))
            .filter(day -> day.isAfter(out.on()))
            .sorted()
            .toList();
    long sequence = 1;
    for (LocalDate on : days) {
      Split overdue = position(new Story(terms, events, on), on).arrears().overdue();
      long due =
          position(new Story(terms, events, on), on).installments().stream()
              .filter(row -> row.installment().dueOn().equals(on))
              .mapToLong(row -> row.outstanding().total().minor())
              .sum();
      long minor = Math.addExact(overdue.total().minor(), due);
      if (minor > 0) {
        events.add(
            new LoanEvent.Repaid(
                new UUID(3, sequence), on, sequence, RandomHistories.money(story, minor), null));
        sequence++;
      }
    }

    LoanPosition position = position(new Story(terms, events, story.end()), story.end());

    assertThat(position.latePenalties().stream().filter(laid -> laid.dueOn().isAfter(out.on())))
        .isEmpty();
  }
}
