package io.loanwright.arrears;

import io.loanwright.arrears.store.DayStore;
import io.loanwright.organization.BusinessDate;
import io.loanwright.organization.Job;
import io.loanwright.organization.Jobs;
import io.loanwright.organization.Organization;
import io.loanwright.organization.spi.DayWork;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Does loan by loan what closed days leave: works out loans that change by themselves, and marks
 * those that entered a class that marks default.
 *
 * <p>Each step is a transaction that takes some of what waits and that nobody else holds, so that
 * any number of threads and instances share it, and one that dies loses its step only.
 */
@Component
public class WorkAfterClose implements DayWork {

  private final LoansAfterClose loans;
  private final MarksAfterClose marks;
  private final DayStore days;
  private final Organization organization;
  private final Jobs jobs;
  private final ApplicationEventPublisher events;

  WorkAfterClose(
      LoansAfterClose loans,
      MarksAfterClose marks,
      DayStore days,
      Organization organization,
      Jobs jobs,
      ApplicationEventPublisher events) {
    this.loans = loans;
    this.marks = marks;
    this.days = days;
    this.organization = organization;
    this.jobs = jobs;
    this.events = events;
  }

  /**
   * What was done, of all that was left.
   *
   * @param loans how many loans were worked out
   * @param marked how many were marked as in default
   * @param leftOut how many loans could not be worked out
   * @param note what could not be done; null if there is nothing to say
   */
  record Finished(LocalDate day, long loans, long marked, long leftOut, @Nullable String note) {}

  @Override
  public boolean isWaiting() {
    return days.lastWaiting().isPresent();
  }

  @Override
  public @Nullable Object finish(DayWork.Progress progress) {
    Optional<LocalDate> last = days.lastWaiting();
    if (last.isEmpty()) {
      return null;
    }
    LocalDate day = last.get();
    LoansAfterClose.Run run = loans.run(day, organization.businessDate());
    progress.expect(run.waiting() + marks.waiting());
    try {
      run.onAllThreads(progress);
      run.oneByOne(progress);
      marks.mark(day, progress);
      // A payment that began before the date moved leaves its loan as of the day before.
      run.oneByOne(progress);
      events.publishEvent(new LoansWorkedOut(organization.businessDate()));
    } catch (DataAccessException fault) {
      if (Faults.isHeld(fault)) {
        throw new Jobs.JobFailure(
            "A loan is held by somebody else for long. What is done is kept; finish the rest later.");
      }
      throw fault;
    }
    days.finish(day, run.leftOut(), run.note());
    ClosedDay done = days.get(day);
    return new Finished(done.day(), done.loans(), done.marked(), done.leftOut(), done.note());
  }

  /** Returns whether an instance closes days and some wait for their work. */
  public boolean isGoingOn() {
    return days.lastWaiting().isPresent() && running().isPresent();
  }

  /**
   * Goes once through the loans that wait, to help another instance that closes days; does nothing
   * where none does.
   *
   * @return false if it is this instance that closes, which needs no help of its own: another one
   *     may help
   */
  public boolean help() {
    if (running().filter(job -> jobs.isHere(job.id())).isPresent()) {
      return false;
    }
    Optional<LocalDate> day = days.lastWaiting();
    if (day.isPresent()) {
      LoansAfterClose.Lane lane = loans.run(day.get(), organization.businessDate()).lane();
      boolean more = true;
      while (more && running().isPresent()) {
        more = lane.step();
      }
    }
    return true;
  }

  private Optional<Job> running() {
    return jobs.last(BusinessDate.KIND).filter(job -> job.status() == Job.Status.RUNNING);
  }
}
