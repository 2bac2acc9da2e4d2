package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Reach;
import io.loanwright.engine.explain.Explain;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.web.ListWindow;
import io.loanwright.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What can be done with loans, and asked about them.
 *
 * <p>Commands answer with what came of them or with the rule that forbids it, and check
 * permissions' reach, not that the caller holds them: that is the edge's. Money commands on one
 * loan wait for each other; on two loans never.
 */
@Component
public class Loans {

  private final Applications applications;
  private final Approvals approvals;
  private final Disbursements disbursements;
  private final Repayments repayments;
  private final Endings endings;
  private final Openings openings;
  private final LoanReading reading;

  Loans(
      Applications applications,
      Approvals approvals,
      Disbursements disbursements,
      Repayments repayments,
      Endings endings,
      Openings openings,
      LoanReading reading) {
    this.applications = applications;
    this.approvals = approvals;
    this.disbursements = disbursements;
    this.repayments = repayments;
    this.endings = endings;
    this.openings = openings;
    this.reading = reading;
  }

  /** Applies for a loan; approved at once where the product has no approval steps. */
  public Outcome<Loan> apply(Caller caller, Commands.Apply command) {
    return applications.apply(caller, command);
  }

  /** Approves the step that waits; after the last one the loan is approved. */
  public Outcome<Loan> approve(Caller caller, UUID loanId, Commands.Approve command) {
    return approvals.approve(caller, loanId, command);
  }

  /** Refuses the application at the step that waits. */
  public Outcome<Loan> reject(Caller caller, UUID loanId, String reason) {
    return approvals.reject(caller, loanId, reason);
  }

  /** Takes an application back that is not decided. */
  public Outcome<Loan> withdraw(Caller caller, UUID loanId, @Nullable String reason) {
    return applications.withdraw(caller, loanId, reason);
  }

  /** Gives an approved loan up that nobody fetches. */
  public Outcome<Loan> cancel(Caller caller, UUID loanId, String reason) {
    return endings.cancel(caller, loanId, reason);
  }

  /** Marks a loan as in default, or takes the mark away; its state and its money stay. */
  public Outcome<Loan> mark(Caller caller, UUID loanId, Commands.Default command) {
    return endings.mark(caller, loanId, command);
  }

  /** Pays an approved loan out and freezes its contractual schedule. */
  public Outcome<Loan> disburse(Caller caller, UUID loanId, Commands.Disburse command) {
    return disbursements.disburse(caller, loanId, command);
  }

  /** Returns the lender's wallets that the caller can pay a loan out of, by name. */
  public List<OfferedWallet> payoutWallets(Caller caller, UUID loanId) {
    return disbursements.wallets(caller, loanId);
  }

  /** Pays out what another system had paid out, however long ago that was. */
  public Outcome<Loan> disburseTakenOver(Caller caller, UUID loanId, Commands.Disburse command) {
    return disbursements.disburseTakenOver(caller, loanId, command);
  }

  /**
   * Locks those of some loans that nobody has locked, in the caller's transaction, reads what
   * repayments on them need, and returns them. Waits for nobody.
   */
  public Set<UUID> lockFree(Set<UUID> loanIds) {
    return repayments.lockFree(loanIds);
  }

  /** Takes a repayment, if a rule does not forbid it, in the caller's transaction. */
  public Outcome<Repaid> repay(
      Caller caller, UUID loanId, Commands.Repay command, RepaymentRule rule) {
    return repayments.repay(caller, loanId, command, rule);
  }

  /** Says what a repayment would do; nothing is kept. */
  public Outcome<Repaid> previewRepayment(
      Caller caller, UUID loanId, Commands.Repay command, RepaymentRule rule) {
    return repayments.preview(caller, loanId, command, rule);
  }

  /**
   * Takes a repayment back from a day on, in the caller's transaction.
   *
   * @param eventId the repayment's event
   */
  public Outcome<TakenBack> reverse(
      Caller caller, UUID loanId, UUID eventId, Commands.Reverse command) {
    return repayments.reverse(caller, loanId, eventId, command);
  }

  /** Takes a loan over from another system, without its approval steps. */
  public Outcome<Loan> open(Caller caller, Commands.Open command) {
    return openings.open(caller, command);
  }

  /** Returns a loan within a reach. */
  public Optional<Loan> find(UUID loanId, Reach reach) {
    return reading.find(loanId, reach);
  }

  /**
   * Returns a loan that the caller may see, with its position on a day.
   *
   * @param asOf the day; null for the business date
   * @param knownAt the time up to which events were known; null for now
   */
  public Optional<LoanView> view(
      Caller caller, UUID loanId, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
    return reading.view(caller, loanId, asOf, knownAt);
  }

  /** Returns a loan that the caller may see, as it is now, with what he may do with it. */
  public Optional<LoanSeen> seen(Caller caller, UUID loanId) {
    return reading.seen(caller, loanId);
  }

  /**
   * Returns a loan that the caller may see as it is on a day, without who borrows and who decided.
   *
   * @param asOf the day; null for the business date
   */
  public Optional<LoanOnDay> onDay(Caller caller, UUID loanId, @Nullable LocalDate asOf) {
    return reading.onDay(caller, loanId, asOf);
  }

  /** Returns a loan as a command left it, with its position on the business date. */
  public LoanView view(Loan loan) {
    return view(loan, null);
  }

  /**
   * Returns a loan with its position on a day.
   *
   * @param asOf the day; null for the business date
   */
  public LoanView view(Loan loan, @Nullable LocalDate asOf) {
    return reading.view(loan, asOf);
  }

  /**
   * Returns what terms and events make of a loan on a day.
   *
   * @param asOf the day; null for the business date
   */
  public LoanPosition position(Loan loan, @Nullable LocalDate asOf) {
    return reading.position(loan, asOf, null);
  }

  /**
   * Returns who can say why the figures of a loan are what they are on a day.
   *
   * @param asOf the day; null for the business date
   * @param knownAt the time up to which events were known; null for now
   */
  public Outcome<Explain> explain(Loan loan, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
    return reading.explain(loan, asOf, knownAt);
  }

  /** Returns the events of a loan that the caller may see, newest last. */
  public Optional<List<EventView>> events(Caller caller, UUID loanId) {
    return reading.events(caller, loanId);
  }

  /** Returns a schedule of a loan that the caller may see, as it was shown once. */
  public Optional<FrozenSchedule> frozen(Caller caller, UUID loanId, FrozenSchedule.Kind kind) {
    return reading.frozen(caller, loanId, kind);
  }

  /** Returns what a loan that the caller may see costs in a year. */
  public Optional<LoanCost> cost(Caller caller, UUID loanId) {
    return reading.cost(caller, loanId);
  }

  /** Says which schedule an approved loan would have, paid out on a day; nothing is kept. */
  public Outcome<Schedule> planned(Caller caller, UUID loanId, LocalDate on) {
    return disbursements.planned(caller, loanId, on);
  }

  /** Returns a page of the loans that the caller may see. */
  public Page<LoanLine> page(Caller caller, LoanFilter filter, ListWindow<LoanSort> window) {
    return reading.page(caller, filter, window);
  }

  /**
   * Returns the applications that wait for the caller's decision, oldest first.
   *
   * @param after the last one of the page before
   */
  public Page<LoanLine> inbox(Caller caller, @Nullable UUID after, int limit) {
    return reading.inbox(caller, after, limit);
  }
}
