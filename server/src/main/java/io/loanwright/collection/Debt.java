package io.loanwright.collection;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan as whoever collects sees it.
 *
 * @param loan which one it is, and whose
 * @param pastDue what is past due on the day
 * @param unpaidSince the due date of the oldest installment that is not paid; null if there is none
 * @param outstanding what the schedule still asks for
 * @param lastPayment the payment that was taken last; null if there is none
 * @param work what was done and is to be done; null for who does not see that
 */
public record Debt(
    Loan loan,
    PastDue pastDue,
    @Nullable LocalDate unpaidSince,
    Money outstanding,
    @Nullable Paid lastPayment,
    @Nullable Work work) {

  /** Which loan it is, and whose. */
  public record Loan(
      UUID id, String number, Debtor borrower, UUID branchId, @Nullable UUID officerId) {}

  /**
   * Who owes.
   *
   * @param phone how to call; null where there is none, or for who does not see it
   * @param phoneEnd the last digits of it
   */
  public record Debtor(UUID id, String name, @Nullable String phone, @Nullable String phoneEnd) {}

  /**
   * What is past due.
   *
   * @param installments how many installments
   */
  public record PastDue(Split parts, int installments) {}

  /** A payment. */
  public record Paid(LocalDate on, Money amount) {}

  /**
   * What was done and is to be done.
   *
   * @param assignedTo to whom it was handed; null: it is its officer's
   * @param next what is planned; null for nothing
   * @param contactedOn the day of the last contact; null if there was none
   * @param promise the last promise; null if there was none
   */
  public record Work(
      @Nullable UUID assignedTo,
      @Nullable NextAction next,
      @Nullable LocalDate contactedOn,
      @Nullable Given promise) {}

  /** A promise in short. */
  public record Given(UUID id, Money amount, LocalDate dueOn, Promise.State state) {}

  /** Returns how many days it is past due. */
  public int daysPastDue(LocalDate day) {
    return unpaidSince == null || !unpaidSince.isBefore(day)
        ? 0
        : Math.toIntExact(day.toEpochDay() - unpaidSince.toEpochDay());
  }
}
