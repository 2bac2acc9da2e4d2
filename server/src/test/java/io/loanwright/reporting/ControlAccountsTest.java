package io.loanwright.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.reporting.ControlAccounts.Control;
import io.loanwright.reporting.ControlAccounts.Kept;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sums of what is kept one by one, beside the books. */
class ControlAccountsTest {

  private static final Currency EUR = Currency.of("EUR");

  /** One line of 100.00 on the wrong one of two accounts. */
  @Test
  void tooMuchOnOneAccountDoesNotMakeUpForTooLittleOnAnother() {
    ControlAccounts accounts =
        new ControlAccounts(
            LocalDate.of(2026, 3, 2),
            EUR,
            List.of(
                new Control(Kept.LOAN_PRINCIPAL, Money.of("100.00", EUR), List.of()),
                new Control(Kept.INTEREST_RECEIVABLE, Money.of("-100.00", EUR), List.of())));

    assertThat(accounts.apart()).isEqualTo(Money.of("200.00", EUR));
  }
}
