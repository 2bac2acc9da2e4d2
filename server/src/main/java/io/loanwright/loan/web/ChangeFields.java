package io.loanwright.loan.web;

import io.loanwright.loan.AgreedChange;
import io.loanwright.web.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of other terms as they were sent; each kind takes its own and no others. */
record ChangeFields(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String annualRate,
    @Nullable Integer installments,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate newDueOn) {

  /** Returns what they say together. */
  AgreedChange of(ChangeRequest.Kind kind) {
    requireOnly(fieldsOf(kind), kind);
    return switch (kind) {
      case RATE ->
          new AgreedChange.AnotherRate(
              needed("from", from), new BigDecimal(needed("annualRate", annualRate)));
      case LONGER_TERM ->
          new AgreedChange.LongerTerm(needed("from", from), needed("installments", installments));
      case PAYMENT_HOLIDAY ->
          new AgreedChange.PaymentHoliday(needed("dueOn", dueOn), needed("newDueOn", newDueOn));
      case INTEREST_HOLIDAY ->
          new AgreedChange.InterestHoliday(needed("from", from), needed("to", to));
    };
  }

  /** Refuses those that are not part of a kind. */
  void requireOnly(Set<String> allowed, Enum<?> kind) {
    Map<String, @Nullable Object> given = new LinkedHashMap<>();
    given.put("from", from);
    given.put("to", to);
    given.put("annualRate", annualRate);
    given.put("installments", installments);
    given.put("dueOn", dueOn);
    given.put("newDueOn", newDueOn);
    given.forEach((field, value) -> {
      if (value != null && !allowed.contains(field)) {
        throw ProblemException.invalid(field, "is not part of " + kind);
      }
    });
  }

  private static Set<String> fieldsOf(ChangeRequest.Kind kind) {
    return switch (kind) {
      case RATE -> Set.of("from", "annualRate");
      case LONGER_TERM -> Set.of("from", "installments");
      case PAYMENT_HOLIDAY -> Set.of("dueOn", "newDueOn");
      case INTEREST_HOLIDAY -> Set.of("from", "to");
    };
  }

  /** Returns a field that its kind needs. */
  static <T> T needed(String field, @Nullable T value) {
    if (value == null) {
      throw ProblemException.invalid(field, "is required");
    }
    return value;
  }
}
