package io.loanwright.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.oracle.RandomLoans;
import io.loanwright.engine.oracle.RandomLoans.Loan;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * On the day the money goes out a loan asks for what its schedule says, whether its interest will
 * follow payments or not, whatever else was agreed.
 */
class DayOneTest {

  private static final int LOANS = Integer.getInteger("second.opinion.loans", 20_000);
  private static final long SEED = 7_000_000;
  private static final int MOST_SHOWN = 10;
  private static final RecalculationTerms FOLLOWS =
      new RecalculationTerms(
          Recalculation.FOLLOWS_PAYMENTS,
          Rest.DAILY,
          PayoffInterest.UNTIL_PAYOFF_DATE,
          OverdueInterest.CHARGED);

  @Test
  void loanThatWillFollowPaymentsBeginsWithItsSchedule() {
    assertBeginsWithItsSchedule(FOLLOWS);
  }

  @Test
  void loanWhoseScheduleStandsBeginsWithIt() {
    assertBeginsWithItsSchedule(RecalculationTerms.NONE);
  }

  private static void assertBeginsWithItsSchedule(RecalculationTerms recalculation) {
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (int i = 0; i < LOANS && differences.size() < MOST_SHOWN; i++) {
      Loan loan = new RandomLoans(SEED + i, 84).next();
      List<Installment> planned = schedule(loan);
      if (planned != null) {
        compared++;
        List<Installment> rows = onDayOne(loan, recalculation);
        if (!rows.equals(planned)) {
          differences.add(
              "%d: %s%n schedule %s%n day one %s".formatted(SEED + i, loan, planned, rows));
        }
      }
    }

    assertThat(differences).isEmpty();
    assertThat(compared).as("loans that are not refused").isGreaterThan(LOANS * 9 / 10);
  }

  private static @Nullable List<Installment> schedule(Loan loan) {
    try {
      return Schedule.of(loan.terms(), loan.disbursedOn(), loan.principal()).installments();
    } catch (Refused _) {
      return null;
    }
  }

  private static List<Installment> onDayOne(Loan loan, RecalculationTerms recalculation) {
    LoanEvent out =
        new LoanEvent.Disbursed(new UUID(0, 1), loan.disbursedOn(), 1, loan.principal());
    return Replay.position(
            loan.terms().withRecalculation(recalculation), List.of(out), loan.disbursedOn())
        .installments()
        .stream()
        .map(InstallmentPosition::installment)
        .toList();
  }
}
