package io.loanwright.payment;

import io.loanwright.engine.money.Money;
import io.loanwright.loan.Channel;
import io.loanwright.loan.EventSplit;
import io.loanwright.loan.Parties;
import io.loanwright.loan.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that was paid on a loan.
 *
 * @param id the identity, also of the loan's event and of the journal entry
 * @param loan the loan that it was paid on
 * @param receipt the number of its receipt
 * @param money what was paid, how and when
 * @param split how it is split by what is known now; zero once it is reversed
 * @param taken who took it
 * @param reversal how it was taken back; null while it stands
 */
public record Payment(
    UUID id,
    PaidLoan loan,
    ReceiptNumber receipt,
    Tender money,
    EventSplit split,
    Taken taken,
    @Nullable Reversal reversal) {

  /** The loan that a payment was made on. */
  public record PaidLoan(UUID id, String number, Parties parties) {}

  /**
   * What was paid, how and when.
   *
   * @param on the value date
   * @param reference the payer's or the channel's own text, if any
   * @param targetInstallment the installment that it is meant for; null for the usual order
   */
  public record Tender(
      Money amount,
      LocalDate on,
      Channel channel,
      @Nullable String reference,
      @Nullable Integer targetInstallment) {}

  /** Who took a payment, and when. */
  public record Taken(Person by, Instant at) {}

  /**
   * How a payment was taken back.
   *
   * @param on the value date of the reversal
   */
  public record Reversal(Person by, Instant at, LocalDate on, String reason) {}

  /** Whether a payment counts. */
  public enum Status {
    /** It counts. */
    POSTED,
    /** It was taken back. */
    REVERSED
  }

  /** Returns whether it counts. */
  public Status status() {
    return reversal == null ? Status.POSTED : Status.REVERSED;
  }
}
