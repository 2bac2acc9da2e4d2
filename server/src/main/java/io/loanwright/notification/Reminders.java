package io.loanwright.notification;

import io.loanwright.access.Caller;
import io.loanwright.access.Reach;
import io.loanwright.arrears.LoansWorkedOut;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.loan.LoanPaidOut;
import io.loanwright.loan.LoansReassigned;
import io.loanwright.mail.Mail;
import io.loanwright.mail.Outbox;
import io.loanwright.notification.store.ReminderStore;
import io.loanwright.notification.store.ReminderStore.Waiting;
import io.loanwright.notification.store.RuleStore;
import io.loanwright.organization.BusinessDate;
import io.loanwright.organization.DayClosed;
import io.loanwright.organization.Job;
import io.loanwright.organization.Jobs;
import io.loanwright.organization.Organization;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.payment.LoansSettled;
import io.loanwright.payment.PaymentsOfThePast;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reminds borrowers of what falls due and of what is overdue, and tells them of their loans. */
@Component
public class Reminders {

  private static final int AT_ONCE = 100;
  private static final Duration USEFUL = Duration.ofDays(3);

  private final ReminderStore messages;
  private final RuleStore rules;
  private final Outbox outbox;
  private final Organization organization;
  private final Jobs jobs;
  private final AuditTrail trail;

  Reminders(
      ReminderStore messages,
      RuleStore rules,
      Outbox outbox,
      Organization organization,
      Jobs jobs,
      AuditTrail trail) {
    this.messages = messages;
    this.rules = rules;
    this.outbox = outbox;
    this.organization = organization;
    this.jobs = jobs;
    this.trail = trail;
  }

  /** Adds the messages of the day that begins; two statements, however many loans. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(DayClosed closed) {
    messages.add(closed.date().plusDays(1));
  }

  /** What is overdue is told with the penalties of the day; one statement, however many loans. */
  @EventListener
  @Transactional
  public void on(LoansWorkedOut worked) {
    messages.addPenalties(worked.businessDate());
  }

  /** Tells who borrows that the money went out. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(LoanPaidOut paid) {
    tell(ReminderRule.Kind.PAID_OUT, Set.of(paid.loanId()));
  }

  /** Tells who borrows that nothing is owed any more. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(LoansSettled settled) {
    tell(ReminderRule.Kind.SETTLED, settled.loanIds());
  }

  /** Nobody is mailed that a loan is paid off whose payment was taken back. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(PaymentsOfThePast taken) {
    messages.dropUntrue(taken.loanIds());
  }

  private void tell(ReminderRule.Kind kind, Set<UUID> loanIds) {
    messages.tell(kind, loanIds, organization.businessDate());
  }

  /** Messages about loans are read by who looks after the loans. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(LoansReassigned handed) {
    messages.handOver(handed.loanIds(), handed.branchId(), handed.officerId());
  }

  /** Returns messages within a reach, newest first. */
  public List<Reminder> page(
      Reach reach, Reminder.@Nullable State state, @Nullable Long olderThan, int limit) {
    return messages.page(reach, state, olderThan, limit);
  }

  /** Returns how many messages wait to be handed to the outbox. */
  public long countWaiting() {
    return messages.countWaiting();
  }

  /** Returns the settings as they are. */
  @Transactional(readOnly = true)
  public ReminderSettings settings() {
    return rules.get();
  }

  /**
   * Replaces the settings.
   *
   * @param wanted with the version that it is a change of
   * @return the settings after it; nothing if somebody else has changed them since
   */
  @Transactional
  public Optional<ReminderSettings> change(Caller caller, ReminderSettings wanted) {
    ReminderSettings before = rules.get();
    if (!rules.replace(wanted)) {
      return Optional.empty();
    }
    ReminderSettings after = rules.get();
    trail.record(
        caller,
        "reminders.change",
        new Subject("reminders", AuditTrail.noId(), "Reminders"),
        before,
        after,
        null);
    return Optional.of(after);
  }

  /**
   * Hands some of what waits to the outbox, once no close is running; what was made for an earlier
   * business date is too late.
   *
   * @return whether there was any
   */
  @Transactional
  public boolean mailSome() {
    boolean isClosing =
        jobs.last(BusinessDate.KIND).filter(job -> job.status() == Job.Status.RUNNING).isPresent();
    if (isClosing) {
      return false;
    }
    List<Waiting> waiting = messages.lockWaiting(AT_ONCE);
    if (waiting.isEmpty()) {
      return false;
    }
    OrganizationProfile profile = organization.current();
    List<Waiting> late =
        waiting.stream()
            .filter(each ->
                each.reminder().kind().countsDays()
                    && each.reminder().madeOn().isBefore(profile.businessDate()))
            .toList();
    messages.mark(late, Reminder.State.STALE);
    List<Waiting> inTime = waiting.stream().filter(each -> !late.contains(each)).toList();
    messages.mark(
        inTime.stream().filter(each -> each.email() == null).toList(), Reminder.State.SHOWN);
    List<Waiting> mailed = inTime.stream().filter(each -> each.email() != null).toList();
    mailed.forEach(each -> mail(each, profile.name()));
    messages.mark(mailed, Reminder.State.MAILED);
    return true;
  }

  private void mail(Waiting waiting, String lender) {
    String email = waiting.email();
    if (email != null) {
      Reminder.Text text = waiting.reminder().filled(lender);
      outbox.send(new Mail(email, text.subject(), text.body()), USEFUL);
    }
  }
}
