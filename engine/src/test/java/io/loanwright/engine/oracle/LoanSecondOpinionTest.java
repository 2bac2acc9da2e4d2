package io.loanwright.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.oracle.RandomLoans.Loan;
import io.loanwright.engine.oracle.SlowLoan.Payment;
import io.loanwright.engine.oracle.SlowLoan.State;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What payments do to a loan whose schedule stands is, to the minor unit, what the slow second
 * opinion says: how each is split, what is owed of each installment, what pays the loan off, how
 * late it is and when it is over.
 *
 * <p>20,000 random loans in every run; {@code -Dsecond.opinion.loans=1000000} for the long one, and
 * {@code -Dsecond.opinion.seed=...} for others.
 */
class LoanSecondOpinionTest {

  private static final int LOANS = Integer.getInteger("second.opinion.loans", 20_000);
  private static final long SEED = Long.getLong("second.opinion.seed", 2_026);
  private static final int MOST_SHOWN = 10;
  private static final int MOST_INSTALLMENTS = 24;
  private static final int FIRST_REVERSAL = 1_000;

  private final List<String> differences = new ArrayList<>();
  private int compared;
  private int paidOff;

  @Test
  void paymentsInTheUsualOrderAreUsedByTheDefinition() {
    for (int i = 0; i < LOANS && differences.size() < MOST_SHOWN; i++) {
      Loan loan = new RandomLoans(SEED + i, MOST_INSTALLMENTS).next();
      LoanTerms terms = loan.terms().withRecalculation(RecalculationTerms.NONE);
      compare(SEED + i, terms, loan, false);
    }

    assertThat(differences).isEmpty();
    assertThat(compared).as("days of loans that were compared").isGreaterThan(LOANS * 3);
    assertThat(paidOff).as("days on which a loan was paid off").isGreaterThan(LOANS / 5);
  }

  /** Any order of parts and installments, money for one installment, penalties, reversals. */
  @Test
  void paymentsAreUsedInTheOrderOfTheTermsAndReversedOnesAreNot() {
    for (int i = 0; i < LOANS && differences.size() < MOST_SHOWN; i++) {
      Random random = new Random(SEED - i);
      Loan loan = new RandomLoans(SEED - i, MOST_INSTALLMENTS).next();
      LoanTerms terms =
          loan.terms()
              .withAllocation(RandomPayments.order(random))
              .withRecalculation(RandomPayments.schedulesThatStand(random))
              .withLatePenalty(RandomPenalties.maybe(random));
      compare(SEED - i, terms, loan, true);
    }

    assertThat(differences).isEmpty();
    assertThat(compared).as("days of loans that were compared").isGreaterThan(LOANS * 3);
  }

  /** Looks at a loan on the day of a payment, and on other days. */
  private void compare(long seed, LoanTerms terms, Loan loan, boolean isOfAllKinds) {
    if (terms.repayment().calendar().startOn() != null || !isTaken(terms, loan)) {
      return;
    }
    Random random = new Random(seed);
    List<Payment> payments = RandomPayments.of(random, terms, loan, isOfAllKinds);
    List<SlowSchedule.Row> schedule =
        SlowLoan.schedule(terms, loan.disbursedOn(), loan.principal().minor());
    Map<Payment, LocalDate> reversed = new HashMap<>();
    for (Payment one : payments) {
      if (isOfAllKinds && random.nextInt(10) == 0) {
        reversed.put(one, one.on().plusDays(random.nextInt(100)));
      }
    }
    for (int i = 0; i < 4; i++) {
      LocalDate on =
          i == 0 && !payments.isEmpty()
              ? payments.get(random.nextInt(payments.size())).on()
              : loan.disbursedOn().plusDays(random.nextInt(1_000));
      SlowLoan slow = new SlowLoan(terms, loan.disbursedOn(), loan.principal().minor(), schedule);
      slow.liveUntil(on, payments.stream().filter(one -> counts(one, reversed, on)).toList());
      State second = slow.state();
      Object engine = EngineState.of(terms, events(loan, payments, reversed), on);
      compared++;
      paidOff += slow.state().closedOn() == null ? 0 : 1;
      if (!second.equals(engine)) {
        differences.add(
            "%d on %s: %s%n %s%n reversed %s%s"
                .formatted(
                    seed,
                    on,
                    terms.toString() + loan.disbursedOn(),
                    payments,
                    reversed,
                    second.differenceTo(engine)));
        return;
      }
    }
  }

  private static boolean isTaken(LoanTerms terms, Loan loan) {
    try {
      Replay.position(terms, events(loan, List.of(), Map.of()), loan.disbursedOn());
      return true;
    } catch (Refused _) {
      return false;
    }
  }

  /** A payment that is reversed counts until the day before its reversal. */
  private static boolean counts(Payment payment, Map<Payment, LocalDate> reversed, LocalDate on) {
    LocalDate until = reversed.get(payment);
    return until == null || until.isAfter(on);
  }

  private static List<LoanEvent> events(
      Loan loan, List<Payment> payments, Map<Payment, LocalDate> reversed) {
    List<LoanEvent> events = new ArrayList<>();
    events.add(
        new LoanEvent.Disbursed(RandomEvents.id(0), loan.disbursedOn(), 0, loan.principal()));
    for (Payment one : payments) {
      Money amount = new Money(one.minor(), loan.principal().currency());
      events.add(
          new LoanEvent.Repaid(
              RandomEvents.id(one.id()), one.on(), one.id(), amount, one.target()));
    }
    reversed.forEach((one, on) -> {
      int id = FIRST_REVERSAL + one.id();
      events.add(new LoanEvent.Reversed(RandomEvents.id(id), on, id, RandomEvents.id(one.id())));
    });
    return events;
  }
}
