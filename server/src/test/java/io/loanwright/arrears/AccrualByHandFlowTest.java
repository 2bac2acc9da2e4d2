package io.loanwright.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * One loan over three months, as docs/concepts/accrual.md works it by hand: 1,200.00 at 1 percent a
 * month in six installments of 207.06, paid out on 1 January. Interest 12.00 for the 31 days until
 * 1 February, 10.05 for the 28 until 1 March, 8.08 for the 31 until 1 April.
 */
@FlowTest
@TestPropertySource(properties = "loanwright.business-date=2021-01-01")
class AccrualByHandFlowTest {

  private final Closing closing;
  private final Lending lending;
  private final AccruingBooks books;
  private final Verifier verifier;

  AccrualByHandFlowTest(People people, Verifier verifier, JdbcClient jdbc) {
    this.closing = new Closing(people);
    this.lending = new Lending(people);
    this.books = new AccruingBooks(jdbc);
    this.verifier = verifier;
  }

  @Test
  void theDaysAreWhatWasWorkedOutByHandOneByOneAndInOnePass() {
    UUID product = lived(2021, true);
    List<String> oneByOne = books.kept(product, day(2021, 1, 1), day(2021, 4, 1));
    closing.until(day(2022, 1, 1));
    UUID again = lived(2022, false);

    assertThat(books.kept(again, day(2022, 1, 1), day(2022, 4, 1))).isEqualTo(oneByOne);
    assertThat(verifier.verify().first()).isEmpty();
  }

  /** Checks the days that the page names, in a year without a leap day. */
  private UUID lived(int year, boolean oneByOne) {
    UUID product = lending.product(Map.of("accounting", "ACCRUAL"));
    UUID loan = lending.active(lending.borrower(), product, "1200.00", day(year, 1, 1).toString());

    go(day(year, 2, 1), oneByOne);
    assertThat(books.kept(product, day(year, 1, 1))).isEmpty();
    assertThat(books.kept(product, day(year, 1, 2))).isEqualTo("01-02 39 39 39 0");
    assertThat(books.kept(product, day(year, 1, 31))).isEqualTo("01-31 38 38 1161 0");

    closing.pay(loan, "207.06").expect(201);
    assertThat(books.balance(product, "1220", day(year, 2, 1))).isEqualTo(1161 - 1200);
    go(day(year, 3, 10), oneByOne);
    assertThat(books.kept(product, day(year, 2, 1))).isEqualTo("02-01 39 39 0 0");
    assertThat(books.kept(product, day(year, 2, 15))).isEqualTo("02-15 35 35 502 0");
    assertThat(books.kept(product, day(year, 3, 1))).isEqualTo("03-01 36 36 1005 0");
    assertThat(books.kept(product, day(year, 3, 9))).isEqualTo("03-09 27 27 1214 0");

    UUID late =
        lending
            .pay(lending.accountant(), loan, "207.06", day(year, 3, 1).toString())
            .expect(201)
            .id();
    go(day(year, 3, 20), oneByOne);
    assertThat(books.kept(product, day(year, 3, 10))).isEqualTo("03-10 26 26 235 0");
    assertThat(books.kept(product, day(year, 3, 19))).isEqualTo("03-19 26 26 469 0");

    lending
        .accountant()
        .idempotent()
        .post("/api/payments/" + late + "/reverse", Map.of("reason", "Another loan's"))
        .expect(200);
    assertThat(verifier.verify().first()).isEmpty();
    go(day(year, 4, 2), oneByOne);
    assertThat(books.kept(product, day(year, 3, 20))).isEqualTo("03-20 26 26 1500 0");
    assertThat(books.kept(product, day(year, 4, 1))).isEqualTo("04-01 26 26 1813 0");
    assertThat(books.balance(product, "1220", day(year, 4, 1))).isEqualTo(1813);
    assertThat(books.balance(product, "4110", day(year, 4, 1))).isEqualTo(-3013);
    assertThat(books.entries(product, day(year, 4, 1))).isEqualTo(1);
    assertThat(verifier.verify().first()).isEmpty();
    return product;
  }

  private void go(LocalDate businessDate, boolean oneByOne) {
    if (oneByOne) {
      closing.oneByOneUntil(businessDate);
    } else {
      closing.until(businessDate);
    }
  }

  private static LocalDate day(int year, int month, int day) {
    return LocalDate.of(year, month, day);
  }
}
