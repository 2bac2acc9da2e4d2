package io.loanwright.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Caller;
import io.loanwright.loan.Channel;
import io.loanwright.loan.Commands;
import io.loanwright.loan.Lending;
import io.loanwright.loan.Loans;
import io.loanwright.loan.Outcome;
import io.loanwright.payment.Payments;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Interest that is income as it arises, whatever becomes of the loan. */
@FlowTest
@TestPropertySource(properties = "loanwright.business-date=2019-01-01")
class AccrualFlowTest {

  private final People people;
  private final Closing closing;
  private final Lending lending;
  private final AccruingBooks books;
  private final Loans loans;
  private final Payments payments;
  private final TransactionTemplate transaction;
  private final Verifier verifier;
  private final JdbcClient jdbc;

  AccrualFlowTest(
      People people,
      Loans loans,
      Payments payments,
      Verifier verifier,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.people = people;
    this.closing = new Closing(people);
    this.lending = new Lending(people);
    this.books = new AccruingBooks(jdbc);
    this.loans = loans;
    this.payments = payments;
    this.transaction = transaction;
    this.verifier = verifier;
    this.jdbc = jdbc;
  }

  private UUID product(Map<String, Object> changes) {
    Map<String, Object> fields = new HashMap<>(Map.of("accounting", "ACCRUAL"));
    fields.putAll(changes);
    return lending.product(fields);
  }

  private UUID loan(UUID product) {
    return loan(lending.officer(), lending.manager(), product);
  }

  private UUID loan(Http officer, Http manager, UUID product) {
    UUID loan =
        lending.apply(officer, lending.borrower(officer), product, "1200.00").expect(201).id();
    lending.approve(manager, loan).expect(200);
    lending.disburse(lending.accountant(), loan, closing.today().toString()).expect(200);
    return loan;
  }

  private LocalDate due(UUID loan) {
    return LocalDate.parse(closing.read(loan).text("/nextDue/on"));
  }

  private void isVerified() {
    assertThat(verifier.verify().first()).isEmpty();
  }

  private List<Long> figures(UUID product, LocalDate day) {
    String[] kept = books.kept(product, day).split(" ", -1);
    return List.of(
        Long.valueOf(kept[1]), Long.valueOf(kept[2]), Long.valueOf(kept[3]), Long.valueOf(kept[4]));
  }

  @Test
  void interestOfANonPerformingLoanIsTakenBackAndComesBackWithIt() {
    UUID product = product(Map.of());
    UUID loan = loan(product);
    LocalDate due = due(loan);
    LocalDate suspended = due.plusDays(91);

    closing.until(suspended);
    long receivable = books.balance(product, "1220", suspended);
    assertThat(receivable).isPositive();
    assertThat(figures(product, suspended.minusDays(1)).get(2)).isEqualTo(receivable);
    isVerified();

    closing.until(suspended.plusDays(5));

    long day = figures(product, suspended).getFirst();
    assertThat(figures(product, suspended))
        .isEqualTo(List.of(day, -receivable, 0L, receivable + day));
    assertThat(figures(product, suspended.plusDays(4)).subList(1, 3)).isEqualTo(List.of(0L, 0L));
    assertThat(books.entries(product, suspended)).isEqualTo(1);
    assertThat(books.entries(product, suspended.plusDays(4))).isZero();
    assertThat(books.balance(product, "1220", suspended.plusDays(4))).isZero();
    assertThat(books.balance(product, "4110", suspended.plusDays(4))).isZero();
    assertThat(description(product, suspended)).contains(" of non-performing loans");
    isVerified();

    closing.pay(loan, "10.00").expect(201);
    closing.until(suspended.plusDays(6));
    assertThat(figures(product, suspended.plusDays(5)).get(1)).isEqualTo(1000);
    assertThat(books.balance(product, "4110", suspended.plusDays(5))).isEqualTo(-1000);
    isVerified();

    closing.pay(loan, "611.18").expect(201);
    closing.until(suspended.plusDays(7));
    List<Long> back = figures(product, suspended.plusDays(6));
    assertThat(back.get(2)).isPositive();
    assertThat(back.get(3)).isZero();
    assertThat(books.balance(product, "1220", suspended.plusDays(6))).isEqualTo(back.get(2));
    assertThat(-books.balance(product, "4110", suspended.plusDays(6)))
        .isEqualTo(back.get(2) + interestPaid(loan));
    isVerified();
  }

  private long interestPaid(UUID loan) {
    return jdbc.sql("SELECT interest_paid_minor FROM loan.loan WHERE id = :loan")
        .param("loan", loan)
        .query(Long.class)
        .single();
  }

  private String description(UUID product, LocalDate day) {
    return jdbc.sql(
            """
            SELECT description
              FROM ledger.journal_entry
             WHERE source_type = 'accrual' AND source_id = :product AND business_date = :day
            """)
        .param("product", product)
        .param("day", day)
        .query(String.class)
        .single();
  }

  @Test
  void whatAccruesIsIncomeOnceHoweverTheLoanEnds() {
    UUID product = product(Map.of());
    UUID loan = loan(product);
    LocalDate start = closing.today();
    closing.until(start.plusDays(10));
    assertThat(books.balance(product, "1220", start.plusDays(9))).isPositive();

    closing.pay(loan, closing.read(loan).text("/outstanding/total")).expect(201);
    assertThat(closing.read(loan).text("/status")).isEqualTo("CLOSED");
    closing.until(start.plusDays(12));

    assertThat(books.balance(product, "1220", start.plusDays(11))).isZero();
    assertThat(-books.balance(product, "4110", start.plusDays(11))).isEqualTo(interestPaid(loan));
    assertThat(books.entries(product, start.plusDays(11))).isZero();
    isVerified();
  }

  @Test
  void interestThatIsPaidInAdvanceIsIncomeOfTheDay() {
    UUID product = product(Map.of());
    UUID loan = loan(product);
    LocalDate start = closing.today();
    closing.pay(loan, "414.12").expect(201);
    closing.until(start.plusDays(3));

    assertThat(figures(product, start).get(1)).isEqualTo(interestPaid(loan));
    assertThat(books.balance(product, "1220", start.plusDays(2))).isZero();
    assertThat(books.entries(product, start.plusDays(1))).isZero();
    isVerified();
  }

  @Test
  void aPaymentThatIsUnderWayWhileTheDayIsClosedIsSeenByTheNextClose() {
    UUID product = product(Map.of());
    UUID loan = loan(product);
    LocalDate day = closing.today().plusDays(10);
    closing.until(day);
    Commands.Repay paid = new Commands.Repay(Ids.next(), "207.06", day, Channel.CASH, null, null);

    transaction.executeWithoutResult(_ -> {
      assertThat(payments.take(Caller.system("test"), loan, paid)).isInstanceOf(Outcome.Done.class);
      closing.until(day.plusDays(1));
      isVerified();
    });

    long arisen = figures(product, day).get(2);
    assertThat(arisen).isPositive();
    assertThat(books.balance(product, "1220", day)).isEqualTo(arisen - 1200);
    isVerified();
    closing.until(day.plusDays(2));
    assertThat(figures(product, day.plusDays(1)).subList(1, 3))
        .isEqualTo(List.of(1200 - arisen, 0L));
    assertThat(books.balance(product, "1220", day.plusDays(1))).isZero();
    isVerified();
  }

  @Test
  void aProductOfCashAccountingPostsNothingBeforeItIsPaid() {
    UUID product = product(Map.of("accounting", "CASH"));
    UUID loan = loan(product);
    closing.until(due(loan));

    closing.pay(loan, "207.06").expect(201);

    assertThat(books.kept(product, closing.today().minusDays(5))).isEmpty();
    assertThat(books.balance(product, "1220", closing.today())).isZero();
    assertThat(books.balance(product, "4110", closing.today())).isEqualTo(-1200);
  }

  /** 600.00 are owed and the installment of a month ago is not paid; the next one is due today. */
  @Test
  void whatHadArisenInAnotherSystemIsReceivableAndNoIncome() {
    closing.until(closing.today().plusMonths(1).withDayOfMonth(1));
    LocalDate today = closing.today();
    UUID product = product(Map.of());
    opened(product, "600.00", today.minusMonths(1));
    opened(product, "500.00", null);

    long arisen = books.balance(product, "1220", today);
    assertThat(arisen).isGreaterThan(600);
    assertThat(books.balance(product, "3900", today)).isEqualTo(-60_000 - arisen);
    isVerified();

    closing.until(today.plusDays(1));
    assertThat(figures(product, today)).isEqualTo(List.of(0L, 0L, arisen, 0L));
    assertThat(books.balance(product, "4110", today)).isZero();
    isVerified();
  }

  @Test
  void interestOfALoanThatIsTakenOverNonPerformingIsTakenBackAndNeverWasIncome() {
    LocalDate today = closing.today();
    UUID product = product(Map.of());
    opened(product, "600.00", today.minusDays(95));
    long arisen = books.balance(product, "1220", today);
    assertThat(arisen).isPositive();

    closing.until(today.plusDays(1));

    assertThat(figures(product, today)).isEqualTo(List.of(0L, 0L, 0L, arisen));
    assertThat(books.balance(product, "1220", today)).isZero();
    assertThat(books.balance(product, "3900", today)).isEqualTo(-60_000);
    assertThat(books.balance(product, "4110", today)).isZero();
    isVerified();
    closing.until(today.plusDays(2));
    isVerified();
  }

  /** Takes a loan over; one that is not unpaid since a day was charged off there. */
  private void opened(UUID product, String owed, @Nullable LocalDate unpaidSince) {
    LocalDate today = closing.today();
    Commands.Open command =
        new Commands.Open(
            new Commands.Apply(lending.borrower(), product, "1200.00", null, null, null),
            today.minusMonths(4),
            today,
            owed,
            new Commands.Paid("600.00", "30.00", "0.00", "0.00"),
            unpaidSince == null,
            unpaidSince);
    assertThat(loans.open(Caller.system("import"), command)).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void eachBranchProductAndCurrencyHasOneEntryADay() {
    UUID euros = product(Map.of());
    UUID dollars = product(Map.of("currency", "USD"));
    UUID branch = people.branch();
    Http officer = people.signIn(people.create("LOAN_OFFICER", branch).email());
    Http manager = people.signIn(people.create("MANAGER", branch).email());
    LocalDate start = closing.today();
    loan(euros);
    loan(euros);
    UUID moved = loan(officer, manager, euros);
    loan(officer, manager, dollars);
    closing.until(start.plusDays(3));

    assertThat(books.entries(euros, start.plusDays(2))).isEqualTo(2);
    assertThat(books.entries(dollars, start.plusDays(2))).isEqualTo(1);
    assertThat(receivable(branch, euros) * 3)
        .isEqualTo(books.balance(euros, "1220", start.plusDays(2)));
    assertThat(receivable(branch, euros)).isEqualTo(receivable(branch, dollars)).isPositive();
    isVerified();

    UUID other = people.branch();
    people
        .administrator()
        .patch("/api/borrowers/" + borrowerOf(moved), Map.of("branchId", other))
        .expect(200);
    isVerified();
    closing.until(start.plusDays(4));
    assertThat(receivable(branch, euros)).isZero();
    assertThat(receivable(other, euros)).isPositive();
    isVerified();
  }

  @Test
  void versionsOfAProductMayDifferInTheAccountOfTheirIncome() {
    UUID product = product(Map.of());
    loan(product);
    Map<String, Object> terms =
        Map.of(
            "name", "Product " + product,
            "currency", "EUR",
            "annualRate", "12",
            "interestPeriod", "SAME_AS_REPAYMENT_PERIOD",
            "repayments", 6,
            "unit", "MONTHS",
            "accounting", "ACCRUAL",
            "accounts", Map.of("INTEREST_INCOME", "4140"));
    people.administrator().patch("/api/products/" + product, Map.of("terms", terms)).expect(200);
    loan(product);
    LocalDate today = closing.today();

    closing.until(today.plusDays(3));

    long receivable = books.balance(product, "1220", today.plusDays(2));
    assertThat(books.balance(product, "4110", today.plusDays(2)))
        .isEqualTo(books.balance(product, "4140", today.plusDays(2)))
        .isEqualTo(-receivable / 2)
        .isNegative();
    isVerified();
  }

  private String borrowerOf(UUID loan) {
    return people.administrator().get("/api/loans/" + loan).expect(200).text("/borrowerId");
  }

  private long receivable(UUID branch, UUID product) {
    return jdbc.sql(
            """
            SELECT coalesce(sum(minor), 0)::bigint
              FROM ledger.sourced_line
             WHERE account = '1220'
               AND source_id = :product
               AND branch_id = :branch
            """)
        .param("product", product)
        .param("branch", branch)
        .query(Long.class)
        .single();
  }
}
