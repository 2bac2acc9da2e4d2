package io.loanwright.engine.oracle;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;

import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A second opinion on what payments do, written from docs/concepts/schedules.md: a loan whose
 * schedule stands is lived through day by day.
 *
 * <p>A day begins with its penalties for lateness. Then comes its money. What pays the loan off is
 * asked before any of it is used: if all money of the day together is enough, the loan is closed
 * and asks for no more than that. Either way each payment is used in the order of the terms.
 */
final class SlowLoan {

  private static final int DIGITS = 19;

  private final LoanTerms terms;
  private final LocalDate paidOutOn;
  private final @Nullable SlowPlan plan;
  private final List<SlowChange> changes;
  private final List<SlowRow> rows;
  private final SlowOrder order;
  private final @Nullable SlowPenalties penalties;
  private final List<Use> uses = new ArrayList<>();
  private LocalDate nextDay;
  private long payoffAtFirst;
  private long paidToday;
  private long excess;
  private @Nullable LocalDate closedOn;

  /**
   * Money that comes in.
   *
   * @param id its place in the order of arrival
   * @param minor how much, in minor units
   * @param target the number of the installment that it is meant for; null for the order of terms
   */
  record Payment(int id, LocalDate on, long minor, @Nullable Integer target) {}

  /**
   * What became of a payment: penalties, fees, interest, principal.
   *
   * @param shares the same of each installment that got some, by its number
   */
  record Use(int payment, List<Long> split, long excess, Map<Integer, List<Long>> shares) {}

  /**
   * The loan at the end of a day; four amounts are penalties, fees, interest and principal.
   *
   * @param paid of each installment
   * @param unpaid of each installment
   * @param inAdvance what was paid of each installment before it was due
   * @param late what was paid of each installment after it was due
   * @param completedOn since when nothing is owed of each installment that was paid; empty where
   *     something is, or nothing was paid
   * @param payoff what pays the loan off
   * @param daysPastDue days since the oldest due date with something unpaid
   * @param overdue what is unpaid of installments due before the day
   * @param nextDueOn the first due date, of that day or later, with something unpaid
   * @param excess what was paid and not owed
   * @param closedOn the day on which it was paid off; null while it is not
   */
  record State(
      List<List<Long>> paid,
      List<List<Long>> unpaid,
      List<Long> inAdvance,
      List<Long> late,
      List<Optional<LocalDate>> completedOn,
      long payoff,
      long daysPastDue,
      List<Long> overdue,
      @Nullable LocalDate nextDueOn,
      List<Use> uses,
      List<SlowPenalties.Laid> penalties,
      long excess,
      @Nullable LocalDate closedOn) {

    /** Returns what differs from another state, with both figures. */
    String differenceTo(Object other) {
      if (!(other instanceof State state)) {
        return other.toString();
      }
      StringBuilder text = new StringBuilder();
      List<Object> mine = parts();
      List<Object> theirs = state.parts();
      for (int i = 0; i < mine.size(); i++) {
        if (!mine.get(i).equals(theirs.get(i))) {
          text.append("%n  %d: second %s%n     engine %s".formatted(i, mine.get(i), theirs.get(i)));
        }
      }
      return text.toString();
    }

    /** Returns the state with nothing that tells one installment from another. */
    State asAWhole() {
      return new State(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          payoff,
          daysPastDue,
          overdue,
          null,
          uses.stream()
              .map(use -> new Use(use.payment(), use.split(), use.excess(), Map.of()))
              .toList(),
          penalties,
          excess,
          closedOn);
    }

    private List<Object> parts() {
      return List.of(
          paid,
          unpaid,
          inAdvance,
          late,
          completedOn,
          payoff,
          daysPastDue,
          overdue,
          Optional.ofNullable(nextDueOn),
          uses,
          penalties,
          excess,
          Optional.ofNullable(closedOn));
    }
  }

  SlowLoan(LoanTerms terms, LocalDate paidOutOn, long lent) {
    this(terms, paidOutOn, lent, schedule(terms, paidOutOn, lent));
  }

  /** Returns a loan whose schedule is known, as {@link #schedule} makes it. */
  SlowLoan(LoanTerms terms, LocalDate paidOutOn, long lent, List<SlowSchedule.Row> schedule) {
    this(terms, paidOutOn, lent, schedule, null, List.of());
  }

  private SlowLoan(
      LoanTerms terms,
      LocalDate paidOutOn,
      long lent,
      List<SlowSchedule.Row> schedule,
      @Nullable SlowPlan plan,
      List<SlowChange> changes) {
    this.terms = terms;
    this.paidOutOn = paidOutOn;
    this.nextDay = paidOutOn;
    this.plan = plan;
    this.changes = changes;
    boolean hasDownPayment = terms.repayment().downPaymentPercent().signum() > 0;
    this.rows = SlowRow.of(schedule, paidOutOn, hasDownPayment);
    this.order = new SlowOrder(terms.allocation());
    this.penalties =
        terms.latePenalty() == null
            ? null
            : new SlowPenalties(terms.latePenalty(), terms.currency().minorDigits(), lent);
  }

  /** Returns the schedule of a loan whose terms do not change. */
  static List<SlowSchedule.Row> schedule(LoanTerms terms, LocalDate paidOutOn, long lent) {
    return new SlowSchedule(terms, paidOutOn, DIGITS).rows(lent);
  }

  /** Returns a loan of the few kinds of which {@link SlowPlan} knows what changes do. */
  static SlowLoan thatChanges(
      LoanTerms terms, LocalDate paidOutOn, long lent, List<SlowChange> changes) {
    SlowPlan plan = new SlowPlan(terms, paidOutOn, lent);
    return new SlowLoan(terms, paidOutOn, lent, plan.rows(), plan, changes);
  }

  /** Lives the loan until the end of a day, and no day twice. */
  void liveUntil(LocalDate end, List<Payment> payments) {
    Map<LocalDate, List<Payment>> byDay = new HashMap<>();
    payments.stream()
        .sorted(comparingInt(Payment::id))
        .forEach(one -> byDay.computeIfAbsent(one.on(), _ -> new ArrayList<>()).add(one));
    for (; !nextDay.isAfter(end); nextDay = nextDay.plusDays(1)) {
      for (SlowChange change : changes) {
        if (plan != null && change.on().equals(nextDay)) {
          agree(plan, change);
        }
      }
      if (plan != null && terms.interestFollowsPayments() && closedOn == null) {
        follow(plan, nextDay, nextDay.equals(end) || byDay.containsKey(nextDay));
      }
      if (penalties != null && closedOn == null && nextDay.isAfter(paidOutOn)) {
        penalties.begin(nextDay, rows);
      }
      paidToday = 0;
      if (byDay.containsKey(nextDay)) {
        take(nextDay, byDay.get(nextDay));
      }
    }
  }

  /** Principal that was due before the night, and is not paid, bore interest in it. */
  private void follow(SlowPlan followed, LocalDate day, boolean isLookedAt) {
    if (terms.recalculation().overdue() == OverdueInterest.CHARGED) {
      long late = 0;
      for (SlowRow row : rows) {
        late += row.due().isBefore(day) ? row.unpaid(SlowRow.PRINCIPAL) : 0;
      }
      followed.bear(day, late);
    }
    if (isLookedAt || rows.stream().anyMatch(row -> row.due().equals(day))) {
      followed.followUntil(day);
      List<SlowSchedule.Row> schedule = followed.rows();
      for (int i = 0; i < rows.size(); i++) {
        rows.get(i).change(day, schedule.get(i).principal(), schedule.get(i).interest());
      }
    }
  }

  private void agree(SlowPlan changing, SlowChange change) {
    changing.change(change);
    LocalDate until =
        switch (change) {
          case SlowChange.Rate rate -> rate.on().minusDays(1);
          case SlowChange.Pause pause -> pause.on().minusDays(1);
          case SlowChange.Time time -> time.on();
          case SlowChange.Money more -> more.on();
        };
    List<SlowSchedule.Row> schedule = changing.rows();
    for (int i = 0; i < schedule.size(); i++) {
      SlowSchedule.Row row = schedule.get(i);
      if (i < rows.size()) {
        rows.get(i).change(until, row.principal(), row.interest());
      } else {
        rows.add(rows.getLast().next(row));
      }
    }
    if (change instanceof SlowChange.Pause pause) {
      rows.forEach(row -> row.pause(until, pause.until()));
    }
  }

  /** Tells whether all figures are those of the definition, whatever digits it keeps. */
  boolean isFarFromTies() {
    return plan == null || plan.closeCalls() == 0;
  }

  private void take(LocalDate day, List<Payment> payments) {
    payoffAtFirst = payoff(day);
    for (Payment one : payments) {
      paidToday += one.minor();
    }
    if (closedOn == null && paidToday >= payoffAtFirst) {
      closedOn = day;
      for (SlowRow row : rows) {
        for (int part = 0; part < SlowRow.PARTS; part++) {
          row.ask(part, claim(row, part, day) - row.unpaid(part));
        }
      }
    }
    payments.forEach(one -> use(one, day));
    rows.forEach(row -> row.lookWhetherPaid(day));
  }

  private void use(Payment payment, LocalDate day) {
    long left = payment.minor();
    long[] split = new long[SlowRow.PARTS];
    Map<Integer, long[]> shares = new TreeMap<>();
    for (SlowOrder.Place place : order.places(rows, day, payment.target())) {
      SlowRow row = place.row();
      long used = Math.min(left, row.unpaid(place.part()));
      if (used > 0) {
        row.pay(place.part(), used, day);
        split[place.part()] += used;
        shares.computeIfAbsent(row.number(), _ -> new long[SlowRow.PARTS])[place.part()] += used;
        left -= used;
      }
    }
    excess += left;
    Map<Integer, List<Long>> lists = new TreeMap<>();
    shares.forEach((number, share) -> lists.put(number, SlowRow.list(share)));
    uses.add(new Use(payment.id(), SlowRow.list(split), left, lists));
  }

  /** Returns what pays the loan off on a day, as things are when it is asked. */
  private long payoff(LocalDate day) {
    long sum = 0;
    for (SlowRow row : rows) {
      for (int part = 0; part < SlowRow.PARTS; part++) {
        sum += claim(row, part, day);
      }
    }
    return sum;
  }

  /**
   * Returns what who pays the loan off owes of an installment: all principal, everything that is
   * due, and of the installment in progress its charges and the interest that has arisen. Where it
   * is owed as scheduled, everything is.
   */
  private long claim(SlowRow row, int part, LocalDate day) {
    PayoffInterest until = terms.recalculation().payoff();
    if (part == SlowRow.PRINCIPAL
        || !row.due().isAfter(day)
        || until == PayoffInterest.AS_SCHEDULED) {
      return row.unpaid(part);
    }
    if (part != SlowRow.INTEREST) {
      return row.isInProgress(day) ? row.unpaid(part) : 0;
    }
    if (terms.interest().method() == InterestMethod.FLAT
        || (until == PayoffInterest.UNTIL_REST_DATE && row.isInProgress(day))) {
      return row.unpaid(part);
    }
    if (!row.isInProgress(day)) {
      return 0;
    }
    long arisen =
        plan != null && terms.interestFollowsPayments()
            ? plan.interestUntil(day)
            : row.interestArisen(day);
    return Math.max(0, arisen - row.paid(part));
  }

  /** Returns what is unpaid of installments due by a day. */
  long dueUntil(LocalDate day) {
    return rows.stream().filter(row -> !row.due().isAfter(day)).mapToLong(SlowRow::unpaid).sum();
  }

  /** Returns the loan at the end of the last day that was lived. */
  State state() {
    LocalDate day = nextDay.minusDays(1);
    List<SlowRow> late = rows.stream().filter(row -> row.due().isBefore(day)).toList();
    Optional<LocalDate> oldest =
        late.stream().filter(row -> row.unpaid() > 0).map(SlowRow::due).min(naturalOrder());
    long[] overdue = new long[SlowRow.PARTS];
    for (SlowRow row : late) {
      for (int part = 0; part < SlowRow.PARTS; part++) {
        overdue[part] += row.unpaid(part);
      }
    }
    return new State(
        rows.stream().map(SlowRow::allPaid).toList(),
        rows.stream().map(SlowRow::allUnpaid).toList(),
        rows.stream().map(SlowRow::paidBefore).toList(),
        rows.stream().map(SlowRow::paidAfter).toList(),
        rows.stream().map(row -> Optional.ofNullable(row.completedOn())).toList(),
        closedOn != null ? 0 : paidToday > 0 ? payoffAtFirst - paidToday : payoff(day),
        oldest.map(due -> ChronoUnit.DAYS.between(due, day)).orElse(0L),
        SlowRow.list(overdue),
        rows.stream()
            .filter(row -> !row.due().isBefore(day) && row.unpaid() > 0)
            .map(SlowRow::due)
            .min(naturalOrder())
            .orElse(null),
        List.copyOf(uses),
        penalties == null ? List.of() : penalties.laid(),
        excess,
        closedOn);
  }
}
