package io.loanwright.engine.replay;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.id;
import static io.loanwright.engine.Loans.monthly;
import static io.loanwright.engine.replay.DecliningLoans.loan;
import static io.loanwright.engine.replay.DecliningLoans.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.explain.Explain;
import io.loanwright.engine.explain.Explanation;
import io.loanwright.engine.explain.LoanFigure;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.oracle.RandomLoans.Loan;
import io.loanwright.engine.replay.InterestCourse.Turn;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PartialPeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * What an event changes of an installment in progress leaves interest of days gone by as it was.
 *
 * <p>By hand: 1,200.00 at 12 % a year, months of 30 days and years of 360, paid out on 1 January
 * 2024. The first installment is due on 1 February, 31 days later, and asks for 12.00 of interest.
 * On 11 January 12.00 x 10 / 31 = 3.8709677 of it have arisen.
 */
class InterestCourseTest {

  private static final LoanTerms TERMS = monthly("12", 6);
  private static final LoanEvent OUT = disbursed(1, "2024-01-01", "1200.00");

  private static LoanEvent more(String on) {
    return disbursed(2, on, "600.00");
  }

  private static LoanEvent rate(String from, String percent) {
    return new LoanEvent.RateChanged(id(3), day(from), 3, day(from), new BigDecimal(percent));
  }

  private static LoanEvent pause(String from, String to) {
    return new LoanEvent.InterestPaused(id(4), day(from), 4, day(from), day(to));
  }

  private static LoanEvent moved(String on) {
    return new LoanEvent.DueDateMoved(id(10), day(on), 10, day("2024-02-01"), day("2024-03-01"));
  }

  private static Money owed(String on, LoanEvent... events) {
    return Replay.position(TERMS, List.of(events), day(on)).payoff().interest();
  }

  private static Money asked(String on, LoanEvent... events) {
    return Replay.position(TERMS, List.of(events), day(on))
        .installments()
        .getFirst()
        .installment()
        .interest();
  }

  /**
   * 600.00 more on 11 January bear 600.00 x 1 % x 21 / 31 = 4.06 until 1 February, and the
   * installment asks for 16.06. On 21 January 3.8709677 + (16.06 - 3.8709677) x 10 / 21 = 9.6752688
   * have arisen.
   */
  @Test
  void moneyBearsInterestFromItsDayOn() {
    assertThat(owed("2024-01-11", OUT)).isEqualTo(euros("3.87"));
    assertThat(asked("2024-01-11", OUT, more("2024-01-11"))).isEqualTo(euros("16.06"));
    assertThat(owed("2024-01-11", OUT, more("2024-01-11"))).isEqualTo(euros("3.87"));
    assertThat(owed("2024-01-21", OUT, more("2024-01-11"))).isEqualTo(euros("9.68"));
    assertThat(owed("2024-01-31", OUT, more("2024-01-11"))).isEqualTo(euros("15.48"));
    assertThat(owed("2024-02-01", OUT, more("2024-01-11"))).isEqualTo(euros("16.06"));
  }

  /** The loan of docs/concepts/interest.md: 100.00 at 7 %, and 600.00 more on 16 January. */
  @Test
  void moneyBearsInterestAsTheDocumentationWorksItOut() {
    LoanTerms terms = monthly("7", 6);
    List<LoanEvent> events =
        List.of(disbursed(1, "2024-01-01", "100.00"), disbursed(2, "2024-01-16", "600.00"));
    InstallmentPosition first =
        Replay.position(terms, events, day("2024-01-16")).installments().getFirst();

    assertThat(first.installment().interest()).isEqualTo(euros("2.39"));
    assertThat(first.interestArisen(day("2024-01-16"))).isEqualTo(euros("0.28"));
    assertThat(first.interestArisen(day("2024-01-24"))).isEqualTo(euros("1.34"));
  }

  /**
   * 24 % from 11 January on counts from the night before: 9 days at 12 %, 12.00 x 9 / 31 =
   * 3.4838710, and 22 at 24 %, 24.00 x 22 / 31 = 17.0322581: the installment asks for 20.52. On 20
   * January 3.4838710 + (20.52 - 3.4838710) x 10 / 22 = 11.2275660 have arisen.
   */
  @Test
  void anotherRateCountsFromItsDayOn() {
    assertThat(owed("2024-01-10", OUT)).isEqualTo(euros("3.48"));
    assertThat(asked("2024-01-11", OUT, rate("2024-01-11", "24"))).isEqualTo(euros("20.52"));
    assertThat(owed("2024-01-20", OUT, rate("2024-01-11", "24"))).isEqualTo(euros("11.23"));
    assertThat(owed("2024-01-20", OUT, rate("2024-01-11", "0"))).isEqualTo(euros("3.48"));
    assertThat(owed("2024-02-01", OUT, rate("2024-01-11", "24"))).isEqualTo(euros("20.52"));
  }

  /** Days 11 to 20 January bear none: 12.00 x 9 / 31 until then, 12.00 x 21 / 31 = 8.13 in all. */
  @Test
  void nothingArisesOnDaysThatBearNone() {
    LoanEvent pause = pause("2024-01-11", "2024-01-20");

    assertThat(asked("2024-01-11", OUT, pause)).isEqualTo(euros("8.13"));
    for (int day = 11; day <= 20; day++) {
      assertThat(owed("2024-01-" + day, OUT, pause)).isEqualTo(euros("3.48"));
    }
    assertThat(owed("2024-01-21", OUT, pause)).isEqualTo(euros("3.87"));
    assertThat(owed("2024-02-01", OUT, pause)).isEqualTo(euros("8.13"));
  }

  /**
   * 600.00 that come on a day without interest bear it from the day after the last such day on:
   * 12.00 x 21 / 31 + 6.00 x 12 / 31 = 10.45, of which 3.4838710 + 6.9661290 x 2 / 12 on the 22nd.
   */
  @Test
  void moneyThatComesOnADayWithoutInterestBearsItAfterwards() {
    LoanEvent pause = pause("2024-01-11", "2024-01-20");
    LoanEvent more = more("2024-01-15");

    assertThat(owed("2024-01-15", OUT, pause, more)).isEqualTo(euros("3.48"));
    assertThat(owed("2024-01-20", OUT, pause, more)).isEqualTo(euros("3.48"));
    assertThat(asked("2024-01-20", OUT, pause, more)).isEqualTo(euros("10.45"));
    assertThat(owed("2024-01-22", OUT, pause, more)).isEqualTo(euros("4.64"));
    assertThat(owed("2024-02-01", OUT, pause, more)).isEqualTo(euros("10.45"));
  }

  /**
   * Due on 1 March in place of 1 February, 60 days after the payout: two months of interest, 24.00,
   * of which 3.8709677 stand. On 1 February 3.8709677 + 20.1290323 x 21 / 50 = 12.3251613.
   */
  @Test
  void dueDateThatMovesLeavesInterestOfDaysGoneBy() {
    LoanEvent moved = moved("2024-01-11");

    assertThat(asked("2024-01-11", OUT, moved)).isEqualTo(euros("24.00"));
    assertThat(owed("2024-01-11", OUT, moved)).isEqualTo(euros("3.87"));
    assertThat(owed("2024-02-01", OUT, moved)).isEqualTo(euros("12.33"));
    assertThat(owed("2024-03-01", OUT, moved)).isEqualTo(euros("24.00"));
  }

  /**
   * 20.00 that were paid on the day had paid interest of days to come, 12.00 or 24.00; who pays the
   * loan off on it owes 1,200.00 + 3.87 - 20.00, whatever else was agreed on that day.
   */
  @Test
  void termsOfTheDayLeaveWhatPaysTheLoanOffAfterAPaymentOfTheDay() {
    LoanEvent paid = new LoanEvent.Repaid(id(8), day("2024-01-11"), 8, euros("20.00"), null);
    LoanEvent moved = moved("2024-01-11");

    for (List<LoanEvent> events : List.of(List.of(OUT, paid), List.of(OUT, paid, moved))) {
      LoanPosition position = Replay.position(TERMS, events, day("2024-01-11"));
      assertThat(position.payoff().total()).isEqualTo(euros("1183.87"));

      List<LoanEvent> paidOff = new ArrayList<>(events);
      paidOff.add(new LoanEvent.Repaid(id(11), day("2024-01-11"), 11, euros("1183.87"), null));
      LoanPosition closed = Replay.position(TERMS, paidOff, day("2024-01-11"));
      assertThat(closed.phase()).isEqualTo(LoanPhase.CLOSED);
      assertThat(closed.excess().isZero()).isTrue();
    }
  }

  /** Who pays what is quoted has paid the loan off, and the installment asks for no more. */
  @Test
  void payoffTakesWhatHasArisen() {
    List<LoanEvent> events = new ArrayList<>(List.of(OUT, more("2024-01-11")));
    events.add(new LoanEvent.Repaid(id(9), day("2024-01-21"), 9, euros("1809.68"), null));

    LoanPosition paid = Replay.position(TERMS, events, day("2024-01-21"));

    assertThat(paid.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(paid.excess().isZero()).isTrue();
    assertThat(paid.installments().getFirst().installment().interest()).isEqualTo(euros("9.68"));
  }

  @Test
  void whyNamesTheStretches() {
    Explanation payoff =
        Explain.of(TERMS, List.of(OUT, more("2024-01-11")), day("2024-01-21"))
            .loan(LoanFigure.PAYOFF)
            .orElseThrow();

    assertThat(payoff.isDerived()).isTrue();
    assertThat(payoff.leaves())
        .extracting(leaf -> leaf.why().getClass().getSimpleName())
        .containsExactly("Lent", "Lent", "InterestBeforeChange", "InterestSinceChange", "Rounded");
  }

  /**
   * Due at the end, by whole months: 72.00 for six of them, 24.00 more for four. Until 1 March
   * 72.00 x 60 / 182 = 23.7362637 have arisen, and 72.2637363 x 10 / 122 = 5.9232571 since.
   */
  @Test
  void moneyThatCountsForItsMonthLeavesInterestOfTheMonthsBefore() {
    LoanTerms atTheEnd =
        TERMS
            .withInterest(
                TERMS
                    .interest()
                    .withPeriod(
                        InterestPeriod.SAME_AS_REPAYMENT_PERIOD, PartialPeriod.WHOLE_PERIOD))
            .withRepayment(TERMS.repayment().withAmortization(Amortization.BULLET));
    List<LoanEvent> events = List.of(OUT, more("2024-03-11"));

    LoanPosition before = Replay.position(atTheEnd, List.of(OUT), day("2024-03-11"));
    assertThat(before.payoff().interest()).isEqualTo(euros("27.69"));
    LoanPosition after = Replay.position(atTheEnd, events, day("2024-03-11"));
    assertThat(after.payoff().interest()).isEqualTo(euros("29.66"));
    assertThat(after.installments().getLast().interestArisen(day("2024-03-01")))
        .isEqualTo(euros("23.74"));
    assertThat(after.installments().getLast().interestArisen(day("2024-07-01")))
        .isEqualTo(euros("96.00"));
  }

  /** What was due on the day of a turn has arisen on it, and no more until the next one. */
  @Test
  void whatWasDueOnTheDayOfATurnHasArisen() {
    Turn topUp = new Turn(day("2024-01-11"), false, 1_200, day("2024-02-01"));
    Turn cut = new Turn(day("2024-01-21"), false, 400, day("2024-01-11"));
    InterestCourse course = new InterestCourse(List.of(topUp, cut));
    LocalDate from = day("2024-01-01");
    LocalDate due = day("2024-02-01");

    assertThat(course.until(day("2024-01-11"), from, due, 2_000)).isEqualTo(387);
    assertThat(course.until(day("2024-01-21"), from, due, 2_000)).isEqualTo(400);
    assertThat(course.until(due, from, due, 2_000)).isEqualTo(2_000);
  }

  /** Whatever was agreed, and wherever in the loan's life. */
  @Property
  void whoIsLentMoreOwesJustThatMore(@ForAll long seed) {
    Random random = new Random(seed);
    Loan loan = loan(seed);
    Assume.that(!countsForWholePeriods(loan.terms()));
    LocalDate day = loan.disbursedOn().plusDays(1 + random.nextInt(400));
    Money more = new Money(1 + random.nextInt(1_000_000), loan.terms().currency());
    LoanEvent topUp = new LoanEvent.Disbursed(id(2), day, 2, more);

    LoanPosition before = position(loan, day);
    LoanPosition after = position(loan, day, topUp);
    Assume.that(MoneyOfDayTest.hasRoom(before, after));

    assertThat(after.payoff().principal()).isEqualTo(before.payoff().principal().plus(more));
    assertThat(after.payoff().interest()).isEqualTo(before.payoff().interest());
  }

  /** A payment holiday that begins with the installment in progress, however long. */
  @Property
  void whoseDueDateMovesOwesWhatHeOwed(@ForAll long seed) {
    Random random = new Random(seed);
    Loan loan = loan(seed);
    LocalDate day = loan.disbursedOn().plusDays(1 + random.nextInt(400));
    LoanPosition before = position(loan, day);
    NextDue next = before.nextDue();
    Assume.that(next != null);
    LocalDate due = Objects.requireNonNull(next).on();
    LocalDate later = due.plusDays(random.nextInt(60));
    LoanEvent moved = new LoanEvent.DueDateMoved(id(2), day, 2, due, later);

    assertThat(position(loan, day, moved).payoff()).isEqualTo(before.payoff());
  }

  /** Whatever changed before on days close by, and whatever was paid. */
  @Property
  void whoPaysTheAmountQuotedOwesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    Loan loan = loan(seed);
    LocalDate first = loan.disbursedOn().plusDays(1 + random.nextInt(200));
    LocalDate day = first.plusDays(20);
    List<LoanEvent> events = new ArrayList<>();
    for (int i = 2; i < 6; i++) {
      LocalDate on = first.plusDays(random.nextInt(21));
      long some = 1 + random.nextLong(Math.max(1, loan.principal().minor() / 4));
      Money amount = new Money(some, loan.terms().currency());
      events.add(
          random.nextInt(4) == 0
              ? new LoanEvent.Repaid(id(i), on, i, amount, null)
              : change(random, loan, i, on));
    }
    LoanPosition before = position(loan, day, events.toArray(new LoanEvent[0]));
    Assume.that(before.payoff().total().isPositive());
    events.add(new LoanEvent.Repaid(id(9), day, 9, before.payoff().total(), null));

    LoanPosition paid = position(loan, day, events.toArray(new LoanEvent[0]));

    assertThat(paid.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(paid.excess()).isEqualTo(before.excess());
    assertThat(paid.allocationOf(id(9)).orElseThrow().split()).isEqualTo(before.payoff());
  }

  /** Day by day until the due date, when it is what the installment asks for. */
  @Property
  void interestArisesDayByDayUntilItIsWhatIsAskedFor(@ForAll long seed) {
    Random random = new Random(seed);
    Loan loan = loan(seed);
    LocalDate day = loan.disbursedOn().plusDays(1 + random.nextInt(200));
    List<LoanEvent> events = new ArrayList<>();
    for (int i = 2; i < 6; i++) {
      events.add(change(random, loan, i, day.plusDays(random.nextInt(20))));
    }
    LoanPosition end = position(loan, day.plusDays(20), events.toArray(new LoanEvent[0]));
    for (InstallmentPosition row : end.installments()) {
      assertGrows(row);
    }
  }

  /**
   * A second opinion, night by night: of what the installment asks for as things are that night,
   * and did not arise before, one night's part of those that are left. Not where a smaller
   * installment has no room for what had arisen.
   */
  @Property(tries = 100)
  void everyNightBearsItsPartOfWhatIsLeft(@ForAll long seed) {
    Random random = new Random(seed);
    Loan loan = loan(seed);
    Assume.that(!countsForWholePeriods(loan.terms()));
    LocalDate first = loan.disbursedOn().plusDays(1 + random.nextInt(100));
    List<LoanEvent> events = new ArrayList<>();
    for (int i = 2; i < 5; i++) {
      events.add(moneyOrRate(random, loan, i, first.plusDays(random.nextInt(20))));
    }
    LoanPosition end = position(loan, first.plusDays(20), events.toArray(new LoanEvent[0]));
    InstallmentPosition row = holding(end, first);
    Assume.that(row.installment().kind() == InstallmentKind.REGULAR);
    LocalDate from = row.installment().fromOn();
    LocalDate due = row.installment().dueOn();
    BigDecimal arisen = BigDecimal.ZERO;
    Map<LocalDate, BigDecimal> byDay = new TreeMap<>();
    for (LocalDate night = from; night.isBefore(due); night = next(night)) {
      BigDecimal left = asked(loan, events, night, row).subtract(arisen);
      Assume.that(left.signum() >= 0);
      long nights = ChronoUnit.DAYS.between(night, due);
      arisen = arisen.add(left.divide(BigDecimal.valueOf(nights), MathContext.DECIMAL128));
      byDay.put(next(night), arisen);
    }
    byDay.forEach((day, exact) -> {
      BigDecimal said = BigDecimal.valueOf(row.interestArisen(day).minor());
      assertThat(said.subtract(exact).abs()).isLessThan(new BigDecimal("0.5001"));
    });
  }

  /** Money counts from the night after its day on, another rate from the one before. */
  private static BigDecimal asked(
      Loan loan, List<LoanEvent> events, LocalDate night, InstallmentPosition row) {
    LoanEvent[] then =
        events.stream()
            .filter(event ->
                !event.on().isAfter(event instanceof LoanEvent.RateChanged ? next(night) : night))
            .toArray(LoanEvent[]::new);
    LocalDate known = next(night).isAfter(loan.disbursedOn()) ? next(night) : loan.disbursedOn();
    return position(loan, known, then).installments().stream()
        .map(InstallmentPosition::installment)
        .filter(now -> now.kind() == InstallmentKind.REGULAR)
        .filter(now -> now.dueOn().equals(row.installment().dueOn()))
        .map(now -> BigDecimal.valueOf(now.interest().minor()))
        .findFirst()
        .orElseThrow();
  }

  private static InstallmentPosition holding(LoanPosition position, LocalDate day) {
    return position.installments().stream()
        .filter(row -> row.installment().kind() == InstallmentKind.REGULAR)
        .filter(row -> row.installment().dueOn().isAfter(day))
        .findFirst()
        .orElseGet(position.installments()::getLast);
  }

  private static LoanEvent moneyOrRate(Random random, Loan loan, int number, LocalDate on) {
    if (random.nextBoolean()) {
      BigDecimal percent = BigDecimal.valueOf(random.nextInt(6_000), 2);
      return new LoanEvent.RateChanged(id(number), on, number, on, percent);
    }
    long most = Math.max(2, loan.principal().minor());
    Money more = new Money(random.nextLong(1, most), loan.terms().currency());
    return new LoanEvent.Disbursed(id(number), on, number, more);
  }

  private static void assertGrows(InstallmentPosition row) {
    Installment installment = row.installment();
    Money before = Money.zero(installment.interest().currency());
    for (LocalDate on = installment.fromOn(); !on.isAfter(installment.dueOn()); on = next(on)) {
      Money arisen = row.interestArisen(on);
      assertThat(arisen).isGreaterThanOrEqualTo(before);
      assertThat(row.interestArisenUnpaid(on)).isEqualTo(arisen);
      before = arisen;
    }
    assertThat(before).isEqualTo(installment.interest());
  }

  private static LocalDate next(LocalDate day) {
    return day.plusDays(1);
  }

  private static LoanEvent change(Random random, Loan loan, int number, LocalDate on) {
    return switch (random.nextInt(4)) {
      case 0 -> {
        BigDecimal percent = BigDecimal.valueOf(random.nextInt(6_000), 2);
        yield new LoanEvent.RateChanged(id(number), on, number, on, percent);
      }
      case 1 ->
          new LoanEvent.InterestPaused(id(number), on, number, on, on.plusDays(random.nextInt(40)));
      case 2 -> new LoanEvent.TermExtended(id(number), on, number, on, 1 + random.nextInt(4));
      default -> {
        long most = Math.max(2, loan.principal().minor());
        Money more = new Money(random.nextLong(1, most), loan.terms().currency());
        yield new LoanEvent.Disbursed(id(number), on, number, more);
      }
    };
  }

  private static boolean countsForWholePeriods(LoanTerms terms) {
    return terms.interest().period() == InterestPeriod.SAME_AS_REPAYMENT_PERIOD
        && terms.interest().partialPeriod() == PartialPeriod.WHOLE_PERIOD;
  }
}
