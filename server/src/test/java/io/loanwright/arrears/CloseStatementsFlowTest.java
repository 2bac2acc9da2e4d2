package io.loanwright.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Caller;
import io.loanwright.organization.BusinessDate;
import io.loanwright.organization.Organization;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import io.loanwright.testing.RecordedStatements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A close needs as many statements for one loan that something happens to as for many. */
@FlowTest
@Import(RecordedStatements.class)
@TestPropertySource(properties = "loanwright.business-date=2020-01-06")
class CloseStatementsFlowTest {

  private static final int MANY = 50;

  /** The task that helps closes looks at loans meanwhile; one for each loan would be many more. */
  private static final int TASKS_BY_THE_CLOCK = 20;

  /** What a close touches, and no other task. */
  private static final String[] TOUCHED = {
    "loan.loan",
    "loan.event",
    "loan.installment",
    "loan.default_mark",
    "loan.due_moved",
    "arrears.crossing",
    "arrears.default_due",
    "INSERT INTO audit.event",
  };

  private final People people;
  private final Closing closing;
  private final BusinessDate dates;
  private final Organization organization;
  private final RecordedStatements statements;
  private final JdbcClient jdbc;

  CloseStatementsFlowTest(
      People people,
      BusinessDate dates,
      Organization organization,
      RecordedStatements statements,
      JdbcClient jdbc) {
    this.people = people;
    this.closing = new Closing(people);
    this.dates = dates;
    this.organization = organization;
    this.statements = statements;
    this.jdbc = jdbc;
  }

  @Test
  void itCostsNoMoreStatementsForManyLoansThanForOne() {
    marksDefault();
    closing.changing();
    LocalDate first = closing.today().plusMonths(1);
    closing.until(first.minusDays(5));
    IntStream.range(0, MANY).forEach(_ -> closing.changing());
    LocalDate second = closing.today().plusMonths(1);
    closing.until(first);

    long forOne = closing();
    closing.until(second);
    long forMany = closing();

    assertThat(forOne).isPositive();
    assertThat(forMany).isLessThan(forOne + TASKS_BY_THE_CLOCK);
    assertThat(closing.day(second).json().at("/items/0/marked").asInt()).isEqualTo(MANY);
    assertThat(figuresThatChangedByNothing()).isZero();
  }

  private long figuresThatChangedByNothing() {
    return jdbc.sql(
            """
            SELECT count(*)
              FROM loan.portfolio_change
             WHERE (loans, disbursed_minor, outstanding_minor) = (0, 0, 0)
            """)
        .query(Long.class)
        .single();
  }

  /** Closes a day without a job, whose progress is a matter of time. */
  private long closing() {
    LocalDate today = organization.businessDate();
    statements.begin();
    dates.closeOne(Caller.system("test"), today);
    dates.finishHere();
    return statements.end(TOUCHED);
  }

  private void marksDefault() {
    List<Map<String, Object>> classes = new ArrayList<>();
    people
        .administrator()
        .get("/api/arrears/classes")
        .as(ArrearsClassFlowTest.Table.class)
        .classes()
        .forEach(each -> classes.add(new HashMap<>(each)));
    classes.get(1).put("marksDefault", true);
    people.administrator().put("/api/arrears/classes", Map.of("classes", classes)).expect(200);
  }
}
