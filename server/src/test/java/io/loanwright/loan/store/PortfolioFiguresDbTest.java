package io.loanwright.loan.store;

import static io.loanwright.loan.LoanFixtures.DISBURSED_ON;
import static io.loanwright.loan.LoanFixtures.EUR;
import static io.loanwright.loan.LoanFixtures.application;
import static io.loanwright.loan.LoanFixtures.euros;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Reach;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.loan.ClosedReason;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.Parties;
import io.loanwright.loan.Progress;
import io.loanwright.testing.DbTest;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The figures that are kept of the portfolio are those that counting all loans gives. */
@DbTest
class PortfolioFiguresDbTest {

  private static final String COUNTED =
      """
      SELECT branch_id, officer_id, currency, status, count(*)::numeric AS loans,
             sum(coalesce(disbursed_minor, 0)) AS disbursed,
             sum(principal_outstanding_minor)  AS outstanding
        FROM loan.loan
       GROUP BY branch_id, officer_id, currency, status
       ORDER BY branch_id, officer_id, currency, status
      """;

  private static final String KEPT =
      """
      SELECT branch_id, officer_id, currency, status, sum(loans) AS loans,
             sum(disbursed_minor) AS disbursed, sum(outstanding_minor) AS outstanding
        FROM loan.portfolio_figure
       GROUP BY branch_id, officer_id, currency, status
      HAVING sum(loans) <> 0 OR sum(disbursed_minor) <> 0 OR sum(outstanding_minor) <> 0
       ORDER BY branch_id, officer_id, currency, status
      """;

  private static final String AGES_COUNTED =
      """
      SELECT branch_id, officer_id, currency, oldest_unpaid_due_on AS unpaid_since,
             count(*)::numeric AS loans, sum(principal_outstanding_minor) AS outstanding
        FROM loan.loan
       WHERE status = 'ACTIVE'
       GROUP BY branch_id, officer_id, currency, oldest_unpaid_due_on
       ORDER BY branch_id, officer_id, currency, oldest_unpaid_due_on
      """;

  private static final String AGES_KEPT =
      """
      SELECT branch_id, officer_id, currency, unpaid_since, sum(loans) AS loans,
             sum(outstanding_minor) AS outstanding
        FROM loan.ageing_figure
       GROUP BY branch_id, officer_id, currency, unpaid_since
      HAVING sum(loans) <> 0 OR sum(outstanding_minor) <> 0
       ORDER BY branch_id, officer_id, currency, unpaid_since
      """;

  /** How the portfolio stands when a day is closed, read of every loan. */
  private static final String CLOSE_COUNTED =
      """
      SELECT currency, branch_id, officer_id,
             count(*) FILTER (WHERE status IN ('SUBMITTED', 'UNDER_REVIEW')) AS waiting,
             count(*) FILTER (WHERE status = 'APPROVED') AS approved,
             count(*) FILTER (WHERE status = 'ACTIVE') AS active,
             coalesce(sum(principal_outstanding_minor) FILTER (WHERE status = 'ACTIVE'), 0)
               AS outstanding_minor,
             coalesce(sum(principal_outstanding_minor) FILTER (
               WHERE status = 'ACTIVE' AND oldest_unpaid_due_on < :day), 0) AS late_minor,
             coalesce(sum(principal_outstanding_minor) FILTER (
               WHERE status = 'ACTIVE' AND oldest_unpaid_due_on < CAST(:day AS date) - 30), 0)
               AS late_30_minor
        FROM loan.loan
       WHERE status IN ('SUBMITTED', 'UNDER_REVIEW', 'APPROVED', 'ACTIVE')
       GROUP BY currency, branch_id, officer_id
       ORDER BY currency, branch_id, officer_id
      """;

  private static final String CLOSE_KEPT =
      """
      SELECT currency, branch_id, officer_id, waiting, approved, active, outstanding_minor,
             late_minor, late_30_minor
        FROM loan.portfolio_of_day
       WHERE day = :day
       ORDER BY currency, branch_id, officer_id
      """;

  /** Something was late, and some of it for more than 30 days. */
  private static final String DAYS_WITH_BOTH =
      """
      SELECT count(*)
        FROM loan.portfolio_of_day
       WHERE late_minor > late_30_minor
         AND late_30_minor > 0
      """;

  private static final int DUE_DATES = 5;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final LoanStore loans;
  private final PortfolioFigures figures;
  private final PortfolioDays days;
  private final List<UUID> branches = List.of(Ids.next(), Ids.next());
  private final List<UUID> officers = List.of(Ids.next(), Ids.next());
  private final UUID borrower = Ids.next();

  PortfolioFiguresDbTest(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.loans = new LoanStore(jdbc);
    this.figures = new PortfolioFigures(jdbc);
    this.days = new PortfolioDays(jdbc);
    for (UUID branch : branches) {
      jdbc.sql("INSERT INTO organization.branch (id, code, name) VALUES (:id, :code, 'Branch')")
          .param("id", branch)
          .param("code", branch.toString())
          .update();
    }
    jdbc.sql(
            """
            INSERT INTO borrower.borrower (id, number, kind, name, branch_id, status)
            VALUES (:id, :number, 'PERSON', 'Maria', :branch, 'ACTIVE')
            """)
        .param("id", borrower)
        .param("number", borrower.toString())
        .param("branch", branches.getFirst())
        .update();
  }

  @Test
  void theyAreRightAfterWhateverHappensToLoans() {
    Random random = new Random(20260302);
    List<UUID> made = new ArrayList<>();
    for (int step = 0; step < 200; step++) {
      if (made.isEmpty() || random.nextInt(4) == 0) {
        made.add(apply(random));
      } else {
        change(made.get(random.nextInt(made.size())), random);
      }
      if (random.nextInt(8) == 0) {
        handOver(random);
      }
      if (random.nextInt(20) == 0) {
        figures.putTogether();
      }
      assertThat(rows(KEPT)).as("step %d", step).isEqualTo(rows(COUNTED));
      assertThat(rows(AGES_KEPT)).as("step %d", step).isEqualTo(rows(AGES_COUNTED));
    }

    figures.putTogether();

    assertThat(rows(KEPT)).isEqualTo(rows(COUNTED));
    assertThat(jdbc.sql("SELECT count(*) FROM loan.portfolio_change").query(Long.class).single())
        .as("rows left: branches, officers, states")
        .isLessThanOrEqualTo(2L * 3 * 9);
    assertThat(rows(AGES_KEPT)).isEqualTo(rows(AGES_COUNTED));
    assertThat(jdbc.sql("SELECT count(*) FROM loan.ageing_change").query(Long.class).single())
        .as("rows left: branches, officers, due dates")
        .isLessThanOrEqualTo(2L * 3 * (DUE_DATES + 1));
  }

  /** As a close did before there were sums: it read each loan that was late. */
  @Test
  void whatACloseKeepsOfADayIsWhatReadingAllLoansGives() {
    Random random = new Random(30);
    List<UUID> made = new ArrayList<>();
    LocalDate day = DISBURSED_ON;
    for (int i = 0; i < 150; i++) {
      made.add(apply(random));
      change(made.get(random.nextInt(made.size())), random);
      if (random.nextInt(10) == 0) {
        handOver(random);
      }
      if (random.nextInt(20) == 0) {
        figures.putTogether();
      }
      if (i % 10 == 0) {
        day = day.plusDays(13);
        days.keep(day);
        assertThat(ofDay(CLOSE_KEPT, day)).as("%s", day).isEqualTo(ofDay(CLOSE_COUNTED, day));
      }
    }
    assertThat(jdbc.sql(DAYS_WITH_BOTH).query(Long.class).single()).isPositive();
    List<Map<String, @Nullable Object>> before = ofDay(CLOSE_KEPT, day);
    change(made.getFirst(), random);
    days.keep(day);
    assertThat(ofDay(CLOSE_KEPT, day)).as("what is kept stays").isEqualTo(before);
  }

  private List<Map<String, @Nullable Object>> ofDay(String sql, LocalDate day) {
    return jdbc.sql(sql).param("day", day).query().listOfRows();
  }

  @Test
  void whatIsNotCommittedIsPutTogetherLater() {
    Random random = new Random(1);
    apply(random);
    apply(random);

    transaction.executeWithoutResult(_ -> {
      apply(random);
      putTogetherElsewhere();
      apply(random);
    });

    assertThat(rows(KEPT)).isEqualTo(rows(COUNTED));
    figures.putTogether();
    assertThat(rows(KEPT)).isEqualTo(rows(COUNTED));
  }

  @Test
  void aChangeThatIsRolledBackLeavesNoTrace() {
    Random random = new Random(2);
    List<Map<String, @Nullable Object>> before = rows(KEPT);

    transaction.executeWithoutResult(status -> {
      apply(random);
      status.setRollbackOnly();
    });

    assertThat(rows(KEPT)).isEqualTo(before);
  }

  private void putTogetherElsewhere() {
    Thread other = Thread.ofVirtual().start(figures::putTogether);
    try {
      other.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<Map<String, @Nullable Object>> rows(String sql) {
    return jdbc.sql(sql).query().listOfRows();
  }

  private UUID apply(Random random) {
    Loan usual = application();
    int officer = random.nextInt(3);
    Parties parties =
        new Parties(
            borrower, branches.get(random.nextInt(2)), officer == 2 ? null : officers.get(officer));
    Loan loan =
        new Loan(
            usual.id(),
            usual.number(),
            parties,
            usual.application(),
            usual.terms(),
            usual.state(),
            usual.standing());
    jdbc.sql("INSERT INTO product.product (id, name, current_version) VALUES (:id, :name, 1)")
        .param("id", loan.application().productId())
        .param("name", loan.number())
        .update();
    jdbc.sql(
            """
            INSERT INTO product.version (product_id, version, currency, definition, made_by)
            VALUES (:id, 1, 'EUR', '{}', :id)
            """)
        .param("id", loan.application().productId())
        .update();
    loans.insert(loan);
    return loan.id();
  }

  private void change(UUID id, Random random) {
    Loan loan = loans.find(id, Reach.everything()).orElseThrow();
    LoanState.Approved approved = new LoanState.Approved(DISBURSED_ON, euros("1000.00"));
    LoanState.Active active = new LoanState.Active(approved, DISBURSED_ON, euros("900.00"));
    LoanState next =
        switch (random.nextInt(6)) {
          case 0 -> new LoanState.UnderReview();
          case 1 -> new LoanState.Rejected("too much");
          case 2 -> approved;
          case 3 -> new LoanState.Closed(active, DISBURSED_ON, ClosedReason.REPAID);
          case 4 -> new LoanState.WrittenOff(active, active.on());
          default -> active;
        };
    boolean owes = next instanceof LoanState.Active || next instanceof LoanState.WrittenOff;
    LocalDate unpaid =
        next instanceof LoanState.Active && random.nextInt(4) > 0
            ? DISBURSED_ON.plusMonths(1 + random.nextInt(DUE_DATES))
            : null;
    loans.save(loan.in(next, owing(owes ? random.nextInt(90_000) : 0, unpaid)));
  }

  private void handOver(Random random) {
    int officer = random.nextInt(3);
    List<UUID> open = loans.lockOf(borrower);
    loans.reassign(
        open.subList(0, open.size() / 2),
        branches.get(random.nextInt(2)),
        officer == 2 ? null : officers.get(officer));
  }

  private static Progress owing(long minor, @Nullable LocalDate unpaid) {
    Progress none = Progress.none(EUR);
    Money zero = Money.zero(EUR);
    return new Progress(
        LocalDate.EPOCH,
        new Split(new Money(minor, EUR), zero, zero, zero),
        none.paid(),
        unpaid,
        unpaid == null ? zero : new Money(1, EUR),
        null,
        1,
        null);
  }
}
