package io.loanwright.loan.store;

import static io.loanwright.loan.LoanFixtures.DISBURSED_ON;
import static io.loanwright.loan.LoanFixtures.EUR;
import static io.loanwright.loan.LoanFixtures.application;
import static io.loanwright.loan.LoanFixtures.disbursement;
import static io.loanwright.loan.LoanFixtures.euros;
import static io.loanwright.loan.LoanFixtures.repayment;
import static io.loanwright.loan.LoanFixtures.twelveMonths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.access.Caller;
import io.loanwright.access.Reach;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.loan.EventSplit;
import io.loanwright.loan.FrozenSchedule;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.RecordedEvent;
import io.loanwright.loan.ScheduleRow;
import io.loanwright.loan.rule.PostingRules;
import io.loanwright.loan.rule.Replaying;
import io.loanwright.product.Accounting;
import io.loanwright.testing.DbTest;
import io.loanwright.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is stored of a loan comes back as it was, and what must not be stored is refused. */
@DbTest
class LoanStoreDbTest {

  private final TestDatabase database;
  private final JdbcClient jdbc;
  private final LoanStore loans;
  private final EventStore events;
  private final ProjectionStore projections;

  LoanStoreDbTest(TestDatabase database) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.loans = new LoanStore(jdbc);
    this.events = new EventStore(jdbc);
    this.projections = new ProjectionStore(jdbc);
  }

  /** Stores an application, with the borrower, the branch and the product that it names. */
  private Loan stored() {
    Loan application = application();
    jdbc.sql("INSERT INTO organization.branch (id, code, name) VALUES (:id, :code, 'Main')")
        .param("id", application.parties().branchId())
        .param("code", application.number())
        .update();
    jdbc.sql(
            """
            INSERT INTO borrower.borrower (id, number, kind, name, branch_id, status)
            VALUES (:id, :number, 'PERSON', 'Maria', :branch, 'ACTIVE')
            """)
        .param("id", application.parties().borrowerId())
        .param("number", application.number())
        .param("branch", application.parties().branchId())
        .update();
    jdbc.sql("INSERT INTO product.product (id, name, current_version) VALUES (:id, :name, 1)")
        .param("id", application.application().productId())
        .param("name", application.number())
        .update();
    jdbc.sql(
            """
            INSERT INTO product.version (product_id, version, currency, definition, made_by)
            VALUES (:id, 1, 'EUR', '{}', :id)
            """)
        .param("id", application.application().productId())
        .update();
    loans.insert(application);
    return application;
  }

  @Test
  void anActiveLoanWithEventsAndProjectionsComesBack() {
    Loan application = stored();
    List<RecordedEvent> history =
        List.of(disbursement(), repayment(2, LocalDate.of(2026, 2, 1), euros("106.62")));
    history.forEach(event -> events.append(application.id(), event));
    LoanPosition position = Replaying.position(twelveMonths(), history, LocalDate.of(2026, 2, 10));
    LoanState.Approved approved = new LoanState.Approved(DISBURSED_ON, euros("1200.00"));
    Loan active =
        application.in(
            new LoanState.Active(approved, DISBURSED_ON, euros("1200.00")),
            Replaying.progress(position, history));
    loans.save(active);
    List<ScheduleRow> rows = ScheduleRow.of(position, Accounting.CASH);
    List<EventSplit> splits =
        history.stream().flatMap(event -> PostingRules.split(position, event).stream()).toList();
    projections.keep(active.id(), rows, splits);

    Loan found = loans.find(active.id(), Reach.everything()).orElseThrow();
    assertThat(found.state()).isEqualTo(active.state());
    assertThat(found.progress()).isEqualTo(active.progress());
    assertThat(found.terms()).isEqualTo(active.terms());
    assertThat(events.of(active.id(), EUR)).isEqualTo(history);
    assertThat(projections.installments(active.id(), EUR)).isEqualTo(rows);
    assertThat(projections.splits(active.id(), EUR)).containsExactlyInAnyOrderElementsOf(splits);
  }

  /** Schedules that were frozen as objects stay readable. */
  @Test
  void aFrozenScheduleComesBackHoweverItIsStored() {
    Loan loan = stored();
    ScheduleVersionStore schedules = new ScheduleVersionStore(jdbc);
    FrozenSchedule quote =
        new FrozenSchedule(
            FrozenSchedule.Kind.QUOTE,
            DISBURSED_ON,
            Schedule.of(twelveMonths(), DISBURSED_ON, euros("1200.00")));

    schedules.freeze(loan.id(), quote);

    assertThat(schedules.latest(loan.id(), FrozenSchedule.Kind.QUOTE, EUR)).contains(quote);
    database
        .owner()
        .sql(
            """
            UPDATE loan.schedule_version s
               SET rows = s.rows - 'lines' || jsonb_build_object('installments',
                     (SELECT jsonb_agg(jsonb_build_object(
                               'number', f[1]::int, 'kind', f[2], 'fromOn', f[3], 'dueOn', f[4],
                               'principalMinor', f[5]::bigint, 'interestMinor', f[6]::bigint,
                               'feesMinor', f[7]::bigint, 'penaltiesMinor', f[8]::bigint,
                               'balanceAfterMinor', f[9]::bigint))
                        FROM jsonb_array_elements_text(s.rows -> 'lines') AS l (line)
                       CROSS JOIN string_to_array(l.line, ' ') AS f))
             WHERE s.loan_id = :loan
            """)
        .param("loan", loan.id())
        .update();
    assertThat(schedules.latest(loan.id(), FrozenSchedule.Kind.QUOTE, EUR)).contains(quote);
  }

  /** No key of the table says so, so the triggers have to, to whoever writes. */
  @Test
  void installmentsHaveLoansThatStay() {
    stored();

    for (String statement :
        List.of(
            """
            INSERT INTO loan.installment
                   (loan_id, number, due_on, principal_minor, interest_minor, fees_minor,
                    penalties_minor, paid_principal_minor, paid_interest_minor, paid_fees_minor,
                    paid_penalties_minor)
            VALUES (gen_random_uuid(), 1, '2026-02-01', 1, 0, 0, 0, 0, 0, 0, 0)
            """,
            "UPDATE loan.installment SET loan_id = gen_random_uuid()",
            "UPDATE loan.loan SET id = gen_random_uuid()",
            "DELETE FROM loan.loan")) {
      assertThatThrownBy(() -> database.owner().sql(statement).update())
          .as(statement)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  /** Or lists in the order of what is owed would leave it out. */
  @Test
  void anApplicationIsKeptAsOwingNothing() {
    Loan application = stored();

    assertThat(
            jdbc.sql("SELECT owed_minor FROM loan.loan_owed WHERE loan_id = :id")
                .param("id", application.id())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void aLoanOutOfReachDoesNotExist() {
    Loan application = stored();

    assertThat(loans.find(application.id(), new Reach(null, null, Caller.SYSTEM_ID, null)))
        .isEmpty();
  }

  @Test
  void anEventIsNeitherChangedNorDeleted() {
    assertThatThrownBy(() -> jdbc.sql("UPDATE loan.event SET amount_minor = 0").update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc.sql("DELETE FROM loan.event").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void anActiveLoanWithoutDisbursementIsRefused() {
    Loan application = stored();

    assertThatThrownBy(() ->
            jdbc.sql("UPDATE loan.loan SET status = 'ACTIVE' WHERE id = :id")
                .param("id", application.id())
                .update())
        .isInstanceOf(DataAccessException.class);
  }
}
