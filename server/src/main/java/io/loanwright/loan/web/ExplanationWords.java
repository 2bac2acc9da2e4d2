package io.loanwright.loan.web;

import io.loanwright.engine.explain.Why;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in plain words which rule gave an amount.
 *
 * @param plain how amounts, days and names are written
 */
record ExplanationWords(PlainWords plain) {

  String sentence(Why why) {
    return switch (why) {
      case Why.Figure of -> figure(of);
      case Why.OfInterest of -> interest(of);
      case Why.OfPrincipal of -> principal(of);
      case Why.OfSize of -> size(of);
      case Why.OfCharge of -> charge(of);
      case Why.OfPayments of -> payments(of);
      case Why.OfRate of -> rate(of);
      case Why.Change of -> change(of);
    };
  }

  private String figure(Why.Figure why) {
    return switch (why) {
      case Why.OfInstallment(var figure, int number, var dueOn) ->
          "%s of installment %d, due %s"
              .formatted(PlainWords.of(figure), number, PlainWords.day(dueOn));
      case Why.OfPayment(var figure, _, var on) ->
          PlainWords.of(figure) + " of the payment of " + PlainWords.day(on);
      case Why.OfLoan(var figure, var on) -> PlainWords.of(figure, on);
    };
  }

  private String interest(Why.OfInterest why) {
    return switch (why) {
      case Why.InterestOnBalance(var owed, var rate, var from, var to, long days, var part) ->
          "Interest on the %s still owed, at %s %% a year, for %s (%s to %s): %s of a year"
              .formatted(
                  plain.money(owed),
                  plain.number(rate),
                  PlainWords.days(days),
                  PlainWords.day(from),
                  PlainWords.day(to),
                  part);
      case Why.FlatInterest(var lent, var rate, var from, var to, long days, var part) ->
          "Interest on the %s lent, at %s %% a year, for %s (%s to %s): %s of a year"
              .formatted(
                  plain.money(lent),
                  plain.number(rate),
                  PlainWords.days(days),
                  PlainWords.day(from),
                  PlainWords.day(to),
                  part);
      case Why.InterestFree(var from, var to) ->
          "Free of interest from %s to %s, as agreed"
              .formatted(PlainWords.day(from), PlainWords.day(to));
      case Why.CarriedIn(int from) ->
          "Interest since installment %d that was not asked for until now".formatted(from);
      case Why.PutOff(int grace) ->
          "Put off to a later installment: no interest is paid with the first " + grace;
      case Why.NoRoom _ -> "More than this installment has room for; the next one asks for it";
      case Why.InterestUntil(var interest, var from, var until, long passed, long days) ->
          "Of %s interest for the whole period, the part from %s to %s: %d of %s"
              .formatted(
                  plain.amount(interest),
                  PlainWords.day(from),
                  PlainWords.day(until),
                  passed,
                  PlainWords.days(days));
      case Why.InterestBeforeChange(var rest, var from, var until, long passed, long days) ->
          "Arisen before a change, of %s interest until the due date, from %s to %s: %d of %s"
              .formatted(
                  plain.amount(rest),
                  PlainWords.day(from),
                  PlainWords.day(until),
                  passed,
                  PlainWords.days(days));
      case Why.InterestSinceChange(var rest, var from, var until, long passed, long days) ->
          "Since the change, of %s interest until the due date, from %s to %s: %d of %s"
              .formatted(
                  plain.amount(rest),
                  PlainWords.day(from),
                  PlainWords.day(until),
                  passed,
                  PlainWords.days(days));
      case Why.InterestPaid(int number) ->
          "Interest of installment %d that is paid already".formatted(number);
    };
  }

  private String principal(Why.OfPrincipal why) {
    return switch (why) {
      case Why.Lent(var on) -> "Paid out on " + PlainWords.day(on);
      case Why.DownPayment(var percent, var lent) ->
          "Down payment: %s %% of %s".formatted(plain.number(percent), plain.money(lent));
      case Why.RepaidBefore(int rows) ->
          rows == 1
              ? "Paid back by the installment before"
              : "Paid back by the %d installments before".formatted(rows);
      case Why.RepaidAfter(int rows) ->
          rows == 1
              ? "Paid back by a later installment already"
              : "Paid back by %d later installments already".formatted(rows);
      case Why.NothingLent _ -> "No money had gone out yet";
      case Why.GraceOnPrincipal(int grace) ->
          "No principal is paid back with the first %d, as agreed".formatted(grace);
      case Why.PrincipalAtTheEnd _ -> "All principal is paid back at the end";
      case Why.PrincipalPaid _ -> "Principal that is paid back already";
    };
  }

  private String size(Why.OfSize why) {
    return switch (why) {
      case Why.EqualShare(var lent, int parts) ->
          "%s in %d equal parts".formatted(plain.money(lent), parts);
      case Why.FlatShare(var lent, var interest, int parts) ->
          "%s and %s of interest in %d equal parts"
              .formatted(plain.money(lent), plain.money(interest), parts);
      case Why.Annuity(var lent, var rate, int parts, _, _) ->
          "The equal amount that pays back %s with interest at %s %% a year in %d installments"
              .formatted(plain.amount(lent), plain.number(rate), parts);
      case Why.InstallmentSince(var change, var on) ->
          "Since %s, from %s".formatted(PlainWords.of(change), PlainWords.day(on));
      case Why.Levelled(var differs, int parts) ->
          "The last installment would differ by %s; spread over %d installments"
              .formatted(plain.money(differs), parts);
      case Why.Agreed _ -> "As agreed";
    };
  }

  private String charge(Why.OfCharge why) {
    return switch (why) {
      case Why.FixedCharge(var name, var kind) -> "%s, a %s".formatted(name, PlainWords.of(kind));
      case Why.PercentCharge(var name, var kind, var percent, var basis, var base) ->
          "%s, a %s of %s %% of %s, %s"
              .formatted(
                  name,
                  PlainWords.of(kind),
                  plain.number(percent),
                  PlainWords.of(basis),
                  plain.money(base));
      case Why.AddedCharge(var kind, var on, var dueOn) ->
          "A %s charged on %s, due %s"
              .formatted(PlainWords.of(kind), PlainWords.day(on), PlainWords.day(dueOn));
      case Why.PenaltyForLateness late ->
          "Laid on %s, as what was due %s was unpaid when %s of tolerance had ended: %s"
              .formatted(
                  PlainWords.day(late.on()),
                  PlainWords.day(late.dueOn()),
                  PlainWords.days(late.toleranceDays()),
                  price(late));
      case Why.PenaltyCap cap -> "What the cap takes off: at most " + most(cap);
    };
  }

  private String price(Why.PenaltyForLateness why) {
    return switch (why.basis()) {
      case FIXED -> "%s, as agreed".formatted(plain.money(why.value()));
      case PERCENT_OF_OVERDUE_PRINCIPAL ->
          "%s %% of the overdue principal, %s"
              .formatted(plain.number(why.value()), plain.money(why.overdue()));
      case PERCENT_OF_OVERDUE ->
          "%s %% of what was overdue, %s"
              .formatted(plain.number(why.value()), plain.money(why.overdue()));
    };
  }

  private String most(Why.PenaltyCap cap) {
    BigDecimal installment = cap.perInstallment();
    BigDecimal loan = cap.percentOfPrincipal();
    return Stream.of(
            installment == null ? null : plain.money(installment) + " for an installment",
            loan == null ? null : plain.number(loan) + " % of the amount lent for the loan")
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", and "));
  }

  private String payments(Why.OfPayments why) {
    return switch (why) {
      case Why.UsedFor(var part, int number, var dueOn, _, var left) ->
          "%s of installment %d, due %s; %s of the payment was left for it"
              .formatted(PlainWords.of(part), number, PlainWords.day(dueOn), plain.money(left));
      case Why.UsedForEarlierSchedule(var part) ->
          PlainWords.of(part) + " of installments that are on another schedule now";
      case Why.Excess _ -> "More than was owed; it goes to the borrower's wallet";
      case Why.Owed(var part, int number, var dueOn, var asked, var settled) ->
          settled.signum() == 0
              ? "%s of installment %d, due %s"
                  .formatted(PlainWords.of(part), number, PlainWords.day(dueOn))
              : "%s of installment %d, due %s: %s of %s is settled"
                  .formatted(
                      PlainWords.of(part),
                      number,
                      PlainWords.day(dueOn),
                      plain.money(settled),
                      plain.money(asked));
      case Why.PaidOn(var on, _) -> "Paid on " + PlainWords.day(on);
      case Why.Waived _ -> "Given up by the lender";
      case Why.NothingOwed _ -> "Nothing is owed";
    };
  }

  private String rate(Why.OfRate why) {
    return switch (why) {
      case Why.RateOfInterval(var percent, var intervals) ->
          "%s %% for each interval between installments, of which a year has %s"
              .formatted(plain.number(percent), plain.number(intervals));
      case Why.RateOfYear _ -> "The yearly rate at which both sides are worth the same";
      case Why.ValuesMeet _ ->
          "The check: at this rate all payments are worth what was received, on the day it was"
              + " received";
      case Why.PresentValue(var on, var amount, var time, var unit) ->
          "%s on %s%s".formatted(plain.money(amount), PlainWords.day(on), countedBack(time, unit));
    };
  }

  /** A payment before the day of the payout is counted forward; its time is negative. */
  private String countedBack(BigDecimal time, Why.TimeUnit unit) {
    if (time.signum() == 0) {
      return "";
    }
    String number = plain.number(time.abs());
    String units =
        switch (unit) {
          case INTERVAL -> number.equals("1") ? "interval" : "intervals";
          case YEAR -> number.equals("1") ? "year" : "years";
        };
    return ", counted %s %s %s".formatted(time.signum() < 0 ? "forward" : "back", number, units);
  }

  private String change(Why.Change why) {
    return switch (why) {
      case Why.Rounded(var exact, var rounding) ->
          "Rounded %s from %s".formatted(how(rounding), plain.number(exact));
      case Why.RoundedToMultiple(var exact, var multiple, var rounding) ->
          "Rounded %s from %s to a multiple of %s"
              .formatted(how(rounding), plain.number(exact), plain.number(multiple));
      case Why.BeforePayoff(var figure, int number) ->
          "%s of installment %d as it was planned, before the loan was paid off early"
              .formatted(PlainWords.of(figure), number);
      case Why.BeforeChange(var figure, int number) ->
          "%s of installment %d as it was before the loan changed"
              .formatted(PlainWords.of(figure), number);
      case Why.FallenAway(var on) ->
          "No longer owed: the loan was paid off on " + PlainWords.day(on);
      case Why.PaidForWhatFallsAway(var on) ->
          "Paid on %s for what is not owed if the loan is paid off that day"
              .formatted(PlainWords.day(on));
      case Why.Recalculated _ -> "As recalculated after the loan changed";
    };
  }

  private static String how(RoundingMode rounding) {
    return rounding == RoundingMode.UP ? "up" : "to the nearest";
  }
}
