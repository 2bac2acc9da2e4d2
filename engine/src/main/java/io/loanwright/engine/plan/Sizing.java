package io.loanwright.engine.plan;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.schedule.Arithmetic;
import io.loanwright.engine.terms.InstallmentTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works out how large installments are.
 *
 * <p>On a declining balance the size is balance x (1+f1)...(1+fn) / F with F = 1 and then F = 1 +
 * F(1+fi), plus an even share of interest that was fixed as a sum; flat, it is (principal +
 * interest of all periods) / n. No installment asks for more than is left, and the last one for all
 * of that. An installment of which more was paid than the new size keeps its own. One that keeps
 * its principal repays that of the balance, F stays, and all interest of it comes on top.
 *
 * <p>Source: conformance rules, "EMI", "Levelling" and "FLAT".
 */
final class Sizing {

  private static final int LEVELLING_PASSES = 3;

  private final Plan plan;
  private final @Nullable Long multiple;
  private final RoundingMode rounding;

  Sizing(Plan plan) {
    this.plan = plan;
    BigDecimal multipleOf = plan.terms.repayment().installment().multipleOf();
    this.multiple =
        multipleOf == null
            ? null
            : Arithmetic.toMinor(
                multipleOf.movePointRight(plan.terms.currency().minorDigits()), RoundingMode.UP);
    this.rounding = plan.terms.repayment().installment().rounding().mode();
  }

  /** Sizes periods anew from the balance at the start of the first of them. */
  void size(List<PlanPeriod> periods) {
    if (periods.isEmpty()) {
      return;
    }
    if (plan.flat) {
      sizeFlat(periods);
    } else {
      sizeDeclining(periods);
    }
  }

  private void sizeDeclining(List<PlanPeriod> periods) {
    Long agreed = agreedAmount();
    long size =
        agreed == null ? Arithmetic.toMultiple(annuity(periods), multiple, rounding) : agreed;
    for (PlanPeriod period : periods) {
      if (size >= period.paid()) {
        period.setAgreedSize(size);
      }
    }
  }

  /** Returns the installment that was agreed as an amount; null where it is worked out. */
  private @Nullable Long agreedAmount() {
    BigDecimal fixed = plan.terms.repayment().installment().fixedAmount();
    return fixed == null
        ? null
        : Arithmetic.toMinor(
            fixed.movePointRight(plan.terms.currency().minorDigits()), RoundingMode.HALF_EVEN);
  }

  private long annuity(List<PlanPeriod> periods) {
    BigDecimal product = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal kept = BigDecimal.ZERO;
    long fixedInterest = 0;
    for (PlanPeriod period : periods) {
      if (period.keepsPrincipal()) {
        kept = kept.add(BigDecimal.valueOf(period.principal()), PRECISION);
      } else {
        BigDecimal growth = growth(period);
        product = product.multiply(growth, PRECISION);
        sum = BigDecimal.ONE.add(sum.multiply(growth, PRECISION), PRECISION);
        kept = kept.multiply(growth, PRECISION);
      }
      fixedInterest += period.fixedInterest();
    }
    if (sum.signum() == 0) {
      return 0;
    }
    BigDecimal balance = BigDecimal.valueOf(balanceBefore(periods.getFirst()));
    BigDecimal repaid = product.multiply(balance, PRECISION).subtract(kept).max(BigDecimal.ZERO);
    BigDecimal size = repaid.divide(sum, PRECISION);
    return Arithmetic.toMinor(size, rounding) + share(fixedInterest, periods.size());
  }

  /** Returns the principal that bears interest when sizes are worked out from a period on. */
  private static long balanceBefore(PlanPeriod first) {
    long balance = first.previous == null ? 0 : first.previous.balanceAfter();
    for (Stretch stretch : first.stretches()) {
      balance += stretch.lent + stretch.capitalized;
    }
    return balance;
  }

  /** Returns one plus the factor of a period. */
  private BigDecimal growth(PlanPeriod period) {
    BigDecimal growth = BigDecimal.ONE;
    if (!period.interestDeferred) {
      for (Stretch stretch : period.stretches()) {
        growth = growth.add(plan.rates.forSize(period, stretch));
      }
    }
    return growth;
  }

  static long share(long minor, int parts) {
    return Arithmetic.toMinor(
        BigDecimal.valueOf(minor).divide(BigDecimal.valueOf(parts), PRECISION),
        RoundingMode.HALF_EVEN);
  }

  private void sizeFlat(List<PlanPeriod> periods) {
    PlanPeriod first = periods.getFirst();
    long total = 0;
    for (PlanPeriod period : periods) {
      long interest = period.interestBorne() - carriedInto(period);
      total = Math.addExact(total, interest);
      period.setSize(interest);
    }
    long atStart = first.previous == null ? first.lentBefore() : first.previous.balanceAfter();
    long lentWithin = first.lentUntil(first.stretches().getLast()) - first.lentBefore();
    long principal = atStart + lentWithin;
    total = Math.addExact(total, principal);
    long each = Arithmetic.quotient(total, periods.size(), rounding);
    Long agreed = agreedAmount();
    long size = agreed == null ? Arithmetic.toMultiple(each, multiple, rounding) : agreed;
    for (PlanPeriod period : periods) {
      long interest = period.size();
      long own = period == periods.getLast() ? total : Math.min(size, interest + principal);
      total -= own;
      principal -= Math.max(0, own - interest);
      period.setAgreedSize(Math.max(own, period.paid()));
    }
    plan.rebalance();
  }

  private static long carriedInto(PlanPeriod period) {
    return period.previous == null ? 0 : period.previous.unplaced();
  }

  /**
   * Spreads the difference of the last installment over all of them, up to three times and only
   * while it gets smaller. An installment that was agreed as an amount stays that amount.
   */
  void level(List<PlanPeriod> periods) {
    level(periods, periods.size());
  }

  /**
   * Does the same for the installments that repay principal, among more that were sized.
   *
   * @param periods those that repay principal
   * @param sized how many were sized in all, which decides how much the last one may stand out
   */
  void level(List<PlanPeriod> periods, int sized) {
    InstallmentTerms installment = plan.terms.repayment().installment();
    if (plan.flat || installment.fixedAmount() != null || !installment.rounding().levels()) {
      return;
    }
    for (int pass = 0; pass < LEVELLING_PASSES && !periods.isEmpty(); pass++) {
      Unevenness now = Unevenness.of(periods);
      if (!now.matters(sized, plan.terms.currency().minorDigits())) {
        return;
      }
      long size = Arithmetic.toMultiple(now.evened(), multiple, rounding);
      if (size == now.size() || !tryLevel(periods, size, now)) {
        return;
      }
    }
  }

  private boolean tryLevel(List<PlanPeriod> periods, long size, Unevenness now) {
    Plan attempt = plan.copy();
    PlanPeriod first = periods.getFirst();
    List<PlanPeriod> affected =
        attempt.periods.stream()
            .filter(p ->
                !p.from.isBefore(first.from) && !p.due.isBefore(first.due) && !p.earlyPaymentHolder)
            .toList();
    for (PlanPeriod period : affected) {
      if (size >= period.paid()) {
        period.setAgreedSize(size);
      }
    }
    attempt.rebalance();
    new LeftOver(attempt).settle(first.due);
    if (!Unevenness.of(attempt.periods).isLessThan(now)) {
      return false;
    }
    for (int i = 0; i < periods.size() && i < affected.size(); i++) {
      periods.get(i).setAgreedSize(affected.get(i).size());
    }
    plan.rebalance();
    return true;
  }

  /**
   * How far the last open installment stands out.
   *
   * @param size the installment before it
   * @param difference how much larger the last one is
   * @param periods how many periods are looked at
   * @param fixed how many of them cannot follow: more than the size was paid of them
   */
  private record Unevenness(long size, long difference, int periods, long fixed) {

    static Unevenness of(List<PlanPeriod> periods) {
      for (int i = periods.size() - 1; i > 0; i--) {
        PlanPeriod last = periods.get(i);
        PlanPeriod before = periods.get(i - 1);
        if (!last.isFullyPaid() && !before.isFullyPaid()) {
          long beyond = periods.stream().filter(p -> cannotFollow(p, before.size())).count();
          return new Unevenness(before.size(), last.size() - before.size(), periods.size(), beyond);
        }
      }
      return new Unevenness(periods.getFirst().size(), 0, periods.size(), 0);
    }

    private static boolean cannotFollow(PlanPeriod period, long size) {
      return period.keepsPrincipal() || size < period.paid();
    }

    boolean matters(int sized, int minorDigits) {
      BigDecimal hundredfold = BigDecimal.valueOf(difference, minorDigits).abs().movePointRight(2);
      return hundredfold.compareTo(BigDecimal.valueOf(sized / 2)) > 0;
    }

    long evened() {
      return size + share(difference, (int) Math.max(1, periods - fixed));
    }

    boolean isLessThan(Unevenness other) {
      return Math.abs(difference) < Math.abs(other.difference);
    }
  }
}
