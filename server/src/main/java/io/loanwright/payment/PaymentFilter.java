package io.loanwright.payment;

import io.loanwright.loan.Channel;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which payments a list shows; what is absent does not narrow it.
 *
 * @param from the first value date
 * @param to the last value date
 * @param search a part of the number of receipt or loan, or of the borrower's name
 */
public record PaymentFilter(
    @Nullable UUID loanId,
    @Nullable UUID borrowerId,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Channel channel,
    Payment.@Nullable Status status,
    @Nullable String search) {

  /** Returns the filter for all payments of a borrower. */
  public static PaymentFilter ofBorrower(UUID borrowerId) {
    return new PaymentFilter(null, borrowerId, null, null, null, null, null);
  }
}
