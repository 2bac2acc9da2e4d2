package io.loanwright.engine.replay;

import io.loanwright.engine.replay.InterestCourse.Turn;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what interest had arisen where an event makes an installment in progress ask for another
 * one, or on another day: made before the event changes the installments, and asked afterwards.
 */
final class InterestTurn {

  private final List<Was> before = new ArrayList<>();

  /**
   * What interest an installment asked for, and when it was due; where money of the day was to pay
   * the loan off, it asked for what had arisen.
   */
  private record Was(InstallmentAccount account, long asked, LocalDate dueOn) {}

  private InterestTurn() {}

  /** Looks at the installments before an event changes them. */
  static InterestTurn before(Book book) {
    InterestTurn turn = new InterestTurn();
    if (!book.recalculates()) {
      LocalDate cutOn = book.cutToPayoffOn;
      for (InstallmentAccount account : book.ordinary()) {
        LocalDate dueOn = cutOn != null && account.isInProgress(cutOn) ? cutOn : account.dueOn;
        turn.before.add(new Was(account, account.asked(Part.INTEREST), dueOn));
      }
    }
    return turn;
  }

  /** Notes that interest arises otherwise from the night after a day on. */
  void after(LocalDate day) {
    for (Was was : before) {
      note(was, new Turn(day, false, was.asked(), was.dueOn()));
    }
  }

  /** Notes that no interest arises from the night after one day on until the end of another. */
  void pausedBetween(LocalDate start, LocalDate end) {
    for (Was was : before) {
      note(was, new Turn(start, false, was.asked(), was.dueOn()));
      note(was, new Turn(end, true, was.asked(), was.dueOn()));
    }
  }

  /**
   * A day before the last turn is one of a pause, on which nothing arises, or of a period that
   * money counts for as a whole, and on the day of the last turn what had arisen was noted already.
   */
  private static void note(Was was, Turn turn) {
    InstallmentAccount account = was.account();
    InterestCourse course = account.course();
    boolean isAnother =
        account.asked(Part.INTEREST) != was.asked() || !account.dueOn.equals(was.dueOn());
    boolean isWithin = turn.on().isAfter(account.fromOn) && turn.on().isBefore(account.dueOn);
    if (isAnother && isWithin && course.isBefore(turn.on())) {
      account.setCourse(course.with(turn));
    }
  }
}
