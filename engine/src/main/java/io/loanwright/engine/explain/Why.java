package io.loanwright.engine.explain;

import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.PenaltyBasis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule that gives an amount, with everything that went into it.
 *
 * <p>Amounts are in major units and may have more decimals than the currency.
 */
public sealed interface Why {

  /** A figure that can be asked for. */
  sealed interface Figure extends Why {}

  /** What makes interest. */
  sealed interface OfInterest extends Why {}

  /** What makes principal. */
  sealed interface OfPrincipal extends Why {}

  /** What makes the size of installments. */
  sealed interface OfSize extends Why {}

  /** What makes fees and penalties. */
  sealed interface OfCharge extends Why {}

  /** What payments do, and leave to be paid. */
  sealed interface OfPayments extends Why {}

  /** What makes a yearly rate. */
  sealed interface OfRate extends Why {}

  /** What changes an amount after it was worked out. */
  sealed interface Change extends Why {}

  /** A figure of an installment; as a leaf it refers to that figure's own explanation. */
  record OfInstallment(InstallmentFigure figure, int installment, LocalDate dueOn)
      implements Figure {}

  /** A figure of a payment's split. */
  record OfPayment(PaymentFigure figure, UUID event, LocalDate on) implements Figure {}

  /** A figure of the loan; as a leaf it refers to that figure's own explanation. */
  record OfLoan(LoanFigure figure, LocalDate on) implements Figure {}

  /**
   * Interest on a balance over some days.
   *
   * @param balance what bore interest
   * @param ratePercent percent a year
   * @param from the day before the first one counted
   * @param to the last day counted
   * @param days how many days that is
   * @param partOfYear the part of a year that they count for, such as {@code 31/366}
   */
  record InterestOnBalance(
      BigDecimal balance,
      BigDecimal ratePercent,
      LocalDate from,
      LocalDate to,
      long days,
      String partOfYear)
      implements OfInterest {}

  /** Interest on the amount lent, whatever was repaid since: flat interest. */
  record FlatInterest(
      BigDecimal lent,
      BigDecimal ratePercent,
      LocalDate from,
      LocalDate to,
      long days,
      String partOfYear)
      implements OfInterest {}

  /** Days for which no interest was agreed. */
  record InterestFree(LocalDate from, LocalDate to) implements OfInterest {}

  /** What rounding to the smallest coin added or took away. */
  record Rounded(BigDecimal exact, RoundingMode rounding) implements Change {}

  /** What rounding to a multiple, such as whole tens, added or took away. */
  record RoundedToMultiple(BigDecimal exact, BigDecimal multiple, RoundingMode rounding)
      implements Change {}

  /** Interest of earlier periods that their installments did not ask for. */
  record CarriedIn(int fromInstallment) implements OfInterest {}

  /** Interest put off to a later installment because of a grace. */
  record PutOff(int graceInstallments) implements OfInterest {}

  /**
   * Interest for which the installment, or what was paid of it, has no room; the next one takes it.
   */
  record NoRoom() implements OfInterest {}

  /** What was asked before the loan was paid off early; the rest fell away. */
  record BeforePayoff(InstallmentFigure figure, int installment) implements Change {}

  /** What was asked before terms that were agreed later made it another amount. */
  record BeforeChange(InstallmentFigure figure, int installment) implements Change {}

  /** What fell away because the loan was paid off early. */
  record FallenAway(LocalDate paidOffOn) implements Change {}

  /** What was paid on the day itself for what falls away if the loan is paid off on it. */
  record PaidForWhatFallsAway(LocalDate on) implements Change {}

  /** Interest of a period up to the day on which the loan is paid off. */
  record InterestUntil(
      BigDecimal interest, LocalDate from, LocalDate until, long daysPassed, long daysOfPeriod)
      implements OfInterest {}

  /**
   * Interest that arose until a change: of what the installment asked for until then and had not
   * arisen before, the part of the days that passed.
   */
  record InterestBeforeChange(
      BigDecimal interest, LocalDate from, LocalDate until, long daysPassed, long daysToDue)
      implements OfInterest {}

  /** Interest since a change: of the rest that the installment asks for, the part of the days. */
  record InterestSinceChange(
      BigDecimal interest, LocalDate from, LocalDate until, long daysPassed, long daysToDue)
      implements OfInterest {}

  /** Money lent on a day. */
  record Lent(LocalDate on) implements OfPrincipal {}

  /** The part that was due back when the money went out. */
  record DownPayment(BigDecimal percent, BigDecimal lent) implements OfPrincipal {}

  /** Principal that installments before this one repay. */
  record RepaidBefore(int installments) implements OfPrincipal {}

  /** Principal that installments after this one repay, because it was paid of them already. */
  record RepaidAfter(int installments) implements OfPrincipal {}

  /** No money had gone out yet, or it is not counted for this row. */
  record NothingLent() implements OfPrincipal {}

  /** The installment repays no principal because of a grace. */
  record GraceOnPrincipal(int graceInstallments) implements OfPrincipal {}

  /** All principal comes back at the end. */
  record PrincipalAtTheEnd() implements OfPrincipal {}

  /** A share of what was lent. */
  record EqualShare(BigDecimal lent, int installments) implements OfSize {}

  /** A share of what was lent and its flat interest. */
  record FlatShare(BigDecimal lent, BigDecimal interest, int installments) implements OfSize {}

  /**
   * The installment that repays a loan with its interest exactly: lent x growth / divisor.
   *
   * @param lent what is repaid; less what principal is worth that other installments among them
   *     repay, because it was paid in advance
   * @param growth one plus the interest factor of every period, multiplied
   * @param divisor F: starts with 1, then 1 + F x growth of a period
   */
  record Annuity(
      BigDecimal lent,
      BigDecimal ratePercent,
      int installments,
      BigDecimal growth,
      BigDecimal divisor)
      implements OfSize {}

  /**
   * The size that installments have since something was agreed or paid out.
   *
   * @param change what it was
   * @param on the first day on which it counts
   */
  record InstallmentSince(SizeChange change, LocalDate on) implements OfSize {}

  /** A share of what the last installment would have been out of line. */
  record Levelled(BigDecimal lastDiffersBy, int installments) implements OfSize {}

  /** An amount that was agreed. */
  record Agreed() implements OfSize {}

  /** A charge of a fixed amount. */
  record FixedCharge(String name, ChargeKind kind) implements OfCharge {}

  /** A charge that is a percentage. */
  record PercentCharge(
      String name, ChargeKind kind, BigDecimal percent, ChargeBasis basis, BigDecimal base)
      implements OfCharge {}

  /** A charge laid on the loan later. */
  record AddedCharge(ChargeKind kind, LocalDate on, LocalDate dueOn) implements OfCharge {}

  /**
   * A penalty laid on an installment that was not paid in time.
   *
   * @param on the day on which it was laid
   * @param dueOn when the installment was due
   * @param toleranceDays for how many days after that a payment is in time
   * @param basis what the value is
   * @param value an amount, or percent of what was overdue
   * @param overdue what was unpaid and counted
   */
  record PenaltyForLateness(
      LocalDate on,
      LocalDate dueOn,
      int toleranceDays,
      PenaltyBasis basis,
      BigDecimal value,
      BigDecimal overdue)
      implements OfCharge {}

  /**
   * What the caps take off a penalty for lateness.
   *
   * @param perInstallment the most that an installment gets; null where there is no such cap
   * @param percentOfPrincipal the most that a loan gets, percent of what was lent; null likewise
   */
  record PenaltyCap(@Nullable BigDecimal perInstallment, @Nullable BigDecimal percentOfPrincipal)
      implements OfCharge {}

  /**
   * Money of a payment used for one part of an installment.
   *
   * @param owed what was owed of the part before; null if the installment was not there yet
   * @param left what was left of the payment before
   */
  record UsedFor(
      Part part, int installment, LocalDate dueOn, @Nullable BigDecimal owed, BigDecimal left)
      implements OfPayments {}

  /** Money of a payment that paid for an installment that is on another schedule now. */
  record UsedForEarlierSchedule(Part part) implements OfPayments {}

  /** Money of a payment that was not owed. */
  record Excess() implements OfPayments {}

  /** What is owed of one part of an installment. */
  record Owed(Part part, int installment, LocalDate dueOn, BigDecimal asked, BigDecimal settled)
      implements OfPayments {}

  /** Principal paid back so far. */
  record PrincipalPaid() implements OfPrincipal {}

  /** Interest of an installment that was paid already. */
  record InterestPaid(int installment) implements OfInterest {}

  /** What a payment or credit of a day paid of an installment. */
  record PaidOn(LocalDate on, UUID event) implements OfPayments {}

  /** What the lender gave up. */
  record Waived() implements OfPayments {}

  /** Nothing is owed any more. */
  record NothingOwed() implements OfPayments {}

  /** The rate of one interval times the intervals of a year; percent. */
  record RateOfInterval(BigDecimal percentOfInterval, BigDecimal intervalsInYear)
      implements OfRate {}

  /** The rate of a year at which both sides are worth the same; percent. */
  record RateOfYear() implements OfRate {}

  /** What all money paid and received is worth on the first day at the rate: nothing. */
  record ValuesMeet() implements OfRate {}

  /**
   * What money of a day is worth on the first day at the rate; negative for money lent.
   *
   * @param time how long after the first day; negative before it
   * @param unit what that is counted in
   */
  record PresentValue(LocalDate on, BigDecimal paid, BigDecimal time, TimeUnit unit)
      implements OfRate {}

  /** What time is counted in. */
  enum TimeUnit {
    /** Intervals between installments. */
    INTERVAL,
    /** Years. */
    YEAR
  }

  /** What later changes of the loan did; the rules known here do not derive it. */
  record Recalculated() implements Change {}
}
