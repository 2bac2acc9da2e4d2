package io.loanwright.engine.replay;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.id;
import static io.loanwright.engine.Loans.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.LoanTerms;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Days without interest stay those days when a due date moves over them.
 *
 * <p>By hand: 1,200.00 at 12 % a year, months of 30 days and years of 360, paid out on 1 January
 * 2024. From 11 January to 10 February no day bears interest, and the installment of 1 February is
 * due on 1 March: two months, 24.00 for 60 days, of which 29 bear it, 9 of them by 10 January.
 */
class PausesAndHolidaysTest {

  private static final LoanTerms TERMS = monthly("12", 6);
  private static final LoanEvent OUT = disbursed(1, "2024-01-01", "1200.00");
  private static final LoanEvent PAUSE =
      new LoanEvent.InterestPaused(
          id(2), day("2024-01-11"), 2, day("2024-01-11"), day("2024-02-10"));

  private static LoanEvent moved(String on) {
    return new LoanEvent.DueDateMoved(id(3), day(on), 3, day("2024-02-01"), day("2024-03-01"));
  }

  private static LoanPosition position(String moved, LocalDate on) {
    return Replay.position(TERMS, List.of(OUT, PAUSE, moved(moved)), on);
  }

  private static Money owed(String moved, String on) {
    return position(moved, day(on)).payoff().interest();
  }

  @Test
  void theSameIsAskedForWhicheverIsAgreedFirst() {
    for (String moved : List.of("2024-01-10", "2024-01-11", "2024-01-20")) {
      LoanPosition position = position(moved, day("2024-01-20"));
      List<Money> interest =
          position.installments().stream().map(row -> row.installment().interest()).toList();
      assertThat(interest.getFirst()).isEqualTo(euros("11.60"));
      assertThat(interest.subList(1, 3)).containsExactly(euros("10.05"), euros("8.08"));
    }
  }

  /** 12.00 x 9 / 31 until 10 January, and 8.12 in the 20 days from 10 February to 1 March. */
  @Test
  void nothingArisesUntilTheLastOfThem() {
    for (String moved : List.of("2024-01-11", "2024-01-20")) {
      assertThat(owed(moved, "2024-01-20")).isEqualTo(euros("3.48"));
      assertThat(owed(moved, "2024-02-10")).isEqualTo(euros("3.48"));
      assertThat(owed(moved, "2024-02-20")).isEqualTo(euros("7.54"));
      assertThat(owed(moved, "2024-03-01")).isEqualTo(euros("11.60"));
    }
  }

  /**
   * Days without interest until 10 July, one month more than agreed at first: 22 of the 31 days of
   * July bear interest of the 102.78 that are left, 0.73 in place of 1.03.
   */
  @Test
  void installmentsThatComeLaterBearNothingOnThemEither() {
    LoanEvent pause =
        new LoanEvent.InterestPaused(
            id(2), day("2024-06-20"), 2, day("2024-06-21"), day("2024-07-10"));
    LoanEvent longer =
        new LoanEvent.TermExtended(id(3), day("2024-06-21"), 3, day("2024-06-21"), 1);
    LoanPosition position = Replay.position(TERMS, List.of(OUT, pause, longer), day("2024-06-21"));

    assertThat(position.installments().get(5).installment().balanceAfter())
        .isEqualTo(euros("102.78"));
    assertThat(position.installments().get(6).installment().interest()).isEqualTo(euros("0.73"));
  }
}
