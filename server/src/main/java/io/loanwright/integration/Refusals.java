package io.loanwright.integration;

import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.BorrowerOutcome;
import io.loanwright.integration.row.RowProblem;
import io.loanwright.loan.Outcome;
import io.loanwright.loan.Refusal;
import java.time.LocalDate;

/** What the owners of loans and borrowers refuse, in words for whoever puts the row right. */
final class Refusals {

  private Refusals() {}

  /**
   * Returns what a command gave.
   *
   * @throws RowRefused if it was refused
   */
  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(Refusal why) -> throw new RowRefused(problem(why));
    };
  }

  /**
   * Returns the borrower that was made.
   *
   * @throws RowRefused if it was refused
   */
  static Borrower made(BorrowerOutcome outcome) {
    return switch (outcome) {
      case BorrowerOutcome.Kept(var borrower) -> borrower;
      case BorrowerOutcome.EmailTaken(String email) ->
          throw refused(
              email,
              "an e-mail address that no other borrower has",
              "Correct the address, or map a reference by which loans share a borrower.");
      case BorrowerOutcome.BranchUnknown _ ->
          throw refused("the branch", "an open branch", "Choose another branch in the mapping.");
      case BorrowerOutcome.OfficerUnknown _,
          BorrowerOutcome.BeyondReach _,
          BorrowerOutcome.Unknown _,
          BorrowerOutcome.Erased _,
          BorrowerOutcome.Stale _ ->
          throw refused(
              "the borrower", "a borrower whom you may register", "Ask an administrator.");
    };
  }

  /** Says what a refusal means for whoever puts the row right. */
  static RowProblem problem(Refusal why) {
    return switch (why) {
      case Refusal.Invalid(String field, String message) ->
          problem(field, message, "Correct the value, or change the product.");
      case Refusal.PrincipalOutOfLimits(_, String message) ->
          problem("the amount", message, "Choose a product without such a limit.");
      case Refusal.LoanClosed(LocalDate on) ->
          problem(
              "a payment on a closed loan",
              "a loan that is open; it closed on " + on,
              "Check whether an earlier payment was too large.");
      case Refusal.DateInFuture(LocalDate businessDate) ->
          problem("a later date", "a date not after " + businessDate, "Correct the date.");
      case Refusal.DateBeforeDisbursement(LocalDate from) ->
          problem(
              "an earlier date",
              "a date not before " + from + ", on which the loan starts here",
              "What was paid before is in the opening position. Import loans and payments together"
                  + " to replay the payments.");
      case Refusal.EventNotAccepted(String message) ->
          problem("the figures", message, "Correct the row.");
      case Refusal.BorrowerBlocked _ ->
          problem("a blocked borrower", "a borrower who may borrow", "Unblock the borrower first.");
      case Refusal.ProductUnknown _, Refusal.ProductInactive _ ->
          problem("the product", "a product that is offered", "Choose another product.");
      case Refusal.NotActive _, Refusal.NotApproved _, Refusal.AlreadyDisbursed _ ->
          problem("the state of the loan", "a running loan", "Look at the loan, and correct it.");
      case Refusal.TermsRefused(String field, String message) ->
          problem(field, message, "Correct the value, or change the product.");
      case Refusal.OfPerson _, Refusal.LoanUnknown _, Refusal.BorrowerUnknown _ ->
          problem("your role", "a role that may do this", "Ask an administrator.");
      case Refusal.OfState _,
          Refusal.OfValue _,
          Refusal.EventUnknown _,
          Refusal.ChargeUnknown _,
          Refusal.RequestUnknown _,
          Refusal.WalletUnknown _ ->
          problem("the row", "a row that fits what is here already", "Enter this row by hand.");
    };
  }

  private static RowRefused refused(String found, String expected, String fix) {
    return new RowRefused(problem(found, expected, fix));
  }

  private static RowProblem problem(String found, String expected, String fix) {
    return new RowProblem(null, found, expected, fix);
  }
}
