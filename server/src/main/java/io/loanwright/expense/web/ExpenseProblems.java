package io.loanwright.expense.web;

import io.loanwright.document.FileProblems;
import io.loanwright.document.TakenIn;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.expense.AttachmentRefusal;
import io.loanwright.expense.CategoryOutcome;
import io.loanwright.expense.Expense;
import io.loanwright.expense.ExpenseCategory;
import io.loanwright.expense.ExpenseOutcome;
import io.loanwright.ledger.DateProblems;
import io.loanwright.ledger.LenderMove;
import io.loanwright.web.ProblemException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What refused commands on expenses are over HTTP. */
final class ExpenseProblems {

  private ExpenseProblems() {}

  static ExpenseCategory done(CategoryOutcome outcome) {
    return switch (outcome) {
      case CategoryOutcome.Kept(ExpenseCategory category) -> category;
      case CategoryOutcome.Unknown _ -> throw ProblemException.notFound("A category");
      case CategoryOutcome.NameTaken(String name) ->
          throw ProblemException.conflict(
              "category-name-taken", "There is a category called " + name + " already.");
      case CategoryOutcome.AccountUnusable(String code) ->
          throw ProblemException.rule(
              "account-unusable", "accountCode", "must be an account of expenses in use: " + code);
      case CategoryOutcome.ChangedMeanwhile _ -> throw ProblemException.stale();
    };
  }

  static Expense done(ExpenseOutcome outcome) {
    return switch (outcome) {
      case ExpenseOutcome.Kept(Expense expense) -> expense;
      case ExpenseOutcome.Unknown _ -> throw unknown();
      case ExpenseOutcome.CategoryUnknown _ ->
          throw ProblemException.rule(
              "category-unknown", "categoryId", "must be a category that is offered");
      case ExpenseOutcome.BranchUnknown _ ->
          throw ProblemException.rule("branch-unknown", "branchId", "must be an open branch");
      case ExpenseOutcome.BeyondReach _ ->
          throw forbidden(
              "expense-not-permitted", "Your role does not write down what this branch spends.");
      case ExpenseOutcome.DateInFuture(LocalDate businessDate) ->
          throw ProblemException.rule(
              "date-in-future", "on", "must not be after the business date, " + businessDate);
      case ExpenseOutcome.WrongDate(var why) -> throw DateProblems.of(why);
      case ExpenseOutcome.WrongStatus(Expense expense) ->
          throw ProblemException.conflict(
              "wrong-status",
              "The expense " + expense.label() + " is " + words(expense.status()) + ".");
      case ExpenseOutcome.MakerIsChecker _ ->
          throw ProblemException.conflict(
              "maker-is-checker",
              "Whoever wrote an expense down cannot decide about it. Somebody else has to.");
      case ExpenseOutcome.AttachmentsChanged _ ->
          throw ProblemException.conflict(
              "attachments-changed",
              "The files of the expense are not those that you have seen. Look at them again.");
      case ExpenseOutcome.NotTheMaker(String maker) ->
          throw forbidden("not-the-maker", "Only " + maker + " withdraws this expense.");
      case ExpenseOutcome.WalletUnknown _ ->
          throw ProblemException.rule(
              "wallet-unknown",
              "walletId",
              "must be an expense wallet or a till whose money you move");
      case ExpenseOutcome.WalletNotPermitted _ ->
          throw forbidden(
              "wallet-not-permitted", "Your role does not move the wallet that paid this expense.");
      case ExpenseOutcome.WalletRefused(LenderMove why) -> throw refused(why);
      case ExpenseOutcome.AccountUnusable(String code, Currency currency) ->
          throw ProblemException.conflict(
              "account-unusable",
              "Account " + code + " of the category takes no " + currency.code() + ".");
      case ExpenseOutcome.ReversalNotPermitted _ ->
          throw forbidden(
              "reversal-not-permitted",
              "Your role takes back only what you paid yourself, on the same business day.");
      case ExpenseOutcome.DateBeforePayment(LocalDate paidOn) ->
          throw ProblemException.rule(
              "date-before-payment", "on", "must not be before the payment's own, " + paidOn);
    };
  }

  static ProblemException refused(AttachmentRefusal refusal) {
    return switch (refusal) {
      case AttachmentRefusal.Unknown _ -> ProblemException.notFound("An expense with this file");
      case AttachmentRefusal.WrongStatus(Expense expense) ->
          ProblemException.conflict(
              "wrong-status",
              "The expense is " + words(expense.status()) + ": its files stay as they are.");
      case AttachmentRefusal.NotTheMaker(Expense expense) ->
          forbidden(
              "not-the-maker",
              "Until somebody decides, only "
                  + expense.recorded().name()
                  + " adds and removes files of this expense.");
      case AttachmentRefusal.Refused(TakenIn.Refused why) -> FileProblems.refused(why);
      case AttachmentRefusal.StoreAway _ -> FileProblems.storeAway();
      case AttachmentRefusal.TooMany(int most) ->
          ProblemException.conflict(
              "too-many-attachments", "The expense has " + most + " files, which is the most.");
    };
  }

  private static String words(Expense.Status status) {
    return switch (status) {
      case RECORDED -> "not approved yet";
      case APPROVED -> "approved and not paid";
      case REJECTED -> "rejected";
      case WITHDRAWN -> "withdrawn";
      case PAID -> "paid";
      case TAKEN_BACK -> "taken back";
    };
  }

  private static ProblemException refused(LenderMove why) {
    return switch (why) {
      case LenderMove.Moved moved ->
          throw new IllegalArgumentException("Not refused: " + moved.wallet().id());
      case LenderMove.Unknown _ ->
          ProblemException.rule("wallet-unknown", "walletId", "must be a wallet that there is");
      case LenderMove.Closed(String name) ->
          ProblemException.conflict("wallet-closed", "The wallet " + name + " is closed.");
      case LenderMove.OtherCurrency(String name, Currency currency) ->
          ProblemException.rule(
              "other-currency",
              "walletId",
              "must be of the expense's currency; " + name + " holds " + currency.code());
      case LenderMove.AccountUnusable(String code) ->
          ProblemException.conflict("account-unusable", "Account " + code + " is out of use.");
      case LenderMove.Overdrawn(String name, Money available, Money missing) ->
          ProblemException.rule(
              "wallet-overdrawn",
              "walletId",
              "has too little: in "
                  + name
                  + " are "
                  + words(available)
                  + ", and "
                  + words(missing)
                  + " are missing");
      case LenderMove.OverdrawnBefore(String name, LocalDate enoughFrom) ->
          ProblemException.rule(
              "wallet-overdrawn",
              "on",
              "must not be before " + enoughFrom + ", since the wallet " + name + " held less");
    };
  }

  static ProblemException unknown() {
    return ProblemException.notFound("An expense");
  }

  private static ProblemException forbidden(String code, String detail) {
    return new ProblemException(HttpStatus.FORBIDDEN, code, detail, List.of());
  }

  private static String words(Money amount) {
    return amount.toDecimalString() + " " + amount.currency().code();
  }
}
