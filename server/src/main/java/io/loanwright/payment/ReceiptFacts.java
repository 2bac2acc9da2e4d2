package io.loanwright.payment;

import io.loanwright.engine.money.Money;
import io.loanwright.loan.Channel;
import io.loanwright.loan.EventSplit;
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

  /**
   * Returns what stands on a payment's receipt.
   *
   * @param outstanding what pays the loan off after the payment
   */
  public static ReceiptFacts of(ReceiptHeading heading, Payment payment, Money outstanding) {
    Payment.Tender money = payment.money();
    return new ReceiptFacts(
        payment.receipt().text(),
        payment.id(),
        heading.organization(),
        heading.branch(),
        heading.borrower(),
        payment.loan().number(),
        new Paid(
            money.amount().toDecimalString(),
            money.amount().currency().code(),
            money.on(),
            money.channel(),
            money.reference(),
            money.targetInstallment()),
        Parts.of(payment.split()),
        outstanding.toDecimalString(),
        payment.taken().by().name(),
        payment.taken().at(),
        heading.timeZone());
  }

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
      String principal, String interest, String fees, String penalties, String excess) {

    private static Parts of(EventSplit split) {
      return new Parts(
          split.split().principal().toDecimalString(),
          split.split().interest().toDecimalString(),
          split.split().fees().toDecimalString(),
          split.split().penalties().toDecimalString(),
          split.excess().toDecimalString());
    }
  }
}
