package io.loanwright.arrears;

import io.loanwright.access.Caller;
import io.loanwright.arrears.store.CrossingStore;
import io.loanwright.arrears.store.CrossingStore.ToMark;
import io.loanwright.arrears.store.DayStore;
import io.loanwright.loan.Commands;
import io.loanwright.loan.DueLoans;
import io.loanwright.loan.Loans;
import io.loanwright.loan.Outcome;
import io.loanwright.organization.BusinessDate;
import io.loanwright.organization.Job;
import io.loanwright.organization.Jobs;
import io.loanwright.organization.Organization;
import io.loanwright.organization.spi.DayWork;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does loan by loan what closed days leave: works out loans that change by themselves, and marks
 * those that entered a class that marks default.
 *
 * <p>Each step is a transaction that takes some of what waits and that nobody else holds, so that
 * any number of threads and instances share it, and one that dies loses its step only.
 */
@Component
public class WorkAfterClose implements DayWork {

  private static final int LOANS_AT_ONCE = 500;
  private static final int MARKS_AT_ONCE = 100;
  private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final Caller PROGRAM = Caller.system("close of day");

  private final Loans loans;
  private final DueLoans due;
  private final DayStore days;
  private final CrossingStore crossings;
  private final Organization organization;
  private final Jobs jobs;
  private final TransactionTemplate transaction;

  WorkAfterClose(
      Loans loans,
      DueLoans due,
      DayStore days,
      CrossingStore crossings,
      Organization organization,
      Jobs jobs,
      TransactionTemplate transaction) {
    this.loans = loans;
    this.due = due;
    this.days = days;
    this.crossings = crossings;
    this.organization = organization;
    this.jobs = jobs;
    this.transaction = transaction;
  }

  /**
   * What was done, of all that was left.
   *
   * @param loans how many loans were worked out
   * @param marked how many were marked as in default
   * @param note what could not be done; null if there is nothing to say
   */
  record Finished(LocalDate day, long loans, long marked, @Nullable String note) {}

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
    LocalDate today = organization.businessDate();
    progress.expect(due.waiting(today) + crossings.marksWaiting());
    try {
      workOut(day, today, progress);
      mark(day, progress);
    } catch (DataAccessException fault) {
      if (fault.getRootCause() instanceof SQLException refused
          && LOCK_NOT_AVAILABLE.equals(refused.getSQLState())) {
        throw new Jobs.JobFailure(
            "A loan is held by somebody else for long. What is done is kept; finish the rest later.");
      }
      throw fault;
    }
    days.finish(day);
    ClosedDay done = days.get(day);
    return new Finished(done.day(), done.loans(), done.marked(), done.note());
  }

  private void workOut(LocalDate day, LocalDate today, DayWork.Progress progress) {
    long known = days.get(day).loans();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      int done;
      do {
        done = together(threads, () -> some(day, today));
        long all = days.get(day).loans();
        progress.advance(all - known);
        known = all;
      } while (done > 0);
    }
    while (step(day, () -> due.workOutNext(today)) > 0) {
      progress.advance(1);
    }
  }

  private static int together(ExecutorService threads, IntSupplier step) {
    List<CompletableFuture<Integer>> steps =
        Stream.generate(() -> CompletableFuture.supplyAsync(step::getAsInt, threads))
            .limit(THREADS)
            .toList();
    try {
      return steps.stream().mapToInt(CompletableFuture::join).sum();
    } catch (CompletionException fault) {
      throw fault.getCause() instanceof RuntimeException cause ? cause : fault;
    }
  }

  /** Helps an instance that finishes days; does nothing where none does. */
  public void help() {
    Optional<LocalDate> day = days.lastWaiting();
    while (day.isPresent() && isRunning() && some(day.get(), organization.businessDate()) > 0) {
      day = days.lastWaiting();
    }
  }

  private boolean isRunning() {
    return jobs.last(BusinessDate.KIND)
        .filter(job -> job.status() == Job.Status.RUNNING)
        .isPresent();
  }

  private int some(LocalDate day, LocalDate today) {
    return step(day, () -> due.workOut(today, LOANS_AT_ONCE));
  }

  /** The row of the day is locked last, and so for a moment only. */
  private int step(LocalDate day, IntSupplier work) {
    Integer done =
        transaction.execute(_ -> {
          int worked = work.getAsInt();
          if (worked > 0) {
            days.count(day, worked, 0);
          }
          return worked;
        });
    return done == null ? 0 : done;
  }

  private void mark(LocalDate day, DayWork.Progress progress) {
    List<ToMark> some;
    do {
      some = transaction.execute(_ -> markSome(day));
      progress.advance(some.size());
    } while (!some.isEmpty());
  }

  private List<ToMark> markSome(LocalDate day) {
    List<ToMark> some = crossings.take(MARKS_AT_ONCE);
    long marked = some.stream().filter(ToMark::stands).filter(this::isMarked).count();
    days.count(day, 0, marked);
    return some;
  }

  private boolean isMarked(ToMark entered) {
    Commands.Default command =
        new Commands.Default(true, "Reached the class " + entered.className());
    return loans.mark(PROGRAM, entered.loanId(), command) instanceof Outcome.Done<?>;
  }
}
