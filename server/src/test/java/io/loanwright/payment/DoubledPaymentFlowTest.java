package io.loanwright.payment;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The same command twice moves money once, and commands on one loan wait for each other. */
@FlowTest
class DoubledPaymentFlowTest {

  private final Lending lending;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  DoubledPaymentFlowTest(People people, JdbcClient jdbc, TransactionTemplate transaction) {
    this.lending = new Lending(people);
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Test
  void aRepeatGetsTheFirstAnswerAndAnotherBodyIsRefused() {
    UUID loan = lending.active("1200.00", TODAY);
    Http once = lending.teller().idempotent();
    Answer first = once.post("/api/payments/" + loan, Lending.cash("10.00", TODAY)).expect(201);

    Answer again = once.post("/api/payments/" + loan, Lending.cash("10.00", TODAY)).expect(201);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(payments(loan)).isEqualTo(1);
    once.post("/api/payments/" + loan, Lending.cash("11.00", TODAY))
        .expectProblem(409, "idempotency-key-reused");
    lending
        .teller()
        .post("/api/payments/" + loan, Lending.cash("10.00", TODAY))
        .expectProblem(400, "idempotency-key-required");
  }

  @Test
  void whoWaitsForALoanInVainIsToldSoAndMayTryAgain() {
    UUID loan = lending.active("1200.00", TODAY);
    Http once = lending.teller().idempotent();
    transaction.executeWithoutResult(_ -> {
      jdbc.sql("SELECT id FROM loan.loan WHERE id = :loan FOR UPDATE")
          .param("loan", loan)
          .query(UUID.class)
          .single();
      once.post("/api/payments/" + loan, Lending.cash("10.00", TODAY)).expectProblem(409, "busy");
    });

    once.post("/api/payments/" + loan, Lending.cash("10.00", TODAY)).expect(201);
    assertThat(payments(loan)).isEqualTo(1);
  }

  @Test
  void aRefusedCommandLeavesItsKeyFree() {
    UUID loan = lending.application("1200.00");
    Http once = lending.accountant().idempotent();
    once.post("/api/payments/" + loan, Lending.cash("10.00", TODAY))
        .expectProblem(409, "wrong-status");
    lending.approve(lending.manager(), loan).expect(200);
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);

    once.post("/api/payments/" + loan, Lending.cash("10.00", TODAY)).expect(201);
  }

  @Test
  void aDisbursementIsRepeatedWithoutPayingOutTwice() {
    UUID loan = lending.application("1200.00");
    lending.approve(lending.manager(), loan).expect(200);
    Http once = lending.accountant().idempotent();
    String path = "/api/loans/" + loan + "/disburse";
    Answer first = once.post(path, Map.of("on", TODAY)).expect(200);

    assertThat(once.post(path, Map.of("on", TODAY)).expect(200).body()).isEqualTo(first.body());
    lending.disburse(lending.accountant(), loan, TODAY).expectProblem(409, "already-disbursed");
  }

  @Test
  void twoOfTheSameAtTheSameTimeAreOnePayment() throws Exception {
    UUID loan = lending.active("1200.00", TODAY);
    Http once = lending.teller().idempotent();

    List<Answer> answers =
        atOnce(6, _ -> once.post("/api/payments/" + loan, Lending.cash("10.00", TODAY)));

    assertThat(answers).allSatisfy(answer -> answer.expect(201));
    assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
    assertThat(payments(loan)).isEqualTo(1);
  }

  @Test
  void paymentsOnOneLoanAtTheSameTimeAreTakenOneByOne() throws Exception {
    UUID loan = lending.active("1200.00", TODAY);

    List<Answer> answers = atOnce(8, _ -> lending.pay(lending.teller(), loan, "200.00", TODAY));

    List<Answer> taken = answers.stream().filter(answer -> answer.status() == 201).toList();
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .isNotEmpty()
        .allSatisfy(answer -> answer.expectProblem(409, "loan-closed"));
    assertThat(taken)
        .extracting(answer -> answer.text("/receiptNumber").replaceAll(".*-", ""))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, taken.size()).mapToObj("%03d"::formatted).toList());
    BigDecimal principal = BigDecimal.ZERO;
    for (JsonNode payment : list(loan)) {
      principal = principal.add(new BigDecimal(payment.at("/allocation/principal").asString()));
    }
    assertThat(principal).as("as they stand once the last has paid off").isEqualTo("1200.00");
    assertThat(lending.loan(lending.teller(), loan).text("/status")).isEqualTo("CLOSED");
  }

  @Test
  void paymentsOnManyLoansAtTheSameTimeAreTakenOrRefusedEachByItself() throws Exception {
    List<UUID> loans =
        IntStream.range(0, 8).mapToObj(_ -> lending.active("1200.00", TODAY)).toList();
    UUID waiting = lending.application("1200.00");

    List<Answer> answers =
        atOnce(
            9,
            number ->
                lending.pay(
                    lending.teller(), number < 8 ? loans.get(number) : waiting, "10.00", TODAY));

    answers.getLast().expectProblem(409, "wrong-status");
    assertThat(answers.subList(0, 8))
        .allSatisfy(
            answer -> assertThat(answer.expect(201).text("/receiptNumber")).endsWith("-001"));
    assertThat(loans)
        .allSatisfy(loan -> {
          assertThat(payments(loan)).isEqualTo(1);
          assertThat(entries(loan)).as("the payout and the payment").isEqualTo(2);
          assertThat(trail(loan)).isEqualTo(1);
        });
  }

  private int entries(UUID loan) {
    return count("SELECT count(*) FROM ledger.journal_entry WHERE source_id = :loan", loan);
  }

  private int trail(UUID loan) {
    return count(
        "SELECT count(*) FROM audit.event WHERE subject_id = :loan AND action = 'loan.repay'",
        loan);
  }

  private int count(String sql, UUID loan) {
    return jdbc.sql(sql).param("loan", loan).query(Integer.class).single();
  }

  private int payments(UUID loan) {
    return list(loan).size();
  }

  private JsonNode list(UUID loan) {
    return lending.teller().get("/api/payments?loanId=" + loan).expect(200).json().at("/items");
  }

  private interface Act {
    Answer by(int number);
  }

  private static List<Answer> atOnce(int count, Act act) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      List<Callable<Answer>> acts =
          IntStream.range(0, count).<Callable<Answer>>mapToObj(i -> () -> act.by(i)).toList();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> future : threads.invokeAll(acts)) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
