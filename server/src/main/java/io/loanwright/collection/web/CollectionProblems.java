package io.loanwright.collection.web;

import io.loanwright.collection.CollectionOutcome;
import io.loanwright.collection.CollectionRefusal;
import io.loanwright.web.ProblemException;
import java.util.Locale;

/** What a refusal becomes over HTTP. */
final class CollectionProblems {

  private CollectionProblems() {}

  /**
   * Returns what a command gave.
   *
   * @throws ProblemException if it was refused
   */
  static <T> T done(CollectionOutcome<T> outcome) {
    return switch (outcome) {
      case CollectionOutcome.Done<T>(T value) -> value;
      case CollectionOutcome.Refused<T>(CollectionRefusal why) -> throw problem(why);
    };
  }

  private static ProblemException problem(CollectionRefusal why) {
    return switch (why) {
      case CollectionRefusal.LoanUnknown _ -> ProblemException.notFound("A loan");
      case CollectionRefusal.PromiseUnknown _ -> ProblemException.notFound("A promise");
      case CollectionRefusal.OwesNothing _ ->
          ProblemException.conflict("owes-nothing", "Nothing is owed on this loan.");
      case CollectionRefusal.ContactInFuture refused ->
          ProblemException.rule(
              "date-in-future",
              "on",
              "must not be after the business date, " + refused.businessDate());
      case CollectionRefusal.ContactBeforeLoan refused ->
          ProblemException.rule(
              "date-before-disbursement",
              "on",
              "must not be before the loan was paid out, on " + refused.disbursedOn());
      case CollectionRefusal.PromiseInPast refused ->
          ProblemException.rule(
              "promise-in-past",
              "promise.on",
              "must not be before the business date, " + refused.businessDate());
      case CollectionRefusal.PromiseAboveOwed refused ->
          ProblemException.rule(
              "promise-above-owed",
              "promise.amount",
              "must not be above what is owed, " + refused.owed().toDecimalString());
      case CollectionRefusal.PromiseUnreadable refused ->
          ProblemException.invalid("promise.amount", refused.message());
      case CollectionRefusal.PromiseOpen _ ->
          ProblemException.conflict(
              "promise-open",
              "There is an open promise on this loan. Cancel it first, or wait for its day.");
      case CollectionRefusal.PromiseNotOpen refused ->
          ProblemException.conflict(
              "promise-not-open",
              "The promise is " + refused.state().name().toLowerCase(Locale.ROOT) + " already.");
      case CollectionRefusal.ActionInPast refused ->
          ProblemException.rule(
              "action-in-past",
              "nextAction.on",
              "must not be before the business date, " + refused.businessDate());
      case CollectionRefusal.AssigneeUnfit _ ->
          ProblemException.rule(
              "assignee-unfit",
              "userId",
              "must be somebody who works on arrears and sees these loans");
    };
  }
}
