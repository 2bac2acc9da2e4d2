package io.loanwright.engine.plan;

import io.loanwright.engine.Refused;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.MovedInterest;
import io.loanwright.engine.event.NewSchedule;
import io.loanwright.engine.oracle.RandomLoans;
import io.loanwright.engine.schedule.DueDateRule;
import io.loanwright.engine.schedule.Period;
import io.loanwright.engine.schedule.ScheduleColumns;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes of a plan, made at random, one day after the other. */
final class RandomWalk {

  private static final int MOST_INSTALLMENTS = 12;
  private static final long MOST_LENT = 1_000_000_000L;
  private static final BigDecimal HIGHEST_RATE = BigDecimal.valueOf(100);

  private final Random random;
  private final RandomLoans loans;
  private LocalDate today = LocalDate.MIN;

  RandomWalk(long seed) {
    this.random = new Random(seed);
    this.loans = new RandomLoans(seed, MOST_INSTALLMENTS);
  }

  /** Returns the plan of a loan that was just paid out. */
  Plan start() {
    while (true) {
      RandomLoans.Loan loan = loans.next();
      boolean believable =
          loan.principal().minor() < MOST_LENT
              && loan.terms().interest().annualRatePercent().compareTo(HIGHEST_RATE) <= 0;
      Plan plan = believable ? paidOut(loan) : null;
      if (plan != null) {
        today = loan.disbursedOn();
        return plan;
      }
    }
  }

  private static @Nullable Plan paidOut(RandomLoans.Loan loan) {
    try {
      LoanTerms terms = loan.terms();
      ScheduleColumns schedule = ScheduleColumns.of(terms, loan.disbursedOn(), loan.principal());
      Plan plan = Plan.empty(terms, schedule.periods(), schedule.bearing());
      new PlanChanges(plan).lendAsScheduled(loan.disbursedOn(), loan.principal().minor(), schedule);
      return plan;
    } catch (Refused _) {
      return null;
    }
  }

  LocalDate today() {
    return today;
  }

  /** Returns what happens to a plan next, on a day that is not before the last one. */
  Consumer<Plan> next(Plan plan) {
    today = random.nextInt(4) == 0 ? dueDate(plan) : today.plusDays(random.nextInt(25));
    boolean agreesAnew = !plan.flat && !plan.setsPrincipal();
    int kinds = plan.flat ? 4 : agreesAnew ? 14 : 8;
    LocalDate on = today;
    long minor = 1 + random.nextLong(1 + Math.max(plan.principalIn(), 1) / 4);
    return switch (random.nextInt(kinds)) {
      case 0, 1 -> p -> payPrincipal(p, on, minor);
      case 2 -> p -> payInterest(p, on, minor);
      case 3 -> credit(on, minor);
      case 4, 5 -> countOverdue(on);
      case 6 -> changeRate(on);
      case 7 -> pause(on);
      case 8 -> p -> new PlanChanges(p).lend(on, minor);
      case 9 -> p -> new PlanChanges(p).capitalize(on, minor);
      case 10 -> extend(on);
      case 11 -> reAge(on, new Owed(plan.unpaidPrincipal(), minor));
      case 12 -> reAmortize(on);
      default -> moveDueDate(on);
    };
  }

  /** A due date to come, or today where there is none. */
  private LocalDate dueDate(Plan plan) {
    for (PlanPeriod period : plan.periods) {
      if (period.due.isAfter(today)) {
        return period.due;
      }
    }
    return today;
  }

  private static void payPrincipal(Plan plan, LocalDate on, long minor) {
    PlanPeriod open = open(plan);
    if (open != null) {
      long most = Math.min(open.unpaidPrincipal(), plan.unpaidPrincipal());
      new PlanPayments(plan).payPrincipal(open, open.due, on, Math.min(minor, most));
    }
  }

  private static void payInterest(Plan plan, LocalDate on, long minor) {
    PlanPeriod open = open(plan);
    if (open != null) {
      new PlanPayments(plan).payInterest(open, on, Math.min(minor, open.unpaidInterest()));
    }
  }

  private static @Nullable PlanPeriod open(Plan plan) {
    for (PlanPeriod period : plan.periods) {
      if (period.unpaidPrincipal() + period.unpaidInterest() > 0) {
        return period;
      }
    }
    return null;
  }

  private Consumer<Plan> credit(LocalDate on, long minor) {
    long interest = random.nextBoolean() ? 0 : random.nextInt(500);
    return plan -> new PlanPayments(plan).credit(on, minor, interest);
  }

  private Consumer<Plan> countOverdue(LocalDate on) {
    InterestEnd end = random.nextBoolean() ? InterestEnd.DAY : InterestEnd.DUE_DATE;
    return plan -> new OverdueInterest(plan).count(on, end);
  }

  private Consumer<Plan> changeRate(LocalDate on) {
    BigDecimal percent = BigDecimal.valueOf(random.nextInt(4_000), 2);
    return plan -> new PlanChanges(plan).changeRate(on, percent);
  }

  private Consumer<Plan> pause(LocalDate on) {
    LocalDate to = on.plusDays(random.nextInt(50));
    return plan -> new PlanChanges(plan).pause(on, to);
  }

  private Consumer<Plan> extend(LocalDate on) {
    int more = 1 + random.nextInt(3);
    return plan -> {
      List<Period> spans = new ArrayList<>();
      LocalDate from = plan.maturity();
      for (int i = 0; i < more; i++) {
        spans.add(new Period(from, from.plusMonths(1)));
        from = from.plusMonths(1);
      }
      new PlanChanges(plan).extend(on, spans, spans);
    };
  }

  private Consumer<Plan> reAge(LocalDate on, Owed owed) {
    NewSchedule schedule =
        new NewSchedule(
            on.plusDays(1 + random.nextInt(40)),
            1 + random.nextInt(6),
            1,
            PeriodUnit.MONTHS,
            random.nextBoolean() ? MovedInterest.RECOMPUTED : MovedInterest.WAIVED);
    return random.nextBoolean()
        ? plan -> new ReAge(plan, on).recompute(schedule)
        : plan -> new ReAge(plan, on).spread(schedule, owed, 0, 0);
  }

  private Consumer<Plan> reAmortize(LocalDate on) {
    return random.nextBoolean()
        ? plan -> new ReAmortization(plan, on).recompute(MovedInterest.RECOMPUTED)
        : plan -> new ReAmortization(plan, on).spreadInterest();
  }

  private Consumer<Plan> moveDueDate(LocalDate on) {
    int days = 1 + random.nextInt(40);
    return plan -> {
      PlanPeriod period = plan.holding(on);
      if (period != null) {
        LocalDate due = period.from.plusDays(days);
        DueDateRule monthly = DueDateRule.ofDistances(1, PeriodUnit.MONTHS, due.getDayOfMonth());
        new PlanChanges(plan).moveDueDate(period.due, due, monthly.movedTo(due));
      }
    };
  }
}
