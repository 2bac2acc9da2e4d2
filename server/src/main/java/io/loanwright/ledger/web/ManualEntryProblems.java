package io.loanwright.ledger.web;

import io.loanwright.engine.money.Money;
import io.loanwright.ledger.ManualEntry;
import io.loanwright.ledger.ManualEntryOutcome;
import io.loanwright.ledger.ManualEntryOutcome.RefusedLine;
import io.loanwright.ledger.ManualEntryOutcome.Why;
import io.loanwright.web.FieldError;
import io.loanwright.web.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What refused entries of the books, and refused decisions on them, are over HTTP. */
final class ManualEntryProblems {

  private ManualEntryProblems() {}

  static ManualEntry done(ManualEntryOutcome outcome) {
    return switch (outcome) {
      case ManualEntryOutcome.Kept(ManualEntry entry) -> entry;
      case ManualEntryOutcome.Unknown _ -> throw unknown();
      case ManualEntryOutcome.BranchUnknown _ ->
          throw ProblemException.invalid("branchId", "must be the id of an active branch");
      case ManualEntryOutcome.BeyondReach _ ->
          throw ProblemException.forbidden(
              "Your role writes into the books of your own branch only.");
      case ManualEntryOutcome.DateInFuture(LocalDate businessDate) ->
          throw ProblemException.rule(
              "date-in-future", "on", "must not be after the business date, " + businessDate);
      case ManualEntryOutcome.DateTooEarly(LocalDate earliest) ->
          throw ProblemException.rule(
              "date-too-early", "on", "must not be before " + earliest + ", five years back");
      case ManualEntryOutcome.PeriodClosed(LocalDate openFrom) ->
          throw ProblemException.rule(
              "period-closed",
              "on",
              "is in a month that is closed; the first open day is " + openFrom);
      case ManualEntryOutcome.BackdateNotPermitted(LocalDate businessDate) ->
          throw new ProblemException(
              HttpStatus.FORBIDDEN,
              "backdate-not-permitted",
              "Your role does not allow a date before the business date, " + businessDate + ".",
              List.of());
      case ManualEntryOutcome.Unbalanced(Money debits, Money credits) ->
          throw ProblemException.rule("entry-unbalanced", unbalanced(debits, credits));
      case ManualEntryOutcome.AccountsRefused(List<RefusedLine> lines) -> throw refused(lines);
      case ManualEntryOutcome.AlreadyDecided(ManualEntry entry) ->
          throw ProblemException.conflict(
              "entry-decided",
              "This entry waits no more: it is " + word(entry.status()) + " already.");
      case ManualEntryOutcome.MakerIsChecker _ ->
          throw ProblemException.conflict(
              "maker-is-checker", "You drafted this entry yourself. Somebody else decides on it.");
      case ManualEntryOutcome.NotTheMaker(String maker) ->
          throw ProblemException.conflict(
              "not-the-maker", "Only " + maker + ", who drafted this entry, takes it back.");
    };
  }

  static ProblemException unknown() {
    return ProblemException.notFound("A manual entry");
  }

  private static String unbalanced(Money debits, Money credits) {
    Money off = debits.minus(credits);
    String side = off.isNegative() ? "debit" : "credit";
    Money missing = off.isNegative() ? off.negated() : off;
    return "Debits are %s and credits %s: %s %s are missing on the %s side."
        .formatted(
            debits.toDecimalString(),
            credits.toDecimalString(),
            missing.toDecimalString(),
            missing.currency().code(),
            side);
  }

  /** The rule is that of the first line; each line says what is wrong with its own account. */
  private static ProblemException refused(List<RefusedLine> lines) {
    RefusedLine first = lines.getFirst();
    return new ProblemException(
        HttpStatus.UNPROCESSABLE_CONTENT,
        code(first.why()),
        "Account " + first.accountCode() + " " + words(first.why()) + ".",
        lines.stream()
            .map(line -> new FieldError("lines[" + line.index() + "].account", words(line.why())))
            .toList());
  }

  private static String code(Why why) {
    return switch (why) {
      case UNKNOWN -> "account-unknown";
      case HEADING -> "account-is-heading";
      case OUT_OF_USE -> "account-out-of-use";
      case OTHER_CURRENCY -> "account-of-other-currency";
      case CONTROL -> "account-kept-by-loans";
    };
  }

  private static String words(Why why) {
    return switch (why) {
      case UNKNOWN -> "is not in the chart";
      case HEADING -> "is a heading, which takes no lines";
      case OUT_OF_USE -> "is out of use";
      case OTHER_CURRENCY -> "takes another currency";
      case CONTROL -> "is kept by loans and wallets, which would not agree with it any more";
    };
  }

  private static String word(ManualEntry.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
