package io.loanwright.ledger.web;

import io.loanwright.engine.money.Money;
import io.loanwright.ledger.AboveCashLimit;
import io.loanwright.ledger.DateProblems;
import io.loanwright.ledger.TopUpOutcome;
import io.loanwright.ledger.TopUpReversalOutcome;
import io.loanwright.ledger.Wallet;
import io.loanwright.web.FieldError;
import io.loanwright.web.ProblemException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What refused top-ups, and refused reversals of them, are over HTTP. */
final class TopUpProblems {

  private TopUpProblems() {}

  static TopUpOutcome.Kept done(TopUpOutcome outcome) {
    return switch (outcome) {
      case TopUpOutcome.Kept kept -> kept;
      case TopUpOutcome.Unknown _ -> throw unknownWallet();
      case TopUpOutcome.OwnerErased _ -> throw erased();
      case TopUpOutcome.WrongDate(var why) -> throw DateProblems.of(why);
      case TopUpOutcome.CashLimitExceeded(AboveCashLimit why) ->
          throw new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "cash-limit-exceeded",
              why.words(),
              List.of(new FieldError("amount", why.words())));
      case TopUpOutcome.AccountUnusable(String code) -> throw unusable(code);
    };
  }

  static Wallet done(TopUpReversalOutcome outcome) {
    return switch (outcome) {
      case TopUpReversalOutcome.Reversed(Wallet after) -> after;
      case TopUpReversalOutcome.Unknown _ -> throw ProblemException.notFound("A top-up");
      case TopUpReversalOutcome.AlreadyReversed(LocalDate on) -> throw alreadyReversed(on);
      case TopUpReversalOutcome.NotPermitted _ ->
          throw forbidden(
              "reversal-not-permitted",
              "Your role takes back only money that you took yourself, on the same business day.");
      case TopUpReversalOutcome.DateInFuture(LocalDate businessDate) ->
          throw inFuture(businessDate);
      case TopUpReversalOutcome.DateBeforeTopUp(LocalDate toppedUpOn) ->
          throw ProblemException.rule(
              "date-before-top-up", "on", "must not be before the top-up's own, " + toppedUpOn);
      case TopUpReversalOutcome.Spent(Money available, Money missing) ->
          throw ProblemException.rule(
              "wallet-overdrawn",
              "Some of it is spent: the wallet has "
                  + words(available)
                  + ", and "
                  + words(missing)
                  + " are missing. Reverse payments out of the wallet first, or put what is"
                  + " missing into it.");
      case TopUpReversalOutcome.SpentBefore(Money amount, LocalDate thereFrom) ->
          throw ProblemException.rule(
              "wallet-overdrawn",
              "on",
              "must not be before "
                  + thereFrom
                  + ", since the day before the wallet held less than "
                  + words(amount));
    };
  }

  static ProblemException unknownWallet() {
    return ProblemException.notFound("A wallet");
  }

  static ProblemException erased() {
    return ProblemException.conflict(
        "borrower-erased", "The borrower was erased, and nothing comes into the wallet any more.");
  }

  static ProblemException unusable(String code) {
    return ProblemException.conflict(
        "account-unusable", "Account " + code + " takes no money in this currency.");
  }

  static ProblemException alreadyReversed(LocalDate on) {
    return ProblemException.conflict(
        "already-reversed", "This was taken back already, from " + on + " on.");
  }

  static ProblemException inFuture(LocalDate businessDate) {
    return ProblemException.rule(
        "date-in-future", "on", "must not be after the business date, " + businessDate);
  }

  static ProblemException forbidden(String code, String detail) {
    return new ProblemException(HttpStatus.FORBIDDEN, code, detail, List.of());
  }

  private static String words(Money amount) {
    return amount.toDecimalString() + " " + amount.currency().code();
  }
}
