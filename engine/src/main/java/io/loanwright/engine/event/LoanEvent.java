package io.loanwright.engine.event;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.MoneyKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact about a loan; the state of the loan follows from its terms and these.
 *
 * <p>Every event has an identifier made by whoever recorded it, a value date, and its place in the
 * order of arrival. Amounts are positive and in the currency of the loan.
 */
public sealed interface LoanEvent {

  /** Returns the identifier, made by whoever recorded the event. */
  UUID id();

  /** Returns the value date: the day from which the event is part of the history. */
  LocalDate on();

  /** Returns the place in the order of arrival; later events have higher ones. */
  long sequence();

  /**
   * Returns the day at which the event takes its place among the others. It is the value date,
   * unless the event agrees something for another day.
   */
  default LocalDate countsOn() {
    return on();
  }

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

  /**
   * Income of the lender was added to the principal and is repaid with it.
   *
   * @param amount by how much the principal grew
   */
  record Capitalized(UUID id, LocalDate on, long sequence, Money amount) implements LoanEvent {}

  /**
   * A charge was laid on the loan. It goes with the installment whose period holds the day on which
   * it is due; after the last one it gets an installment of its own.
   *
   * @param kind fee or penalty
   * @param dueOn when it is due
   * @param amount how much
   */
  record ChargeAdded(
      UUID id, LocalDate on, long sequence, ChargeKind kind, LocalDate dueOn, Money amount)
      implements LoanEvent {

    /** A charge that was due before it was laid counts from the day on which it was due. */
    @Override
    public LocalDate countsOn() {
      return dueOn.isBefore(on) ? dueOn : on;
    }
  }

  /**
   * The lender gave up what is unpaid of a charge, or of a penalty for lateness.
   *
   * @param charge the identifier of the event that laid it, or of the penalty
   */
  record ChargeWaived(UUID id, LocalDate on, long sequence, UUID charge) implements LoanEvent {}

  /**
   * The lender gave up interest, the oldest first.
   *
   * @param amount how much; of it at most what interest pays the loan off on the day
   */
  record InterestWaived(UUID id, LocalDate on, long sequence, Money amount) implements LoanEvent {}

  /**
   * Money that was paid was given back; what it had paid is owed again, the last first.
   *
   * @param amount what was given back; at most what was paid
   */
  record CashRefunded(UUID id, LocalDate on, long sequence, Money amount) implements LoanEvent {}

  /**
   * Money beyond what was owed was paid out to the borrower. What later turns out not to have been
   * beyond it is owed as principal.
   *
   * @param amount what was paid out
   */
  record ExcessRefunded(UUID id, LocalDate on, long sequence, Money amount) implements LoanEvent {}

  /**
   * A payment, or a part of it, was taken back by the payer's bank.
   *
   * @param payment the identifier of the payment
   * @param amount how much of it
   */
  record ChargedBack(UUID id, LocalDate on, long sequence, UUID payment, Money amount)
      implements LoanEvent {}

  /** The lender no longer expects to be paid; what is owed stays owed. */
  record ChargedOff(UUID id, LocalDate on, long sequence) implements LoanEvent {}

  /** The lender gave up all that is owed; the loan is over. */
  record WrittenOff(UUID id, LocalDate on, long sequence) implements LoanEvent {}

  /** The contract was ended by the lender; all that is owed is due at once. */
  record Terminated(UUID id, LocalDate on, long sequence) implements LoanEvent {}

  /**
   * What is owed was put on a new schedule.
   *
   * @param schedule when and in how many installments it is to be paid
   */
  record ReAged(UUID id, LocalDate on, long sequence, NewSchedule schedule) implements LoanEvent {

    /** A new schedule that begins earlier counts from its first due date. */
    @Override
    public LocalDate countsOn() {
      return schedule.firstDueOn().isBefore(on) ? schedule.firstDueOn() : on;
    }
  }

  /**
   * What is past due was spread over the installments to come.
   *
   * @param interest what becomes of interest that is past due
   */
  record ReAmortized(UUID id, LocalDate on, long sequence, MovedInterest interest)
      implements LoanEvent {}

  /**
   * Another rate was agreed.
   *
   * @param from the first day on which it counts
   * @param annualRatePercent the new rate in percent a year, 0 to 10,000
   */
  record RateChanged(
      UUID id, LocalDate on, long sequence, LocalDate from, BigDecimal annualRatePercent)
      implements LoanEvent {

    @Override
    public LocalDate countsOn() {
      return from;
    }
  }

  /**
   * More installments were agreed, after the last one.
   *
   * @param from the day from which installments become smaller
   * @param installments how many more, 1 to 1,200
   */
  record TermExtended(UUID id, LocalDate on, long sequence, LocalDate from, int installments)
      implements LoanEvent {

    @Override
    public LocalDate countsOn() {
      return from;
    }
  }

  /**
   * A due date was moved, and all later ones with it.
   *
   * @param dueOn the date it was
   * @param newDueOn the date it is now
   */
  record DueDateMoved(UUID id, LocalDate on, long sequence, LocalDate dueOn, LocalDate newDueOn)
      implements LoanEvent {}

  /**
   * Days that bear no interest were agreed.
   *
   * @param from the first day
   * @param to the last day, not before the first one
   */
  record InterestPaused(UUID id, LocalDate on, long sequence, LocalDate from, LocalDate to)
      implements LoanEvent {

    @Override
    public LocalDate countsOn() {
      return from;
    }
  }
}
