package io.loanwright.loan.rule;

import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.loan.AgreedChange;
import io.loanwright.loan.CurrentTerms;
import io.loanwright.loan.Happening;
import io.loanwright.loan.RecordedEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the terms of a loan have become by what was agreed since. */
public final class TermsOfDay {

  private TermsOfDay() {}

  /**
   * Returns the terms as they are on a day.
   *
   * @param agreed the terms of the contract
   * @param events the events, in the order in which the system learned of them
   */
  public static CurrentTerms of(LoanTerms agreed, List<RecordedEvent> events, LocalDate day) {
    int repayments = agreed.repayment().calendar().repayments();
    LocalDate free = null;
    for (AgreedChange change : changes(events, day)) {
      switch (change) {
        case AgreedChange.LongerTerm(LocalDate from, int more) ->
            repayments += from.isAfter(day) ? 0 : more;
        case AgreedChange.InterestHoliday(LocalDate from, LocalDate to) ->
            free = from.isAfter(day) || to.isBefore(day) ? free : later(free, to);
        case AgreedChange.AnotherRate _, AgreedChange.PaymentHoliday _ -> {
          // The rate is below, and due dates are in the schedule.
        }
      }
    }
    return new CurrentTerms(rate(agreed, events, day, day), repayments, free);
  }

  /**
   * Returns the rate of a day, percent a year, by what was agreed until a later one.
   *
   * @param agreed the terms of the contract
   * @param events the events, in the order in which the system learned of them
   */
  public static BigDecimal rate(
      LoanTerms agreed, List<RecordedEvent> events, LocalDate day, LocalDate knownOn) {
    BigDecimal rate = agreed.interest().annualRatePercent();
    LocalDate since = LocalDate.MIN;
    for (AgreedChange change : changes(events, knownOn)) {
      if (change instanceof AgreedChange.AnotherRate(LocalDate from, BigDecimal percent)
          && !from.isAfter(day)
          && !from.isBefore(since)) {
        rate = percent;
        since = from;
      }
    }
    return rate;
  }

  private static List<AgreedChange> changes(List<RecordedEvent> events, LocalDate day) {
    List<AgreedChange> changes = new ArrayList<>();
    for (RecordedEvent event : events) {
      if (event.what() instanceof Happening.Change agreed && Replaying.counts(event, events, day)) {
        changes.add(agreed.change());
      }
    }
    return changes;
  }

  private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
    return one == null || other.isAfter(one) ? other : one;
  }
}
