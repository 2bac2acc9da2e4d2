package io.loanwright.engine.plan;

import java.util.List;

/**
 * What the periods of a plan ask for in all, and how many of them are worked out.
 *
 * <p>Periods before {@code worked} stand. Those from {@code changed} to {@code workedBefore} were
 * worked out and not changed since: they stand as well once one before them passes on the same.
 * Balances of the periods before {@code balanced} follow from those before them.
 *
 * <p>A payment changes one period and is looked at from many sides. So sums are kept up as their
 * parts change, and periods are worked out from the first changed one on, until one comes out with
 * what it had passed on before: those after it still stand.
 *
 * <p>Amounts in minor units.
 */
final class Totals {

  private final List<PlanPeriod> periods;
  private long paidPrincipal;
  private long paidInterest;
  private long principal;
  private long interest;
  private int worked;
  private int workedBefore;
  private int changed;
  private int balanced;
  private boolean principalInKnown;
  private long principalIn;

  Totals(List<PlanPeriod> periods) {
    this.periods = periods;
  }

  /** Takes over the sums of a plan that has the same periods. */
  void take(Totals other) {
    paidPrincipal = other.paidPrincipal;
    paidInterest = other.paidInterest;
    principal = other.principal;
    interest = other.interest;
    worked = other.worked;
    workedBefore = other.workedBefore;
    changed = other.changed;
    balanced = other.balanced;
    principalInKnown = other.principalInKnown;
    principalIn = other.principalIn;
  }

  /** Forgets a period that is taken away; those that stay are worked out again. */
  void takeAway(long principalPaid, long interestPaid, long principalAsked, long interestAsked) {
    paidPrincipal -= principalPaid;
    paidInterest -= interestPaid;
    principal -= principalAsked;
    interest -= interestAsked;
    worked = 0;
    workedBefore = 0;
    changed = 0;
    balanced = 0;
    principalInKnown = false;
  }

  void addPaid(long ofPrincipal, long ofInterest) {
    paidPrincipal += ofPrincipal;
    paidInterest += ofInterest;
  }

  void addAsked(long ofPrincipal, long ofInterest) {
    principal += ofPrincipal;
    interest += ofInterest;
  }

  /** Tells that an amount of a period is another one. */
  void stale(int index) {
    if (index < worked) {
      if (worked < workedBefore) {
        changed = Math.max(changed, worked + 1);
      } else {
        workedBefore = worked;
      }
      worked = index;
    }
    if (index < workedBefore) {
      changed = Math.max(changed, index + 1);
    }
    balanced = Math.min(balanced, index + 1);
  }

  /** Tells that the days or balances of a period are others. */
  void changed(int index) {
    balanced = Math.min(balanced, index);
    principalInKnown = false;
  }

  /** Works out all periods up to one. */
  void work(int index) {
    while (worked <= index) {
      boolean passesOnTheSame = periods.get(worked).workOut();
      worked++;
      if (passesOnTheSame && worked >= changed && worked < workedBefore) {
        worked = workedBefore;
      }
      if (worked >= workedBefore) {
        workedBefore = 0;
        changed = 0;
      }
    }
  }

  /** Works out the balance of every stretch again, from the first changed one on. */
  void rebalance() {
    for (int i = balanced; i < periods.size(); i++) {
      PlanPeriod period = periods.get(i);
      if (!period.stretches().isEmpty()) {
        period.rebalance();
      }
    }
    balanced = periods.size();
  }

  /** Returns all principal that came into the loan: lent, capitalized and credited. */
  long principalIn() {
    if (!principalInKnown) {
      long sum = 0;
      for (int i = 0; i < periods.size(); i++) {
        sum += periods.get(i).principalIn();
      }
      principalIn = Math.max(0, sum);
      principalInKnown = true;
    }
    return principalIn;
  }

  long principal() {
    work(periods.size() - 1);
    return principal;
  }

  long interest() {
    work(periods.size() - 1);
    return interest;
  }

  long paidPrincipal() {
    return paidPrincipal;
  }

  long paidInterest() {
    return paidInterest;
  }
}
