package io.loanwright.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RepaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Interest arises evenly over the period of its installment, and is owed until it is paid. */
class InterestArisenTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final LocalDate START = LocalDate.of(2021, 1, 1); // a Friday
  private static final LoanTerms TERMS =
      LoanTerms.of(
          EUR, InterestTerms.of(new BigDecimal("12")), RepaymentTerms.of(6, 1, PeriodUnit.MONTHS));

  private static final LoanEvent PAID_OUT =
      new LoanEvent.Disbursed(new UUID(0, 1), START, 1, Money.of("1200.00", EUR));

  private static List<String> arisen(List<LoanEvent> events, LocalDate on) {
    return Replay.position(TERMS, events, on).installments().stream()
        .map(row -> row.interestArisenUnpaid(on).toDecimalString())
        .toList();
  }

  @Test
  void itArisesDayByDayUntilTheDueDateAndThenStands() {
    InstallmentPosition first =
        Replay.position(TERMS, List.of(PAID_OUT), START).installments().getFirst();
    Money interest = first.installment().interest();

    assertThat(first.interestArisenUnpaid(START.minusDays(1)).isZero()).isTrue();
    assertThat(first.interestArisenUnpaid(START).isZero()).isTrue();
    for (int days = 1; days < 31; days++) {
      long twice = 2 * interest.minor() * days;
      long even = Math.floorDiv(twice + 31, 62);
      assertThat(first.interestArisenUnpaid(START.plusDays(days)).minor()).isEqualTo(even);
    }
    assertThat(first.interestArisenUnpaid(START.plusDays(31))).isEqualTo(interest);
    assertThat(first.interestArisenUnpaid(START.plusDays(400))).isEqualTo(interest);
  }

  @Test
  void whatIsPaidOfAnInstallmentIsNotOwedAndWhatIsPaidAheadMakesNoOtherLess() {
    LoanEvent paid = new LoanEvent.Repaid(new UUID(0, 2), START, 2, Money.of("300.00", EUR), null);
    LocalDate later = START.plusDays(45);

    List<String> unpaid = arisen(List.of(PAID_OUT), later);
    List<String> ahead = arisen(List.of(PAID_OUT, paid), later);

    assertThat(unpaid.get(1)).isNotEqualTo("0.00");
    assertThat(ahead.getFirst()).isEqualTo("0.00");
    assertThat(ahead.get(1)).isEqualTo("0.00");
    assertThat(ahead.get(2)).isEqualTo("0.00");
  }
}
