package io.loanwright.engine.terms;

/**
 * What an early or late payment does to interest that was planned.
 *
 * @param recalculation whether the schedule follows what really happens
 * @param rest from when on a payment lowers interest
 * @param payoff until when interest is due of who pays the loan off
 * @param overdue whether principal that is past due bears interest until it is paid; only with
 *     {@link Recalculation#FOLLOWS_PAYMENTS}
 */
public record RecalculationTerms(
    Recalculation recalculation, Rest rest, PayoffInterest payoff, OverdueInterest overdue) {

  /** The schedule stands; who pays the loan off owes interest up to that day. */
  public static final RecalculationTerms NONE =
      new RecalculationTerms(
          Recalculation.NONE,
          Rest.DAILY,
          PayoffInterest.UNTIL_PAYOFF_DATE,
          OverdueInterest.CHARGED);

  /** Whether the schedule follows what really happens. */
  public enum Recalculation {
    /** Installments stay as planned, whenever they are paid. */
    NONE,
    /** Interest is computed on what is really owed from day to day. */
    FOLLOWS_PAYMENTS
  }

  /** From when on a payment lowers interest. */
  public enum Rest {
    /** From the day it was made. */
    DAILY,
    /** From the due date of the installment that it fell into. */
    SAME_AS_REPAYMENT_PERIOD
  }

  /** Until when interest is due of who pays the loan off. */
  public enum PayoffInterest {
    /** Until the day of payment. */
    UNTIL_PAYOFF_DATE,
    /** Until the due date of the installment that the day falls into. */
    UNTIL_REST_DATE,
    /** All of the schedule's interest, as if it ran to its end. */
    AS_SCHEDULED
  }

  /** Whether principal that is past due bears interest until it is paid. */
  public enum OverdueInterest {
    /** It bears interest day by day. */
    CHARGED,
    /** It bears none beyond its due date. */
    NOT_CHARGED
  }
}
