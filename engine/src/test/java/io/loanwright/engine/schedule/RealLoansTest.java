package io.loanwright.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InstallmentTerms;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PartialPeriod;
import io.loanwright.engine.terms.RepaymentTerms;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Installments of 5,000 loans that a lender made: its installment is the annuity at a twelfth of
 * the yearly rate, rounded up to the cent. Two rows, 1548 and 1968, show another rate than the one
 * that their installment was made with.
 */
class RealLoansTest {

  private static final Path LOANS = Path.of("../../shared/portfolio/lendingclub_2018q1.csv");
  private static final Currency USD = Currency.of("USD");
  private static final LocalDate MID_MONTH = LocalDate.of(2018, 2, 15);

  @Test
  void roundedUpTheInstallmentIsTheLendersInAllButTwoLoans() throws IOException {
    assumeTrue(Files.exists(LOANS), "skipped: " + LOANS + " is not here");
    List<String> lines = Files.readAllLines(LOANS);
    List<String> header = List.of(lines.getFirst().split(",", -1));

    List<Integer> others =
        lines.stream()
            .skip(1)
            .map(line -> List.of(line.split(",", -1)))
            .filter(
                row -> installment(header, row).compareTo(cell(header, row, "installment")) != 0)
            .map(row -> Integer.valueOf(row.getFirst()))
            .toList();

    assertThat(lines).hasSize(5_001);
    assertThat(others).containsExactly(1548, 1968);
  }

  private static BigDecimal installment(List<String> header, List<String> row) {
    int months = cell(header, row, "term").intValueExact();
    LoanTerms terms =
        LoanTerms.of(
            USD,
            InterestTerms.of(cell(header, row, "interest_rate"))
                .withPeriod(InterestPeriod.SAME_AS_REPAYMENT_PERIOD, PartialPeriod.WHOLE_PERIOD),
            RepaymentTerms.of(months, 1, PeriodUnit.MONTHS)
                .withInstallment(InstallmentTerms.of(InstallmentRounding.UP)));
    Money amount = Money.of(text(header, row, "loan_amount"), USD);
    return Schedule.of(terms, MID_MONTH, amount).installmentAmount().toMajor();
  }

  private static BigDecimal cell(List<String> header, List<String> row, String column) {
    return new BigDecimal(text(header, row, column));
  }

  /** Counts from the end of the row: a job title near its start may hold commas. */
  private static String text(List<String> header, List<String> row, String column) {
    return row.get(row.size() - header.size() + header.indexOf(column));
  }
}
