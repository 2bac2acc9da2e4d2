package io.loanwright.engine;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.monthly;
import static io.loanwright.engine.Loans.repaid;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.replay.LatePenalty;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.terms.LatePenaltyTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.PenaltyBasis;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The penalties that docs/concepts/penalties.md works by hand are those that the engine lays. */
class PenaltiesPageTest {

  private static final Path PAGE = Path.of("../docs/concepts/penalties.md");
  private static final Pattern ROW =
      Pattern.compile("\\| (\\d) \\| (\\S+) \\| (\\S+) \\| \\S+ \\| \\S+ \\| \\S+ \\| (\\S+) \\|");
  private static final LoanTerms TERMS =
      monthly("7", 6)
          .withLatePenalty(
              new LatePenaltyTerms(
                  5,
                  PenaltyBasis.PERCENT_OF_OVERDUE,
                  BigDecimal.TEN,
                  30,
                  null,
                  new BigDecimal("3")));
  private static final LoanEvent OUT = disbursed(1, "2024-01-01", "100.00");
  private static final LoanEvent PAID = repaid(2, "2024-02-20", "10.00");

  private static List<String> laid(String asOf, LoanEvent... events) {
    return Replay.position(TERMS, List.of(events), day(asOf)).latePenalties().stream()
        .map(PenaltiesPageTest::asOnThePage)
        .toList();
  }

  private static String asOnThePage(LatePenalty laid) {
    return String.join(
        " ",
        String.valueOf(laid.installment()),
        laid.on().toString(),
        laid.overdue().toDecimalString(),
        laid.amount().toDecimalString());
  }

  @Test
  void penaltiesOnThePageAreThoseThatAreLaid() throws IOException {
    List<String> onThePage =
        Files.readAllLines(PAGE).stream()
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .map(row -> String.join(" ", row.group(1), row.group(2), row.group(3), row.group(4)))
            .toList();

    List<String> late = laid("2024-04-07", OUT, PAID);
    List<String> found = laid("2024-04-08", OUT, PAID, repaid(3, "2024-02-06", "17.01"));

    assertThat(onThePage).hasSize(late.size() + found.size());
    assertThat(onThePage.subList(0, late.size())).isEqualTo(late);
    assertThat(onThePage.subList(late.size(), onThePage.size())).isEqualTo(found);
  }
}
