package io.loanwright.loan.store;

import io.loanwright.engine.money.Money;
import io.loanwright.loan.AgreedChange;
import io.loanwright.loan.Happening;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Terms that were agreed, as they are stored: each kind has its own parts, and no others.
 *
 * @param reason why; null where it is stored beside
 * @param annualRate percent a year
 */
record ChangePayload(
    Kind kind,
    @Nullable String reason,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String annualRate,
    @Nullable Integer installments) {

  enum Kind {
    RATE,
    LONGER_TERM,
    PAYMENT_HOLIDAY,
    INTEREST_HOLIDAY
  }

  static ChangePayload of(AgreedChange change, @Nullable String reason) {
    return switch (change) {
      case AgreedChange.AnotherRate(LocalDate from, BigDecimal rate) ->
          new ChangePayload(Kind.RATE, reason, from, null, rate.toPlainString(), null);
      case AgreedChange.LongerTerm(LocalDate from, int installments) ->
          new ChangePayload(Kind.LONGER_TERM, reason, from, null, null, installments);
      case AgreedChange.PaymentHoliday(LocalDate dueOn, LocalDate newDueOn) ->
          new ChangePayload(Kind.PAYMENT_HOLIDAY, reason, dueOn, newDueOn, null, null);
      case AgreedChange.InterestHoliday(LocalDate from, LocalDate to) ->
          new ChangePayload(Kind.INTEREST_HOLIDAY, reason, from, to, null, null);
    };
  }

  Happening.Change toChange(Money nothing) {
    return new Happening.Change(nothing, change(), reason == null ? "" : reason);
  }

  AgreedChange change() {
    LocalDate first = needed(from);
    return switch (kind) {
      case RATE -> new AgreedChange.AnotherRate(first, new BigDecimal(needed(annualRate)));
      case LONGER_TERM -> new AgreedChange.LongerTerm(first, needed(installments));
      case PAYMENT_HOLIDAY -> new AgreedChange.PaymentHoliday(first, needed(to));
      case INTEREST_HOLIDAY -> new AgreedChange.InterestHoliday(first, needed(to));
    };
  }

  private <T> T needed(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("A change of the kind " + kind + " is stored without a part");
    }
    return part;
  }
}
