package io.loanwright.engine;

import static io.loanwright.engine.oracle.WildInput.orRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.engine.apr.ActuarialApr;
import io.loanwright.engine.apr.CashFlow;
import io.loanwright.engine.apr.CostOfCredit;
import io.loanwright.engine.apr.EffectiveApr;
import io.loanwright.engine.apr.InternalRate;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.event.MovedInterest;
import io.loanwright.engine.event.NewSchedule;
import io.loanwright.engine.explain.Explain;
import io.loanwright.engine.explain.InstallmentFigure;
import io.loanwright.engine.explain.LoanFigure;
import io.loanwright.engine.explain.PaymentFigure;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.oracle.WildInput;
import io.loanwright.engine.replay.Acceptance;
import io.loanwright.engine.replay.Allocation;
import io.loanwright.engine.replay.Entry;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Schedule;
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
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes in, every entry of the engine answers with figures that add up or with a refusal
 * that names its rule; nothing else is thrown and nothing wraps around.
 */
class LimitsTest {

  /** 2^63 - 1 cents twice: the sum would be -0.02. */
  @Test
  void excessOfTwoPaymentsAtTheLimitIsRefused() {
    List<LoanEvent> events =
        List.of(
            Loans.disbursed(1, "2024-01-01", "100.00"),
            Loans.repaid(2, "2024-01-10", "92233720368547758.07"),
            Loans.repaid(3, "2024-01-11", "92233720368547758.07"));

    assertThatThrownBy(
            () -> Replay.position(Loans.monthly("7", 6), events, Loans.day("2024-02-01")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal().rule()).isEqualTo(Rule.FIGURE_TOO_LARGE));
  }

  /** A charge at the limit, and a percentage of each installment that more money makes positive. */
  @Test
  void chargesOfOneInstallmentBeyondTheLimitAreRefused() {
    ChargeTerms each =
        new ChargeTerms(
            "fee",
            ChargeKind.FEE,
            ChargeTiming.EACH_INSTALLMENT,
            ChargeBasis.PERCENT_OF_INTEREST,
            new BigDecimal("0.01"),
            null);
    LoanTerms terms = Loans.monthly("7", 6).withCharges(List.of(each));
    List<LoanEvent> events =
        List.of(
            Loans.disbursed(1, "2024-01-01", "100.00"),
            charged(2, ChargeKind.FEE, "92233720368547758.07"),
            Loans.disbursed(3, "2024-01-10", "100000.00"));

    assertTooLarge(terms, events);
  }

  /** A fee and a penalty of more than half the limit each, spread together. */
  @Test
  void chargesThatAreSpreadTogetherBeyondTheLimitAreRefused() {
    NewSchedule schedule =
        new NewSchedule(Loans.day("2024-03-01"), 3, 1, PeriodUnit.MONTHS, MovedInterest.SPREAD_ALL);
    List<LoanEvent> events =
        List.of(
            Loans.disbursed(1, "2024-01-01", "100.00"),
            charged(2, ChargeKind.FEE, "50000000000000000.00"),
            charged(3, ChargeKind.PENALTY, "50000000000000000.00"),
            new LoanEvent.ReAged(Loans.id(4), Loans.day("2024-01-25"), 4, schedule));

    assertTooLarge(Loans.monthly("7", 6), events);
    assertTooLarge(
        Loans.monthly("7", 6)
            .withRecalculation(
                new RecalculationTerms(
                    Recalculation.FOLLOWS_PAYMENTS,
                    Rest.DAILY,
                    PayoffInterest.UNTIL_PAYOFF_DATE,
                    OverdueInterest.CHARGED)),
        events);
  }

  private static LoanEvent charged(int sequence, ChargeKind kind, String amount) {
    LocalDate on = Loans.day("2024-01-20");
    return new LoanEvent.ChargeAdded(
        Loans.id(sequence), Loans.day("2024-01-05"), sequence, kind, on, Loans.euros(amount));
  }

  private static void assertTooLarge(LoanTerms terms, List<LoanEvent> events) {
    assertThatThrownBy(() -> Replay.position(terms, events, Loans.day("2024-02-01")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal().rule()).isEqualTo(Rule.FIGURE_TOO_LARGE));
  }

  @Property
  void scheduleAddsUpOrIsRefused(@ForAll long seed) {
    WildInput wild = new WildInput(seed);
    LoanTerms terms = wild.terms();
    LocalDate on = wild.date();
    Money principal = wild.money(terms.currency());

    Schedule schedule = orRefused(() -> Schedule.of(terms, on, principal));

    if (schedule != null) {
      assertThat(sum(schedule.installments().stream().map(Installment::principal)))
          .isEqualTo(BigInteger.valueOf(principal.minor()));
      schedule.installments().forEach(row -> assertNotNegative(row.asked()));
      assertThat(orRefused(() -> CostOfCredit.of(schedule, terms.repayment().calendar(), on)))
          .isNotNull();
    }
  }

  @Property
  void positionAddsUpOrIsRefused(@ForAll long seed) {
    WildInput wild = new WildInput(seed);
    LoanTerms terms = wild.terms();
    List<LoanEvent> events = wild.events(terms.currency());
    LocalDate asOf = wild.date();

    LoanPosition position = orRefused(() -> Replay.position(terms, events, asOf));

    if (position != null) {
      assertAddsUp(position);
    }
  }

  @Property
  void newEventIsAcceptedOrDeclinedAndNeverWrapsAround(@ForAll long seed) {
    WildInput wild = new WildInput(seed);
    LoanTerms terms = wild.terms();
    List<LoanEvent> events = wild.events(terms.currency());
    LocalDate asOf = wild.date();

    Acceptance acceptance =
        orRefused(() ->
            Replay.accept(terms, events.subList(0, events.size() - 1), events.getLast(), asOf));

    switch (acceptance) {
      case null -> {
        // The history itself is broken.
      }
      case Acceptance.Accepted(LoanPosition before, LoanPosition after) -> {
        assertAddsUp(before);
        assertAddsUp(after);
      }
      case Acceptance.Declined(Refusal refusal) -> assertThat(refusal.message()).isNotBlank();
    }
  }

  @Property
  void everyFigureIsExplainedOrRefused(@ForAll long seed) {
    WildInput wild = new WildInput(seed);
    LoanTerms terms = wild.terms();
    List<LoanEvent> events = wild.events(terms.currency());

    Explain explain = orRefused(() -> Explain.of(terms, events, wild.date()));

    if (explain != null) {
      for (LoanFigure figure : LoanFigure.values()) {
        orRefused(() -> explain.loan(figure));
      }
      for (InstallmentFigure figure : InstallmentFigure.values()) {
        orRefused(() -> explain.installment(figure, 1));
      }
      for (PaymentFigure figure : PaymentFigure.values()) {
        orRefused(() -> explain.payment(figure, events.getLast().id()));
      }
    }
  }

  @Property
  void yearlyRateIsFoundOrThereIsNone(@ForAll long seed) {
    WildInput wild = new WildInput(seed);
    List<CashFlow> flows =
        Stream.generate(() -> orRefused(() -> flow(wild)))
            .filter(Objects::nonNull)
            .filter(flow -> flow.amount().isPositive())
            .limit(4)
            .toList();

    assertThat(ActuarialApr.of(flows.subList(0, 1), flows.subList(1, 4))).isNotNull();
    assertThat(EffectiveApr.of(flows.subList(0, 1), flows.subList(1, 4), PeriodUnit.MONTHS))
        .isNotNull();
    assertThat(InternalRate.ofDays(flows)).isNotNull();
  }

  private static CashFlow flow(WildInput wild) {
    return new CashFlow(wild.date(), new Money(wild.money(Loans.EUR).minor(), Loans.EUR));
  }

  private static void assertAddsUp(LoanPosition position) {
    BigInteger excess = BigInteger.valueOf(position.excess().minor());
    assertThat(excess).isNotNegative();
    assertNotNegative(position.payoff());
    position.installments().forEach(row -> assertNotNegative(row.installment().asked()));
    position.installments().forEach(row -> assertNotNegative(row.outstanding()));
    for (Allocation allocation : position.allocations()) {
      assertNotNegative(allocation.split());
      assertThat(sum(allocation.shares().stream().map(share -> share.split().total())))
          .isEqualTo(BigInteger.valueOf(allocation.split().total().minor()));
    }
    for (Entry entry : position.entries()) {
      assertThat(entry.amount().minor()).isNotNegative();
    }
  }

  private static BigInteger sum(Stream<Money> amounts) {
    return amounts
        .map(amount -> BigInteger.valueOf(amount.minor()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static void assertNotNegative(Split split) {
    assertThat(
            Stream.of(split.principal(), split.interest(), split.fees(), split.penalties())
                .noneMatch(Money::isNegative))
        .as("%s", split)
        .isTrue();
  }
}
