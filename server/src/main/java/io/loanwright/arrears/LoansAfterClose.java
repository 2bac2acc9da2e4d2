package io.loanwright.arrears;

import io.loanwright.arrears.store.DayStore;
import io.loanwright.loan.DueLoans;
import io.loanwright.loan.DueLoans.Waiting;
import io.loanwright.organization.Jobs;
import io.loanwright.organization.spi.DayWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works out the loans that change by themselves, many at a time.
 *
 * <p>Where a step fails because of a loan, and not because of the database, its loans are done one
 * by one: the one that cannot be worked out is left out until the next close, the others go on.
 */
@Component
class LoansAfterClose {

  private static final Logger LOG = LoggerFactory.getLogger(LoansAfterClose.class);
  private static final int LOANS_AT_ONCE = 500;
  private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());
  private static final int MOST_LEFT_OUT = 100;
  private static final int MOST_NAMED = 20;

  private final DueLoans due;
  private final DayStore days;
  private final TransactionTemplate transaction;

  LoansAfterClose(DueLoans due, DayStore days, TransactionTemplate transaction) {
    this.due = due;
    this.days = days;
    this.transaction = transaction;
  }

  /** Begins to work out loans, as of today, for a day that was closed. */
  Run run(LocalDate day, LocalDate today) {
    return new Run(day, today);
  }

  /** One way through all loans that wait; those that it leaves out it leaves out to its end. */
  final class Run {

    private final LocalDate day;
    private final LocalDate today;
    private final Map<String, Waiting> leftOut = new ConcurrentSkipListMap<>();

    private Run(LocalDate day, LocalDate today) {
      this.day = day;
      this.today = today;
    }

    long waiting() {
      return due.waiting(today);
    }

    long leftOut() {
      return leftOut.size();
    }

    /** Says which loans were left out; null if none was. */
    @Nullable String note() {
      if (leftOut.isEmpty()) {
        return null;
      }
      String named = leftOut.keySet().stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
      int more = leftOut.size() - MOST_NAMED;
      return "Could not be worked out and stayed as they were: %s%s. The next close tries again."
          .formatted(named, more > 0 ? " and " + more + " more" : "");
    }

    /** Works out, on several threads, all that nobody holds. */
    void onAllThreads(DayWork.Progress progress) {
      try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
        List<Lane> lanes = Stream.generate(this::lane).limit(THREADS).toList();
        long known = days.get(day).loans();
        while (lanes.stream().anyMatch(lane -> !lane.ended)) {
          join(
              lanes.stream()
                  .filter(lane -> !lane.ended)
                  .map(lane -> CompletableFuture.runAsync(lane::step, threads))
                  .toList());
          long all = days.get(day).loans();
          progress.advance(all - known);
          known = all;
        }
      }
    }

    private static void join(List<CompletableFuture<Void>> steps) {
      try {
        steps.forEach(CompletableFuture::join);
      } catch (CompletionException fault) {
        throw fault.getCause() instanceof RuntimeException cause ? cause : fault;
      }
    }

    /** Works out what is left, one by one, each once nobody else holds it. */
    void oneByOne(DayWork.Progress progress) {
      @Nullable Waiting last = null;
      List<Waiting> next = due.next(today, last, LOANS_AT_ONCE);
      while (!next.isEmpty()) {
        for (Waiting loan : next) {
          if (workOut(loan)) {
            progress.advance(1);
          }
        }
        last = next.getLast();
        next = due.next(today, last, LOANS_AT_ONCE);
      }
    }

    /** A way through the list beside others. */
    Lane lane() {
      return new Lane(this);
    }

    private List<Waiting> workOutBatch(@Nullable Waiting after) {
      return inOneTransaction(() -> due.workOut(today, after, LOANS_AT_ONCE));
    }

    private List<Waiting> oneByOne(@Nullable Waiting after) {
      List<Waiting> next = due.next(today, after, LOANS_AT_ONCE);
      next.forEach(this::workOut);
      return next;
    }

    private boolean workOut(Waiting loan) {
      if (leftOut.containsKey(loan.number())) {
        return false;
      }
      try {
        return !inOneTransaction(
                () -> due.workOut(today, loan.id()) ? List.of(loan) : List.<Waiting>of())
            .isEmpty();
      } catch (RuntimeException fault) {
        if (!Faults.isOfOneLoan(fault)) {
          throw fault;
        }
        leaveOut(loan, fault);
        return false;
      }
    }

    private void leaveOut(Waiting loan, RuntimeException fault) {
      LOG.error("Loan {} cannot be worked out for {}", loan.number(), today, fault);
      leftOut.put(loan.number(), loan);
      if (leftOut.size() > MOST_LEFT_OUT) {
        throw new Jobs.JobFailure(
            "More than %s loans cannot be worked out, %s among them. What is done is kept."
                .formatted(MOST_LEFT_OUT, loan.number()));
      }
    }

    /** The row of the day is locked last, and so for a moment only. */
    private List<Waiting> inOneTransaction(TransactionWork work) {
      return Objects.requireNonNull(
          transaction.execute(_ -> {
            List<Waiting> done = work.run();
            if (!done.isEmpty()) {
              days.count(day, done.size(), 0);
            }
            return done;
          }));
    }
  }

  @FunctionalInterface
  private interface TransactionWork {
    List<Waiting> run();
  }

  /** Goes once through the list, beside others that do the same. */
  static final class Lane {

    private final Run run;
    private @Nullable Waiting last;
    private boolean ended;

    private Lane(Run run) {
      this.run = run;
    }

    /** Works out the next loans that nobody holds; returns whether there were any. */
    boolean step() {
      List<Waiting> done = next();
      ended = done.isEmpty();
      last = ended ? last : done.getLast();
      return !ended;
    }

    private List<Waiting> next() {
      try {
        return run.workOutBatch(last);
      } catch (RuntimeException fault) {
        if (!Faults.isOfOneLoan(fault)) {
          throw fault;
        }
        return run.oneByOne(last);
      }
    }
  }
}
