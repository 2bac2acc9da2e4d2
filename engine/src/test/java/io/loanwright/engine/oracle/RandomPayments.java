package io.loanwright.engine.oracle;

import io.loanwright.engine.oracle.RandomLoans.Loan;
import io.loanwright.engine.oracle.SlowLoan.Payment;
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.AllocationTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Borrowers: one pays in time, another early, late, too little, too much, twice a day, or pays the
 * loan off, almost or to the minor unit.
 */
final class RandomPayments {

  private static final int MOST_DAYS_EARLY = 70;
  private static final int MOST_DAYS_LATE = 120;

  private final Random random;
  private final LoanTerms terms;
  private final Loan loan;
  private final List<SlowSchedule.Row> schedule;
  private final boolean hasTargets;
  private final List<Payment> payments = new ArrayList<>();

  private RandomPayments(Random random, LoanTerms terms, Loan loan, boolean hasTargets) {
    this.random = random;
    this.terms = terms;
    this.loan = loan;
    this.hasTargets = hasTargets;
    this.schedule = SlowLoan.schedule(terms, loan.disbursedOn(), loan.principal().minor());
  }

  /**
   * Returns what a borrower pays, in the order in which it counts.
   *
   * @param terms what was agreed; the same schedule as that of the loan's own terms
   * @param hasTargets whether some of it is meant for an installment
   */
  static List<Payment> of(Random random, LoanTerms terms, Loan loan, boolean hasTargets) {
    return new RandomPayments(random, terms, loan, hasTargets).made();
  }

  /** Returns any order of the twelve steps, the usual one and those by parts more often. */
  static AllocationTerms order(Random random) {
    AdvanceRule advance =
        List.of(
                AdvanceRule.NEXT_INSTALLMENT,
                AdvanceRule.LAST_INSTALLMENT,
                AdvanceRule.NEXT_LAST_INSTALLMENT)
            .get(random.nextInt(3));
    AllocationDirection direction =
        random.nextBoolean() ? AllocationDirection.HORIZONTAL : AllocationDirection.VERTICAL;
    List<Part> parts = new ArrayList<>(List.of(Part.values()));
    Collections.shuffle(parts, random);
    List<AllocationStep> steps = new ArrayList<>(List.of(AllocationStep.values()));
    Collections.shuffle(steps, random);
    AllocationRule rule =
        random.nextInt(3) == 0
            ? new AllocationRule(steps, advance)
            : AllocationRule.of(advance, parts.toArray(new Part[0]));
    return new AllocationTerms(direction, rule, Map.of());
  }

  /** Returns terms by which the schedule stands, and who pays it off owes interest as they say. */
  static RecalculationTerms schedulesThatStand(Random random) {
    PayoffInterest[] untils = PayoffInterest.values();
    return new RecalculationTerms(
        Recalculation.NONE,
        Rest.DAILY,
        untils[random.nextInt(untils.length)],
        OverdueInterest.CHARGED);
  }

  private List<Payment> made() {
    LocalDate day = loan.disbursedOn();
    int manner = random.nextInt(4);
    for (SlowSchedule.Row row : schedule) {
      if (payments.size() >= 30) {
        break;
      }
      LocalDate on = row.dueOn().plusDays(daysOff(manner));
      day = on.isBefore(day) ? day : on;
      switch (random.nextInt(8)) {
        case 0 -> {}
        case 1 -> add(day, 1 + random.nextLong(Math.max(1, 2 * asked(row))));
        case 2 -> {
          add(day, asked(row) / 2);
          add(day.plusDays(random.nextInt(3)), asked(row) - asked(row) / 2);
        }
        case 3 -> add(day, asked(row) * (1 + random.nextInt(3)));
        case 4 -> payOff(day);
        default -> add(day, asked(row));
      }
      day = payments.isEmpty() ? day : payments.getLast().on();
    }
    return payments;
  }

  /** In time; late; early; as it comes. */
  private int daysOff(int manner) {
    return switch (manner) {
      case 0 -> 0;
      case 1 -> random.nextInt(MOST_DAYS_LATE);
      case 2 -> -random.nextInt(MOST_DAYS_EARLY);
      default -> random.nextInt(MOST_DAYS_LATE) - random.nextInt(MOST_DAYS_EARLY);
    };
  }

  private static long asked(SlowSchedule.Row row) {
    return row.principal() + row.interest() + row.fees();
  }

  /** All that it takes, a minor unit more or less, much more, or in two on one day. */
  private void payOff(LocalDate day) {
    SlowLoan slow = new SlowLoan(terms, loan.disbursedOn(), loan.principal().minor(), schedule);
    slow.liveUntil(day, payments);
    long payoff = slow.state().payoff();
    switch (random.nextInt(6)) {
      case 0 -> add(day, payoff);
      case 1 -> add(day, payoff - 1);
      case 2 -> add(day, payoff + 1 + random.nextInt(5_000));
      case 3 -> {
        long part = random.nextLong(Math.max(1, payoff));
        add(day, part);
        add(day, payoff - part + random.nextInt(2));
      }
      default -> add(day, payoff * random.nextInt(100) / 100);
    }
  }

  private void add(LocalDate on, long minor) {
    if (minor > 0) {
      payments.add(new Payment(1 + payments.size(), on, minor, target()));
    }
  }

  private @Nullable Integer target() {
    return hasTargets && random.nextInt(4) == 0 ? 1 + random.nextInt(schedule.size()) : null;
  }
}
