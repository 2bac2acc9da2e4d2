package io.loanwright.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Loans;
import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.oracle.RandomHistories;
import io.loanwright.engine.oracle.RandomLoans;
import io.loanwright.engine.oracle.RandomLoans.Loan;
import io.loanwright.engine.oracle.RandomPenalties;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/**
 * The leaves of every figure add up to the figure, whatever the terms and whatever happened.
 *
 * <p>Loans are ordinary in this sense: all ways of amortizing and counting interest, graces, down
 * payments and charges, and then payments, penalties, waivers and reversals; nothing that makes a
 * new schedule. For these a leaf "as recalculated" never occurs. Where interest follows payments,
 * it may, but the leaves still add up.
 */
class ExplainLawsTest {

  private static final RecalculationTerms FOLLOWS =
      new RecalculationTerms(
          Recalculation.FOLLOWS_PAYMENTS,
          Rest.DAILY,
          PayoffInterest.UNTIL_PAYOFF_DATE,
          OverdueInterest.CHARGED);

  /** A loan with what happened to it. */
  private record Story(LoanTerms terms, List<LoanEvent> events, LocalDate asOf) {

    Currency currency() {
      return terms.currency();
    }
  }

  @Property
  void leavesAddUpAndEveryFigureOfAnOrdinaryLoanIsDerived(@ForAll long seed) {
    Story story = story(seed, RecalculationTerms.NONE);

    for (Explanation figure : figures(story)) {
      assertAddsUp(figure, story.currency());
      assertThat(figure.isDerived()).as("%s of %s", figure, story).isTrue();
    }
  }

  @Property
  void leavesAddUpWhereInterestFollowsPayments(@ForAll long seed) {
    Story story = story(seed, FOLLOWS);

    for (Explanation figure : figures(story)) {
      assertAddsUp(figure, story.currency());
    }
  }

  @Property
  void leavesOfPenaltiesForLatenessAddUp(@ForAll long seed) {
    Story story = story(seed, RecalculationTerms.NONE);
    LoanTerms terms = story.terms().withLatePenalty(RandomPenalties.next(new Random(~seed)));

    for (Explanation figure : figures(new Story(terms, story.events(), story.asOf()))) {
      assertAddsUp(figure, story.currency());
      assertThat(figure.isDerived()).as("%s of %s", figure, story).isTrue();
    }
  }

  /**
   * New schedules, rates, pauses, refunds and endings too. What the definitions do not give is
   * named as recalculated; all else that a leaf says is checked as for ordinary loans.
   */
  @Property(tries = 60)
  void leavesAddUpWhateverHappened(@ForAll long seed, @ForAll boolean follows) {
    RandomHistories histories = new RandomHistories(seed);
    RandomHistories.Story story = follows ? histories.following() : histories.eventful();

    for (Explanation figure : EveryFigure.of(story.terms(), story.events(), story.end())) {
      assertAddsUp(figure, story.terms().currency());
    }
  }

  /** A multiple that would ask for more than was lent does not count. */
  @Example
  void downPaymentThatKeepsToNoMultipleIsDerived() {
    leavesAddUpAndEveryFigureOfAnOrdinaryLoanIsDerived(3_668);
  }

  /** Installments that fell due before the money went out ask for charges all the same. */
  @Example
  void yearlyRatesOfLoansWithChargesBeforeTheirPayoutAreProven() {
    leavesAddUpWhereInterestFollowsPayments(-4_710);
    leavesAddUpWhereInterestFollowsPayments(-5_611);
  }

  /** Before anybody paid, a loan that will follow payments is derived as well. */
  @Property
  void scheduleThatWillFollowPaymentsIsDerived(
      @ForAll @IntRange(min = 1, max = 60) int months,
      @ForAll @IntRange(min = 0, max = 60) int percent,
      @ForAll @LongRange(min = 1, max = 100_000_000) long minor) {
    LoanTerms terms = Loans.monthly(String.valueOf(percent), months).withRecalculation(FOLLOWS);
    LocalDate on = LocalDate.of(2024, 1, 31);
    LoanEvent out = new LoanEvent.Disbursed(id(0), on, 0, new Money(minor, Loans.EUR));

    for (Explanation figure : EveryFigure.of(terms, List.of(out), on)) {
      assertAddsUp(figure, Loans.EUR);
      assertThat(figure.isDerived()).as("%s", figure).isTrue();
    }
  }

  /** A leaf that refers to another figure has that figure's amount, or that less. */
  @Property
  void referencesHaveTheAmountOfTheFigureThatTheyName(@ForAll long seed) {
    Story story = story(seed, RecalculationTerms.NONE);
    Explain explain = explain(story);

    for (Explanation figure : figures(story)) {
      for (Explanation leaf : figure.leaves()) {
        if (!figure.parts().isEmpty()
            && leaf.why() instanceof Why.OfInstallment(var what, int number, _)) {
          BigDecimal there = explain.installment(what, number).orElseThrow().amount();
          assertThat(leaf.amount().abs()).isEqualByComparingTo(there);
        }
      }
    }
  }

  private static List<Explanation> figures(Story story) {
    try {
      return EveryFigure.of(story.terms(), story.events(), story.asOf());
    } catch (Refused e) {
      Assume.that(false);
      throw e;
    }
  }

  private static Explain explain(Story story) {
    try {
      return Explain.of(story.terms(), story.events(), story.asOf());
    } catch (Refused e) {
      Assume.that(false);
      throw e;
    }
  }

  private static void assertAddsUp(Explanation figure, Currency currency) {
    BigDecimal sum =
        figure.leaves().stream().map(Explanation::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).as("%s", figure).isEqualByComparingTo(figure.amount());
    BigDecimal minor =
        isPercent(figure)
            ? new BigDecimal("0.01")
            : BigDecimal.ONE.movePointLeft(currency.minorDigits());
    for (Explanation leaf : figure.leaves()) {
      assertLeaf(leaf, minor);
    }
  }

  private static boolean isPercent(Explanation figure) {
    return figure.why() instanceof Why.OfLoan(LoanFigure what, _)
        && (what == LoanFigure.APR || what == LoanFigure.EFFECTIVE_RATE);
  }

  private static void assertLeaf(Explanation leaf, BigDecimal minor) {
    switch (leaf.why()) {
      case Why.Rounded(BigDecimal exact, _) -> {
        assertThat(leaf.amount().abs()).isLessThan(minor);
        assertThat(exact.add(leaf.amount()).stripTrailingZeros().scale())
            .isLessThanOrEqualTo(minor.scale());
      }
      case Why.RoundedToMultiple(_, BigDecimal multiple, _) ->
          assertThat(leaf.amount().abs()).isLessThan(multiple);
      case Why.InterestOnBalance why ->
          assertCounted(leaf, why.balance(), why.ratePercent(), why.partOfYear());
      case Why.FlatInterest why ->
          assertCounted(leaf, why.lent(), why.ratePercent(), why.partOfYear());
      case Why.UsedFor why -> {
        assertThat(leaf.amount()).isPositive();
        assertThat(leaf.amount()).isLessThanOrEqualTo(why.left());
      }
      default -> {}
    }
  }

  /** What the leaf says, worked out as a reader would: balance x rate x part of a year. */
  private static void assertCounted(
      Explanation leaf, BigDecimal base, BigDecimal percent, String partOfYear) {
    BigDecimal counted =
        base.multiply(percent).movePointLeft(2).multiply(PartOfYear.of(partOfYear));
    BigDecimal off = counted.subtract(leaf.amount()).abs();
    BigDecimal tolerance = counted.abs().max(base).multiply(new BigDecimal("1e-16"));
    assertThat(off).as("%s", leaf).isLessThanOrEqualTo(tolerance.round(new MathContext(3)));
  }

  private static Story story(long seed, RecalculationTerms recalculation) {
    SplittableRandom random = new SplittableRandom(seed);
    Loan loan = new RandomLoans(seed, 40).next();
    List<ChargeTerms> charges = new ArrayList<>(loan.terms().charges());
    for (int i = random.nextInt(4); i > 1; i--) {
      charges.add(charge(random, loan.disbursedOn()));
    }
    LoanTerms terms = loan.terms().withCharges(charges).withRecalculation(recalculation);
    List<LoanEvent> events = new ArrayList<>();
    events.add(new LoanEvent.Disbursed(id(0), loan.disbursedOn(), 0, loan.principal()));
    for (int i = random.nextInt(9); i > 0; i--) {
      events.add(event(random, events.size(), events, terms));
    }
    int days = random.nextInt(900);
    LocalDate asOf =
        days % 3 == 0 ? events.get(days % events.size()).on() : loan.disbursedOn().plusDays(days);
    return new Story(terms, events.stream().filter(e -> !e.on().isAfter(asOf)).toList(), asOf);
  }

  private static LoanEvent event(
      SplittableRandom random, int sequence, List<LoanEvent> before, LoanTerms terms) {
    LocalDate start = before.getFirst().on();
    LocalDate on = start.plusDays(random.nextInt(800));
    Money amount = amount(random, before, terms, on);
    return switch (random.nextInt(8)) {
      case 0 ->
          new LoanEvent.ChargeAdded(id(sequence), on, sequence, ChargeKind.PENALTY, on, amount);
      case 1 ->
          new LoanEvent.ChargeAdded(
              id(sequence), on, sequence, ChargeKind.FEE, on.plusDays(random.nextInt(60)), amount);
      case 2 -> new LoanEvent.Repaid(id(sequence), on, sequence, amount, 1);
      default -> new LoanEvent.Repaid(id(sequence), on, sequence, amount, null);
    };
  }

  /** Mostly some installments, now and then just what pays the loan off. */
  private static Money amount(
      SplittableRandom random, List<LoanEvent> before, LoanTerms terms, LocalDate on) {
    LoanEvent.Disbursed out = (LoanEvent.Disbursed) before.getFirst();
    if (random.nextInt(5) == 0) {
      try {
        LoanPosition position = Replay.position(terms, before, on);
        if (position.payoff().total().isPositive()) {
          return position.payoff().total();
        }
      } catch (Refused _) {
        return out.amount();
      }
    }
    return new Money(
        1 + random.nextLong(Math.max(1, out.amount().minor() / (1 + random.nextInt(10)))),
        terms.currency());
  }

  private static ChargeTerms charge(SplittableRandom random, LocalDate start) {
    ChargeTiming timing = pick(random, ChargeTiming.values());
    LocalDate on = timing == ChargeTiming.DATE ? start.plusDays(1 + random.nextInt(700)) : null;
    return new ChargeTerms(
        "Visit",
        pick(random, ChargeKind.values()),
        timing,
        pick(random, ChargeBasis.values()),
        BigDecimal.valueOf(random.nextInt(1, 500), 3),
        on);
  }

  private static <T> T pick(SplittableRandom random, T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static UUID id(int sequence) {
    return new UUID(7, sequence);
  }
}
