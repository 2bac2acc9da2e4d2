package io.loanwright.engine.replay;

import static io.loanwright.engine.Loans.EUR;
import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.id;
import static io.loanwright.engine.Loans.repaid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loanwright.engine.Loans;
import io.loanwright.engine.Refused;
import io.loanwright.engine.date.DaysInMonth;
import io.loanwright.engine.date.DaysInYear;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.AllocationTerms;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.GraceTerms;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What is agreed anew after a payment in advance counts on what is owed after it.
 *
 * <p>By hand: 900.00 at 24 % by days of 365 since 23 October 2026, in six installments of 160.70.
 * 160.00 paid on 20 November are 18.35 of interest and 141.65 of principal; 758.35 are left.
 */
class PaidInAdvanceTest {

  private static final int TRIES = 2_000;
  private static final double HALF_A_CENT = 0.5001;

  private static final LoanTerms TERMS = byDays(24, 6);
  private static final LoanEvent OUT = disbursed(1, "2026-10-23", "900.00");
  private static final LoanEvent PAID = repaid(2, "2026-11-20", "160.00");
  private static final LoanEvent LONGER =
      new LoanEvent.TermExtended(id(3), day("2026-11-23"), 3, day("2026-11-23"), 3);

  private static LoanTerms byDays(int percent, int months) {
    return LoanTerms.of(
        EUR,
        InterestTerms.of(BigDecimal.valueOf(percent))
            .withDays(DaysInYear.DAYS_365, DaysInMonth.ACTUAL),
        RepaymentTerms.of(months, 1, PeriodUnit.MONTHS));
  }

  private static List<Installment> rows(LoanTerms terms, LoanEvent... events) {
    return Replay.position(terms, List.of(events), day("2026-11-23")).installments().stream()
        .map(InstallmentPosition::installment)
        .toList();
  }

  /** Eight installments repay 758.35; the first of them asks for 24 % x 30 / 365 of it. */
  @Example
  void moreTimeSpreadsWhatIsOwed() {
    List<Installment> rows = rows(TERMS, OUT, PAID, LONGER);

    assertThat(rows).hasSize(9);
    assertThat(rows.get(0).asked().total()).isEqualTo(euros("160.00"));
    assertThat(rows.get(0).balanceAfter()).isEqualTo(euros("758.35"));
    assertThat(rows.get(1).interest()).isEqualTo(euros("14.96"));
    assertThat(rows.subList(1, 8))
        .extracting(row -> row.asked().total())
        .containsOnly(euros("103.47"));
    assertThat(rows.get(8).asked().total()).isEqualTo(euros("103.49"));
    assertThat(rows.get(8).balanceAfter()).isEqualTo(euros("0.00"));
  }

  /** 142.35 stay paid of the first one; five repay 757.65 at 12 %, which bear 7.47 in a month. */
  @Example
  void lowerRateLeavesWhatIsSettled() {
    LoanEvent all = repaid(2, "2026-11-20", "160.70");
    LoanEvent lower =
        new LoanEvent.RateChanged(
            id(3), day("2026-11-23"), 3, day("2026-11-23"), BigDecimal.valueOf(12));
    List<Installment> rows = rows(TERMS, OUT, all, lower);

    assertThat(rows.get(0).balanceAfter()).isEqualTo(euros("757.65"));
    assertThat(rows.get(1).interest()).isEqualTo(euros("7.47"));
    assertThat(rows.subList(1, 5))
        .extracting(row -> row.asked().total())
        .containsOnly(euros("156.08"));
    assertThat(rows.get(5).asked().total()).isEqualTo(euros("156.09"));
    assertThat(rows.get(5).balanceAfter()).isEqualTo(euros("0.00"));
  }

  /** 150.00 stay paid; eight parts of 750.00 are 93.75, and 750.00 bear 14.79 in 30 days. */
  @Example
  void moreTimeMakesEqualPartsOfWhatIsOwed() {
    LoanTerms terms =
        TERMS.withRepayment(TERMS.repayment().withAmortization(Amortization.EQUAL_PRINCIPAL));
    List<Installment> rows = rows(terms, OUT, repaid(2, "2026-11-20", "168.35"), LONGER);

    assertThat(rows.get(0).principal()).isEqualTo(euros("150.00"));
    assertThat(rows.get(1).interest()).isEqualTo(euros("14.79"));
    assertThat(rows.subList(1, 9)).extracting(Installment::principal).containsOnly(euros("93.75"));
  }

  /**
   * 1,000.00 at 36 %, 3 % a month, in six; the last four, 686.16 of principal, are paid at once and
   * 24 more agreed. 1 and 2 ask for 19.69 of 30.00 each, so that 10.31 and 10.31 move on past those
   * that are settled to 7: with 9.42 of 313.84 that are left it bears 30.04, asks for 19.69 of
   * them, and 8 for the other 10.35 with its own 9.42: 19.77, of which 0.08 move on to 9.
   */
  @Example
  void interestMovesOnPastInstallmentsThatAreSettled() {
    LoanTerms terms = withAdvance(Loans.monthly("36", 6), AdvanceRule.LAST_INSTALLMENT);
    LoanEvent out = disbursed(1, "2026-10-23", "1000.00");
    LoanEvent last = repaid(2, "2026-10-26", "738.38");
    LoanEvent longer =
        new LoanEvent.TermExtended(id(3), day("2026-10-27"), 3, day("2026-10-27"), 24);
    List<Installment> rows = rows(terms, out, last, longer);

    assertThat(rows.subList(0, 9))
        .extracting(row -> row.principal().minor() + " + " + row.interest().minor())
        .containsExactly(
            "0 + 1969",
            "0 + 1969",
            "16402 + 2058",
            "16894 + 1566",
            "17400 + 1060",
            "17920 + 538",
            "0 + 1969",
            "0 + 1969",
            "1019 + 950");
    assertThat(rows.getLast().asked().total()).isEqualTo(euros("19.94"));
  }

  /**
   * 600.00 at 12 %, 1 % a month, in six parts of 100.00; no interest is asked for with the first,
   * so that the second asks for 6.00 and 5.00. Paid at once, it keeps those 11.00; at 24 % from the
   * first day on 12.00 and 10.00 are borne, and 11.00 more are asked for with the third and its
   * 8.00. The 10.00 of the second would be less than was paid.
   */
  @Example
  void interestThatWaitedForAnInstallmentThatIsSettledIsNotAskedForTwice() {
    LoanTerms monthly = withAdvance(Loans.monthly("12", 6), AdvanceRule.NEXT_INSTALLMENT);
    LoanTerms terms =
        monthly
            .withRepayment(monthly.repayment().withAmortization(Amortization.EQUAL_PRINCIPAL))
            .withGrace(new GraceTerms(0, 1, 0));
    LoanEvent out = disbursed(1, "2026-10-23", "600.00");
    LoanEvent both = repaid(2, "2026-10-23", "211.00");
    LoanEvent dearer =
        new LoanEvent.RateChanged(
            id(3), day("2026-10-24"), 3, day("2026-10-24"), BigDecimal.valueOf(24));

    assertThat(rows(terms, out, both))
        .extracting(row -> row.interest().minor())
        .startsWith(0L, 1100L, 400L);
    assertThat(rows(terms, out, both, dearer))
        .extracting(row -> row.interest().minor())
        .startsWith(0L, 1100L, 1900L, 600L);
  }

  /**
   * Whatever was paid before, and of which installments: each that is open asks for the interest of
   * the principal that those before it leave, night by night, and all together for what is out. An
   * installment that repays nothing, as it has no room for all its interest, leaves the rest to the
   * next one; one that was settled when something was agreed last, what moves on into it.
   */
  @Property(tries = TRIES)
  void openInstallmentsAskForInterestOfWhatIsOwedAfterTheOneBefore(@ForAll long seed) {
    Random random = new Random(seed);
    LoanTerms terms = terms(random);
    List<LoanEvent> events = history(random, terms);
    LocalDate end = events.getLast().on();
    LoanPosition position = Replay.position(terms, events, end);
    Set<Integer> settled = settledAtTheLastChange(terms, events);

    long principal = 0;
    double carried = 0;
    for (InstallmentPosition row : position.installments()) {
      long asked = row.installment().interest().minor();
      double own = interest(position, row.installment(), events, terms);
      double borne = carried + own;
      boolean isOpen = row.paid().interest().minor() < asked;
      boolean hasNoRoom = movesOn(terms) && row.installment().principal().isZero();
      boolean isSettled = settled.contains(row.installment().number());
      principal += row.installment().principal().minor();
      double most = isSettled && !hasNoRoom ? Math.max((double) asked, Math.rint(own)) : asked;
      carried = hasNoRoom || isSettled ? Math.max(0, Math.rint(borne) - most) : 0;
      if (isOpen) {
        assertThat(asked + carried)
            .as("%s: %s of %s", seed, row, events)
            .isCloseTo(borne, within(HALF_A_CENT));
      }
    }
    assertThat(principal).isEqualTo(position.disbursed().minor());
  }

  /** Returns the numbers of installments that were settled when something was agreed last. */
  private static Set<Integer> settledAtTheLastChange(LoanTerms terms, List<LoanEvent> events) {
    int last = events.size() - 1;
    while (last > 0 && events.get(last) instanceof LoanEvent.Repaid) {
      last--;
    }
    if (last == 0) {
      return Set.of();
    }
    LoanPosition before = Replay.positionAfter(terms, events, last, events.get(last).on());
    return before.installments().stream()
        .filter(row -> row.outstanding().total().isZero())
        .map(row -> row.installment().number())
        .collect(Collectors.toSet());
  }

  private static boolean movesOn(LoanTerms terms) {
    return terms.repayment().amortization() == Amortization.EQUAL_INSTALLMENTS;
  }

  /** Interest of the nights of a period, in cents. */
  private static double interest(
      LoanPosition position, Installment row, List<LoanEvent> events, LoanTerms terms) {
    double sum = 0;
    for (LocalDate night = row.fromOn(); night.isBefore(row.dueOn()); night = night.plusDays(1)) {
      LocalDate day = night.plusDays(1);
      long balance = 0;
      double percent = terms.interest().annualRatePercent().doubleValue();
      boolean paused = false;
      for (LoanEvent event : events) {
        switch (event) {
          case LoanEvent.Disbursed out ->
              balance += out.on().isAfter(night) ? 0 : out.amount().minor();
          case LoanEvent.RateChanged rate ->
              percent = rate.from().isAfter(day) ? percent : rate.annualRatePercent().doubleValue();
          case LoanEvent.InterestPaused pause ->
              paused |= !day.isBefore(pause.from()) && !day.isAfter(pause.to());
          default -> {}
        }
      }
      for (InstallmentPosition other : position.installments()) {
        Installment before = other.installment();
        balance -= before.dueOn().isAfter(night) ? 0 : before.principal().minor();
      }
      sum += paused ? 0 : balance * percent / 36_500;
    }
    return sum;
  }

  private static LoanTerms terms(Random random) {
    LoanTerms terms = byDays(1 + random.nextInt(36), 3 + random.nextInt(10));
    AdvanceRule advance = pick(random, List.of(AdvanceRule.values()));
    Amortization way =
        pick(
            random,
            List.of(
                Amortization.EQUAL_INSTALLMENTS,
                Amortization.EQUAL_INSTALLMENTS,
                Amortization.EQUAL_PRINCIPAL,
                Amortization.INTEREST_ONLY));
    return withAdvance(terms.withRepayment(terms.repayment().withAmortization(way)), advance);
  }

  private static LoanTerms withAdvance(LoanTerms terms, AdvanceRule advance) {
    return terms.withAllocation(
        new AllocationTerms(
            AllocationDirection.HORIZONTAL,
            AllocationRule.of(advance, Part.PENALTY, Part.FEE, Part.INTEREST, Part.PRINCIPAL),
            Map.of()));
  }

  private static <T> T pick(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Money goes out, some comes in, and what was agreed changes, on one day after the other. */
  private static List<LoanEvent> history(Random random, LoanTerms terms) {
    LocalDate on = day("2025-01-10");
    List<LoanEvent> events = new ArrayList<>();
    events.add(new LoanEvent.Disbursed(id(1), on, 1, cents(50_000 + random.nextInt(500_000))));
    for (int i = 2; i < 8; i++) {
      on = on.plusDays(1 + random.nextInt(25));
      List<LoanEvent> longer = new ArrayList<>(events);
      boolean isChange = random.nextInt(3) == 0;
      longer.add(isChange ? change(random, terms, events, i, on) : paid(random, i, on));
      if (isTaken(terms, longer, on)) {
        events = longer;
      }
    }
    return events;
  }

  private static LoanEvent paid(Random random, int number, LocalDate on) {
    Money amount = cents(1 + random.nextInt(100_000));
    return new LoanEvent.Repaid(id(number), on, number, amount, null);
  }

  private static LoanEvent change(
      Random random, LoanTerms terms, List<LoanEvent> events, int number, LocalDate on) {
    boolean hasMovedPast =
        events.stream()
            .anyMatch(event ->
                event instanceof LoanEvent.DueDateMoved moved
                    && moved.dueOn().isBefore(moved.on()));
    return switch (random.nextInt(hasMovedPast ? 3 : 5)) {
      case 0 ->
          new LoanEvent.RateChanged(
              id(number), on, number, on, BigDecimal.valueOf(random.nextInt(4_000), 2));
      case 1 -> new LoanEvent.TermExtended(id(number), on, number, on, 1 + random.nextInt(6));
      case 2 -> new LoanEvent.Disbursed(id(number), on, number, cents(1 + random.nextInt(300_000)));
      case 3 ->
          new LoanEvent.InterestPaused(id(number), on, number, on, on.plusDays(random.nextInt(40)));
      default -> {
        List<LocalDate> dues =
            Replay.position(terms, events, on).installments().stream()
                .map(row -> row.installment().dueOn())
                .toList();
        LocalDate any = dues.get(random.nextInt(dues.size()));
        boolean isPaused = events.stream().anyMatch(LoanEvent.InterestPaused.class::isInstance);
        LocalDate due = isPaused && any.isBefore(on) ? dues.getLast() : any;
        LocalDate later = (due.isBefore(on) ? on : due).plusDays(random.nextInt(60));
        yield new LoanEvent.DueDateMoved(id(number), on, number, due, later);
      }
    };
  }

  private static Money cents(long minor) {
    return new Money(minor, EUR);
  }

  /** Where the loan runs still: after its last due date there is no plan to make anew. */
  private static boolean isTaken(LoanTerms terms, List<LoanEvent> events, LocalDate on) {
    try {
      LoanPosition position = Replay.position(terms, events, on);
      return position.phase() == LoanPhase.ACTIVE
          && position.installments().getLast().installment().dueOn().isAfter(on);
    } catch (Refused _) {
      return false;
    }
  }
}
