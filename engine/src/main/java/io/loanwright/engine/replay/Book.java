package io.loanwright.engine.replay;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.plan.InterestEnd;
import io.loanwright.engine.plan.LivingPlan;
import io.loanwright.engine.plan.PlanPeriod;
import io.loanwright.engine.schedule.DueDateRule;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is known of a loan while its events are followed; amounts in minor units. */
final class Book {

  /** Money that went out on a day. */
  record Tranche(LocalDate on, long minor) {}

  /** How the loan stands apart from its installments. */
  enum Standing {
    /** Nothing out of the ordinary. */
    ORDINARY,
    /** No longer expected to be paid. */
    CHARGED_OFF,
    /** Ended by the lender. */
    TERMINATED,
    /** Given up. */
    WRITTEN_OFF
  }

  final LoanTerms terms;
  final Currency currency;
  final List<InstallmentAccount> accounts = new ArrayList<>();
  final List<Posting> postings = new ArrayList<>();
  final List<Tranche> tranches = new ArrayList<>();
  final Map<UUID, Levy> levies = new HashMap<>();
  final @Nullable Lateness lateness;
  Split atDisbursement;
  Standing standing = Standing.ORDINARY;
  boolean interestBearing;
  DueDateRule dueDateRule;
  boolean planStands = true;
  boolean interestIsFixed;
  long excess;
  long interestRefunded;
  boolean givenBackInCash;
  @Nullable LocalDate closedOn;
  @Nullable Claim claim;
  @Nullable LocalDate cutToPayoffOn;
  boolean cutForMoreOfDay;
  private @Nullable LivingPlan plan;
  private @Nullable Supplier<LivingPlan> planToMake;

  Book(LoanTerms terms) {
    this.terms = terms;
    this.currency = terms.currency();
    this.atDisbursement = Split.zero(currency);
    this.dueDateRule = DueDateRule.of(terms.repayment().calendar(), 1);
    this.interestBearing = terms.interest().annualRatePercent().signum() > 0;
    this.lateness = terms.latePenalty() == null ? null : new Lateness(this, terms.latePenalty());
  }

  boolean isDisbursed() {
    return !tranches.isEmpty();
  }

  /** Returns the plan; it is made when first asked for, as most loans never need one. */
  LivingPlan plan() {
    LivingPlan made = plan;
    if (made == null) {
      if (planToMake == null) {
        throw new IllegalStateException("There is no plan before money goes out");
      }
      made = planToMake.get();
      plan = made;
    }
    return made;
  }

  void setPlan(Supplier<LivingPlan> toMake) {
    planToMake = toMake;
  }

  /** Tells whether it was agreed that interest follows payments. */
  boolean recalculates() {
    return terms.interestFollowsPayments();
  }

  /** Tells whether interest follows payments as things are now. */
  boolean follows() {
    return planToMake != null && recalculates() && interestBearing && standing == Standing.ORDINARY;
  }

  /** Returns until when interest runs as long as the loan is not paid off. */
  InterestEnd interestEnd() {
    return terms.recalculation().rest() == Rest.DAILY ? InterestEnd.DAY : interestEndOfPayoff();
  }

  /** Returns until when who pays the loan off owes interest. */
  InterestEnd interestEndOfPayoff() {
    return terms.recalculation().payoff() == PayoffInterest.UNTIL_REST_DATE
        ? InterestEnd.DUE_DATE
        : InterestEnd.DAY;
  }

  /** Tells whether interest of an open loan runs longer for who pays it off. */
  boolean endsOtherwiseIfPaidOff() {
    return closedOn == null && follows() && interestEnd() != interestEndOfPayoff();
  }

  boolean chargesOverdue() {
    return terms.recalculation().overdue() == OverdueInterest.CHARGED;
  }

  /**
   * Lets principal that is past due bear interest until a day, where that was agreed. Once nothing
   * is owed there is no such principal, and installments stay as they were paid.
   */
  void countOverdue(LocalDate until) {
    countOverdue(until, interestEnd());
  }

  /**
   * Lets principal that is past due bear interest until a day or the end that it has.
   *
   * @param end where interest of the installment in progress ends
   */
  void countOverdue(LocalDate until, InterestEnd end) {
    if (closedOn == null && follows() && chargesOverdue()) {
      if (plan().countOverdue(until, end)) {
        takeFromPlan(until);
      }
    }
  }

  /** Lets installments ask for what the plan says. */
  void takeFromPlan(LocalDate on) {
    int place = 0;
    for (PlanPeriod period : plan().periods()) {
      boolean inPlace = place < accounts.size() && isOf(accounts.get(place), period);
      InstallmentAccount account = inPlace ? accounts.get(place) : accountOf(period);
      if (account != null) {
        takeFromPlan(account, period, on);
        place = inPlace ? place + 1 : accounts.indexOf(account) + 1;
      }
    }
  }

  private static boolean isOf(InstallmentAccount account, PlanPeriod period) {
    return account.dueOn.equals(period.due())
        && account.fromOn.equals(period.from())
        && account.isOrdinary();
  }

  /** Returns the installment of a period: the one with its dates, or else with its due date. */
  @Nullable InstallmentAccount accountOf(PlanPeriod period) {
    for (InstallmentAccount account : accounts) {
      if (isOf(account, period)) {
        return account;
      }
    }
    return period.from().equals(period.due()) ? null : accountDue(period.due());
  }

  void takeFromPlan(InstallmentAccount account, PlanPeriod period, LocalDate on) {
    account.ask(Part.PRINCIPAL, period.principal());
    account.ask(Part.INTEREST, period.interest());
    account.setCredited(period.creditedPrincipal());
    account.noteCompletion(on);
  }

  /**
   * Lets the last open installments to come take the difference between the principal that all
   * installments ask for and a sum. Installments keep what was paid of them even if their plan is
   * smaller now, so that all together may ask for too much. A plan that follows payments has
   * settled this itself.
   */
  void bringPrincipalTo(long sum, LocalDate on) {
    long beyond = asked(Part.PRINCIPAL) - sum;
    if (beyond == 0 || follows()) {
      return;
    }
    List<InstallmentAccount> toCome =
        ordinary().stream().filter(account -> !account.dueOn.isBefore(on)).toList();
    List<InstallmentAccount> open =
        toCome.stream().filter(account -> account.owed(Part.PRINCIPAL) > 0).toList();
    for (InstallmentAccount account : (open.isEmpty() ? toCome : open).reversed()) {
      long less = Math.min(beyond, account.owed(Part.PRINCIPAL));
      account.askMore(Part.PRINCIPAL, -less);
      account.noteCompletion(on);
      beyond -= less;
    }
  }

  @Nullable InstallmentAccount accountDue(LocalDate due) {
    for (InstallmentAccount account : accounts) {
      if (account.dueOn.equals(due) && account.isOrdinary()) {
        return account;
      }
    }
    return null;
  }

  /** Returns the ordinary installment in whose period a day lies. */
  @Nullable InstallmentAccount accountHolding(LocalDate day) {
    boolean first = true;
    for (InstallmentAccount account : accounts) {
      if (!account.isDownPayment()) {
        if (account.isInProgress(day) || (first && day.equals(account.fromOn))) {
          return account;
        }
        first = false;
      }
    }
    return null;
  }

  List<InstallmentAccount> ordinary() {
    return accounts.stream().filter(InstallmentAccount::isOrdinary).toList();
  }

  @Nullable InstallmentAccount additional() {
    return accounts.stream().filter(InstallmentAccount::isAdditional).findFirst().orElse(null);
  }

  /** Returns the installment after the last one, made if there is none, due on a day or later. */
  InstallmentAccount additionalDue(LocalDate day) {
    InstallmentAccount there = additional();
    if (there == null) {
      LocalDate from = accounts.getLast().dueOn;
      there = new InstallmentAccount(InstallmentKind.ADDITIONAL, from, day);
      accounts.add(there);
    } else if (there.dueOn.isBefore(day)) {
      there.dueOn = day;
    }
    return there;
  }

  /** Puts installments in the order of their due dates and closes gaps between new ones. */
  void putInOrder() {
    accounts.sort(Comparator.comparing(account -> account.dueOn));
    LocalDate before = null;
    for (InstallmentAccount account : accounts) {
      if (before != null && (account.isAdditional() || account.reAged)) {
        account.fromOn = before;
      }
      before = account.dueOn;
    }
  }

  /**
   * Lets installments ask again for what they did before they were cut to the payoff amount, if
   * only more money of the day pays the loan off: what is between finds them as they were agreed.
   */
  void undoCut(LocalDate on) {
    if (cutForMoreOfDay) {
      for (InstallmentAccount account : accounts) {
        account.undoCut(on);
      }
      cutForMoreOfDay = false;
      cutToPayoffOn = null;
    }
  }

  boolean isSettled() {
    for (int i = accounts.size() - 1; i >= 0; i--) {
      if (!accounts.get(i).isSettled()) {
        return false;
      }
    }
    return true;
  }

  long asked(Part part) {
    long sum = 0;
    for (InstallmentAccount account : accounts) {
      sum = Math.addExact(sum, account.asked(part));
    }
    return sum;
  }

  long owed(Part part) {
    long sum = 0;
    for (InstallmentAccount account : accounts) {
      sum = Math.addExact(sum, account.owed(part));
    }
    return sum;
  }

  long disbursed() {
    long sum = 0;
    for (Tranche tranche : tranches) {
      sum = Math.addExact(sum, tranche.minor());
    }
    return sum;
  }

  void closeIfNothingIsOwed(LocalDate on) {
    if (!isSettled()) {
      closedOn = null;
    } else if (closedOn == null) {
      closedOn = on;
    }
  }
}
