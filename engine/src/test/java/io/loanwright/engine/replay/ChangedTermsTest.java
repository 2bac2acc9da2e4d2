package io.loanwright.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Rule;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is agreed while a loan runs changes its schedule as people expect, or is refused. */
class ChangedTermsTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final LocalDate PAID_OUT = LocalDate.of(2026, 1, 1);
  private static final LocalDate CHANGED = LocalDate.of(2026, 4, 10);
  private static final UUID ID = new UUID(0, 2);

  private static LoanTerms terms(InterestMethod method, Amortization amortization) {
    return LoanTerms.of(
        EUR,
        InterestTerms.of(new BigDecimal("12")).withMethod(method),
        RepaymentTerms.of(12, 1, PeriodUnit.MONTHS).withAmortization(amortization));
  }

  private static Acceptance change(LoanTerms terms, LoanEvent event) {
    List<LoanEvent> history =
        List.of(new LoanEvent.Disbursed(new UUID(0, 1), PAID_OUT, 1, Money.of("1200.00", EUR)));
    return Replay.accept(terms, history, event, CHANGED);
  }

  private static LoanEvent rate(String percent) {
    return new LoanEvent.RateChanged(ID, CHANGED, 2, CHANGED, new BigDecimal(percent));
  }

  private static LoanEvent longer() {
    return new LoanEvent.TermExtended(ID, CHANGED, 2, CHANGED, 6);
  }

  private static LoanEvent pause() {
    return new LoanEvent.InterestPaused(ID, CHANGED, 2, CHANGED, LocalDate.of(2026, 5, 20));
  }

  @ParameterizedTest
  @CsvSource({"DECLINING_BALANCE, 6, true", "DECLINING_BALANCE, 24, false"})
  void theRateChangesTheInterestAndNotThePrincipal(
      InterestMethod method, String percent, boolean cheaper) {
    LoanTerms terms = terms(method, Amortization.EQUAL_INSTALLMENTS);
    Acceptance.Accepted changed = accepted(change(terms, rate(percent)));

    assertThat(principal(changed.after())).isEqualTo(Money.of("1200.00", EUR));
    assertThat(interest(changed.after()).compareTo(interest(changed.before())) < 0)
        .isEqualTo(cheaper);
    assertThat(changed.after().installments().getFirst())
        .as("what was due before the change")
        .isEqualTo(changed.before().installments().getFirst());
  }

  @Test
  void moreTimeCostsMoreInterestAndMakesSmallerInstallments() {
    Acceptance.Accepted changed =
        accepted(
            change(
                terms(InterestMethod.DECLINING_BALANCE, Amortization.EQUAL_INSTALLMENTS),
                longer()));

    assertThat(changed.after().installments()).hasSize(18);
    assertThat(principal(changed.after())).isEqualTo(Money.of("1200.00", EUR));
    assertThat(interest(changed.after())).isGreaterThan(interest(changed.before()));
    assertThat(changed.after().installments().get(6).installment().asked().total())
        .isLessThan(changed.before().installments().get(6).installment().asked().total());
  }

  @Test
  void daysWithoutInterestCostNone() {
    Acceptance.Accepted changed =
        accepted(
            change(
                terms(InterestMethod.DECLINING_BALANCE, Amortization.EQUAL_INSTALLMENTS), pause()));

    assertThat(principal(changed.after())).isEqualTo(Money.of("1200.00", EUR));
    assertThat(interest(changed.after())).isLessThan(interest(changed.before()));
  }

  @ParameterizedTest
  @CsvSource({
    "DECLINING_BALANCE, EQUAL_PRINCIPAL",
    "DECLINING_BALANCE, INTEREST_ONLY",
    "DECLINING_BALANCE, BULLET",
    "FLAT, EQUAL_INSTALLMENTS",
  })
  void termsThatHaveNothingToChangeStay(InterestMethod method, Amortization amortization) {
    LoanTerms terms = terms(method, amortization);

    assertThat(List.of(rate("6"), longer(), pause()))
        .allSatisfy(event ->
            assertThat(change(terms, event))
                .isInstanceOfSatisfying(
                    Acceptance.Declined.class,
                    declined ->
                        assertThat(declined.refusal().rule()).isEqualTo(Rule.TERMS_CONTRADICT)));
  }

  private static Acceptance.Accepted accepted(Acceptance acceptance) {
    assertThat(acceptance).isInstanceOf(Acceptance.Accepted.class);
    return (Acceptance.Accepted) acceptance;
  }

  private static Money principal(LoanPosition position) {
    return sum(position, row -> row.installment().principal());
  }

  private static Money interest(LoanPosition position) {
    return sum(position, row -> row.installment().interest());
  }

  private static Money sum(LoanPosition position, Function<InstallmentPosition, Money> figure) {
    return position.installments().stream().map(figure).reduce(Money.zero(EUR), Money::plus);
  }
}
