package io.loanwright.expense.web;

import io.loanwright.access.Caller;
import io.loanwright.document.Attachment;
import io.loanwright.expense.Expense;
import io.loanwright.expense.Expense.Signature;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An expense as the API writes it.
 *
 * @param number what people call it
 * @param on the day of the voucher
 * @param decided who approved, rejected or withdrew it
 * @param decisionReason why it was rejected
 * @param paid how it was paid
 * @param takenBack how the payment was taken back
 * @param attachments its bills and receipts, the oldest first
 * @param own whether who asks wrote it down, and so does not decide about it
 */
@Schema(name = "Expense")
record ExpenseResponse(
    UUID id,
    String number,
    UUID categoryId,
    String category,
    UUID branchId,
    LocalDate on,
    String vendor,
    String amount,
    String currency,
    @Nullable String voucher,
    @Nullable String note,
    Expense.Status status,
    Signed recorded,
    @Nullable Signed decided,
    @Nullable String decisionReason,
    @Nullable Paid paid,
    @Nullable PaidBack takenBack,
    List<AttachmentResponse> attachments,
    boolean own) {

  /** Answers that an earlier version kept say nothing of attachments. */
  ExpenseResponse {
    attachments = Objects.requireNonNullElse(attachments, List.of());
  }

  /** Who did something, and when. */
  @Schema(name = "ExpenseSignature")
  record Signed(UUID userId, String name, Instant at) {

    private static Signed of(Signature signature) {
      return new Signed(signature.userId(), signature.name(), signature.at());
    }
  }

  /** How an expense was paid. */
  @Schema(name = "ExpensePayment")
  record Paid(LocalDate on, UUID walletId, UUID entryId, String accountCode, Signed by) {}

  /** How the payment of an expense was taken back. */
  @Schema(name = "ExpenseTakenBack")
  record PaidBack(LocalDate on, String reason, Signed by) {}

  static ExpenseResponse of(Expense expense, List<Attachment> attachments, Caller caller) {
    Expense.Facts facts = expense.facts();
    Expense.Payment payment = expense.payment();
    Expense.TakenBack back = expense.takenBack();
    return new ExpenseResponse(
        expense.id(),
        expense.label(),
        facts.categoryId(),
        facts.categoryName(),
        facts.branchId(),
        facts.on(),
        facts.vendor(),
        facts.amount().toDecimalString(),
        facts.amount().currency().code(),
        facts.voucher(),
        facts.note(),
        expense.status(),
        Signed.of(expense.recorded()),
        expense.decided() == null ? null : Signed.of(expense.decided()),
        expense.decisionReason(),
        payment == null
            ? null
            : new Paid(
                payment.on(),
                payment.walletId(),
                payment.entryId(),
                payment.account(),
                Signed.of(payment.signed())),
        back == null ? null : new PaidBack(back.on(), back.reason(), Signed.of(back.signed())),
        attachments.stream().map(AttachmentResponse::of).toList(),
        expense.recorded().userId().equals(caller.userId()));
  }
}
