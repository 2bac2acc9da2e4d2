package io.loanwright.payment;

import io.loanwright.loan.Channel;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which payments a list shows; what is absent does not narrow it.
 *
 * @param officerId who looks after the loan
 * @param from the first value date
 * @param to the last value date
 * @param handling when they were taken, or taken back
 * @param search a part of the number of receipt or loan, or of the borrower's name
 */
public record PaymentFilter(
    @Nullable UUID loanId,
    @Nullable UUID borrowerId,
    @Nullable UUID officerId,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Channel channel,
    Payment.@Nullable Status status,
    Handling handling,
    @Nullable String search) {

  /**
   * On which business dates payments were taken, or taken back.
   *
   * @param reversedFrom the first day of a reversal
   * @param reversedTo the last day of a reversal
   * @param datedBackFrom the first day on which some with an earlier value date were taken
   * @param datedBackTo the last day on which some with an earlier value date were taken
   */
  public record Handling(
      @Nullable LocalDate reversedFrom,
      @Nullable LocalDate reversedTo,
      @Nullable LocalDate datedBackFrom,
      @Nullable LocalDate datedBackTo) {

    /** Whenever it was. */
    public static final Handling ANY = new Handling(null, null, null, null);

    /** Returns whether only those are meant that were taken back. */
    public boolean isOfReversals() {
      return reversedFrom != null || reversedTo != null;
    }

    /** Returns whether only those are meant that are dated back. */
    public boolean isOfDatedBack() {
      return datedBackFrom != null || datedBackTo != null;
    }
  }

  /** Returns the filter for all payments of a borrower. */
  public static PaymentFilter ofBorrower(UUID borrowerId) {
    return new PaymentFilter(null, borrowerId, null, null, null, null, null, Handling.ANY, null);
  }
}
