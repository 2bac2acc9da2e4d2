package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.engine.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody asked to write a loan off, and what became of it.
 *
 * @param loan which loan, as lists show it
 * @param on the day from which it is to count
 * @param amount what was owed when it was asked for
 * @param reason why it is given up
 * @param asked who asked, and when
 * @param decision who decided, and when; null while it waits
 * @param eventId the event that it became; null unless it was confirmed
 */
public record WriteOffRequest(
    UUID id,
    Subject loan,
    LocalDate on,
    Money amount,
    String reason,
    Signature asked,
    Status status,
    @Nullable Decision decision,
    @Nullable UUID eventId) {

  /** Returns whether the caller asked for it. */
  boolean isOf(Caller caller) {
    return asked.by().id().equals(caller.userId());
  }

  /** What became of it. */
  public enum Status {
    /** Nobody has decided. */
    WAITING,
    /** Somebody else has confirmed it, and the loan is written off. */
    CONFIRMED,
    /** Somebody else has rejected it. */
    REJECTED,
    /** Whoever asked took it back. */
    WITHDRAWN,
    /** The loan ended otherwise. */
    LAPSED,
    /** One person wrote the loan off, before two were needed. */
    ALONE
  }

  /** The loan. */
  public record Subject(UUID id, String number, UUID borrowerId) {}

  /** Who did it, and when. */
  public record Signature(Person by, Instant at) {}

  /**
   * How it ended.
   *
   * @param by who decided; null if the program did, because the loan had ended
   * @param reason what was said
   */
  public record Decision(@Nullable Person by, Instant at, @Nullable String reason) {}
}
