package io.loanwright.loan;

import io.loanwright.engine.terms.ChargeKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people ask of loans; amounts are still text, since only the loan knows their currency. */
public final class Commands {

  private Commands() {}

  /**
   * Apply for a loan.
   *
   * @param principal the amount, in the product's currency
   * @param annualRate percent a year; null for the product's
   * @param repayments the number of installments; null for the product's
   * @param firstDueOn the first due date; null where the product says it
   */
  public record Apply(
      UUID borrowerId,
      UUID productId,
      String principal,
      @Nullable String annualRate,
      @Nullable Integer repayments,
      @Nullable LocalDate firstDueOn,
      @Nullable String purpose) {

    /** Applies for a loan whose first due date is the product's. */
    public Apply(
        UUID borrowerId,
        UUID productId,
        String principal,
        @Nullable String annualRate,
        @Nullable Integer repayments,
        @Nullable String purpose) {
      this(borrowerId, productId, principal, annualRate, repayments, null, purpose);
    }
  }

  /**
   * Approve a step.
   *
   * @param principal the amount that may be lent; null for what was asked for or approved so far
   */
  public record Approve(@Nullable String principal, @Nullable String note) {}

  /**
   * Pay a loan out.
   *
   * @param on the value date
   * @param walletId the lender's wallet to pay it out of; null for the product's cash account
   */
  public record Disburse(LocalDate on, @Nullable UUID walletId) {

    /** Pays out of the product's cash account. */
    public Disburse(LocalDate on) {
      this(on, null);
    }
  }

  /**
   * Say whether a loan is expected to be repaid.
   *
   * @param defaulted whether it is not
   */
  public record Default(boolean defaulted, String reason) {}

  /**
   * Take a repayment.
   *
   * @param eventId the identity of the event, made by the caller
   * @param on the value date
   * @param targetInstallment the installment that it is meant for; null for the usual order
   */
  public record Repay(
      UUID eventId,
      String amount,
      LocalDate on,
      Channel channel,
      @Nullable String reference,
      @Nullable Integer targetInstallment) {}

  /**
   * Give up what a loan owes.
   *
   * @param on the value date
   */
  public record WriteOff(LocalDate on, String reason) {}

  /**
   * Lay a charge on a loan.
   *
   * @param on the value date
   * @param dueOn when it is due, not before {@code on}; null for that day
   * @param reason what it is for
   */
  public record Charge(
      ChargeKind kind, String amount, LocalDate on, @Nullable LocalDate dueOn, String reason) {}

  /**
   * Give up what is unpaid of a charge.
   *
   * @param chargeId the charge, or the penalty for lateness
   * @param on the value date
   */
  public record Waive(UUID chargeId, LocalDate on, String reason) {}

  /**
   * Give up interest.
   *
   * @param on the value date
   */
  public record WaiveInterest(String amount, LocalDate on, String reason) {}

  /**
   * Pay more money out.
   *
   * @param on an earlier day from which it is to count; null, or the business date, for the day on
   *     which it is paid out
   * @param walletId the lender's wallet to pay it out of; null for the product's cash account
   */
  public record TopUp(
      String amount, @Nullable LocalDate on, @Nullable UUID walletId, String reason) {}

  /** Agree other terms, on the business date. */
  public record Change(AgreedChange change, String reason) {}

  /**
   * Take a repayment back, or another event.
   *
   * @param on the value date; null for the business date
   */
  public record Reverse(String reason, @Nullable LocalDate on) {}

  /**
   * Take over a loan from another system.
   *
   * @param apply what was asked for; approved as it stands
   * @param disbursedOn when the other system paid it out
   * @param on the day of the figures
   * @param principalOutstanding the principal that is still owed
   * @param paid what was paid so far, by part
   * @param chargedOff whether the other system has given it up
   * @param unpaidSince the due date of the oldest installment not paid; null if nothing is past due
   */
  public record Open(
      Apply apply,
      LocalDate disbursedOn,
      LocalDate on,
      String principalOutstanding,
      Paid paid,
      boolean chargedOff,
      @Nullable LocalDate unpaidSince) {}

  /**
   * Take over a loan together with others.
   *
   * @param open the loan; its borrower is there, or is made in the same transaction
   * @param newcomer whose the loan is if the borrower is not there yet; null if he is
   * @param replayed whether it starts with its disbursement, since its payments are taken over too
   * @param inDefault why it is marked as in default if it runs; null if it is not
   */
  public record TakeOver(
      Open open, @Nullable Parties newcomer, boolean replayed, @Nullable Default inDefault) {}

  /** Take a repayment over together with others. */
  public record RepayLoan(UUID loanId, Repay repay) {}

  /** What was paid on a loan in another system, by part. */
  public record Paid(String principal, String interest, String fees, String penalties) {}
}
