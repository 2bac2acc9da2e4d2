package io.loanwright.engine;

import io.loanwright.engine.date.DaysInMonth;
import io.loanwright.engine.date.DaysInYear;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Loans that tests talk about. */
public final class Loans {

  /** The currency of most tests. */
  public static final Currency EUR = Currency.of("EUR");

  private Loans() {}

  /** Returns euros. */
  public static Money euros(String amount) {
    return Money.of(amount, EUR);
  }

  /** Returns a day. */
  public static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  /** Equal monthly installments at a rate, with a year of 360 and months of 30 days. */
  public static LoanTerms monthly(String ratePercent, int months) {
    return LoanTerms.of(
        EUR,
        InterestTerms.of(new BigDecimal(ratePercent))
            .withDays(DaysInYear.DAYS_360, DaysInMonth.DAYS_30),
        RepaymentTerms.of(months, 1, PeriodUnit.MONTHS));
  }

  /** Money goes out. */
  public static LoanEvent.Disbursed disbursed(int sequence, String on, String amount) {
    return new LoanEvent.Disbursed(id(sequence), day(on), sequence, euros(amount));
  }

  /** The borrower pays. */
  public static LoanEvent.Repaid repaid(int sequence, String on, String amount) {
    return new LoanEvent.Repaid(id(sequence), day(on), sequence, euros(amount), null);
  }

  /** An event is reversed. */
  public static LoanEvent.Reversed reversed(int sequence, String on, int target) {
    return new LoanEvent.Reversed(id(sequence), day(on), sequence, id(target));
  }

  /** Returns the identifier of the event with a sequence. */
  public static UUID id(int sequence) {
    return new UUID(0, sequence);
  }
}
