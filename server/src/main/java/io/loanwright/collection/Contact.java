package io.loanwright.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened when somebody tried to reach a borrower because of a loan.
 *
 * @param on the day
 * @param said what was said
 * @param promise what was promised then; null for nothing
 * @param by the name of who logged it
 * @param at when
 */
public record Contact(
    UUID id,
    UUID loanId,
    String loanNumber,
    LocalDate on,
    Said said,
    @Nullable Promise promise,
    String by,
    Instant at) {

  /**
   * How it went.
   *
   * @param person with whom, where it was not the borrower
   */
  public record Said(
      Channel channel, Result result, @Nullable String person, @Nullable String note) {}

  /** By which way. */
  public enum Channel {
    /** By phone. */
    CALL,
    /** In person. */
    VISIT,
    /** A short message. */
    SMS,
    /** On paper. */
    LETTER,
    /** Any other. */
    OTHER
  }

  /** What came of it. */
  public enum Result {
    /** Spoken to, without a promise. */
    REACHED,
    /** Nobody there. */
    NOT_REACHED,
    /** Promised to pay an amount by a day. */
    PROMISED,
    /** Will not pay. */
    REFUSED,
    /** Says that it is not owed. */
    DISPUTED,
    /** The number is somebody else's. */
    WRONG_NUMBER,
    /** Does not live there any more. */
    MOVED,
    /** Anything else; the note says what. */
    OTHER
  }
}
