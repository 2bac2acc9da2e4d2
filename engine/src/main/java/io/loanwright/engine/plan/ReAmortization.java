package io.loanwright.engine.plan;

import io.loanwright.engine.event.MovedInterest;
import java.time.LocalDate;
import java.util.List;

/** Spreads what is past due in a plan over the installments to come. */
final class ReAmortization {

  private final Plan plan;
  private final LocalDate on;

  ReAmortization(Plan plan, LocalDate on) {
    this.plan = plan;
    this.on = on;
  }

  /**
   * Sizes the installments to come anew.
   *
   * @param interest whether interest that is past due falls into the next one or is given up
   */
  void recompute(MovedInterest interest) {
    new ReAge(plan, on).closeOpenPeriods(interest);
    resize();
  }

  private void resize() {
    List<PlanPeriod> later = later();
    if (later.isEmpty()) {
      return;
    }
    new Sizing(plan).size(later);
    plan.rebalance();
    new LeftOver(plan).settle(on);
    new Sizing(plan).level(later);
  }

  private List<PlanPeriod> later() {
    return plan.periods.stream().filter(period -> period.due.isAfter(on)).toList();
  }

  /** Sizes the installments to come anew; interest that is past due is spread evenly over them. */
  void spreadInterest() {
    List<PlanPeriod> late =
        plan.periods.stream()
            .filter(period -> !period.due.isAfter(on) && !period.isFullyPaid())
            .toList();
    long interest =
        late.stream()
            .mapToLong(period -> period.interest() - period.paidInterest())
            .reduce(0, Math::addExact);
    List<PlanPeriod> later = later();
    long each = later.isEmpty() || interest <= 0 ? 0 : Sizing.share(interest, later.size());
    forgetCorrections();
    for (PlanPeriod period : late) {
      if (period.paidPrincipal() > 0) {
        period.ownStretches().getLast().correction -= period.paidPrincipal();
      }
      period.changed();
      period.closeAtPaid();
      period.moveInterestDown();
    }
    for (PlanPeriod period : later) {
      period.setFixedInterest(period.fixedInterest() + each);
    }
    resize();
  }

  /** Takes overdue balances back and leaves only what was really paid of earlier installments. */
  private void forgetCorrections() {
    for (PlanPeriod period : plan.periods) {
      period.forgetCorrections();
    }
    for (PlanPeriod period : plan.periods) {
      if (period.isFullyPaid() && !period.due.isAfter(on)) {
        long credited = period.next == null ? 0 : period.next.creditedPrincipal();
        long paid = period.paidPrincipal() - credited;
        if (paid > 0) {
          period.ownStretches().getLast().correction -= paid;
        }
      }
    }
  }
}
