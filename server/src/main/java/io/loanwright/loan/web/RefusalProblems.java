package io.loanwright.loan.web;

import io.loanwright.access.Permission;
import io.loanwright.borrower.Particulars;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.AboveCashLimit;
import io.loanwright.loan.EventKind;
import io.loanwright.loan.LoanFlag;
import io.loanwright.loan.LoanRequest;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.Outcome;
import io.loanwright.loan.Refusal;
import io.loanwright.loan.rule.ApprovalRules;
import io.loanwright.loan.rule.ValueDateRules;
import io.loanwright.web.FieldError;
import io.loanwright.web.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** What a refused command on a loan is over HTTP: the one place where refusals get their status. */
public final class RefusalProblems {

  private RefusalProblems() {}

  /**
   * Returns what a command gave.
   *
   * @throws ProblemException if it was refused; for the edge only, where it rolls back
   */
  public static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(Refusal why) -> throw problem(why);
    };
  }

  /** Returns the problem that a refusal is. */
  public static ProblemException problem(Refusal refusal) {
    return switch (refusal) {
      case Refusal.LoanUnknown _ -> ProblemException.notFound("A loan");
      case Refusal.BorrowerUnknown _ -> ProblemException.notFound("A borrower");
      case Refusal.ProductUnknown _ -> ProblemException.notFound("A product");
      case Refusal.WalletUnknown _ -> ProblemException.notFound("A wallet to pay loans out of");
      case Refusal.EventUnknown _ -> ProblemException.notFound("A payment or event");
      case Refusal.RequestUnknown _ -> ProblemException.notFound("A request");
      case Refusal.ChargeUnknown _ -> ProblemException.notFound("A charge");
      case Refusal.Invalid(String field, String message) ->
          ProblemException.invalid(field, message);
      case Refusal.OfState state -> ofState(state);
      case Refusal.OfPerson person -> ofPerson(person);
      case Refusal.OfValue value -> ofValue(value);
    };
  }

  private static ProblemException ofState(Refusal.OfState refusal) {
    return switch (refusal) {
      case Refusal.BorrowerBlocked _ ->
          ProblemException.conflict("borrower-blocked", "This borrower is blocked.");
      case Refusal.ProductInactive _ ->
          ProblemException.conflict("product-inactive", "This product is no longer offered.");
      case Refusal.NotAwaitingApproval(LoanState state) ->
          wrongStatus(state, "so nobody decides about it any more");
      case Refusal.NotApproved(LoanState state) -> wrongStatus(state, "so it cannot be paid out");
      case Refusal.NotActive(LoanState state) -> wrongStatus(state, "so it takes no payments");
      case Refusal.NotRunning(LoanState state) -> wrongStatus(state, "and only a running loan can");
      case Refusal.NothingToWaive _ ->
          ProblemException.conflict("nothing-to-waive", "Nothing is unpaid of this charge.");
      case Refusal.NotCancellable(LoanState state) ->
          wrongStatus(state, "so it cannot be cancelled; only an approved one can");
      case Refusal.OwesNothing(LoanState state) -> wrongStatus(state, "so it cannot be in default");
      case Refusal.OfFlag flag -> ofFlag(flag);
      case Refusal.AlreadyDisbursed(var on) ->
          ProblemException.conflict("already-disbursed", "The loan was paid out on " + on + ".");
      case Refusal.NothingToExplain(var asOf) ->
          ProblemException.conflict(
              "not-paid-out",
              "No money had gone out by " + asOf + ", so there is nothing to explain.");
      case Refusal.TakenOver(var on) ->
          ProblemException.conflict(
              "taken-over",
              "The loan was taken over on "
                  + on
                  + " with figures of another system. How those came about is not known here.");
      case Refusal.LoanClosed(var on) ->
          ProblemException.conflict(
              "loan-closed", "The loan was closed on " + on + "; nothing is owed.");
      case Refusal.LoanGivenUp(String message) ->
          ProblemException.conflict("loan-given-up", message);
      case Refusal.InstallmentPaid(String message) ->
          ProblemException.conflict("installment-paid", message);
      case Refusal.FundClosed(String name) ->
          ProblemException.conflict("wallet-closed", "The wallet " + name + " takes no money.");
      case Refusal.AlreadyReversed _ ->
          ProblemException.conflict("already-reversed", "This is reversed already.");
      case Refusal.NotReversible(EventKind kind) ->
          ProblemException.conflict(
              "not-reversible", "This cannot be reversed: " + words(kind) + ".");
      case Refusal.MakerIsChecker _ ->
          ProblemException.conflict(
              "maker-is-checker",
              "Whoever applied for a loan, or borrows, cannot decide about it. Somebody else has"
                  + " to.");
      case Refusal.DeclaredRelative _ ->
          ProblemException.conflict(
              "declared-relative",
              "The borrower is declared as your relative. Somebody else has to do this.");
      case Refusal.OwnRequest _ ->
          ProblemException.conflict(
              "maker-is-checker", "You asked for this yourself. Somebody else decides about it.");
      case Refusal.RequestWaits _ ->
          ProblemException.conflict(
              "request-waits", "Somebody asked for that already. His request is decided first.");
      case Refusal.RequestDecided(LoanRequest.Status status) ->
          ProblemException.conflict("already-decided", "This is " + words(status) + " already.");
      case Refusal.AmountChanged(Money now) -> amountChanged(now);
      case Refusal.StepByAnotherPerson _ ->
          ProblemException.conflict(
              "one-person-one-step",
              "You have decided a step of this application. Somebody else has to decide this one.");
    };
  }

  private static ProblemException ofFlag(Refusal.OfFlag refusal) {
    return switch (refusal) {
      case Refusal.BearsNoFlag(LoanState state) -> wrongStatus(state, "so it gets no flag");
      case Refusal.FlagStands(LoanFlag flag) ->
          ProblemException.conflict(
              "flag-stands", "The loan has this flag already: " + words(flag) + ".");
      case Refusal.FlagNotSet(LoanFlag flag) ->
          ProblemException.conflict(
              "flag-not-set", "The loan does not have this flag: " + words(flag) + ".");
    };
  }

  private static ProblemException amountChanged(Money now) {
    String text = "It is about %s now. Look at it again.";
    return ProblemException.conflict("amount-changed", text.formatted(words(now)));
  }

  private static ProblemException wrongStatus(LoanState state, String consequence) {
    return ProblemException.conflict(
        "wrong-status", "The loan is " + words(state.status()) + ", " + consequence + ".");
  }

  private static ProblemException ofPerson(Refusal.OfPerson refusal) {
    return switch (refusal) {
      case Refusal.StepOfAnotherRole(List<String> roles) ->
          forbidden(
              "step-of-another-role", "Who decides this step has the role " + ofRoles(roles) + ".");
      case Refusal.TakingBackNotPermitted(EventKind kind) ->
          forbidden(
              "taking-back-not-permitted",
              "Your role does not do this, so it does not take it back: " + words(kind) + ".");
      case Refusal.RequestOfAnother(String name) ->
          forbidden("request-of-another", name + " asked for this. Nobody else takes it back.");
      case Refusal.NotTheApplicant _ ->
          ProblemException.forbidden(
              "An application is taken back by whoever made it, or by an administrator.");
      case Refusal.BackdateNotPermitted(var businessDate) ->
          forbidden(
              "backdate-not-permitted",
              "Your role does not allow a date before the business date, " + businessDate + ".");
      case Refusal.WalletNotPermitted _ ->
          forbidden(
              "wallet-not-permitted",
              "Your role does not allow to take money out of this borrower's wallet.");
      case Refusal.ReversalNotPermitted _ ->
          forbidden(
              "reversal-not-permitted",
              "Your role reverses only payments that you took yourself, on the same business day.");
    };
  }

  private static ProblemException forbidden(String code, String detail) {
    return new ProblemException(HttpStatus.FORBIDDEN, code, detail, List.of());
  }

  private static ProblemException ofValue(Refusal.OfValue refusal) {
    return switch (refusal) {
      case Refusal.TermsRefused(String field, String message) ->
          ruled("terms-refused", field, message);
      case Refusal.PrincipalOutOfLimits(String field, String message) ->
          ruled("principal-out-of-limits", field, message);
      case Refusal.PrincipalAboveRequested(Money requested) ->
          ruled(
              "principal-above-requested",
              "principal",
              "Only " + words(requested) + " was asked for.");
      case Refusal.PrincipalAboveApproved(Money approved) ->
          ruled(
              "principal-above-approved",
              "principal",
              "The step before approved " + words(approved) + "; a step may lower that only.");
      case Refusal.AboveRoleLimit(Permission permission, List<Money> most) ->
          ProblemException.rule("role-limit", aboveRoleLimit(permission, most));
      case Refusal.AboveApprovalLimit(String field, Money limit) ->
          ruled("approval-limit", field, "This step approves at most " + words(limit) + ".");
      case Refusal.DateInFuture(var businessDate) ->
          ruled("date-in-future", "on", "The business date is " + businessDate + ".");
      case Refusal.TermsInFuture(var businessDate) ->
          ruled(
              "date-in-future",
              "from",
              "Terms are agreed from the business date on, " + businessDate + ", not from later.");
      case Refusal.DateTooEarly(var earliest) ->
          ruled(
              "date-too-early",
              "on",
              "A payout counts at most %d years back, from %s on. Check the year; an older loan is imported."
                  .formatted(ValueDateRules.PAYOUT_YEARS_BACK, earliest));
      case Refusal.FirstDueTooEarly(var firstDueOn) ->
          ruled(
              "first-due-too-early",
              "on",
              "The first installment was agreed for %s, and a loan is paid out before that. Cancel it, and take an application with a later day."
                  .formatted(firstDueOn));
      case Refusal.DateBeforeBorrower(Particulars.Kind kind) ->
          ruled("date-before-borrower", "on", beforeBorrower(kind));
      case Refusal.DateBeforeDisbursement(var disbursedOn) ->
          ruled("date-before-disbursement", "on", "The loan was paid out on " + disbursedOn + ".");
      case Refusal.TermsBeforeDisbursement(String field, var disbursedOn) ->
          ruled("date-before-disbursement", field, "The loan was paid out on " + disbursedOn + ".");
      case Refusal.DateBeforePayment(var paidOn) ->
          ruled("date-before-payment", "on", "What is taken back counts from " + paidOn + ".");
      case Refusal.WalletOverdrawn(Money available, _) ->
          ruled("wallet-overdrawn", "amount", "The wallet has " + words(available) + ".");
      case Refusal.WalletOverdrawnBefore(var enoughFrom) ->
          ruled(
              "wallet-overdrawn",
              "on",
              "must not be before " + enoughFrom + "; the day before, the wallet held too little");
      case Refusal.FundOverdrawn fund -> ruled("wallet-overdrawn", "walletId", words(fund));
      case Refusal.FundOverdrawnBefore fund -> ruled("wallet-overdrawn", "on", words(fund));
      case Refusal.ExcessSpent spent ->
          ProblemException.rule("wallet-overdrawn", excessSpent(spent));
      case Refusal.ExcessTooLarge(Money owed, Money excess, Money lent) ->
          ruled("excess-too-large", "amount", excessTooLarge(owed, excess, lent));
      case Refusal.CashLimitExceeded(AboveCashLimit why) ->
          ruled("cash-limit-exceeded", "amount", why.words());
      case Refusal.MoreThanThereIs(String message) ->
          ruled("more-than-there-is", "amount", message);
      case Refusal.InstallmentUnknown(String message) ->
          ruled("installment-unknown", "targetInstallment", message);
      case Refusal.EventNotAccepted(String message) ->
          ProblemException.rule("event-not-accepted", message);
    };
  }

  private static String beforeBorrower(Particulars.Kind kind) {
    return switch (kind) {
      case PERSON -> "The borrower was not " + Particulars.AGE_MIN + " years old then.";
      case ORGANIZATION -> "The borrower was not founded then.";
    };
  }

  private static String excessSpent(Refusal.ExcessSpent spent) {
    return "What this payment was too much is spent from the borrower's wallet, which has "
        + words(spent.available())
        + "; "
        + words(spent.missing())
        + " are missing. "
        + switch (spent.spentBy().size()) {
          case 0 -> "Put them into the wallet first.";
          case 1 ->
              "Reverse the payment out of the wallet, receipt "
                  + spent.spentBy().getFirst()
                  + ", first, "
                  + orPutIn(spent);
          default ->
              "Reverse the payments out of the wallet, receipts "
                  + String.join(", ", spent.spentBy())
                  + ", first, in this order, "
                  + orPutIn(spent);
        };
  }

  private static String orPutIn(Refusal.ExcessSpent spent) {
    Money left = spent.missing().minus(spent.back());
    return left.isPositive()
        ? "which brings back %s, and put %s more into the wallet."
            .formatted(words(spent.back()), words(left))
        : "or put what is missing into the wallet.";
  }

  /** What somebody gives up on a loan counts together; what he decides otherwise does not. */
  private static String aboveRoleLimit(Permission permission, List<Money> most) {
    boolean givesUp =
        permission == Permission.CHARGE_WAIVE || permission == Permission.INTEREST_WAIVE;
    return "This is above the limit of your role: "
        + most.stream().map(RefusalProblems::words).collect(Collectors.joining(", "))
        + (givesUp ? ", with all that you gave up on the loan." : ".")
        + " Somebody with a higher one does it.";
  }

  private static String excessTooLarge(Money owed, Money excess, Money lent) {
    return "The loan owes "
        + words(owed)
        + " that day, so this is "
        + words(excess)
        + " too much, more than ten times the "
        + words(lent)
        + " that were lent. Check the amount; what the borrower pays in beyond it goes into the"
        + " wallet by a top-up.";
  }

  private static ProblemException ruled(String code, String field, String message) {
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT,
        code,
        FieldError.sentence(field, message),
        List.of(new FieldError(field, FieldError.message(field, message))));
  }

  private static String words(Refusal.FundOverdrawn fund) {
    return "The wallet %s has %s, and %s are missing."
        .formatted(fund.name(), words(fund.available()), words(fund.missing()));
  }

  private static String words(Refusal.FundOverdrawnBefore fund) {
    return "must not be before %s; until then the wallet %s held less"
        .formatted(fund.enoughFrom(), fund.name());
  }

  /** Roles as the steps of an application name them. */
  private static String ofRoles(List<String> codes) {
    return codes.stream()
        .map(code -> code.equals(ApprovalRules.ADMINISTRATOR) ? "Administrator" : ofRole(code))
        .collect(Collectors.joining(" or "));
  }

  private static String ofRole(String code) {
    String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** A code of the program, as people write it. */
  private static String words(Enum<?> code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String words(Money amount) {
    return amount.toDecimalString() + " " + amount.currency().code();
  }
}
