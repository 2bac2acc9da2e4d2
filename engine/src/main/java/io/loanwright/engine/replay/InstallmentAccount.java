package io.loanwright.engine.replay;

import io.loanwright.engine.money.Split;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.schedule.ScheduleColumns;
import io.loanwright.engine.terms.AllocationStep.Dueness;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An installment while events are followed: what it asks for and what came in, in minor units. */
final class InstallmentAccount {

  final InstallmentKind kind;
  LocalDate fromOn;
  LocalDate dueOn;
  boolean reAged;
  boolean cutShort;
  long latePenalties;
  private final Tally asked = new Tally();
  private final Tally paid = new Tally();
  private final Tally waived = new Tally();
  private long owed;
  private int number;
  private long creditedPrincipal;
  private long paidInAdvance;
  private long paidLate;
  private @Nullable LocalDate completedOn;
  private InterestCourse course = InterestCourse.EVEN;
  private @Nullable Tally cut;

  InstallmentAccount(InstallmentKind kind, LocalDate fromOn, LocalDate dueOn) {
    this.kind = kind;
    this.fromOn = fromOn;
    this.dueOn = dueOn;
  }

  /** Returns the installment of a row of the schedule. */
  static InstallmentAccount of(ScheduleColumns rows, int row) {
    InstallmentAccount account =
        new InstallmentAccount(rows.kind(row), rows.fromOn(row), rows.dueOn(row));
    account.asked.set(Part.PRINCIPAL, Math.max(0, rows.principal(row)));
    account.asked.set(Part.INTEREST, Math.max(0, rows.interest(row)));
    account.asked.set(Part.FEE, Math.max(0, rows.fees(row)));
    account.asked.set(Part.PENALTY, Math.max(0, rows.penalties(row)));
    account.owed = account.asked.sum();
    return account;
  }

  long asked(Part part) {
    return asked.of(part);
  }

  long asked() {
    return asked.sum();
  }

  long paid(Part part) {
    return paid.of(part);
  }

  long paid() {
    return paid.sum();
  }

  long owed(Part part) {
    return asked.of(part) - paid.of(part) - waived.of(part);
  }

  /** Returns what is owed of all parts: kept up to date, as it is asked for all the time. */
  long owed() {
    return owed;
  }

  long creditedPrincipal() {
    return creditedPrincipal;
  }

  long paidInAdvance() {
    return paidInAdvance;
  }

  /** Returns how its interest arises over its period. */
  InterestCourse course() {
    return course;
  }

  void setCourse(InterestCourse now) {
    course = now;
  }

  /** Returns the interest that has arisen until a day. */
  long interestArisen(LocalDate on) {
    return course.until(on, fromOn, dueOn, asked.of(Part.INTEREST));
  }

  boolean isSettled() {
    return owed == 0;
  }

  /** Tells whether it is settled and asked for something; one that did not may do so yet. */
  boolean isPaid() {
    return isSettled() && asked() > 0;
  }

  boolean isDownPayment() {
    return kind == InstallmentKind.DOWN_PAYMENT;
  }

  boolean isAdditional() {
    return kind == InstallmentKind.ADDITIONAL;
  }

  boolean isOrdinary() {
    return kind == InstallmentKind.REGULAR;
  }

  /** Tells how its due date lies to a day of payment. */
  Dueness duenessOn(LocalDate day) {
    int later = dueOn.compareTo(day);
    return later < 0 ? Dueness.PAST_DUE : later == 0 ? Dueness.DUE : Dueness.IN_ADVANCE;
  }

  /** Tells whether a day lies in its period, from exclusive, to inclusive. */
  boolean isInProgress(LocalDate day) {
    return day.isAfter(fromOn) && !day.isAfter(dueOn);
  }

  /** Changes what the installment asks for; never below what was paid or waived. */
  void ask(Part part, long minor) {
    long least = Math.addExact(paid.of(part), waived.of(part));
    long now = Math.max(minor, least);
    owed = Math.addExact(owed, Math.subtractExact(now, asked.of(part)));
    asked.set(part, now);
  }

  void askMore(Part part, long minor) {
    ask(part, Math.addExact(asked.of(part), minor));
  }

  /** Asks for less, as the loan is paid off on the day. */
  void cut(Part part, long minor) {
    long before = asked.of(part);
    ask(part, minor);
    if (asked.of(part) != before) {
      Tally less = cut == null ? new Tally() : cut;
      less.add(part, before - asked.of(part));
      cut = less;
    }
  }

  /** Asks again for what it was cut by. */
  void undoCut(LocalDate on) {
    Tally less = cut;
    if (less != null) {
      cut = null;
      for (Part part : Tally.PARTS) {
        askMore(part, less.of(part));
      }
      noteCompletion(on);
    }
  }

  /** Never asks again for what it was cut by. */
  void keepCut() {
    cut = null;
  }

  /** Makes interest principal, whatever was paid of either: what is asked in all stays. */
  void turnIntoPrincipal(long interest) {
    asked.add(Part.INTEREST, -interest);
    asked.add(Part.PRINCIPAL, interest);
  }

  void credit(long minor) {
    creditedPrincipal = Math.addExact(creditedPrincipal, minor);
  }

  void setCredited(long minor) {
    creditedPrincipal = minor;
  }

  /**
   * Takes a payment for one part.
   *
   * @return what was taken, at most what is owed
   */
  long pay(Part part, long offered, LocalDate on) {
    long taken = Math.min(offered, owed(part));
    if (taken <= 0) {
      return 0;
    }
    paid.add(part, taken);
    owed -= taken;
    if (on.isBefore(dueOn)) {
      paidInAdvance += taken;
    } else if (on.isAfter(dueOn)) {
      paidLate += taken;
    }
    return taken;
  }

  /**
   * Gives a payment of one part back.
   *
   * @return what was given back, at most what was paid
   */
  long giveBack(Part part, long wanted, LocalDate on) {
    long given = Math.min(wanted, paid.of(part));
    paid.add(part, -given);
    owed = Math.addExact(owed, given);
    if (on.isBefore(dueOn)) {
      paidInAdvance = Math.max(0, paidInAdvance - given);
    } else if (on.isAfter(dueOn)) {
      paidLate = Math.max(0, paidLate - given);
    }
    return given;
  }

  /** Gives up what is owed of one part, or some of it. */
  void waive(Part part, long minor) {
    long given = Math.min(minor, owed(part));
    waived.add(part, given);
    owed -= given;
  }

  /** Takes over what was paid elsewhere. */
  void takeOverPayments(Tally parts, long inAdvance) {
    paid.addAll(parts);
    owed = Math.subtractExact(owed, parts.sum());
    paidInAdvance += inAdvance;
  }

  /** Hands over what was paid, leaving only what is still owed. */
  long handOverPayments(Tally into) {
    into.addAll(paid);
    for (Part part : Tally.PARTS) {
      asked.add(part, -paid.of(part));
      paid.set(part, 0);
    }
    long inAdvance = paidInAdvance;
    paidInAdvance = 0;
    return inAdvance;
  }

  /** Notes the day from which nothing is owed, or that something is owed again. */
  void noteCompletion(LocalDate on) {
    if (!isSettled()) {
      completedOn = null;
    } else if (completedOn == null) {
      completedOn = on;
    }
  }

  @Nullable LocalDate completedOn() {
    return completedOn;
  }

  void addOwedTo(Tally sum) {
    for (Part part : Tally.PARTS) {
      sum.add(part, owed(part));
    }
  }

  /** Returns what it asks for and what came in, as its place in the schedule. */
  InstallmentPosition position(int place, long balanceAfter, InstallmentStatus status, Mint mint) {
    number = place;
    Split askedFor = mint.split(asked);
    Installment row =
        new Installment(place, kind, fromOn, dueOn, askedFor, mint.money(balanceAfter));
    return new InstallmentPosition(
        row,
        paid.hasSameAs(asked) ? askedFor : mint.split(paid),
        mint.split(waived),
        mint.money(paidInAdvance),
        mint.money(paidLate),
        completedOn,
        status,
        course);
  }

  /** Returns its place among installments when the position was last asked for; 0 before. */
  int number() {
    return number;
  }

  InstallmentStatus status(LocalDate asOf) {
    if (!isSettled()) {
      if (dueOn.isBefore(asOf)) {
        return InstallmentStatus.OVERDUE;
      }
      if (dueOn.equals(asOf)) {
        return InstallmentStatus.DUE;
      }
      return paid.isZero() ? InstallmentStatus.UPCOMING : InstallmentStatus.PARTIAL;
    }
    if (!waived.isZero()) {
      return InstallmentStatus.WAIVED;
    }
    if (completedOn == null || asked.isZero()) {
      return dueOn.isAfter(asOf) ? InstallmentStatus.UPCOMING : InstallmentStatus.PAID;
    }
    return completedOn.isAfter(dueOn) ? InstallmentStatus.PAID_LATE : InstallmentStatus.PAID;
  }
}
