package io.loanwright.ledger.web;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.DateProblems;
import io.loanwright.ledger.LenderMove;
import io.loanwright.ledger.LenderMovementOutcome;
import io.loanwright.ledger.LenderWallet;
import io.loanwright.ledger.LenderWalletOutcome;
import io.loanwright.web.FieldError;
import io.loanwright.web.ProblemException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;

/** What refused commands on the lender's wallets are over HTTP. */
final class LenderProblems {

  private LenderProblems() {}

  static LenderWallet done(LenderWalletOutcome outcome) {
    return switch (outcome) {
      case LenderWalletOutcome.Kept(LenderWallet wallet) -> wallet;
      case LenderWalletOutcome.Unknown _ -> throw ProblemException.notFound("A wallet");
      case LenderWalletOutcome.BranchUnknown _ ->
          throw ProblemException.rule("branch-unknown", "branchId", "must be an open branch");
      case LenderWalletOutcome.UserUnknown _ ->
          throw ProblemException.rule(
              "user-unknown", "userId", "must be somebody of the staff who may sign in");
      case LenderWalletOutcome.BeyondReach _ ->
          throw forbidden(
              "wallet-not-permitted",
              "Your role does not keep the wallets of this branch, or of the organization.");
      case LenderWalletOutcome.NameTaken(String name) ->
          throw ProblemException.conflict(
              "wallet-name-taken", "There is an open wallet that is called " + name + " already.");
      case LenderWalletOutcome.NotEmpty(Money balance) ->
          throw ProblemException.conflict(
              "wallet-not-empty",
              "There are "
                  + words(balance)
                  + " in it. Transfer or withdraw them, then it can be closed.");
      case LenderWalletOutcome.Closed _ ->
          throw ProblemException.conflict("wallet-closed", "This wallet is closed.");
      case LenderWalletOutcome.ChangedMeanwhile _ -> throw ProblemException.stale();
    };
  }

  static LenderMovementOutcome.Kept done(LenderMovementOutcome outcome) {
    return switch (outcome) {
      case LenderMovementOutcome.Kept kept -> kept;
      case LenderMovementOutcome.Unknown(String what) -> throw ProblemException.notFound(what);
      case LenderMovementOutcome.Refused(LenderMove why) -> throw refused(why);
      case LenderMovementOutcome.SameWallet _ ->
          throw ProblemException.rule(
              "same-wallet", "toWalletId", "must be another wallet than the money comes from");
      case LenderMovementOutcome.NotKeeper(String wallet) ->
          throw forbidden(
              "wallet-not-permitted",
              "Your role moves money between wallets only. Whoever keeps "
                  + wallet
                  + " puts money into it from outside, and takes it out.");
      case LenderMovementOutcome.DateInFuture(LocalDate businessDate) ->
          throw ProblemException.rule(
              "date-in-future", "on", "must not be after the business date, " + businessDate);
      case LenderMovementOutcome.WrongDate(var why) -> throw DateProblems.of(why);
      case LenderMovementOutcome.AccountUnusable(String code) -> throw TopUpProblems.unusable(code);
      case LenderMovementOutcome.AlreadyReversed(LocalDate on) ->
          throw ProblemException.conflict(
              "already-reversed", "This was taken back already, from " + on + " on.");
      case LenderMovementOutcome.ReversalNotPermitted _ ->
          throw forbidden(
              "reversal-not-permitted",
              "Your role takes back only what you moved yourself, on the same business day.");
      case LenderMovementOutcome.DateBeforeMovement(LocalDate on) ->
          throw ProblemException.rule(
              "date-before-movement", "on", "must not be before the movement's own, " + on);
    };
  }

  /** Returns why money of a wallet could not move. */
  static ProblemException refused(LenderMove why) {
    return switch (why) {
      case LenderMove.Moved(LenderWallet wallet) ->
          throw new IllegalArgumentException("Not refused: " + wallet.id());
      case LenderMove.Unknown _ -> ProblemException.notFound("A wallet");
      case LenderMove.Closed(String name) ->
          ProblemException.conflict("wallet-closed", "The wallet " + name + " is closed.");
      case LenderMove.OtherCurrency(String name, Currency currency) ->
          ProblemException.rule(
              "other-currency", "The wallet " + name + " holds " + currency.code() + ".");
      case LenderMove.AccountUnusable(String code) -> TopUpProblems.unusable(code);
      case LenderMove.Overdrawn(String name, Money available, Money missing) ->
          new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "wallet-overdrawn",
              "The wallet "
                  + name
                  + " has "
                  + words(available)
                  + ", and "
                  + words(missing)
                  + " are missing.",
              List.of(new FieldError("amount", "must not be more than " + words(available))));
      case LenderMove.OverdrawnBefore(String name, LocalDate enoughFrom) ->
          ProblemException.rule(
              "wallet-overdrawn",
              "on",
              "must not be before "
                  + enoughFrom
                  + ", since the wallet "
                  + name
                  + " held less until then");
    };
  }

  private static ProblemException forbidden(String code, String detail) {
    return new ProblemException(HttpStatus.FORBIDDEN, code, detail, List.of());
  }

  private static String words(Money amount) {
    return amount.toDecimalString() + " " + amount.currency().code();
  }
}
