package io.loanwright.expense;

import io.loanwright.audit.Subject;
import io.loanwright.engine.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that the lender spends.
 *
 * @param number what people call it by
 * @param facts what was written down; never changes
 * @param recorded who wrote it down, and when
 * @param decided who approved, rejected or withdrew it; null while it waits
 * @param decisionReason why it was rejected; null otherwise
 * @param payment how it was paid; null until then
 * @param takenBack who took the payment back; null where it counts
 */
public record Expense(
    UUID id,
    long number,
    Facts facts,
    Status status,
    Signature recorded,
    @Nullable Signature decided,
    @Nullable String decisionReason,
    @Nullable Payment payment,
    @Nullable TakenBack takenBack) {

  /** Where an expense is on its way. */
  public enum Status {
    /** Nobody has decided. */
    RECORDED,
    /** It may be paid. */
    APPROVED,
    /** Somebody else did not want it paid. */
    REJECTED,
    /** Whoever wrote it down took it back. */
    WITHDRAWN,
    /** The money is out, and in the books. */
    PAID,
    /** It was paid, and the money is back in the wallet. */
    TAKEN_BACK
  }

  /**
   * What was written down.
   *
   * @param categoryName what the category is called now
   * @param on the day of the voucher
   */
  public record Facts(
      UUID categoryId,
      String categoryName,
      UUID branchId,
      LocalDate on,
      String vendor,
      Money amount,
      @Nullable String voucher,
      @Nullable String note) {}

  /** Who did something, by the name of that time, and when. */
  public record Signature(UUID userId, String name, Instant at) {}

  /**
   * How it was paid.
   *
   * @param on the value date
   * @param entryId the entry of the journal
   * @param account the account that was debited
   */
  public record Payment(
      LocalDate on, UUID walletId, UUID entryId, String account, Signature signed) {}

  /**
   * How the payment was taken back.
   *
   * @param on the value date from which it counts no more
   */
  public record TakenBack(LocalDate on, String reason, Signature signed) {}

  /** Returns it as people call it. */
  public String label() {
    return "EX-" + number;
  }

  /** Returns it as the trail names it. */
  Subject subject() {
    return new Subject("expense", id, label() + " " + facts.vendor());
  }
}
