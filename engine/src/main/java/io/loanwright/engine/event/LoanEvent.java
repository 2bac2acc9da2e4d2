package io.loanwright.engine.event;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.MoneyKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact about a loan; the state of the loan follows from its terms and these. */
public sealed interface LoanEvent {

  /** Returns the identifier, made by whoever recorded the event. */
  UUID id();

  /** Returns the value date: the day from which the event counts. */
  LocalDate on();

  /** Returns the place in the order of arrival; later events have higher ones. */
  long sequence();

  /**
   * Money went out to the borrower. The first one starts the schedule.
   *
   * @param amount what went out, charges at disbursement included
   */
  record Disbursed(UUID id, LocalDate on, long sequence, Money amount) implements LoanEvent {}

  /**
   * The borrower paid.
   *
   * @param amount what was paid
   * @param targetInstallment the number of the installment that the payment is meant for; null for
   *     the order of the terms
   */
  record Repaid(
      UUID id, LocalDate on, long sequence, Money amount, @Nullable Integer targetInstallment)
      implements LoanEvent {}

  /**
   * The loan was lowered by other money than the borrower's: a refund, goodwill, waived interest.
   *
   * @param amount by how much
   * @param kind where it comes from; not {@link MoneyKind#REPAYMENT}
   */
  record Credited(UUID id, LocalDate on, long sequence, Money amount, MoneyKind kind)
      implements LoanEvent {}

  /**
   * An earlier event never counted. From the value date of the reversal on the loan is as if the
   * other event had not been.
   *
   * @param target the identifier of the event that is reversed
   */
  record Reversed(UUID id, LocalDate on, long sequence, UUID target) implements LoanEvent {}
}
