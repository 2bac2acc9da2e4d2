package io.loanwright.loan;

import io.loanwright.access.Permission;
import io.loanwright.borrower.Particulars;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.AboveCashLimit;
import java.time.LocalDate;
import java.util.List;

/** Why a command on a loan was refused; each case is a rule with the facts that broke it. */
public sealed interface Refusal {

  /** The state of the loan, or of what it needs, forbids it. */
  sealed interface OfState extends Refusal {}

  /** It is so with a flag of the loan. */
  sealed interface OfFlag extends OfState {}

  /** Somebody else may, or somebody with another role. */
  sealed interface OfPerson extends Refusal {}

  /** The state is fine, but the values break a rule. */
  sealed interface OfValue extends Refusal {}

  /** There is no such loan, or it is out of the caller's reach. */
  record LoanUnknown() implements Refusal {}

  /** There is no such borrower, or it is out of the caller's reach. */
  record BorrowerUnknown() implements Refusal {}

  /** The borrower is blocked. */
  record BorrowerBlocked() implements OfState {}

  /** There is no such product. */
  record ProductUnknown() implements Refusal {}

  /** The product is no longer offered. */
  record ProductInactive() implements OfState {}

  /**
   * A figure of the request is none that a loan of this product can have.
   *
   * @param field the part of the request
   * @param message what is expected, without the name of the field
   */
  record Invalid(String field, String message) implements Refusal {}

  /**
   * Figures that could be, but do not fit each other or the product.
   *
   * @param field the part of the request
   * @param message what does not fit
   */
  record TermsRefused(String field, String message) implements OfValue {}

  /**
   * The amount is outside what the product lends.
   *
   * @param field the part of the request
   * @param message the limits, in words
   */
  record PrincipalOutOfLimits(String field, String message) implements OfValue {}

  /** More would be approved than was asked for. */
  record PrincipalAboveRequested(Money requested) implements OfValue {}

  /** More would be approved than the step before has left. */
  record PrincipalAboveApproved(Money approved) implements OfValue {}

  /** The application is decided, or taken back, already. */
  record NotAwaitingApproval(LoanState state) implements OfState {}

  /** Who applied, or borrows, cannot approve. */
  record MakerIsChecker() implements OfState {}

  /** The borrower is declared as a relative of whoever asks, or as himself. */
  record DeclaredRelative() implements OfState {}

  /** The caller asked for it himself, so somebody else decides. */
  record OwnRequest() implements OfState {}

  /** Somebody asked for something of the loan, and that waits. */
  record RequestWaits() implements OfState {}

  /** What was asked for is decided already. */
  record RequestDecided(LoanRequest.Status status) implements OfState {}

  /** What it is about is not what the caller was told. */
  record AmountChanged(Money now) implements OfState {}

  /** One person decides one step only. */
  record StepByAnotherPerson() implements OfState {}

  /**
   * The step is another role's.
   *
   * @param roles the codes of the roles that may decide it
   */
  record StepOfAnotherRole(List<String> roles) implements OfPerson {

    public StepOfAnotherRole {
      roles = List.copyOf(roles);
    }
  }

  /** Somebody else asked for it, and only he takes it back. */
  record RequestOfAnother(String name) implements OfPerson {}

  /**
   * The amount is above what the caller's role decides about.
   *
   * @param permission what is limited
   * @param most the limits of the role, one in each currency that it decides about
   */
  record AboveRoleLimit(Permission permission, List<Money> most) implements OfValue {

    /** Keeps its own copy. */
    public AboveRoleLimit {
      most = List.copyOf(most);
    }
  }

  /**
   * The amount is above what the step may approve.
   *
   * @param field the part of the request
   */
  record AboveApprovalLimit(String field, Money limit) implements OfValue {}

  /** Only who applied, or an administrator, takes an application back. */
  record NotTheApplicant() implements OfPerson {}

  /** The first installment would be due on the day of the payout, or before. */
  record FirstDueTooEarly(LocalDate firstDueOn) implements OfValue {}

  /** The loan is not approved, or not any more. */
  record NotApproved(LoanState state) implements OfState {}

  /** The money is out already. */
  record AlreadyDisbursed(LocalDate on) implements OfState {}

  /** The loan was never paid out, or was given up. */
  record NotActive(LoanState state) implements OfState {}

  /** The loan is not approved and waiting for its payout. */
  record NotCancellable(LoanState state) implements OfState {}

  /** The loan is not running, so that nothing is charged, waived, agreed or given up any more. */
  record NotRunning(LoanState state) implements OfState {}

  /** Nothing is unpaid of the charge. */
  record NothingToWaive() implements OfState {}

  /** Nobody asked for that, or it is out of the caller's reach. */
  record RequestUnknown() implements Refusal {}

  /** There is no such charge on the loan. */
  record ChargeUnknown() implements Refusal {}

  /** The caller may not do again what is to be taken back. */
  record TakingBackNotPermitted(EventKind kind) implements OfPerson {}

  /** The loan owes nothing, so it cannot be in default. */
  record OwesNothing(LoanState state) implements OfState {}

  /** The loan owes nothing, so it gets no flag. */
  record BearsNoFlag(LoanState state) implements OfFlag {}

  /** The loan has the flag already. */
  record FlagStands(LoanFlag flag) implements OfFlag {}

  /** The loan does not have the flag. */
  record FlagNotSet(LoanFlag flag) implements OfFlag {}

  /** No money had gone out by a day, so there are no figures to explain. */
  record NothingToExplain(LocalDate asOf) implements OfState {}

  /** The loan came with figures of another system; how they came about is not known. */
  record TakenOver(LocalDate on) implements OfState {}

  /** The loan is closed. */
  record LoanClosed(LocalDate on) implements OfState {}

  /** The value date is after the business date. */
  record DateInFuture(LocalDate businessDate) implements OfValue {}

  /**
   * Terms would be agreed from a later day: until then the loan could not be paid off for what it
   * says is owed.
   */
  record TermsInFuture(LocalDate businessDate) implements OfValue {}

  /** The value date of a payout is further back than a payout may count. */
  record DateTooEarly(LocalDate earliest) implements OfValue {}

  /** The payout would count from before the borrower was old enough, or was there. */
  record DateBeforeBorrower(Particulars.Kind kind) implements OfValue {}

  /**
   * Terms would be agreed from a day before the disbursement.
   *
   * @param field what says the day
   */
  record TermsBeforeDisbursement(String field, LocalDate disbursedOn) implements OfValue {}

  /** The value date is before the disbursement. */
  record DateBeforeDisbursement(LocalDate disbursedOn) implements OfValue {}

  /** The value date is before the business date, and the caller may not back-date. */
  record BackdateNotPermitted(LocalDate businessDate) implements OfPerson {}

  /** The value date of a reversal is before that of the payment which it takes back. */
  record DateBeforePayment(LocalDate paidOn) implements OfValue {}

  /** Somebody else took the payment, or it is not of today, and the caller may not go back. */
  record ReversalNotPermitted() implements OfPerson {}

  /** The wallet has less than is drawn from it. */
  record WalletOverdrawn(Money available, Money missing) implements OfValue {}

  /**
   * The wallet has what is drawn from it, but had not on a day since it is to count.
   *
   * @param enoughFrom the first day from which on it has had that much
   */
  record WalletOverdrawnBefore(LocalDate enoughFrom) implements OfValue {}

  /** The lender's wallet to pay out of is closed. */
  record FundClosed(String name) implements OfState {}

  /** The lender's wallet to pay out of has too little in it. */
  record FundOverdrawn(String name, Money available, Money missing) implements OfValue {}

  /**
   * The lender's wallet to pay out of has enough in it, but had not on a day since it is to count.
   *
   * @param enoughFrom the first day from which on it has had that much
   */
  record FundOverdrawnBefore(String name, LocalDate enoughFrom) implements OfValue {}

  /**
   * What a payment was too much is spent from the wallet, so the payment cannot be taken back.
   *
   * @param available what is left in the wallet
   * @param missing what has to come back into it
   * @param spentBy the numbers of the receipts of the newest payments out of the wallet, newest
   *     first, as many as bring that back; fewer if the caller reaches no more, or there are too
   *     many to name
   * @param back what those bring back
   */
  record ExcessSpent(Money available, Money missing, List<String> spentBy, Money back)
      implements OfValue {

    /** Keeps its own copy of the numbers. */
    public ExcessSpent {
      spentBy = List.copyOf(spentBy);
    }
  }

  /**
   * A payment is too much by more than ten times what was lent, which no borrower pays by mistake.
   *
   * @param owed what pays the loan off on the day of the payment
   * @param excess how much more was paid
   * @param lent the amount of the loan
   */
  record ExcessTooLarge(Money owed, Money excess, Money lent) implements OfValue {}

  /** A payment is more than one person takes at once. */
  record CashLimitExceeded(AboveCashLimit why) implements OfValue {}

  /** The caller may not move money of the borrower's wallet. */
  record WalletNotPermitted() implements OfPerson {}

  /** There is no such wallet to pay the loan out of, or it is in another currency. */
  record WalletUnknown() implements Refusal {}

  /**
   * The loan has no installment of that number.
   *
   * @param message which ones it has, in words
   */
  record InstallmentUnknown(String message) implements OfValue {}

  /**
   * The installment is paid already.
   *
   * @param message which one it is, in words
   */
  record InstallmentPaid(String message) implements OfState {}

  /**
   * The lender no longer expects the loan to be paid, and the event would need that.
   *
   * @param message what became of the loan, in words
   */
  record LoanGivenUp(String message) implements OfState {}

  /**
   * More would be given back than came in.
   *
   * @param message how much there is, in words
   */
  record MoreThanThereIs(String message) implements OfValue {}

  /** There is no such event. */
  record EventUnknown() implements Refusal {}

  /** The event is reversed already. */
  record AlreadyReversed() implements OfState {}

  /** An event of this kind cannot be reversed. */
  record NotReversible(EventKind kind) implements OfState {}

  /**
   * The engine does not accept the event.
   *
   * @param message why, in plain words
   */
  record EventNotAccepted(String message) implements OfValue {}
}
