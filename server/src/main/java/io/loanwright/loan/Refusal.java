package io.loanwright.loan;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;

/** Why a command on a loan was refused; each case is a rule with the facts that broke it. */
public sealed interface Refusal {

  /** There is no such loan, or it is out of the caller's reach. */
  record LoanUnknown() implements Refusal {}

  /** There is no such borrower, or it is out of the caller's reach. */
  record BorrowerUnknown() implements Refusal {}

  /** The borrower is blocked. */
  record BorrowerBlocked() implements Refusal {}

  /** There is no such product. */
  record ProductUnknown() implements Refusal {}

  /** The product is no longer offered. */
  record ProductInactive() implements Refusal {}

  /**
   * A figure of the request is none that a loan of this product can have.
   *
   * @param field the part of the request
   * @param message what is expected, without the name of the field
   */
  record Invalid(String field, String message) implements Refusal {}

  /**
   * The amount is outside what the product lends.
   *
   * @param message the limits, in words
   */
  record PrincipalOutOfLimits(String message) implements Refusal {}

  /** More would be approved than was asked for. */
  record PrincipalAboveRequested(Money requested) implements Refusal {}

  /** The application is decided, or taken back, already. */
  record NotAwaitingApproval(LoanState state) implements Refusal {}

  /** Who applied, or borrows, cannot approve. */
  record MakerIsChecker() implements Refusal {}

  /** One person decides one step only. */
  record StepByAnotherPerson() implements Refusal {}

  /**
   * The step is another role's.
   *
   * @param roles the roles that may decide it, in words
   */
  record StepOfAnotherRole(String roles) implements Refusal {}

  /** The amount is above what the step may approve. */
  record AboveApprovalLimit(Money limit) implements Refusal {}

  /** Only who applied, or an administrator, takes an application back. */
  record NotTheApplicant() implements Refusal {}

  /** The loan is not approved, or not any more. */
  record NotApproved(LoanState state) implements Refusal {}

  /** The money is out already. */
  record AlreadyDisbursed(LocalDate on) implements Refusal {}

  /** The loan was never paid out, or was given up. */
  record NotActive(LoanState state) implements Refusal {}

  /** The loan is closed. */
  record LoanClosed(LocalDate on) implements Refusal {}

  /** The value date is after the business date. */
  record DateInFuture(LocalDate businessDate) implements Refusal {}

  /** The value date is before the disbursement. */
  record DateBeforeDisbursement(LocalDate disbursedOn) implements Refusal {}

  /** The value date is before the business date, and the caller may not back-date. */
  record BackdateNotPermitted(LocalDate businessDate) implements Refusal {}

  /** The wallet has less than is drawn from it. */
  record WalletOverdrawn(Money available) implements Refusal {}

  /** There is no such wallet to pay the loan out of, or it is in another currency. */
  record WalletUnknown() implements Refusal {}

  /**
   * The loan has no installment of that number, or it is paid.
   *
   * @param message which one it is, in words
   */
  record InstallmentNotPayable(String message) implements Refusal {}

  /** There is no such event. */
  record EventUnknown() implements Refusal {}

  /** The event is reversed already. */
  record AlreadyReversed() implements Refusal {}

  /** An event of this kind cannot be reversed. */
  record NotReversible(EventKind kind) implements Refusal {}

  /**
   * The engine does not accept the event.
   *
   * @param message why, in plain words
   */
  record EventNotAccepted(String message) implements Refusal {}
}
