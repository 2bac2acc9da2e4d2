package io.loanwright.collection;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;

/** The rules that forbid something in the work on arrears. */
public sealed interface CollectionRefusal {

  /** There is no such loan in reach. */
  record LoanUnknown() implements CollectionRefusal {}

  /** There is no such promise in reach. */
  record PromiseUnknown() implements CollectionRefusal {}

  /** The loan owes nothing. */
  record OwesNothing() implements CollectionRefusal {}

  /** A contact is of a day that has not come. */
  record ContactInFuture(LocalDate businessDate) implements CollectionRefusal {}

  /** A contact is of a day before the loan was paid out. */
  record ContactBeforeLoan(LocalDate disbursedOn) implements CollectionRefusal {}

  /** Payment was promised for a day that is over. */
  record PromiseInPast(LocalDate businessDate) implements CollectionRefusal {}

  /** More was promised than the loan owes. */
  record PromiseAboveOwed(Money owed) implements CollectionRefusal {}

  /** The amount of a promise cannot be read. */
  record PromiseUnreadable(String message) implements CollectionRefusal {}

  /** The loan has a promise that is open. */
  record PromiseOpen() implements CollectionRefusal {}

  /** The promise is decided or cancelled. */
  record PromiseNotOpen(Promise.State state) implements CollectionRefusal {}

  /** What is planned is for a day that is over. */
  record ActionInPast(LocalDate businessDate) implements CollectionRefusal {}

  /** The work cannot be handed to this user, who does not do it or does not reach the loan. */
  record AssigneeUnfit() implements CollectionRefusal {}
}
