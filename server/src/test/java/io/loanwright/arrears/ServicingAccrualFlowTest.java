package io.loanwright.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Interest that accrues follows what is done with a running loan: what was waived is income no more
 * from the close of that day on, and a larger loan bears more.
 */
@FlowTest
@TestPropertySource(properties = "loanwright.business-date=2023-01-01")
class ServicingAccrualFlowTest {

  private final Closing closing;
  private final Lending lending;
  private final AccruingBooks books;
  private final Verifier verifier;

  ServicingAccrualFlowTest(People people, Verifier verifier, JdbcClient jdbc) {
    this.closing = new Closing(people);
    this.lending = new Lending(people);
    this.books = new AccruingBooks(jdbc);
    this.verifier = verifier;
  }

  /**
   * 12 % a year on 1,200.00, days of 365: 12.23 until 1 February, and 11.05 until 1 March, of which
   * 11.05 x 15 / 28 = 5.92 have arisen on the 16th; the 12.23 are waived. On the 18th it is 11.05 x
   * 17 / 28 = 6.7089286, and 300.00 more make it 11.0466 + 1.0849 = 12.13 until 1 March: 6.7089286
   * + (12.13 - 6.7089286) x 2 / 11 = 7.6945780 on the 20th.
   */
  @Test
  void whatIsReceivableFollowsAWaiverAndATopUp() {
    UUID product =
        lending.product(
            Map.of(
                "accounting", "ACCRUAL",
                "interestPeriod", "DAILY",
                "amortization", "INTEREST_ONLY"));
    UUID loan = lending.active(lending.borrower(), product, "1200.00", "2023-01-01");
    closing.until(day(2, 16));

    post(lending.accountant(), loan, "interest-waivers", "12.23", "2023-02-16");
    assertThat(verifier.verify().first()).isEmpty();
    closing.until(day(2, 18));

    assertThat(books.balance(product, "1220", day(2, 16))).isEqualTo(592);
    assertThat(books.balance(product, "4110", day(2, 16))).isEqualTo(-592);
    assertThat(verifier.verify().first()).isEmpty();

    lending
        .topUp(lending.manager(), loan, Map.of("amount", "300.00", "on", "2023-02-18"))
        .expect(200);
    assertThat(verifier.verify().first()).isEmpty();
    closing.until(day(2, 21));

    assertThat(books.balance(product, "1220", day(2, 18))).isEqualTo(671);
    assertThat(books.balance(product, "1220", day(2, 20))).isEqualTo(769);
    assertThat(verifier.verify().first()).isEmpty();
    closing.until(day(3, 2));

    assertThat(books.balance(product, "1210", day(3, 1))).isEqualTo(150000);
    assertThat(books.balance(product, "1220", day(3, 1))).isEqualTo(1213);
    assertThat(books.balance(product, "4110", day(3, 1)))
        .isEqualTo(-books.balance(product, "1220", day(3, 1)));
    assertThat(verifier.verify().first()).isEmpty();
  }

  private static void post(Http who, UUID loan, String path, String amount, String on) {
    who.idempotent()
        .post(
            "/api/loans/" + loan + "/" + path,
            Map.of("amount", amount, "on", on, "reason", "a hard year"))
        .expect(200);
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2023, month, day);
  }
}
