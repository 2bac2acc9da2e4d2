package io.loanwright.expense;

import io.loanwright.engine.money.Currency;
import io.loanwright.ledger.LenderMove;
import io.loanwright.ledger.ValueDates;
import java.time.LocalDate;

/** What came of writing an expense down, of deciding on it, or of paying it. */
public sealed interface ExpenseOutcome {

  /** The expense is as it is given here. */
  record Kept(Expense expense) implements ExpenseOutcome {}

  /** There is no such expense in the caller's reach. */
  record Unknown() implements ExpenseOutcome {}

  /** The category does not exist, or is not offered any more. */
  record CategoryUnknown() implements ExpenseOutcome {}

  /** The branch does not exist, or is closed. */
  record BranchUnknown() implements ExpenseOutcome {}

  /** The caller does not write down what that branch spends. */
  record BeyondReach() implements ExpenseOutcome {}

  /** The date is after the business date. */
  record DateInFuture(LocalDate businessDate) implements ExpenseOutcome {}

  /** Money may not count from the day. */
  record WrongDate(ValueDates.Wrong why) implements ExpenseOutcome {}

  /** Its way does not lead there from where it is. */
  record WrongStatus(Expense expense) implements ExpenseOutcome {}

  /** Whoever wrote it down does not decide on it. */
  record MakerIsChecker() implements ExpenseOutcome {}

  /** Its files are not those that whoever decides has seen. */
  record AttachmentsChanged() implements ExpenseOutcome {}

  /** Only whoever wrote it down withdraws it. */
  record NotTheMaker(String maker) implements ExpenseOutcome {}

  /** There is no such expense wallet or till whose money the caller moves. */
  record WalletUnknown() implements ExpenseOutcome {}

  /** The caller does not move the wallet that paid it. */
  record WalletNotPermitted() implements ExpenseOutcome {}

  /** The wallet cannot pay it. */
  record WalletRefused(LenderMove why) implements ExpenseOutcome {}

  /** The account of the category takes no money in the currency. */
  record AccountUnusable(String code, Currency currency) implements ExpenseOutcome {}

  /** Somebody else paid it, or not today, and the caller may not back-date. */
  record ReversalNotPermitted() implements ExpenseOutcome {}

  /** The value date is before that of the payment. */
  record DateBeforePayment(LocalDate paidOn) implements ExpenseOutcome {}
}
