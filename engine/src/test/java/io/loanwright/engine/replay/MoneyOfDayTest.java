package io.loanwright.engine.replay;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.id;
import static io.loanwright.engine.Loans.monthly;
import static io.loanwright.engine.Loans.repaid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.explain.Explain;
import io.loanwright.engine.explain.Explanation;
import io.loanwright.engine.explain.LoanFigure;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.oracle.RandomLoans;
import io.loanwright.engine.oracle.RandomLoans.Loan;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.AllocationTerms;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PartialPeriod;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * What is paid on a day adds up, whatever is lent, charged, given up or refunded between.
 *
 * <p>By hand: 1,200.00 at 12 % a year, months of 30 days and years of 360, paid out on 1 January
 * 2024. On 11 January 12.00 x 10 / 31 = 3.87 of interest have arisen. 20.00 that are paid on that
 * day pay all 12.00 of the installment's interest; who pays the loan off on it owes 1,200.00 + 3.87
 * - 20.00 = 1,183.87 still.
 */
class MoneyOfDayTest {

  private static final LoanTerms TERMS = monthly("12", 6);
  private static final LocalDate DAY = day("2024-01-11");
  private static final LoanEvent OUT = disbursed(1, "2024-01-01", "1200.00");
  private static final LoanEvent PAID = repaid(8, "2024-01-11", "20.00");

  /** 600.00 more add 600.00, after that payment as before it. */
  @Test
  void moreMoneyOnTheDayOfAPaymentAddsNoMoreThanItself() {
    LoanEvent earlier = disbursed(2, "2024-01-11", "600.00");
    LoanEvent later = disbursed(9, "2024-01-11", "600.00");

    assertPaidOffWith("1783.87", TERMS, OUT, PAID, later);
    assertPaidOffWith("1783.87", TERMS, OUT, earlier, PAID);
  }

  /**
   * For their whole month they bear 6.00: the installment asks for 18.00, of which 18.00 x 10 / 31
   * = 5.81 have arisen. 1,800.00 + 5.81 - 20.00.
   */
  @Test
  void moreMoneyThatCountsForItsMonthAddsItsInterestOfDaysGoneBy() {
    LoanTerms wholeMonths =
        TERMS.withInterest(
            TERMS
                .interest()
                .withPeriod(InterestPeriod.SAME_AS_REPAYMENT_PERIOD, PartialPeriod.WHOLE_PERIOD));
    LoanEvent more = disbursed(9, "2024-01-11", "600.00");

    assertPaidOffWith("1805.81", wholeMonths, OUT, more);
    assertPaidOffWith("1785.81", wholeMonths, OUT, PAID, more);
  }

  /**
   * Installments of 207.06 each, 1 % of which is 2.07 as a fee; with 600.00 more they ask for
   * 310.25 and 3.10.
   */
  @Test
  void moreMoneyMakesAFeeOfEachInstallmentLargerAndNothingElse() {
    LoanTerms withFee =
        TERMS.withCharges(
            List.of(
                new ChargeTerms(
                    "Service",
                    ChargeKind.FEE,
                    ChargeTiming.EACH_INSTALLMENT,
                    ChargeBasis.PERCENT_OF_PRINCIPAL_AND_INTEREST,
                    new BigDecimal("1"),
                    null)));
    LoanEvent more = disbursed(9, "2024-01-11", "600.00");

    assertPaidOffWith("1185.94", withFee, OUT, PAID);
    assertPaidOffWith("1786.97", withFee, OUT, PAID, more);
  }

  /** What cannot be paid off is not tried out on every day, from the first event on. */
  @Test
  void lineThatIsUsedEveryDayIsFollowedAtOnce() {
    LoanTerms line = monthly("0", 60);
    List<LoanEvent> events = new ArrayList<>(List.of(disbursed(1, "2024-01-01", "1000.00")));
    for (int i = 0; i < 700; i++) {
      String on = DAY.plusDays(i).toString();
      events.add(repaid(3 * i + 2, on, "600.00"));
      events.add(disbursed(3 * i + 3, on, "1000.00"));
      events.add(repaid(3 * i + 4, on, "400.00"));
    }

    LoanPosition position =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> Replay.position(line, events, DAY.plusDays(700)));

    assertThat(position.payoff().total()).isEqualTo(euros("1000.00"));
  }

  /** 5.00 in the installment in progress add 5.00; in one that has not begun they fall away. */
  @Test
  void chargeAfterAPaymentOfTheDayAddsItself() {
    assertPaidOffWith("1188.87", TERMS, OUT, PAID, charge("2024-01-11"));
    assertPaidOffWith("1188.87", TERMS, OUT, PAID, charge("2024-02-01"));
    assertPaidOffWith("1183.87", TERMS, OUT, PAID, charge("2024-02-02"));
  }

  @Test
  void chargeThatIsGivenUpTheSameDayAddsNothing() {
    LoanEvent waived = new LoanEvent.ChargeWaived(id(10), DAY, 10, id(9));

    assertPaidOffWith("1183.87", TERMS, OUT, PAID, charge("2024-01-11"), waived);
  }

  /** 20.00 meant for the second installment paid interest that falls away; 3.87 are owed. */
  @Test
  void interestGivenUpAfterAPaymentOfTheDayIsTakenOff() {
    LoanEvent meant = new LoanEvent.Repaid(id(8), DAY, 8, euros("20.00"), 2);
    LoanEvent waived = new LoanEvent.InterestWaived(id(9), DAY, 9, euros("2.00"));

    assertPaidOffWith("1183.87", TERMS, OUT, meant);
    assertPaidOffWith("1181.87", TERMS, OUT, meant, waived);
  }

  /** What is refunded and turns out not to be excess is owed as principal. */
  @Test
  void refundAfterAPaymentOfTheDayAddsWhatWasNoExcess() {
    LoanEvent refunded = new LoanEvent.ExcessRefunded(id(9), DAY, 9, euros("10.00"));

    assertPaidOffWith("1193.87", TERMS, OUT, PAID, refunded);
  }

  /** Less than the payoff amount leaves all interest to be paid, in one payment or in two. */
  @Test
  void moneyAroundAChargeThatDoesNotPayTheLoanOffPaysInterestOfTheInstallment() {
    LoanPosition position =
        Replay.position(
            TERMS,
            List.of(OUT, PAID, charge("2024-01-11"), repaid(11, "2024-01-11", "1188.86")),
            DAY);

    assertThat(position.phase()).isEqualTo(LoanPhase.ACTIVE);
    assertThat(position.installments().getFirst().paid().interest()).isEqualTo(euros("12.00"));
    assertThat(position.payoff().total()).isEqualTo(euros("0.01"));
  }

  private static LoanEvent charge(String dueOn) {
    return new LoanEvent.ChargeAdded(id(9), DAY, 9, ChargeKind.FEE, day(dueOn), euros("5.00"));
  }

  private static void assertPaidOffWith(String amount, LoanTerms terms, LoanEvent... events) {
    List<LoanEvent> all = new ArrayList<>(List.of(events));
    assertThat(Replay.position(terms, all, DAY).payoff().total()).isEqualTo(euros(amount));
    Explanation why = Explain.of(terms, all, DAY).loan(LoanFigure.PAYOFF).orElseThrow();
    assertThat(why.isDerived()).isTrue();

    all.add(repaid(11, "2024-01-11", amount));
    LoanPosition closed = Replay.position(terms, all, DAY);
    assertThat(closed.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(closed.excess().isZero()).isTrue();
  }

  /**
   * Whatever was agreed, and paid before: payments of a day lower what pays the loan off on it by
   * themselves, whatever else happened between them, and who pays the rest has paid it off.
   */
  @Property
  void paymentsOfADayAddUpWhateverIsBetween(@ForAll long seed) {
    Random random = new Random(seed);
    Loan loan = loan(seed, random);
    LocalDate day = loan.disbursedOn().plusDays(1 + random.nextInt(400));
    List<LoanEvent> earlier = paidBefore(random, loan, day);
    List<LoanEvent> all = new ArrayList<>(earlier);
    List<LoanEvent> others = new ArrayList<>(earlier);
    long paid = 0;
    for (int i = 10; i < 16; i++) {
      LoanPosition now = position(loan.terms(), all, day);
      Assume.that(now.payoff().total().minor() > 1);
      if (random.nextBoolean()) {
        LoanEvent.Repaid payment = payment(random, i, day, now.payoff().total());
        paid += payment.amount().minor();
        all.add(payment);
      } else {
        LoanEvent other = other(random, i, now, others);
        Assume.that(isByItself(loan.terms(), other));
        LoanPosition was = position(loan.terms(), others, day);
        others.add(other);
        all.add(other);
        LoanPosition is = position(loan.terms(), others, day);
        Assume.that(hasRoom(was, is));
        Assume.that(isWaiver(other) || !asksForLessOnTop(was.payoff(), is.payoff()));
      }
    }
    LoanPosition end = position(loan.terms(), all, day);
    Assume.that(end.payoff().total().isPositive());
    LoanPosition unpaid = position(loan.terms(), others, day);
    Assume.that(!hasPercentage(loan.terms()) || asksForTheSamePrincipal(unpaid, end));

    assertThat(end.payoff().total().minor() + paid).isEqualTo(unpaid.payoff().total().minor());
    assertPaidOff(loan.terms(), all, end);
  }

  private static void assertPaidOff(LoanTerms terms, List<LoanEvent> events, LoanPosition before) {
    List<LoanEvent> all = new ArrayList<>(events);
    all.add(new LoanEvent.Repaid(id(99), before.asOf(), 99, before.payoff().total(), null));

    LoanPosition paidOff = position(terms, all, before.asOf());

    assertThat(paidOff.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(paidOff.excess()).isEqualTo(before.excess());
    assertThat(paidOff.allocationOf(id(99)).orElseThrow().split()).isEqualTo(before.payoff());
  }

  private static List<LoanEvent> paidBefore(Random random, Loan loan, LocalDate day) {
    List<LoanEvent> events = new ArrayList<>();
    events.add(new LoanEvent.Disbursed(id(1), loan.disbursedOn(), 1, loan.principal()));
    int end = 2 + random.nextInt(3);
    for (int i = 2; i < end; i++) {
      LocalDate on = day.minusDays(1 + random.nextInt(40));
      Money some = new Money(random.nextLong(1, loan.principal().minor() + 1), currency(loan));
      if (!on.isBefore(loan.disbursedOn())) {
        events.add(new LoanEvent.Repaid(id(i), on, i, some, null));
      }
    }
    return events;
  }

  private static Currency currency(Loan loan) {
    return loan.terms().currency();
  }

  private static LoanEvent.Repaid payment(Random random, int number, LocalDate day, Money owed) {
    long most = random.nextBoolean() ? owed.minor() : Math.max(2, owed.minor() / 20);
    Money some = new Money(random.nextLong(1, most), owed.currency());
    Integer target = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : null;
    return new LoanEvent.Repaid(id(number), day, number, some, target);
  }

  /**
   * Tells whether an event asks for the same whatever was paid. An installment keeps what was paid
   * of it where its terms change: so does flat interest that is paid before its time, and principal
   * makes room for interest until a due date that moves. A percentage is asked anew only where more
   * money goes out, and of what is not paid yet.
   */
  private static boolean isByItself(LoanTerms terms, LoanEvent event) {
    boolean onBalance = terms.interest().method() != InterestMethod.FLAT;
    boolean hasPercentage = hasPercentage(terms);
    return switch (event) {
      case LoanEvent.Disbursed _ -> onBalance && (!hasPercentage || leavesRoom(terms));
      case LoanEvent.Capitalized _ -> onBalance && !hasPercentage;
      case LoanEvent.DueDateMoved _ -> onBalance && !hasPercentage && !untilDueDate(terms);
      case LoanEvent.ExcessRefunded _, LoanEvent.ChargedBack _ -> !hasPercentage;
      default -> true;
    };
  }

  /** Tells whether installments pay more than interest, and ask for a percentage of that. */
  private static boolean leavesRoom(LoanTerms terms) {
    return terms.interest().annualRatePercent().compareTo(BigDecimal.valueOf(100)) < 0;
  }

  private static boolean hasPercentage(LoanTerms terms) {
    return terms.charges().stream().anyMatch(charge -> charge.basis() != ChargeBasis.FIXED);
  }

  private static boolean asksForTheSamePrincipal(LoanPosition one, LoanPosition other) {
    List<InstallmentPosition> rows = regular(other);
    return regular(one).stream()
        .map(InstallmentPosition::installment)
        .filter(row -> row.fromOn().isBefore(one.asOf()))
        .allMatch(row ->
            rows.stream()
                .map(InstallmentPosition::installment)
                .filter(there -> there.fromOn().equals(row.fromOn()))
                .allMatch(there -> there.principal().equals(row.principal())));
  }

  private static boolean isWaiver(LoanEvent event) {
    return event instanceof LoanEvent.InterestWaived || event instanceof LoanEvent.ChargeWaived;
  }

  private static boolean asksForLessOnTop(Split before, Split after) {
    return after.interest().compareTo(before.interest()) < 0
        || after.fees().compareTo(before.fees()) < 0;
  }

  private static boolean untilDueDate(LoanTerms terms) {
    return terms.recalculation().payoff() == PayoffInterest.UNTIL_REST_DATE;
  }

  /** Anything that may happen on a day between two payments, but what makes a new schedule. */
  private static LoanEvent other(
      Random random, int number, LoanPosition now, List<LoanEvent> before) {
    LocalDate day = now.asOf();
    Money some = some(random, now.payoff().total());
    boolean isOver = now.installments().getLast().installment().dueOn().isBefore(day);
    boolean waives = now.payoff().interest().isPositive();
    return switch (random.nextInt(waives ? 6 : 5)) {
      case 0 ->
          isOver
              ? charge(random, number, day, some)
              : new LoanEvent.Disbursed(id(number), day, number, some);
      case 1 -> new LoanEvent.Capitalized(id(number), day, number, some);
      case 2 -> {
        NextDue next = now.nextDue();
        LocalDate due = next == null ? day : next.on();
        LocalDate later = due.plusDays(random.nextInt(60));
        yield new LoanEvent.DueDateMoved(id(number), day, number, due, later);
      }
      case 3 ->
          before.getLast() instanceof LoanEvent.ChargeAdded charge
              ? new LoanEvent.ChargeWaived(id(number), day, number, charge.id())
              : charge(random, number, day, some);
      case 4 ->
          before.size() > 1 && before.get(1) instanceof LoanEvent.Repaid payment
              ? new LoanEvent.ChargedBack(
                  id(number), day, number, payment.id(), some(random, payment.amount()))
              : new LoanEvent.ExcessRefunded(id(number), day, number, some);
      default -> {
        Money given = some(random, now.payoff().interest());
        yield new LoanEvent.InterestWaived(id(number), day, number, given);
      }
    };
  }

  private static LoanEvent charge(Random random, int number, LocalDate day, Money amount) {
    ChargeKind kind = random.nextBoolean() ? ChargeKind.FEE : ChargeKind.PENALTY;
    LocalDate due = day.plusDays(random.nextInt(60));
    return new LoanEvent.ChargeAdded(id(number), day, number, kind, due, amount);
  }

  private static Money some(Random random, Money most) {
    return new Money(random.nextLong(1, most.minor() + 1), most.currency());
  }

  /**
   * Tells whether installments still have room for what had arisen: one that asks for nothing but
   * interest, part of which waits, may become smaller.
   */
  static boolean hasRoom(LoanPosition before, LoanPosition after) {
    List<InstallmentPosition> rows = regular(after);
    List<InstallmentPosition> were = regular(before);
    for (int i = 0; i < were.size(); i++) {
      Money arisen = were.get(i).interestArisen(before.asOf());
      if (rows.get(i).installment().interest().compareTo(arisen) < 0) {
        return false;
      }
    }
    return true;
  }

  private static List<InstallmentPosition> regular(LoanPosition position) {
    return position.installments().stream()
        .filter(row -> row.installment().kind() == InstallmentKind.REGULAR)
        .toList();
  }

  private static Loan loan(long seed, Random random) {
    Loan loan = new RandomLoans(seed, 24).next();
    PayoffInterest payoff =
        random.nextBoolean() ? PayoffInterest.UNTIL_PAYOFF_DATE : PayoffInterest.UNTIL_REST_DATE;
    return new Loan(
        loan.terms()
            .withAllocation(allocation(random))
            .withRecalculation(
                new RecalculationTerms(
                    Recalculation.NONE, Rest.DAILY, payoff, OverdueInterest.NOT_CHARGED)),
        loan.disbursedOn(),
        loan.principal());
  }

  private static AllocationTerms allocation(Random random) {
    if (random.nextBoolean()) {
      return AllocationTerms.USUAL;
    }
    List<Part> parts = new ArrayList<>(List.of(Part.values()));
    Collections.shuffle(parts, random);
    AdvanceRule[] advance = AdvanceRule.values();
    return new AllocationTerms(
        random.nextBoolean() ? AllocationDirection.HORIZONTAL : AllocationDirection.VERTICAL,
        AllocationRule.of(advance[random.nextInt(advance.length)], parts.toArray(new Part[0])),
        Map.of());
  }

  private static LoanPosition position(LoanTerms terms, List<LoanEvent> events, LocalDate on) {
    try {
      return Replay.position(terms, events, on);
    } catch (Refused e) {
      Assume.that(false);
      throw e;
    }
  }
}
