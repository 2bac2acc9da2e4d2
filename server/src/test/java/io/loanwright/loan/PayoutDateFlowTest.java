package io.loanwright.loan;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which days a payout counts. */
@FlowTest
class PayoutDateFlowTest {

  private final Lending lending;

  PayoutDateFlowTest(People people) {
    this.lending = new Lending(people);
  }

  @Test
  void aPayoutCountsAtMostFiveYearsBack() {
    UUID loan = approved(lending.borrower());

    for (String on : new String[] {"1900-01-01", "1996-03-01"}) {
      Answer refused =
          lending.disburse(lending.accountant(), loan, on).expectProblem(422, "date-too-early");
      assertThat(refused.text("/errors/0/field")).isEqualTo("on");
      assertThat(refused.text("/detail")).contains("from 1996-03-02 on");
    }

    lending.disburse(lending.accountant(), loan, "1996-03-02").expect(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PERSON       | 2007-06-15 | 2023-06-14 | 2023-06-15 | was not 16 years old then
          ORGANIZATION | 2025-05-20 | 2025-05-19 | 2025-05-20 | was not founded then
          """)
  void aPayoutDoesNotCountFromBeforeTheBorrowerCouldBorrow(
      String kind, String since, String tooEarly, String first, String words) {
    UUID loan =
        approved(
            lending
                .officer()
                .post(
                    "/api/borrowers",
                    Map.of("kind", kind, "name", "Asha Co " + kind, "dateOfBirth", since))
                .expect(201)
                .id());

    Answer refused =
        lending
            .disburse(lending.accountant(), loan, tooEarly)
            .expectProblem(422, "date-before-borrower");
    assertThat(refused.text("/detail")).contains(words).doesNotContain(since);

    lending.disburse(lending.accountant(), loan, first).expect(200);
  }

  @Test
  void whoMayNotGoBackInTimeIsToldThatAndNotHowFarOthersMay() {
    UUID loan = approved(lending.borrower());

    lending
        .disburse(lending.teller(), loan, "1900-01-01")
        .expectProblem(403, "backdate-not-permitted");
    lending.disburse(lending.teller(), loan, TODAY).expect(200);
  }

  private UUID approved(UUID borrower) {
    UUID loan =
        lending
            .apply(lending.officer(), borrower, lending.product(Map.of()), "600.00")
            .expect(201)
            .id();
    lending.approve(lending.manager(), loan).expect(200);
    return loan;
  }
}
