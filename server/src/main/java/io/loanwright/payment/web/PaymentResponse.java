package io.loanwright.payment.web;

import io.loanwright.loan.Channel;
import io.loanwright.payment.Payment;
import io.loanwright.payment.PaymentLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment.
 *
 * @param on the value date
 * @param allocation what it is used for by what is known now; zero once it is reversed
 */
@Schema(name = "Payment")
record PaymentResponse(
    UUID id,
    String receiptNumber,
    UUID loanId,
    String loanNumber,
    UUID borrowerId,
    String borrowerName,
    UUID branchId,
    @Nullable UUID officerId,
    String amount,
    String currency,
    LocalDate on,
    Channel channel,
    @Nullable String reference,
    @Nullable Integer targetInstallment,
    Payment.Status status,
    Allocation allocation,
    UUID recordedBy,
    String recordedByName,
    Instant recordedAt,
    @Nullable LocalDate reversedOn,
    @Nullable Instant reversedAt,
    @Nullable String reversedByName,
    @Nullable String reversalReason) {

  static PaymentResponse of(PaymentLine line) {
    Payment payment = line.payment();
    Payment.Tender money = payment.money();
    Payment.Reversal reversal = payment.reversal();
    return new PaymentResponse(
        payment.id(),
        payment.receipt().text(),
        payment.loan().id(),
        payment.loan().number(),
        payment.loan().parties().borrowerId(),
        line.borrowerName(),
        payment.loan().parties().branchId(),
        payment.loan().parties().officerId(),
        money.amount().toDecimalString(),
        money.amount().currency().code(),
        money.on(),
        money.channel(),
        money.reference(),
        money.targetInstallment(),
        payment.status(),
        Allocation.of(payment.split()),
        payment.taken().by().id(),
        payment.taken().by().name(),
        payment.taken().at(),
        reversal == null ? null : reversal.on(),
        reversal == null ? null : reversal.at(),
        reversal == null ? null : reversal.by().name(),
        reversal == null ? null : reversal.reason());
  }
}
