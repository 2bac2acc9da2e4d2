package io.loanwright.loan;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import io.loanwright.web.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Loans and events for tests. */
public final class LoanFixtures {

  /** The currency of the fixtures. */
  public static final Currency EUR = Currency.of("EUR");

  /** When the fixtures' loans are paid out; a Thursday. */
  public static final LocalDate DISBURSED_ON = LocalDate.of(2026, 1, 1);

  private LoanFixtures() {}

  /** Twelve monthly installments at 12 percent a year. */
  public static LoanTerms twelveMonths() {
    return LoanTerms.of(
        EUR, InterestTerms.of(new BigDecimal("12")), RepaymentTerms.of(12, 1, PeriodUnit.MONTHS));
  }

  /** An amount in euros. */
  public static Money euros(String amount) {
    return Money.of(amount, EUR);
  }

  /** An application for 1,200.00 that nobody has decided. */
  public static Loan application() {
    return new Loan(
        Ids.next(),
        "LN-2026-" + UUID.randomUUID().toString().substring(0, 8),
        new Parties(Ids.next(), Ids.next(), null),
        new Application(
            Ids.next(),
            1,
            euros("1200.00"),
            "a cow",
            new Person(Ids.next(), "Ana Officer"),
            DISBURSED_ON,
            Instant.parse("2026-01-01T08:00:00Z")),
        twelveMonths(),
        new LoanState.Submitted(),
        new Loan.Standing(Progress.none(EUR), false, 0));
  }

  /** An event of a loan. */
  public static RecordedEvent event(int sequence, LocalDate on, Happening what) {
    return new RecordedEvent(
        Ids.next(),
        sequence,
        on,
        Instant.parse("2026-12-01T08:00:00Z"),
        new Person(Ids.next(), "Theo Teller"),
        what);
  }

  /** The disbursement of 1,200.00. */
  public static RecordedEvent disbursement() {
    return event(1, DISBURSED_ON, new Happening.Disbursement(euros("1200.00")));
  }

  /** A repayment in cash. */
  public static RecordedEvent repayment(int sequence, LocalDate on, Money amount) {
    return event(sequence, on, new Happening.Repayment(amount, Channel.CASH, null, null));
  }
}
