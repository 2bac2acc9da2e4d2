package io.loanwright.loan;

import io.loanwright.engine.money.Money;
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
      case Opening _ -> EventKind.OPENING;
      case Repayment _ -> EventKind.REPAYMENT;
      case Reversal _ -> EventKind.REVERSAL;
    };
  }

  /** Returns the money that the event is about. */
  default Money money() {
    return switch (this) {
      case Disbursement disbursement -> disbursement.amount();
      case Opening opening -> opening.position().principal();
      case Repayment repayment -> repayment.amount();
      case Reversal reversal -> reversal.amount();
    };
  }
}
