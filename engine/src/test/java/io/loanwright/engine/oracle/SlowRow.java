package io.loanwright.engine.oracle;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An installment of a slow loan: what it asks for and what was paid of it, in minor units. */
final class SlowRow {

  static final int PENALTY = 0;
  static final int FEE = 1;
  static final int INTEREST = 2;
  static final int PRINCIPAL = 3;
  static final int PARTS = 4;

  private final int number;
  private final LocalDate from;
  private final LocalDate due;
  private final boolean isDownPayment;
  private final long[] asked;
  private final long[] paid = new long[PARTS];
  private final Set<LocalDate> withoutInterest = new HashSet<>();
  private LocalDate since;
  private Rational stands = Rational.ZERO;
  private long paidBefore;
  private long paidAfter;
  private @Nullable LocalDate completedOn;

  private SlowRow(int number, LocalDate from, SlowSchedule.Row row, boolean isDownPayment) {
    this.number = number;
    this.from = from;
    this.since = from;
    this.due = row.dueOn();
    this.isDownPayment = isDownPayment;
    this.asked = new long[] {0, row.fees(), row.interest(), row.principal()};
  }

  /**
   * Returns the rows of a schedule. Each runs from the due date before it; the first one, and a
   * down payment, from the day on which the money went out.
   */
  static List<SlowRow> of(
      List<SlowSchedule.Row> schedule, LocalDate paidOutOn, boolean hasDownPayment) {
    List<SlowRow> rows = new ArrayList<>();
    LocalDate from = paidOutOn;
    for (SlowSchedule.Row row : schedule) {
      rows.add(new SlowRow(rows.size() + 1, from, row, hasDownPayment && rows.isEmpty()));
      from = row.dueOn().isAfter(from) ? row.dueOn() : from;
    }
    return rows;
  }

  /** Returns the one that comes after this one. */
  SlowRow next(SlowSchedule.Row row) {
    return new SlowRow(number + 1, due, row, false);
  }

  int number() {
    return number;
  }

  LocalDate due() {
    return due;
  }

  boolean isDownPayment() {
    return isDownPayment;
  }

  /** Tells whether a day lies within its time: after it began and before it is due. */
  boolean isInProgress(LocalDate day) {
    return from.isBefore(day) && day.isBefore(due);
  }

  long asked(int part) {
    return asked[part];
  }

  long paid(int part) {
    return paid[part];
  }

  long unpaid(int part) {
    return asked[part] - paid[part];
  }

  long unpaid() {
    return unpaid(PENALTY) + unpaid(FEE) + unpaid(INTEREST) + unpaid(PRINCIPAL);
  }

  /** Asks for more, or for less where an amount is negative. */
  void ask(int part, long more) {
    asked[part] += more;
    if (more > 0) {
      completedOn = null;
    }
  }

  void pay(int part, long minor, LocalDate day) {
    paid[part] += minor;
    paidBefore += day.isBefore(due) ? minor : 0;
    paidAfter += day.isAfter(due) ? minor : 0;
  }

  /** Remembers since when nothing of it is owed, if anything was paid of it. */
  void lookWhetherPaid(LocalDate day) {
    boolean isPaid = unpaid() == 0 && allPaid().stream().anyMatch(part -> part > 0);
    completedOn = !isPaid ? null : completedOn == null ? day : completedOn;
  }

  /** What has arisen of its interest while it is in progress. */
  long interestArisen(LocalDate day) {
    return arisen(day).toWhole(RoundingMode.HALF_EVEN).longValueExact();
  }

  /**
   * Asks for other principal and interest. What had arisen until a day stands, and what is left
   * arises evenly over the days that are left.
   */
  void change(LocalDate until, long principal, long interest) {
    if (isInProgress(until)) {
      Rational before = arisen(until);
      Rational all = Rational.of(interest);
      stands = before.compareTo(all) > 0 ? all : before;
      since = until;
    }
    ask(PRINCIPAL, principal - asked[PRINCIPAL]);
    ask(INTEREST, interest - asked[INTEREST]);
  }

  /** Lets nothing arise in the nights between two days. */
  void pause(LocalDate begin, LocalDate end) {
    for (LocalDate night = begin; night.isBefore(end); night = night.plusDays(1)) {
      withoutInterest.add(night);
    }
  }

  /** What stands, and of the rest: days passed / days left, those without interest not counted. */
  private Rational arisen(LocalDate day) {
    long all = daysWithInterest(due);
    if (all == 0) {
      return Rational.of(asked[INTEREST]);
    }
    Rational rest = Rational.of(asked[INTEREST]).minus(stands);
    return stands.plus(rest.times(Rational.of(daysWithInterest(day))).over(Rational.of(all)));
  }

  private long daysWithInterest(LocalDate until) {
    long days = until.toEpochDay() - since.toEpochDay();
    for (LocalDate night : withoutInterest) {
      days -= night.isBefore(since) || !night.isBefore(until) ? 0 : 1;
    }
    return days;
  }

  long paidBefore() {
    return paidBefore;
  }

  long paidAfter() {
    return paidAfter;
  }

  @Nullable LocalDate completedOn() {
    return completedOn;
  }

  List<Long> allPaid() {
    return list(paid);
  }

  List<Long> allUnpaid() {
    return List.of(unpaid(PENALTY), unpaid(FEE), unpaid(INTEREST), unpaid(PRINCIPAL));
  }

  static List<Long> list(long... parts) {
    List<Long> list = new ArrayList<>();
    for (long part : parts) {
      list.add(part);
    }
    return list;
  }
}
