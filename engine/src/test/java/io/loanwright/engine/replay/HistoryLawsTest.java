package io.loanwright.engine.replay;

import static io.loanwright.engine.Loans.EUR;
import static io.loanwright.engine.Loans.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.terms.ChargeKind;
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
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What is true of every history: payments, refunds, charges and more money, in any order. */
class HistoryLawsTest {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final LocalDate END = START.plusDays(400);
  private static final RecalculationTerms FOLLOWS =
      new RecalculationTerms(
          Recalculation.FOLLOWS_PAYMENTS,
          Rest.DAILY,
          PayoffInterest.UNTIL_PAYOFF_DATE,
          OverdueInterest.CHARGED);

  /** Something that happens so many days after the money went out. */
  record Happening(int day, int kind, long minor) {}

  @Property
  void anyOrderOfArrivalGivesTheSameState(
      @ForAll("terms") LoanTerms terms,
      @ForAll("happenings") List<Happening> happenings,
      @ForAll Random random) {
    List<LoanEvent> events = events(happenings);
    List<LoanEvent> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, random);

    assertThat(Replay.position(terms, shuffled, END))
        .isEqualTo(Replay.position(terms, events, END));
  }

  @Property
  void reversingTheLastEventRestoresTheStateBeforeIt(
      @ForAll("terms") LoanTerms terms, @ForAll("happenings") List<Happening> happenings) {
    List<LoanEvent> events = events(happenings);
    LoanEvent last = events.getLast();
    List<LoanEvent> undone = new ArrayList<>(events);
    undone.add(new LoanEvent.Reversed(new UUID(9, 9), END, 1_000, last.id()));

    assertThat(Replay.position(terms, undone, END))
        .isEqualTo(Replay.position(terms, events.subList(0, events.size() - 1), END));
  }

  @Property
  void pastDoesNotChangeWhenLaterEventsCome(
      @ForAll("terms") LoanTerms terms, @ForAll("happenings") List<Happening> happenings) {
    List<LoanEvent> events = events(happenings);
    LocalDate then = START.plusDays(100);
    List<LoanEvent> known = events.stream().filter(event -> !event.on().isAfter(then)).toList();

    assertThat(Replay.position(terms, events, then)).isEqualTo(Replay.position(terms, known, then));
  }

  @Property
  void everyPaymentIsUsedInFullAndNothingIsNegative(
      @ForAll("terms") LoanTerms terms, @ForAll("happenings") List<Happening> happenings) {
    LoanPosition position = Replay.position(terms, events(happenings), END);

    for (Entry entry : position.entries()) {
      if (entry.kind() == EntryKind.REPAYMENT || entry.kind() == EntryKind.CREDIT) {
        assertThat(entry.split().total().plus(entry.excess())).isEqualTo(entry.amount());
      }
    }
    for (InstallmentPosition row : position.installments()) {
      assertNotNegative(row.installment().asked());
      assertNotNegative(row.paid());
      assertNotNegative(row.outstanding());
      assertThat(row.installment().balanceAfter().minor()).isNotNegative();
    }
    assertNotNegative(position.payoff());
    assertThat(position.excess().minor()).isNotNegative();
  }

  @Property
  void principalPaidAndOwedIsWhatWentOut(
      @ForAll("terms") LoanTerms terms, @ForAll("happenings") List<Happening> happenings) {
    LoanPosition position = Replay.position(terms, events(happenings), END);

    Money asked = Money.zero(EUR);
    for (InstallmentPosition row : position.installments()) {
      asked = asked.plus(row.installment().principal());
    }
    assertThat(asked).isEqualTo(position.disbursed());
  }

  @Property
  void payingThePayoffAmountClosesTheLoan(
      @ForAll("terms") LoanTerms terms, @ForAll("happenings") List<Happening> happenings) {
    List<LoanEvent> events = new ArrayList<>(events(happenings));
    Money payoff = Replay.position(terms, events, END).payoff().total();
    if (payoff.isPositive()) {
      events.add(new LoanEvent.Repaid(new UUID(9, 9), END, 1_000, payoff, null));
    }

    LoanPosition position = Replay.position(terms, events, END);

    assertThat(position.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(position.outstandingAsPlanned().isZero()).isTrue();
  }

  @Property
  void payingInTwoOnOneDayIsPayingAtOnce(
      @ForAll("terms") LoanTerms terms,
      @ForAll("happenings") List<Happening> happenings,
      @ForAll @IntRange(min = 0, max = 390) int day,
      @ForAll @LongRange(min = 1, max = 60_000) long first,
      @ForAll @LongRange(min = 1, max = 60_000) long second) {
    LocalDate on = START.plusDays(day);
    List<LoanEvent> atOnce = new ArrayList<>(events(happenings));
    List<LoanEvent> inTwo = new ArrayList<>(atOnce);
    atOnce.add(repaid(1_000, on, first + second));
    inTwo.add(repaid(1_000, on, first));
    inTwo.add(repaid(1_001, on, second));

    assertThat(totals(Replay.position(terms, inTwo, END)))
        .isEqualTo(totals(Replay.position(terms, atOnce, END)));
  }

  private static LoanEvent repaid(long sequence, LocalDate on, long minor) {
    return new LoanEvent.Repaid(new UUID(2, sequence), on, sequence, new Money(minor, EUR), null);
  }

  private static List<Object> totals(LoanPosition position) {
    Split asked = Split.zero(EUR);
    Split paid = Split.zero(EUR);
    for (InstallmentPosition row : position.installments()) {
      asked = asked.plus(row.installment().asked());
      paid = paid.plus(row.paid());
    }
    return List.of(position.phase(), asked, paid, position.payoff(), position.excess());
  }

  private static void assertNotNegative(Split split) {
    assertThat(split.principal().minor()).isNotNegative();
    assertThat(split.interest().minor()).isNotNegative();
    assertThat(split.fees().minor()).isNotNegative();
    assertThat(split.penalties().minor()).isNotNegative();
  }

  private static List<LoanEvent> events(List<Happening> happenings) {
    List<LoanEvent> events = new ArrayList<>();
    events.add(new LoanEvent.Disbursed(new UUID(1, 0), START, 0, new Money(100_000, EUR)));
    long sequence = 1;
    for (Happening happening : happenings) {
      events.add(event(happening, sequence++));
    }
    return events;
  }

  private static LoanEvent event(Happening happening, long sequence) {
    UUID id = new UUID(1, sequence);
    LocalDate on = START.plusDays(happening.day());
    Money amount = new Money(happening.minor(), EUR);
    return switch (happening.kind()) {
      case 0 -> new LoanEvent.Credited(id, on, sequence, amount, MoneyKind.MERCHANT_REFUND);
      case 1 -> new LoanEvent.ChargeAdded(id, on, sequence, ChargeKind.FEE, on, amount);
      case 2 -> new LoanEvent.Disbursed(id, on, sequence, amount);
      default -> new LoanEvent.Repaid(id, on, sequence, amount, null);
    };
  }

  @Provide
  Arbitrary<LoanTerms> terms() {
    return Combinators.combine(
            Arbitraries.of("0", "7", "24", "99.9"), Arbitraries.integers().between(1, 12))
        .flatAs((rate, months) ->
            Arbitraries.of(
                monthly(rate, months), monthly(rate, months).withRecalculation(FOLLOWS)));
  }

  @Provide
  Arbitrary<List<Happening>> happenings() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 390),
            Arbitraries.integers().between(0, 7),
            Arbitraries.longs().between(1, 60_000))
        .as(Happening::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }
}
