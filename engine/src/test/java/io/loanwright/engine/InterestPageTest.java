package io.loanwright.engine;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.apr.CostOfCredit;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.LoanTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The loan that docs/concepts/interest.md works by hand is the loan that the engine works out. */
class InterestPageTest {

  private static final Path PAGE = Path.of("../docs/concepts/interest.md");
  private static final Pattern ROW =
      Pattern.compile("\\| (\\d) \\| (\\S+) \\| (\\S+) x .* \\| (\\S+) \\| (\\S+) \\| (\\S+) \\|");
  private static final LoanTerms TERMS = monthly("7", 6);
  private static final LocalDate START = day("2024-01-01");

  private final Schedule schedule = Schedule.of(TERMS, START, euros("100.00"));

  @Test
  void rowsOnThePageAreTheInstallments() throws IOException {
    List<String> onThePage =
        Files.readAllLines(PAGE).stream()
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .map(row -> String.join(" ", row.group(2), row.group(4), row.group(5), row.group(6)))
            .toList();

    assertThat(schedule.installments().stream().map(InterestPageTest::asOnThePage))
        .containsExactlyElementsOf(onThePage);
  }

  private static String asOnThePage(Installment row) {
    return String.join(
        " ",
        row.dueOn().toString(),
        row.interest().toDecimalString(),
        row.principal().toDecimalString(),
        row.balanceAfter().toDecimalString());
  }

  @Test
  void costAndPayoffOnThePageAreThoseOfTheLoan() throws IOException {
    CostOfCredit cost = CostOfCredit.of(schedule, TERMS.repayment().calendar(), START);
    String payoff =
        Replay.position(TERMS, List.of(disbursed(1, "2024-01-01", "100.00")), day("2024-01-16"))
            .payoff()
            .total()
            .toDecimalString();

    assertThat(Files.readString(PAGE))
        .contains("rounded %s.".formatted(schedule.installmentAmount().toDecimalString()))
        .contains("Total interest %s.".formatted(schedule.totals().interest().toDecimalString()))
        .contains("12 x the monthly one: %s %%".formatted(cost.apr().orElseThrow()))
        .contains("as they are paid %s %%".formatted(cost.effectiveRate().orElseThrow()))
        .contains("The loan is paid off with %s.".formatted(payoff));
  }
}
