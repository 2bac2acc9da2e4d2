package io.loanwright.engine.explain;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.replay.Allocation;
import io.loanwright.engine.replay.Closure;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.replay.InterestCourse.Share;
import io.loanwright.engine.schedule.Installment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an installment asks for its interest. */
final class InterestOfInstallment {

  private final Facts facts;
  private final Amounts amounts;

  InterestOfInstallment(Facts facts) {
    this.facts = facts;
    this.amounts = facts.amounts();
  }

  List<Explanation> parts(InstallmentPosition row) {
    int period = facts.regularRows().indexOf(row);
    if (period < 0) {
      return List.of();
    }
    if (!facts.standsAsPlanned()) {
      return new InterestChain(new LivingInterest(facts), facts).parts(period);
    }
    List<Explanation> planned = new InterestChain(new PlannedInterest(facts), facts).parts(period);
    Installment plannedRow = facts.plannedRows().get(period);
    if (plannedRow.interest().equals(row.installment().interest())) {
      return planned;
    }
    LocalDate paidOff = paidOffOn();
    return paidOff == null ? planned : untilPayoff(row, plannedRow, planned, paidOff);
  }

  /**
   * Returns the first day on which the loan was paid off; null if it was not. A charge laid on it
   * later may have made it owe again.
   */
  @Nullable LocalDate paidOffOn() {
    Closure closure = facts.position().closure();
    boolean onlyOnce = facts.events().stream().noneMatch(LoanEvent.ChargeAdded.class::isInstance);
    if (closure != null && onlyOnce) {
      return closure.on();
    }
    for (Allocation allocation : facts.position().allocations()) {
      if (facts.after(allocation).closure() != null) {
        return allocation.on();
      }
    }
    return null;
  }

  private List<Explanation> untilPayoff(
      InstallmentPosition row, Installment planned, List<Explanation> parts, LocalDate on) {
    long asked = row.installment().interest().minor();
    Why before = new Why.BeforePayoff(InstallmentFigure.INTEREST, planned.number());
    boolean inProgress = planned.fromOn().isBefore(on) && planned.dueOn().isAfter(on);
    if (inProgress) {
      List<Explanation> accrued = accrued(planned.interest().minor(), planned, on);
      if (Explanation.sum(before, accrued).amount().compareTo(amounts.of(asked)) == 0) {
        return accrued;
      }
    }
    boolean keepsWhatWasPaid = row.paid().interest().plus(row.waived().interest()).minor() == asked;
    long fallen = planned.interest().minor() - asked;
    return keepsWhatWasPaid && planned.dueOn().isAfter(on)
        ? List.of(
            Explanation.of(before, amounts.of(planned.interest().minor()), parts),
            amounts.leaf(new Why.FallenAway(on), -fallen))
        : parts;
  }

  /**
   * Returns the interest that has arisen of an installment until a day: stretch by stretch where
   * something changed on the way.
   */
  List<Explanation> arisen(InstallmentPosition row, LocalDate on) {
    Installment installment = row.installment();
    long asked = installment.interest().minor();
    if (row.course().isEven()) {
      return accrued(asked, installment, on);
    }
    List<Share> shares = row.course().shares(on, installment.fromOn(), installment.dueOn(), asked);
    List<Explanation> parts = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      boolean isRest = i > 0 && i == shares.size() - 1;
      parts.add(amounts.leaf(whySo(share, isRest, asked), share.arisen()));
      sum = sum.add(share.arisen());
    }
    amounts.addRounding(parts, sum, RoundingMode.HALF_EVEN);
    return parts;
  }

  private Why whySo(Share share, boolean isRest, long asked) {
    BigDecimal interest = amounts.of(share.interest());
    if (share.interest().signum() == 0) {
      return new Why.InterestFree(share.from(), share.until());
    }
    if (interest.compareTo(amounts.of(asked)) == 0) {
      return new Why.InterestUntil(
          interest, share.from(), share.until(), share.passed(), share.days());
    }
    return isRest
        ? new Why.InterestSinceChange(
            interest, share.from(), share.until(), share.passed(), share.days())
        : new Why.InterestBeforeChange(
            interest, share.from(), share.until(), share.passed(), share.days());
  }

  /** Returns interest x days passed / days of the period, and its rounding. */
  private List<Explanation> accrued(long interest, Installment row, LocalDate on) {
    long passed = ChronoUnit.DAYS.between(row.fromOn(), on);
    long whole = ChronoUnit.DAYS.between(row.fromOn(), row.dueOn());
    BigDecimal exact =
        BigDecimal.valueOf(interest)
            .multiply(BigDecimal.valueOf(passed), PRECISION)
            .divide(BigDecimal.valueOf(whole), PRECISION);
    Why why = new Why.InterestUntil(amounts.of(interest), row.fromOn(), on, passed, whole);
    return amounts.rounded(why, exact, RoundingMode.HALF_EVEN);
  }
}
