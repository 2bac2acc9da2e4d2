package io.loanwright.engine.replay;

import static io.loanwright.engine.schedule.Arithmetic.PRECISION;

import io.loanwright.engine.schedule.Arithmetic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How the interest of an installment arises over its period.
 *
 * <p>Evenly from the due date before to its own, where nothing changed it on the way: interest x
 * days passed / days of the period, rounded half to even. Where something did (more money went out,
 * another rate counts, days bear none), what had arisen until then stands, and the rest of what the
 * installment asks for now arises evenly over the days that are left. So no change makes interest
 * of days gone by another one, and on the due date all of it has arisen.
 *
 * <p>This is what who pays the loan off owes where the schedule stands, and what accrues; not for
 * interest that follows payments, which the plan counts day by day.
 *
 * @param turns where it changed, in the order of their days; empty where it arises evenly
 */
public record InterestCourse(List<Turn> turns) {

  /** Interest that arises evenly. */
  public static final InterestCourse EVEN = new InterestCourse(List.of());

  /** Keeps its own copy of the list. */
  public InterestCourse {
    turns = List.copyOf(turns);
  }

  /**
   * The end of days through which interest arose evenly, or not at all.
   *
   * @param on the last one of them
   * @param paused whether they bore none
   * @param asked what the installment asked for until then, in minor units
   * @param dueOn when it was due then
   */
  public record Turn(LocalDate on, boolean paused, long asked, LocalDate dueOn) {}

  /**
   * Interest that arises evenly, and what of it did; amounts in minor units, not rounded.
   *
   * @param from the day before the first day
   * @param until the last day that is looked at
   * @param interest what arises in all
   * @param passed days that have passed
   * @param days days in all
   * @param arisen what arose
   */
  public record Share(
      LocalDate from,
      LocalDate until,
      BigDecimal interest,
      long passed,
      long days,
      BigDecimal arisen) {}

  /** Tells whether nothing changed it. */
  public boolean isEven() {
    return turns.isEmpty();
  }

  /**
   * Returns the interest that has arisen until a day, in minor units, rounded half to even.
   *
   * @param from the day on which the period begins
   * @param dueOn the day on which it ends
   * @param asked what the installment asks for in all, in minor units
   */
  public long until(LocalDate on, LocalDate from, LocalDate dueOn, long asked) {
    if (!on.isBefore(dueOn)) {
      return asked;
    }
    if (!from.isBefore(on)) {
      return 0;
    }
    if (turns.isEmpty()) {
      return Arithmetic.proportion(asked, days(from, on), days(from, dueOn));
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Share share : shares(on, from, dueOn, asked)) {
      sum = sum.add(share.arisen());
    }
    return Arithmetic.toMinor(sum, RoundingMode.HALF_EVEN);
  }

  /** Returns what adds up to {@link #until}, but for its rounding. */
  public List<Share> shares(LocalDate on, LocalDate from, LocalDate dueOn, long asked) {
    List<Share> shares = new ArrayList<>(turns.size() + 1);
    BigDecimal most = BigDecimal.valueOf(asked);
    BigDecimal before = BigDecimal.ZERO;
    LocalDate start = from;
    for (Turn turn : turns) {
      if (turn.on().isAfter(start) && start.isBefore(on)) {
        LocalDate until = turn.on().isBefore(on) ? turn.on() : on;
        BigDecimal interest = turn.paused() ? before : BigDecimal.valueOf(turn.asked()).max(before);
        Share share =
            share(start, until, turn.dueOn(), interest.subtract(before), most.subtract(before));
        shares.add(share);
        before = before.add(share.arisen());
        start = until;
      }
    }
    if (start.isBefore(on)) {
      BigDecimal rest = most.subtract(before);
      shares.add(share(start, on, dueOn, rest, rest));
    }
    return shares;
  }

  private static Share share(
      LocalDate from, LocalDate until, LocalDate dueOn, BigDecimal interest, BigDecimal most) {
    long days = days(from, dueOn);
    long passed = Math.min(days, days(from, until));
    return new Share(from, until, interest, passed, days, arisen(interest, passed, days).min(most));
  }

  /** On the day on which it was due all of it has arisen. */
  private static BigDecimal arisen(BigDecimal interest, long passed, long days) {
    return days <= 0
        ? interest
        : interest
            .multiply(BigDecimal.valueOf(passed), PRECISION)
            .divide(BigDecimal.valueOf(days), PRECISION);
  }

  private static long days(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }

  /** Tells whether its last turn lies before a day. */
  boolean isBefore(LocalDate day) {
    return turns.isEmpty() || turns.getLast().on().isBefore(day);
  }

  /** Returns how interest arises if it changes on the day of a turn. */
  InterestCourse with(Turn turn) {
    List<Turn> longer = new ArrayList<>(turns);
    longer.add(turn);
    return new InterestCourse(longer);
  }
}
