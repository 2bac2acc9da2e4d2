package io.loanwright.loan;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.terms.ChargeKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a loan: the part of an event that is particular to its kind. */
public sealed interface Happening {

  /**
   * The principal was paid out.
   *
   * @param amount the principal, before fees that are kept back
   * @param from the lender's wallet that it came out of; null for the product's cash account
   */
  record Disbursement(Money amount, @Nullable PaidFrom from) implements Happening {

    /** Pays out of the product's cash account. */
    public Disbursement(Money amount) {
      this(amount, null);
    }
  }

  /**
   * More money was paid out.
   *
   * @param amount by how much the principal grew, before charges that are kept back
   * @param kept the charges that were kept back
   * @param from the lender's wallet that it came out of; null for the product's cash account
   * @param reason why
   */
  record TopUp(Money amount, Split kept, @Nullable PaidFrom from, String reason)
      implements Happening {}

  /** The loan was taken over from another system. */
  record Opening(OpeningPosition position) implements Happening {}

  /**
   * The borrower paid.
   *
   * @param amount what was paid, positive
   * @param channel the way it came
   * @param reference the payer's or the channel's own text, if any
   * @param targetInstallment the installment that it is meant for; null for the usual order
   */
  record Repayment(
      Money amount,
      Channel channel,
      @Nullable String reference,
      @Nullable Integer targetInstallment)
      implements Happening {}

  /**
   * A charge was laid on the loan; it is owed with the installment whose period holds the day on
   * which it is due.
   *
   * @param amount how much, positive
   * @param chargeKind fee or penalty
   * @param dueOn when it is due
   * @param reason what it is for
   */
  record Charge(Money amount, ChargeKind chargeKind, LocalDate dueOn, String reason)
      implements Happening {}

  /**
   * The lender gave up what was unpaid of a charge, or of a penalty for lateness.
   *
   * @param amount what was unpaid of it when it was given up
   * @param charge the event that laid it, or the penalty
   * @param reason why
   */
  record Waiver(Money amount, UUID charge, String reason) implements Happening {}

  /**
   * The lender gave up interest, the oldest first.
   *
   * @param amount how much
   * @param reason why
   */
  record InterestWaiver(Money amount, String reason) implements Happening {}

  /**
   * Other terms were agreed for the rest of the loan.
   *
   * @param nothing no money moves
   * @param change what was agreed
   * @param reason why
   */
  record Change(Money nothing, AgreedChange change, String reason) implements Happening {}

  /**
   * The lender gave up all that was owed.
   *
   * @param amount what paid the loan off when it was given up
   * @param reason why
   */
  record WriteOff(Money amount, String reason) implements Happening {}

  /**
   * Another event was taken back.
   *
   * @param amount what that event had moved
   * @param event the event that no longer counts
   * @param reason why
   */
  record Reversal(Money amount, UUID event, String reason) implements Happening {}

  /** Returns the name of what happened. */
  default EventKind kind() {
    return switch (this) {
      case Disbursement _ -> EventKind.DISBURSEMENT;
      case TopUp _ -> EventKind.TOP_UP;
      case Opening _ -> EventKind.OPENING;
      case Repayment _ -> EventKind.REPAYMENT;
      case Charge _ -> EventKind.CHARGE;
      case Waiver _ -> EventKind.WAIVER;
      case InterestWaiver _ -> EventKind.INTEREST_WAIVER;
      case Change _ -> EventKind.CHANGE;
      case WriteOff _ -> EventKind.WRITE_OFF;
      case Reversal _ -> EventKind.REVERSAL;
    };
  }

  /** Returns the lender's wallet that money was paid out of; null for none. */
  default @Nullable PaidFrom paidFrom() {
    return switch (this) {
      case Disbursement paidOut -> paidOut.from();
      case TopUp more -> more.from();
      case Opening _,
          Repayment _,
          Charge _,
          Waiver _,
          InterestWaiver _,
          Change _,
          WriteOff _,
          Reversal _ ->
          null;
    };
  }

  /** Returns why it was done, where somebody had to say so. */
  default @Nullable String statedReason() {
    return switch (this) {
      case Disbursement _, Opening _, Repayment _ -> null;
      case TopUp more -> more.reason();
      case Charge charge -> charge.reason();
      case Waiver waiver -> waiver.reason();
      case InterestWaiver waiver -> waiver.reason();
      case Change change -> change.reason();
      case WriteOff writeOff -> writeOff.reason();
      case Reversal reversal -> reversal.reason();
    };
  }

  /** Returns the money that the event is about. */
  default Money money() {
    return switch (this) {
      case Disbursement disbursement -> disbursement.amount();
      case TopUp more -> more.amount();
      case Opening opening -> opening.position().principal();
      case Repayment repayment -> repayment.amount();
      case Charge charge -> charge.amount();
      case Waiver waiver -> waiver.amount();
      case InterestWaiver waiver -> waiver.amount();
      case Change change -> change.nothing();
      case WriteOff writeOff -> writeOff.amount();
      case Reversal reversal -> reversal.amount();
    };
  }
}
