package io.loanwright.bench.engine;

import io.loanwright.bench.engine.BenchLoans.Course;
import io.loanwright.bench.engine.BenchLoans.Loan;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.replay.Acceptance;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.schedule.Schedule;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Schedules and replays, each time of another loan. */
@State(Scope.Thread)
public class EngineBenchmark {

  private static final int EVENTS = 24;

  private final List<Loan> yearLoans = BenchLoans.loans(12);
  private final List<Loan> mortgages = BenchLoans.loans(360);
  private final List<Course> courses = BenchLoans.courses(EVENTS);
  private final List<Course> following = courses.stream().map(Course::following).toList();
  private final List<Course> longCourses = BenchLoans.longCourses();
  private final List<Course> longFollowing = longCourses.stream().map(Course::following).toList();
  private int next;

  /** Makes a schedule of 12 installments. */
  @Benchmark
  public Schedule schedule12() {
    return yearLoans.get(turn()).schedule();
  }

  /** Makes a schedule of 360 installments. */
  @Benchmark
  public Schedule schedule360() {
    return mortgages.get(turn()).schedule();
  }

  /** Replays a loan of 36 installments with 24 events. */
  @Benchmark
  public LoanPosition replay24() {
    Course course = courses.get(turn());
    return Replay.position(course.terms(), course.events(), course.asOf());
  }

  /** Follows 23 events and takes one more, as every payment on a server does. */
  @Benchmark
  public Acceptance accept24() {
    Course course = courses.get(turn());
    List<LoanEvent> events = course.events();
    return Replay.accept(
        course.terms(), events.subList(0, EVENTS - 1), events.getLast(), course.asOf());
  }

  /** Replays a loan whose interest follows payments. */
  @Benchmark
  public LoanPosition following24() {
    Course course = following.get(turn());
    return Replay.position(course.terms(), course.events(), course.asOf());
  }

  /** Replays a loan of 60 installments with 2,000 events. */
  @Benchmark
  public LoanPosition replay2000() {
    Course course = longCourses.get(turn() % BenchLoans.LONG_LOANS);
    return Replay.position(course.terms(), course.events(), course.asOf());
  }

  /** Replays such a loan whose interest follows payments. */
  @Benchmark
  public LoanPosition following2000() {
    Course course = longFollowing.get(turn() % BenchLoans.LONG_LOANS);
    return Replay.position(course.terms(), course.events(), course.asOf());
  }

  private int turn() {
    next = (next + 1) % BenchLoans.LOANS;
    return next;
  }
}
