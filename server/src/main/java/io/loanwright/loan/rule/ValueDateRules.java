package io.loanwright.loan.rule;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.loan.RecordedEvent;
import io.loanwright.loan.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** Which value dates a money command may have. */
public final class ValueDateRules {

  /** How many years a payout may count back; what is older is a slip, or another system's. */
  public static final int PAYOUT_YEARS_BACK = 30;

  private ValueDateRules() {}

  /**
   * Checks the date on which a loan is paid out.
   *
   * @param on the value date
   * @param businessDate the organization's current day
   */
  public static Optional<Refusal> ofDisbursement(
      Caller caller, LocalDate on, LocalDate businessDate) {
    LocalDate earliest = businessDate.minusYears(PAYOUT_YEARS_BACK);
    return ofTakenOver(caller, on, businessDate)
        .or(() ->
            on.isBefore(earliest)
                ? Optional.of(new Refusal.DateTooEarly(earliest))
                : Optional.empty());
  }

  /**
   * Checks the date on which another system paid a loan out.
   *
   * @param on the value date
   * @param businessDate the organization's current day
   */
  public static Optional<Refusal> ofTakenOver(Caller caller, LocalDate on, LocalDate businessDate) {
    if (on.isAfter(businessDate)) {
      return Optional.of(new Refusal.DateInFuture(businessDate));
    }
    return backdating(caller, on, businessDate);
  }

  /**
   * Checks the date of money that comes in for a loan.
   *
   * @param on the value date
   * @param disbursedOn when the loan was paid out
   * @param businessDate the organization's current day
   */
  public static Optional<Refusal> ofRepayment(
      Caller caller, LocalDate on, LocalDate disbursedOn, LocalDate businessDate) {
    if (on.isAfter(businessDate)) {
      return Optional.of(new Refusal.DateInFuture(businessDate));
    }
    if (on.isBefore(disbursedOn)) {
      return Optional.of(new Refusal.DateBeforeDisbursement(disbursedOn));
    }
    return backdating(caller, on, businessDate);
  }

  /**
   * Checks who takes a payment back: whoever may not go back in time only what he took himself, on
   * the day on which he took it. A payment cannot count no more before it counts.
   *
   * @param payment the event to take back
   * @param on the value date of the reversal
   * @param businessDate the organization's current day
   */
  public static Optional<Refusal> ofReversal(
      Caller caller, RecordedEvent payment, LocalDate on, LocalDate businessDate) {
    boolean ownOfToday =
        payment.recordedBy().id().equals(caller.userId()) && payment.on().equals(businessDate);
    if (!ownOfToday && !caller.may(Permission.PAYMENT_BACKDATE)) {
      return Optional.of(new Refusal.ReversalNotPermitted());
    }
    if (on.isAfter(businessDate)) {
      return Optional.of(new Refusal.DateInFuture(businessDate));
    }
    return on.isBefore(payment.on())
        ? Optional.of(new Refusal.DateBeforePayment(payment.on()))
        : Optional.empty();
  }

  /**
   * Checks the date from which something counts no more that is no payment.
   *
   * @param event the event to take back
   * @param on the value date of the reversal
   * @param businessDate the organization's current day
   */
  public static Optional<Refusal> ofTakingBack(
      Caller caller, RecordedEvent event, LocalDate on, LocalDate businessDate) {
    if (on.isAfter(businessDate)) {
      return Optional.of(new Refusal.DateInFuture(businessDate));
    }
    return on.isBefore(event.on())
        ? Optional.of(new Refusal.DateBeforePayment(event.on()))
        : backdating(caller, on, businessDate);
  }

  /**
   * Checks who goes back in time.
   *
   * @param on the value date
   * @param businessDate the organization's current day
   */
  public static Optional<Refusal> backdating(Caller caller, LocalDate on, LocalDate businessDate) {
    return on.isBefore(businessDate) && !caller.may(Permission.PAYMENT_BACKDATE)
        ? Optional.of(new Refusal.BackdateNotPermitted(businessDate))
        : Optional.empty();
  }
}
