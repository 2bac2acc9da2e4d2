package io.loanwright.engine.explain;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.replay.InterestCourse.Share;
import io.loanwright.engine.schedule.Installment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

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
    if (facts.standsAsPlanned()) {
      return planned(row, period);
    }
    Facts made = new LastMade(facts).ofInterest(period);
    InstallmentPosition then = made.regularRows().get(period);
    InterestOfInstallment of = new InterestOfInstallment(made);
    return made.standsAsPlanned() ? of.planned(then, period) : of.changed(then, period);
  }

  private List<Explanation> planned(InstallmentPosition row, int period) {
    List<Explanation> planned = new InterestChain(new PlannedInterest(facts), facts).parts(period);
    Installment plannedRow = facts.plannedRows().get(period);
    if (plannedRow.interest().equals(row.installment().interest())) {
      return planned;
    }
    LocalDate paidOff = new PaidOff(facts).on();
    if (paidOff == null) {
      return planned;
    }
    long interest = plannedRow.interest().minor();
    List<Explanation> accrued =
        isInProgress(plannedRow, paidOff) ? accrued(interest, plannedRow, paidOff) : List.of();
    return untilPayoff(row, plannedRow, planned, accrued, paidOff);
  }

  private List<Explanation> changed(InstallmentPosition row, int period) {
    List<Explanation> parts = new InterestChain(new LivingInterest(facts), facts).parts(period);
    LocalDate paidOff = facts.follows() ? null : new PaidOff(facts).on();
    if (paidOff == null) {
      return parts;
    }
    Facts before = facts.beforeMoneyOf(paidOff);
    List<InstallmentPosition> rows = before.regularRows();
    InstallmentPosition then = period < rows.size() ? rows.get(period) : row;
    if (then.installment().interest().equals(row.installment().interest())) {
      return parts;
    }
    InterestOfInstallment of = new InterestOfInstallment(before);
    boolean runs = isInProgress(then.installment(), paidOff);
    List<Explanation> accrued = runs ? of.arisen(then, paidOff) : List.of();
    return untilPayoff(row, then.installment(), of.parts(then), accrued, paidOff);
  }

  private static boolean isInProgress(Installment row, LocalDate on) {
    return row.fromOn().isBefore(on) && row.dueOn().isAfter(on);
  }

  /**
   * Returns interest of an installment of a loan that was paid off early.
   *
   * @param then the installment as it was before
   * @param parts the parts of its interest then
   * @param accrued the parts of what of that had arisen on the day; empty if nothing had
   */
  private List<Explanation> untilPayoff(
      InstallmentPosition row,
      Installment then,
      List<Explanation> parts,
      List<Explanation> accrued,
      LocalDate on) {
    long asked = row.installment().interest().minor();
    Why before = new Why.BeforePayoff(InstallmentFigure.INTEREST, then.number());
    boolean isWhatHadArisen =
        !accrued.isEmpty()
            && Explanation.sum(before, accrued).amount().compareTo(amounts.of(asked)) == 0;
    if (isWhatHadArisen) {
      return accrued;
    }
    boolean keepsWhatWasPaid = row.paid().interest().plus(row.waived().interest()).minor() == asked;
    long fallen = then.interest().minor() - asked;
    return keepsWhatWasPaid && then.dueOn().isAfter(on)
        ? List.of(
            Explanation.of(before, amounts.of(then.interest().minor()), parts),
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
