package io.loanwright.engine.plan;

import io.loanwright.engine.event.MovedInterest;
import io.loanwright.engine.event.NewSchedule;
import io.loanwright.engine.schedule.DueDateRule;
import io.loanwright.engine.schedule.Period;
import io.loanwright.engine.schedule.ScheduleColumns;
import io.loanwright.engine.terms.LoanTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan of one loan, as those who follow its events use it.
 *
 * <p>Mutable and made for one replay. Amounts are in minor units of the loan's currency; days are
 * value dates, and the order of calls is the order in which events count. A plan is told of
 * payments only where interest follows them; else installments that are made anew keep the
 * principal that was paid of them, as whoever makes a change says.
 */
public final class LivingPlan {

  private final Plan plan;

  private LivingPlan(Plan plan) {
    this.plan = plan;
  }

  /**
   * Returns a plan in which no money went out yet.
   *
   * @param terms what was agreed
   * @param schedule the schedule of the money that goes out first
   */
  public static LivingPlan of(LoanTerms terms, ScheduleColumns schedule) {
    return new LivingPlan(Plan.empty(terms, schedule.periods(), schedule.bearing()));
  }

  /** Returns a copy, to try something out on. */
  public LivingPlan copy() {
    Plan copy = plan.copy();
    copy.lastOverdueOn = plan.lastOverdueOn;
    copy.sizesStand = plan.sizesStand;
    return new LivingPlan(copy);
  }

  /** Returns the periods as they stand; they change with the plan. */
  public List<PlanPeriod> periods() {
    return Collections.unmodifiableList(plan.periods);
  }

  /**
   * Returns the day after which money that goes out within the term bears interest: where it counts
   * for a whole period, the one on which that begins.
   */
  public LocalDate dayThatCounts(LocalDate day) {
    return new PlanChanges(plan).dayThatCounts(day);
  }

  /** Returns the last due date. */
  public LocalDate maturity() {
    return plan.last().due();
  }

  /**
   * Lends the money that goes out first.
   *
   * @param schedule its schedule, whose installments the plan takes
   */
  public void lendAsScheduled(LocalDate day, long minor, ScheduleColumns schedule) {
    new PlanChanges(plan).lendAsScheduled(day, minor, schedule);
  }

  /**
   * Returns the interest of the whole term, rounded once: what a bullet loan asks for at its end.
   */
  public long interestRoundedOnce() {
    return plan.interestRoundedOnce();
  }

  /** Lends money on a day, within the term there is. */
  public void lend(LocalDate day, long minor, PaidBefore kept) {
    new PlanChanges(plan, kept).lend(day, minor);
  }

  /** Lends money on a day, for a whole term of its own. */
  public void lendForWholeTerm(LocalDate day, long minor, PaidBefore kept) {
    new PlanChanges(plan, kept).lendForWholeTerm(day, minor);
  }

  /** Adds income to the principal on a day. */
  public void capitalize(LocalDate day, long minor, PaidBefore kept) {
    new PlanChanges(plan, kept).capitalize(day, minor);
  }

  /** Changes the yearly rate, in percent, from a day on. */
  public void changeRate(LocalDate from, BigDecimal percent, PaidBefore kept) {
    new PlanChanges(plan, kept).changeRate(from, percent);
  }

  /**
   * Adds periods at the end; installments from a day on are sized anew.
   *
   * @param asked the new periods between due dates
   * @param bearing the new periods that interest is counted over, one for each
   */
  public void extend(LocalDate from, List<Period> asked, List<Period> bearing, PaidBefore kept) {
    new PlanChanges(plan, kept).extend(from, asked, bearing);
  }

  /**
   * Moves the due date of the installment in whose period a day lies; later ones follow by a rule.
   * Sizes stay, and the last installment takes the difference of interest.
   *
   * @param due a day in the period
   * @param newDue the new due date, after the start of the period
   * @param rule how due dates go on after the new one
   */
  public void moveDueDate(LocalDate due, LocalDate newDue, DueDateRule rule, PaidBefore kept) {
    new PlanChanges(plan, kept).moveDueDate(plan.counted(due), newDue, rule);
  }

  /** Lets days bear no interest, the first and the last one included. */
  public void pause(LocalDate from, LocalDate to, PaidBefore kept) {
    new PlanChanges(plan, kept).pause(from, to);
  }

  /**
   * Returns until when days from the one after a day on bear no interest; null if that one does.
   */
  public @Nullable LocalDate pausedUntil(LocalDate day) {
    return new Pauses(plan).lastAfter(day);
  }

  /** Pays interest of the installment from one date to another. */
  public void payInterest(LocalDate from, LocalDate due, LocalDate on, long minor) {
    new PlanPayments(plan).payInterest(plan.matching(from, due), plan.counted(on), minor);
  }

  /** Pays principal of the installment from one date to another. */
  public void payPrincipal(LocalDate from, LocalDate due, LocalDate on, long minor) {
    new PlanPayments(plan)
        .payPrincipal(plan.matching(from, due), plan.counted(due), plan.counted(on), minor);
  }

  /**
   * Lets an installment in progress that is paid already take the interest until its due date, for
   * who pays the loan off and owes interest until then.
   */
  public void pullInterestToDueDate(LocalDate day) {
    LocalDate on = plan.counted(day);
    for (PlanPeriod period : plan.periods) {
      if (!on.isBefore(period.from) && on.isBefore(period.due) && period.isFullyPaid()) {
        long interest = TimeStop.owedUntil(plan, period.due).interest();
        if (interest > 0) {
          period.setPulledForward(interest);
        }
        return;
      }
    }
  }

  /** Lets the last installment grow by the interest that no installment has room for. */
  public void askForUnplacedInterest() {
    plan.last().setSize(plan.last().size() + plan.last().unplaced());
  }

  /** Closes every installment at what was paid of it: all was paid that is owed on a day. */
  public void closeAtPaid(LocalDate day) {
    LocalDate on = plan.counted(day);
    for (PlanPeriod period : plan.periods) {
      period.closeAtPaid();
      if (period.from.isBefore(on)) {
        period.giveUpInterest();
      }
    }
    plan.rebalance();
  }

  /** Takes money back into the loan on a day. */
  public void credit(LocalDate on, long principal, long interest) {
    new PlanPayments(plan).credit(plan.counted(on), principal, interest);
  }

  /**
   * Lets principal that is past due bear interest until a day.
   *
   * @param end where interest of the period in progress ends
   * @return whether a figure may have changed
   */
  public boolean countOverdue(LocalDate until, InterestEnd end) {
    return new OverdueInterest(plan).count(plan.counted(until), end);
  }

  /** Returns what pays the loan off on a day, if interest runs until then. */
  public Owed owedUntil(LocalDate day) {
    return TimeStop.owedUntil(plan, plan.counted(day));
  }

  /** Returns what the installment from one date to another asks for if it is paid on a day. */
  public Owed dueOn(LocalDate from, LocalDate due, LocalDate day) {
    return TimeStop.dueOn(plan, from, due, plan.counted(day));
  }

  /** Returns the interest of one period until a day. */
  public long interestUntil(LocalDate from, LocalDate due, LocalDate day) {
    return TimeStop.interestUntil(plan, from, due, plan.counted(day));
  }

  /** Returns the unpaid interest until a day of all periods that have begun. */
  public long unpaidInterestUntil(LocalDate day) {
    return TimeStop.unpaidInterestUntil(plan, plan.counted(day));
  }

  /** Returns the interest that all installments ask for if each is paid on a day. */
  public long interestDueOn(LocalDate day) {
    return TimeStop.interestDueOn(plan, plan.counted(day));
  }

  /** Returns the principal that came in and was not paid. */
  public long unpaidPrincipal() {
    return plan.unpaidPrincipal();
  }

  /** Lends what is owed anew on another schedule, as of a day. */
  public void reAge(LocalDate on, NewSchedule schedule) {
    new ReAge(plan, on).recompute(schedule);
  }

  /**
   * Spreads what is owed evenly over the installments of another schedule, as of a day.
   *
   * @param owed what is spread
   * @param charges fees and penalties that are spread beside it, in all
   * @param chargesEach what of them every installment but the last one gets
   */
  public void reAgeEvenly(
      LocalDate on, NewSchedule schedule, Owed owed, long charges, long chargesEach) {
    new ReAge(plan, on).spread(schedule, owed, charges, chargesEach);
  }

  /** Spreads principal that is past due over the installments to come, as of a day. */
  public void reAmortize(LocalDate on, MovedInterest interest) {
    ReAmortization change = new ReAmortization(plan, on);
    switch (interest) {
      case RECOMPUTED, WAIVED -> change.recompute(interest);
      case SPREAD_ACCRUED, SPREAD_ALL -> change.spreadInterest();
    }
  }
}
