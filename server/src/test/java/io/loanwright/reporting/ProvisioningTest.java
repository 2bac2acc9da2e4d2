package io.loanwright.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.arrears.ArrearsClass;
import io.loanwright.arrears.ArrearsClasses;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.reporting.Ageing.Age;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is to be set aside for losses, worked by hand. */
class ProvisioningTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final LocalDate ON = LocalDate.of(2026, 3, 31);
  private static final UUID NORTH = new UUID(0, 1);
  private static final UUID SOUTH = new UUID(0, 2);

  private static final ArrearsClasses CLASSES =
      new ArrearsClasses(
          List.of(
              new ArrearsClass("current", "Current", 0, false, false, new BigDecimal("1")),
              new ArrearsClass("late", "Late", 31, true, false, new BigDecimal("25"))),
          1);

  private static Money euros(String amount) {
    return Money.of(amount, EUR);
  }

  private static Age age(UUID branch, int daysPastDue, String outstanding) {
    return new Age(branch, ON.minusDays(daysPastDue), 1, euros(outstanding));
  }

  /**
   * 1 % of 100,000.00 and 25 % of 20,000.00 are 1,000.00 and 5,000.00, of which 4,500.00 are set
   * aside. The other branch has 0.50 and 1.00 of principal that is 30 days late, so current: 1 % of
   * 1.50 is half a cent more than 0.01, so 0.02, the even one; nothing is set aside for it.
   */
  @Test
  void eachBranchAndClassIsRoundedByItself() {
    Provisioning found =
        Provisioning.of(
            ON,
            EUR,
            CLASSES,
            List.of(
                age(NORTH, 0, "100000.00"),
                age(NORTH, 31, "20000.00"),
                age(SOUTH, 30, "0.50"),
                age(SOUTH, 30, "1.00")),
            Map.of(NORTH, euros("4500.00")));

    assertThat(found.branches())
        .extracting(branch -> branch.sums().difference())
        .containsExactly(euros("1500.00"), euros("0.02"));
    assertThat(found.classes())
        .extracting(Provisioning.OfClass::exposure)
        .containsExactly(euros("100001.50"), euros("20000.00"));
    assertThat(found.classes())
        .extracting(Provisioning.OfClass::required)
        .containsExactly(euros("1000.02"), euros("5000.00"));
    assertThat(found.total().required()).isEqualTo(euros("6000.02"));
    assertThat(found.total().held()).isEqualTo(euros("4500.00"));
  }

  @Test
  void whatIsHeldForABranchWithoutLoansIsTooMuch() {
    Provisioning found =
        Provisioning.of(
            ON, EUR, CLASSES, List.of(), Map.of(SOUTH, euros("10.00"), NORTH, euros("0.00")));

    assertThat(found.branches()).hasSize(1);
    assertThat(found.total().difference()).isEqualTo(euros("-10.00"));
  }
}
