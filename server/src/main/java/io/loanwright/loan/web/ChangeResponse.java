package io.loanwright.loan.web;

import io.loanwright.loan.AgreedChange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Other terms that were asked for; each kind has its own fields and no others.
 *
 * @param from the first day on which it counts
 * @param to the last day without interest
 * @param annualRate percent a year
 * @param installments how many more installments
 * @param dueOn the due date that moves
 * @param newDueOn the date that it moves to
 */
@Schema(name = "ChangeOfTerms")
record ChangeResponse(
    ChangeRequest.Kind kind,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String annualRate,
    @Nullable Integer installments,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate newDueOn) {

  static ChangeResponse of(AgreedChange change) {
    return switch (change) {
      case AgreedChange.AnotherRate(LocalDate from, BigDecimal rate) ->
          new ChangeResponse(
              ChangeRequest.Kind.RATE, from, null, rate.toPlainString(), null, null, null);
      case AgreedChange.LongerTerm(LocalDate from, int installments) ->
          new ChangeResponse(
              ChangeRequest.Kind.LONGER_TERM, from, null, null, installments, null, null);
      case AgreedChange.PaymentHoliday(LocalDate dueOn, LocalDate newDueOn) ->
          new ChangeResponse(
              ChangeRequest.Kind.PAYMENT_HOLIDAY, null, null, null, null, dueOn, newDueOn);
      case AgreedChange.InterestHoliday(LocalDate from, LocalDate to) ->
          new ChangeResponse(ChangeRequest.Kind.INTEREST_HOLIDAY, from, to, null, null, null, null);
    };
  }
}
