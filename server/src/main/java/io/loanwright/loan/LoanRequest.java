package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.engine.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that one person asked for of a running loan and that another one decides about, and
 * what became of it.
 *
 * @param loan which loan, as lists show it
 * @param asked who asked, and when
 * @param decision who decided, and when; null while it waits
 * @param eventId the event that it became; null unless it was confirmed
 */
public record LoanRequest(
    UUID id,
    Subject loan,
    Wanted wanted,
    Signature asked,
    Status status,
    @Nullable Decision decision,
    @Nullable UUID eventId) {

  /** Returns whether the caller asked for it. */
  boolean isOf(Caller caller) {
    return asked.by().id().equals(caller.userId());
  }

  /** What two people do with a loan. */
  public enum Kind {
    /** Give up what it owes. */
    WRITE_OFF(Permission.LOAN_WRITE_OFF, Permission.LOAN_WRITE_OFF),
    /** Pay more money out on it. */
    TOP_UP(Permission.LOAN_ASK_TOP_UP, Permission.LOAN_TOP_UP),
    /** Agree other terms for the rest of it. */
    CHANGE(Permission.SCHEDULE_ASK_RESTRUCTURE, Permission.SCHEDULE_RESTRUCTURE);

    private final Permission asks;
    private final Permission decides;

    Kind(Permission asks, Permission decides) {
      this.asks = asks;
      this.decides = decides;
    }

    /** Returns who asks for it, and takes that back. */
    public Permission asks() {
      return asks;
    }

    /** Returns who confirms and rejects it. */
    public Permission decides() {
      return decides;
    }

    /** Returns what the trail calls something that is done with such a request. */
    public String action(String verb) {
      return "loan." + verb + "_" + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is asked for.
   *
   * @param on the day from which it is to count; null for a top-up that counts from the day on
   *     which it is paid out, until it is
   * @param amount what was owed when a write-off was asked for; what a top-up pays out; the
   *     interest that other terms took off when they were asked for, nothing where one person
   *     agreed them alone
   * @param walletId the lender's wallet to pay out of; null for the product's cash account
   * @param change the other terms; null for what is none
   * @param reason why
   */
  public record Wanted(
      Kind kind,
      @Nullable LocalDate on,
      Money amount,
      @Nullable UUID walletId,
      @Nullable AgreedChange change,
      String reason) {

    /**
     * Returns the day from which it is to count.
     *
     * @param otherwise the day on which it would be done
     */
    LocalDate on(LocalDate otherwise) {
      return on == null ? otherwise : on;
    }
  }

  /** What became of it. */
  public enum Status {
    /** Nobody has decided. */
    WAITING,
    /** Somebody else has confirmed it, and it is done. */
    CONFIRMED,
    /** Somebody else has rejected it. */
    REJECTED,
    /** Whoever asked took it back. */
    WITHDRAWN,
    /** The loan ended before. */
    LAPSED,
    /** One person did it, before two were needed. */
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
