package io.loanwright.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Interest that had arisen and was never paid is no income any more once the loan is given up: the
 * close of that day takes it back, and that of the day on which the write-off is taken back adds it
 * again.
 */
@FlowTest
@TestPropertySource(properties = "loanwright.business-date=2022-01-01")
class WriteOffAccrualFlowTest {

  private final Closing closing;
  private final Lending lending;
  private final AccruingBooks books;
  private final Verifier verifier;

  WriteOffAccrualFlowTest(People people, Verifier verifier, JdbcClient jdbc) {
    this.closing = new Closing(people);
    this.lending = new Lending(people);
    this.books = new AccruingBooks(jdbc);
    this.verifier = verifier;
  }

  /** 12.00 until 1 February, and 10.05 x 14 / 28 until the 15th, to even: 17.02. */
  @Test
  void interestThatAroseIsTakenBackByTheClose() {
    UUID product = lending.product(Map.of("accounting", "ACCRUAL"));
    UUID loan = lending.active(lending.borrower(), product, "1200.00", "2022-01-01");
    closing.until(day(2, 16));
    assertThat(books.balance(product, "1220", day(2, 15))).isEqualTo(1702);

    Answer off =
        Lending.writeOff(lending.accountant(), lending.manager(), loan, "2022-02-16").expect(200);
    assertThat(off.text("/writtenOff/givenUp/interest"))
        .as("12.00 and 10.05 x 15 / 28 = 5.38")
        .isEqualTo("17.38");
    assertThat(verifier.verify().first()).isEmpty();
    closing.until(day(2, 20));

    assertThat(books.balance(product, "1220", day(2, 16))).isZero();
    assertThat(books.balance(product, "4110", day(2, 16))).isZero();
    assertThat(books.balance(product, "5110", day(2, 16))).isEqualTo(120000);
    assertThat(books.balance(product, "1210", day(2, 16))).isZero();
    assertThat(verifier.verify().first()).isEmpty();

    String event = "events/" + off.text("/writtenOff/eventId") + "/take-back";
    post(loan, event, Map.of("reason", "found"));
    assertThat(verifier.verify().first()).isEmpty();
    closing.until(day(3, 2));

    assertThat(books.balance(product, "1220", day(3, 1))).isEqualTo(2205);
    assertThat(books.balance(product, "4110", day(3, 1))).isEqualTo(-2205);
    assertThat(books.balance(product, "1210", day(3, 1))).isEqualTo(120000);
    assertThat(verifier.verify().first()).isEmpty();
  }

  private Answer post(UUID loan, String path, Map<String, Object> body) {
    return lending
        .accountant()
        .idempotent()
        .post("/api/loans/" + loan + "/" + path, body)
        .expect(200);
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2022, month, day);
  }
}
