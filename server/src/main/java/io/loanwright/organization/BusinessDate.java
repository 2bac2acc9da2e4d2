package io.loanwright.organization;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.organization.spi.DayWork;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes business days, one transaction a day, and has the work done that they leave.
 *
 * <p>A close that was cut off is finished by asking for it again: days that are closed stay closed,
 * and each date moves once, whoever moves it. The work of closed days that is not done waits for
 * the next close or for {@link #finish}.
 */
@Component
public class BusinessDate {

  /** The kind of the job that closes days or finishes the work of closed ones. */
  public static final String KIND = "close-day";

  private final Organization organization;
  private final ProfileRow row;
  private final Jobs jobs;
  private final AuditTrail trail;
  private final ApplicationEventPublisher events;
  private final ObjectProvider<DayWork> work;
  private final TransactionTemplate transaction;

  BusinessDate(
      Organization organization,
      ProfileRow row,
      Jobs jobs,
      AuditTrail trail,
      ApplicationEventPublisher events,
      ObjectProvider<DayWork> work,
      TransactionTemplate transaction) {
    this.organization = organization;
    this.row = row;
    this.jobs = jobs;
    this.trail = trail;
    this.events = events;
    this.work = work;
    this.transaction = transaction;
  }

  /**
   * Starts closing all days up to a last one.
   *
   * @param through the last day to close; the business date becomes the day after
   */
  public CloseOutcome close(Caller caller, LocalDate through) {
    OrganizationProfile profile = organization.current();
    if (!profile.setUp()) {
      return new CloseOutcome.NotSetUp();
    }
    if (through.isBefore(profile.businessDate())) {
      return new CloseOutcome.ClosedBefore(profile.businessDate());
    }
    LocalDate calendarDate = organization.calendarDate();
    if (through.isAfter(calendarDate)) {
      return new CloseOutcome.NotYet(calendarDate);
    }
    long days = ChronoUnit.DAYS.between(profile.businessDate(), through) + 1;
    Optional<UUID> job =
        jobs.startClose(
            through,
            days,
            caller,
            progress -> {
              closeThrough(caller, through, progress);
              return finish(days, progress);
            });
    return job.<CloseOutcome>map(CloseOutcome.Started::new).orElseGet(CloseOutcome.Running::new);
  }

  /** Returns whether a day was closed whose work is not done. */
  boolean isWorkWaiting() {
    return work.stream().anyMatch(DayWork::isWaiting);
  }

  /** Starts doing what closed days left to do, where a close was cut off or cancelled. */
  public CloseOutcome finish(Caller caller) {
    if (!isWorkWaiting()) {
      return new CloseOutcome.NothingToFinish();
    }
    return jobs.startAlone(KIND, 0, caller, progress -> finish(0, progress))
        .<CloseOutcome>map(CloseOutcome.Started::new)
        .orElseGet(CloseOutcome.Running::new);
  }

  /**
   * Does at once, without a job, what closed days left to do; for who closes them by the hundred.
   */
  public void finishHere() {
    finish(
        0,
        new Jobs.Progress() {
          @Override
          public void advance(long units) {}

          @Override
          public void total(long units) {}
        });
  }

  private @Nullable Object finish(long daysDone, Jobs.Progress progress) {
    DayWork days = work.getIfAvailable();
    return days == null
        ? null
        : days.finish(
            new DayWork.Progress() {
              @Override
              public void expect(long units) {
                progress.total(daysDone + units);
              }

              @Override
              public void advance(long units) {
                progress.advance(units);
              }
            });
  }

  private void closeThrough(Caller caller, LocalDate through, Jobs.Progress progress) {
    LocalDate day = organization.businessDate();
    while (!day.isAfter(through)) {
      LocalDate closing = day;
      transaction.executeWithoutResult(_ -> closeOne(caller, closing));
      progress.advance(1);
      day = closing.plusDays(1);
    }
  }

  /**
   * Moves the business date of an organization back to where its history shall begin. Only for one
   * that has done no business: value dates of what is in the books would lie in the future.
   */
  @Transactional
  public void startFrom(Caller caller, LocalDate day) {
    LocalDate before = organization.businessDate();
    if (row.move(before, day)) {
      trail.record(
          caller,
          "business_date.start",
          Organization.subject(day.toString()),
          new Moved(before),
          new Moved(day),
          null);
    }
  }

  /** Closes one day, in the caller's transaction; nothing happens if it is not the current one. */
  @Transactional
  public void closeOne(Caller caller, LocalDate day) {
    LocalDate next = day.plusDays(1);
    if (!row.move(day, next)) {
      return;
    }
    events.publishEvent(new DayClosed(day, caller));
    trail.record(
        caller,
        "business_date.close",
        Organization.subject(day.toString()),
        new Moved(day),
        new Moved(next),
        null);
  }

  private record Moved(LocalDate businessDate) {}
}
