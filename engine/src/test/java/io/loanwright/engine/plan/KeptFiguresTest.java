package io.loanwright.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * A plan keeps sums, balances and installments from one change to the next.
 *
 * <p>Whatever happens to it, they are what would be worked out anew, a copy goes the same way as
 * the plan itself without disturbing it, and asking what if changes nothing.
 */
class KeptFiguresTest {

  private static final int TRIES = 200;
  private static final int STEPS = 12;

  @Property(tries = TRIES)
  void whatIsKeptIsWhatWouldBeWorkedOutAnew(@ForAll long seed) {
    RandomWalk walk = new RandomWalk(seed);
    Plan plan = walk.start();
    for (int i = 0; i < STEPS; i++) {
      walk.next(plan).accept(plan);

      assertThat(rows(plan)).isEqualTo(rows(anew(plan)));
      assertThat(plan.principal()).isEqualTo(sum(plan, PlanPeriod::principal));
      assertThat(plan.interest()).isEqualTo(sum(plan, PlanPeriod::interest));
      assertThat(plan.paidPrincipal()).isEqualTo(sum(plan, PlanPeriod::paidPrincipal));
      assertThat(plan.paidInterest()).isEqualTo(sum(plan, PlanPeriod::paidInterest));
      assertThat(plan.principalIn()).isEqualTo(Math.max(0, sum(plan, KeptFiguresTest::moneyIn)));
    }
  }

  @Property(tries = TRIES)
  void balancesThatStandAreThoseOfAllDaysWorkedOutAnew(@ForAll long seed) {
    RandomWalk walk = new RandomWalk(seed);
    Plan plan = walk.start();
    for (int i = 0; i < STEPS; i++) {
      walk.next(plan).accept(plan);
      Plan anew = anew(plan);
      plan.rebalance();
      anew.rebalance();

      assertThat(rows(plan)).isEqualTo(rows(anew));
      assertThat(balances(plan)).isEqualTo(balances(anew));
    }
  }

  @Property(tries = TRIES)
  void copyGoesTheSameWayAndLeavesThePlanAlone(@ForAll long seed) {
    RandomWalk walk = new RandomWalk(seed);
    Plan plan = walk.start();
    for (int i = 0; i < STEPS; i++) {
      Plan copy = plan.copy();
      copy.lastOverdueOn = plan.lastOverdueOn;
      copy.sizesStand = plan.sizesStand;
      List<String> before = rows(plan);
      Consumer<Plan> step = walk.next(plan);

      step.accept(copy);
      assertThat(rows(plan)).isEqualTo(before);

      step.accept(plan);
      assertThat(rows(plan)).isEqualTo(rows(copy));
      assertThat(balances(plan)).isEqualTo(balances(copy));
    }
  }

  @Property(tries = TRIES)
  void askingWhatIsOwedOnADayChangesNothing(@ForAll long seed) {
    RandomWalk walk = new RandomWalk(seed);
    Plan plan = walk.start();
    for (int i = 0; i < STEPS; i++) {
      walk.next(plan).accept(plan);
      List<String> before = rows(plan);

      Owed owed = TimeStop.owedUntil(plan, walk.today());
      TimeStop.interestDueOn(plan, walk.today());
      TimeStop.unpaidInterestUntil(plan, walk.today());

      assertThat(rows(plan)).isEqualTo(before);
      assertThat(owed.principal()).isEqualTo(plan.unpaidPrincipal());
      assertThat(owed.interest()).isNotNegative();
    }
  }

  /** Returns a copy of which nothing is known any more but what happened. */
  private static Plan anew(Plan plan) {
    Plan copy = plan.copy();
    for (PlanPeriod period : copy.periods) {
      period.ownStretches();
      period.changed();
    }
    return copy;
  }

  private static long moneyIn(PlanPeriod period) {
    return period.stretches().stream().mapToLong(Stretch::principalIn).sum();
  }

  private static long sum(Plan plan, ToLongFunction<PlanPeriod> figure) {
    return plan.periods.stream().mapToLong(figure).sum();
  }

  private static List<String> rows(Plan plan) {
    List<String> rows = new ArrayList<>();
    for (PlanPeriod period : plan.periods) {
      rows.add(
          "%s-%s asks %d + %d, owes %d after, %d unplaced, of %d, paid %d + %d"
              .formatted(
                  period.from,
                  period.due,
                  period.principal(),
                  period.interest(),
                  period.balanceAfter(),
                  period.unplaced(),
                  period.room(),
                  period.paidPrincipal(),
                  period.paidInterest()));
    }
    return rows;
  }

  private static List<String> balances(Plan plan) {
    List<String> balances = new ArrayList<>();
    for (PlanPeriod period : plan.periods) {
      for (Stretch stretch : period.stretches()) {
        balances.add("%s-%s %d".formatted(stretch.from, stretch.to, stretch.balance));
      }
    }
    return balances;
  }
}
