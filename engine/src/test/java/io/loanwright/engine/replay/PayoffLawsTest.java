package io.loanwright.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.oracle.RandomLoans;
import io.loanwright.engine.oracle.RandomLoans.Loan;
import io.loanwright.engine.oracle.RandomPenalties;
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.AllocationTerms;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Who pays what is quoted has paid the loan off: whatever was agreed, in whatever order payments
 * are used, whatever happened before.
 */
class PayoffLawsTest {

  /**
   * What became of the amount quoted.
   *
   * @param quoted how it was quoted, part by part
   * @param used what it was used for
   */
  private record Paid(Split quoted, Split used) {}

  /**
   * A loan and a day on which somebody pays it off.
   *
   * @param terms what was agreed
   * @param events what happened, some of it after the day
   * @param day the day
   */
  private record Story(LoanTerms terms, List<LoanEvent> events, LocalDate day) {

    /** Returns the story as it is if the loan is paid off on the day of its last payment. */
    Story onDayOfLastPayment() {
      LocalDate last =
          events.stream()
              .filter(LoanEvent.Repaid.class::isInstance)
              .map(LoanEvent::on)
              .max(Comparator.naturalOrder())
              .orElse(day);
      return new Story(terms, events, last);
    }
  }

  /** Part by part, too. */
  @Property
  void whoPaysTheAmountQuotedOwesNothing(@ForAll long seed) {
    Paid paid = payWhatIsQuoted(story(seed));

    assertThat(paid.used()).isEqualTo(paid.quoted());
  }

  /** Money of the same day is used anew together with it, and pays for nothing that falls away. */
  @Property
  void whatWasPaidOnTheSameDayIsNotAskedForAgain(@ForAll long seed) {
    Paid paid = payWhatIsQuoted(story(seed).onDayOfLastPayment());

    assertThat(paid.used()).isEqualTo(paid.quoted());
  }

  @Property
  void whoPaysTheAmountQuotedOwesNoPenaltyEither(@ForAll long seed) {
    Story story = story(seed);
    LoanTerms terms = story.terms().withLatePenalty(RandomPenalties.next(new Random(~seed)));

    Paid paid = payWhatIsQuoted(new Story(terms, story.events(), story.day()));

    assertThat(paid.used()).isEqualTo(paid.quoted());
  }

  /** However long interest runs for who pays the loan off. */
  @Property
  void whatIsPaidBeyondTheAmountQuotedIsExcess(@ForAll long seed) {
    Random random = new Random(~seed);
    Story story = story(seed);
    RecalculationTerms agreed = story.terms().recalculation();
    LoanTerms terms =
        story
            .terms()
            .withRecalculation(
                new RecalculationTerms(
                    agreed.recalculation(),
                    agreed.rest(),
                    pick(random, PayoffInterest.values()),
                    agreed.overdue()));
    LocalDate day = story.day();
    LoanPosition before = position(terms, story.events(), day);
    Assume.that(before.payoff().total().isPositive());
    Money beyond = new Money(1 + random.nextInt(100_000), terms.currency());
    List<LoanEvent> events = new ArrayList<>(story.events());
    Money amount = before.payoff().total().plus(beyond);
    events.add(new LoanEvent.Repaid(new UUID(9, 9), day, 1_000, amount, null));

    LoanPosition paid = position(terms, events, day);

    assertOwesNothing(paid);
    assertThat(paid.excess()).isEqualTo(before.excess().plus(beyond));
  }

  /** A minor unit less than the amount quoted does not do. */
  @Property
  void whoPaysLessThanTheAmountQuotedStillOwesTheRest(@ForAll long seed) {
    assertRestIsOwed(story(seed));
  }

  /**
   * Interest is owed until the next due date and late principal bears it: more interest than quoted
   * had been taken, and as much principal stayed. After the last due date interest had been left.
   * Interest or principal that came before charges had taken of what was quoted for these. A
   * payment of the same day had paid interest that falls away.
   */
  @Example
  void amountQuotedIsUsedAsItWasQuoted() {
    for (long seed : List.of(2_963L, 2_842L, 469L, 12_053L, 17_970L, 18_770L, 29_884L, 10_454L)) {
      Paid paid = payWhatIsQuoted(story(seed));

      assertThat(paid.used()).isEqualTo(paid.quoted());
    }
  }

  private static Story story(long seed) {
    Random random = new Random(seed);
    Loan loan = new RandomLoans(seed, 40).next();
    LoanTerms terms =
        loan.terms()
            .withAllocation(allocation(random))
            .withRecalculation(
                new RecalculationTerms(
                    pick(random, Recalculation.values()),
                    pick(random, Rest.values()),
                    PayoffInterest.UNTIL_PAYOFF_DATE,
                    pick(random, OverdueInterest.values())));
    List<LoanEvent> events = history(random, loan);
    return new Story(terms, events, loan.disbursedOn().plusDays(random.nextInt(1_000)));
  }

  private static Paid payWhatIsQuoted(Story story) {
    LoanTerms terms = story.terms();
    LocalDate day = story.day();
    Split quoted = position(terms, story.events(), day).payoff();
    Assume.that(quoted.total().isPositive());
    UUID payment = new UUID(9, 9);
    List<LoanEvent> events = new ArrayList<>(story.events());
    events.add(new LoanEvent.Repaid(payment, day, 1_000, quoted.total(), null));

    LoanPosition paid = position(terms, events, day);

    assertOwesNothing(paid);
    events.removeIf(event -> event.on().isAfter(day));
    assertOwesNothing(position(terms, events, day.plusDays(500)));
    return new Paid(quoted, paid.allocationOf(payment).orElseThrow().split());
  }

  private static void assertRestIsOwed(Story story) {
    LoanTerms terms = story.terms();
    LocalDate day = story.day();
    Money quoted = position(terms, story.events(), day).payoff().total();
    Assume.that(quoted.minor() > 1);
    List<LoanEvent> events = new ArrayList<>(story.events());
    Money less = new Money(quoted.minor() - 1, quoted.currency());
    events.add(new LoanEvent.Repaid(new UUID(9, 9), day, 1_000, less, null));

    LoanPosition paid = position(terms, events, day);

    assertThat(paid.phase()).isEqualTo(LoanPhase.ACTIVE);
    assertThat(paid.payoff().total().isPositive()).isTrue();
  }

  private static void assertOwesNothing(LoanPosition position) {
    assertThat(position.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(position.outstandingAsPlanned().isZero()).isTrue();
    assertThat(position.payoff().isZero()).isTrue();
  }

  private static LoanPosition position(LoanTerms terms, List<LoanEvent> events, LocalDate asOf) {
    try {
      return Replay.position(terms, events, asOf);
    } catch (Refused e) {
      Assume.that(false);
      throw e;
    }
  }

  private static AllocationTerms allocation(Random random) {
    List<Part> parts = new ArrayList<>(List.of(Part.values()));
    Collections.shuffle(parts, random);
    return new AllocationTerms(
        pick(random, AllocationDirection.values()),
        AllocationRule.of(pick(random, AdvanceRule.values()), parts.toArray(new Part[0])),
        Map.of());
  }

  private static List<LoanEvent> history(Random random, Loan loan) {
    List<LoanEvent> events = new ArrayList<>();
    events.add(new LoanEvent.Disbursed(new UUID(1, 0), loan.disbursedOn(), 0, loan.principal()));
    int count = random.nextInt(7);
    for (int i = 1; i <= count; i++) {
      events.add(event(random, loan, new UUID(1, i), i));
    }
    return events;
  }

  private static LoanEvent event(Random random, Loan loan, UUID id, int sequence) {
    LocalDate on = loan.disbursedOn().plusDays(random.nextInt(1_000));
    long most = Math.max(2, loan.principal().minor() / (1 + random.nextInt(12)));
    Money amount = new Money(random.nextLong(1, most), loan.terms().currency());
    return random.nextInt(5) == 0
        ? new LoanEvent.ChargeAdded(id, on, sequence, ChargeKind.PENALTY, on, amount)
        : new LoanEvent.Repaid(id, on, sequence, amount, null);
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
