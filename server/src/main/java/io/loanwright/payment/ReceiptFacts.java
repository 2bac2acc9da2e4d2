package io.loanwright.payment;

import io.loanwright.loan.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a receipt, as it was when the payment was taken; amounts are decimal strings.
 *
 * @param organization who received the money
 * @param borrower who paid, and under which number
 * @param loanNumber the loan that it was paid on
 * @param money what was paid
 * @param split what it was used for
 * @param outstanding what would have paid the loan off after it, on the business date
 * @param takenBy who took it
 * @param timeZone the organization's, for {@code takenAt}
 */
public record ReceiptFacts(
    String number,
    UUID paymentId,
    String organization,
    String branch,
    String borrower,
    String loanNumber,
    Paid money,
    Parts split,
    String outstanding,
    String takenBy,
    Instant takenAt,
    String timeZone) {

  /** What was paid, how and for which day. */
  public record Paid(
      String amount,
      String currency,
      LocalDate on,
      Channel channel,
      @Nullable String reference,
      @Nullable Integer targetInstallment) {}

  /** What the money was used for. */
  public record Parts(
      String principal, String interest, String fees, String penalties, String excess) {}
}
