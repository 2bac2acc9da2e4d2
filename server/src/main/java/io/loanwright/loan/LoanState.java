package io.loanwright.loan;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.Closure;
import io.loanwright.engine.replay.GivenUp;
import io.loanwright.engine.replay.LoanPosition;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a loan is in its life, with just the facts that exist at that point. */
public sealed interface LoanState {

  /** Applied for; nobody has decided. */
  record Submitted() implements LoanState {}

  /** Some steps of the approval are done, not all. */
  record UnderReview() implements LoanState {}

  /** Refused by a step of the approval. */
  record Rejected(String reason) implements LoanState {}

  /** Taken back by whoever applied. */
  record Withdrawn(@Nullable String reason) implements LoanState {}

  /**
   * Approved; no money has moved.
   *
   * @param on the business date of the last step
   * @param amount what may be paid out
   */
  record Approved(LocalDate on, Money amount) implements LoanState {}

  /** Approved once, and never paid out. */
  record Cancelled(Approved approved, @Nullable String reason) implements LoanState {}

  /**
   * The money is out and the schedule runs.
   *
   * @param on the value date of the disbursement
   * @param principal all that was paid out, or what an imported loan was first made over and all
   *     that was paid out since
   */
  record Active(Approved approved, LocalDate on, Money principal) implements LoanState {

    /** Returns the same with another sum of all that was paid out. */
    public Active lent(Money all) {
      return new Active(approved, on, all);
    }

    /** Returns what a position makes of the loan: closed or given up where it owes nothing. */
    public LoanState at(LoanPosition position) {
      GivenUp givenUp = position.givenUp();
      if (givenUp != null) {
        LocalDate recoveredOn = givenUp.recoveredOn();
        return recoveredOn == null
            ? new WrittenOff(this, givenUp.on())
            : new Closed(this, recoveredOn, ClosedReason.RECOVERED);
      }
      Closure closure = position.closure();
      return closure == null
          ? this
          : new Closed(
              this,
              closure.on(),
              closure.early() ? ClosedReason.SETTLED_EARLY : ClosedReason.REPAID);
    }
  }

  /** Nothing is owed any more. */
  record Closed(Active active, LocalDate on, ClosedReason reason) implements LoanState {}

  /**
   * Given up in the books; recoveries may still come.
   *
   * @param on the value date of the write-off, or of the opening of a loan that another system had
   *     written off
   */
  record WrittenOff(Active active, LocalDate on) implements LoanState {}

  /** Returns the name of the state without its facts. */
  default LoanStatus status() {
    return switch (this) {
      case Submitted _ -> LoanStatus.SUBMITTED;
      case UnderReview _ -> LoanStatus.UNDER_REVIEW;
      case Rejected _ -> LoanStatus.REJECTED;
      case Withdrawn _ -> LoanStatus.WITHDRAWN;
      case Approved _ -> LoanStatus.APPROVED;
      case Cancelled _ -> LoanStatus.CANCELLED;
      case Active _ -> LoanStatus.ACTIVE;
      case Closed _ -> LoanStatus.CLOSED;
      case WrittenOff _ -> LoanStatus.WRITTEN_OFF;
    };
  }

  /**
   * Returns the state at the end of a day, by what is known now.
   *
   * <p>Applications are as they are now: only money has a value date.
   */
  default LoanState on(LocalDate day) {
    return switch (this) {
      case Submitted _, UnderReview _, Rejected _, Withdrawn _, Approved _, Cancelled _ -> this;
      case Active active -> day.isBefore(active.on()) ? active.approved() : active;
      case Closed closed -> day.isBefore(closed.on()) ? closed.active().on(day) : closed;
      case WrittenOff off -> day.isBefore(off.on()) ? off.active().on(day) : off;
    };
  }

  /** Returns the facts of the approval, once there is one. */
  default @Nullable Approved approval() {
    return switch (this) {
      case Submitted _, UnderReview _, Rejected _, Withdrawn _ -> null;
      case Approved approved -> approved;
      case Cancelled cancelled -> cancelled.approved();
      case Active active -> active.approved();
      case Closed closed -> closed.active().approved();
      case WrittenOff off -> off.active().approved();
    };
  }

  /** Returns why an application came to nothing, where somebody said so. */
  default @Nullable String endedReason() {
    return switch (this) {
      case Rejected rejected -> rejected.reason();
      case Withdrawn withdrawn -> withdrawn.reason();
      case Cancelled cancelled -> cancelled.reason();
      case Submitted _, UnderReview _, Approved _, Active _, Closed _, WrittenOff _ -> null;
    };
  }

  /** Returns the facts of the disbursement, once the money is out. */
  default @Nullable Active disbursement() {
    return switch (this) {
      case Submitted _, UnderReview _, Rejected _, Withdrawn _, Approved _, Cancelled _ -> null;
      case Active active -> active;
      case Closed closed -> closed.active();
      case WrittenOff off -> off.active();
    };
  }
}
