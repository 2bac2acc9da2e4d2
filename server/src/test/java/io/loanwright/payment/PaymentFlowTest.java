package io.loanwright.payment;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Early, late, partial, too much, for one installment, with an earlier date.
 *
 * <p>The usual loan is 1,200.00 over 6 months at 1 % a month: installments of 207.06, the first one
 * 12.00 interest and 195.06 principal, the second 10.05 and 197.01.
 */
@FlowTest
class PaymentFlowTest {

  private final People people;
  private final Lending lending;

  PaymentFlowTest(People people) {
    this.people = people;
    this.lending = new Lending(people);
  }

  @Test
  void payingAllOnTheFirstDayCostsNoInterestAndSettlesEarly() {
    UUID loan = lending.active("1200.00", TODAY);

    Answer taken = lending.pay(lending.teller(), loan, "1200.00", TODAY).expect(201);

    assertThat(taken.text("/loanStatus")).isEqualTo("CLOSED");
    assertThat(taken.text("/allocation/principal")).isEqualTo("1200.00");
    assertThat(taken.text("/allocation/interest")).isEqualTo("0.00");
    assertThat(lending.loan(lending.teller(), loan).text("/closedReason"))
        .isEqualTo("SETTLED_EARLY");
  }

  @Test
  void whatIsNotOwedGoesToTheWalletAndCanPayAnotherLoan() {
    UUID borrower = lending.borrower();
    UUID product = lending.product(Map.of("approvalSteps", List.of()));
    UUID first = applied(borrower, product, "1200.00");
    UUID second = applied(borrower, product, "1000.00");

    Answer taken = lending.pay(lending.teller(), first, "1500.00", TODAY).expect(201);

    assertThat(taken.text("/allocation/excess")).isEqualTo("300.00");
    assertThat(taken.text("/loanStatus")).isEqualTo("CLOSED");
    assertThat(wallet(borrower)).isEqualTo("300.00");
    Map<String, Object> tooMuch = fromWallet("300.01");
    lending
        .teller()
        .idempotent()
        .post("/api/payments/" + second, tooMuch)
        .expectProblem(422, "wallet-overdrawn");
    lending
        .teller()
        .post("/api/payments/" + second + "/preview", tooMuch)
        .expectProblem(422, "wallet-overdrawn");
    lending.teller().idempotent().post("/api/payments/" + second, fromWallet("120.00")).expect(201);
    assertThat(wallet(borrower)).isEqualTo("180.00");
    lending.pay(lending.teller(), first, "1.00", TODAY).expectProblem(409, "loan-closed");
  }

  @Test
  void aWalletPaysNothingOnADayBeforeItsMoneyCame() {
    UUID borrower = lending.borrower();
    UUID product = lending.product(Map.of("approvalSteps", List.of()));
    UUID first = applied(borrower, product, "1200.00");
    UUID second = lending.apply(lending.officer(), borrower, product, "1000.00").expect(201).id();
    lending.disburse(lending.accountant(), second, "2026-01-05").expect(200);
    lending.pay(lending.teller(), first, "1500.00", TODAY).expect(201);
    Map<String, Object> earlier =
        Map.of("amount", "100.00", "on", "2026-02-10", "channel", "WALLET");
    String path = "/api/payments/" + second;

    Answer refused = lending.accountant().idempotent().post(path, earlier);

    assertThat(refused.expectProblem(422, "wallet-overdrawn").text("/errors/0/field"))
        .isEqualTo("on");
    lending.accountant().post(path + "/preview", earlier).expectProblem(422, "wallet-overdrawn");
    assertThat(wallet(borrower)).isEqualTo("300.00");
    lending.accountant().idempotent().post(path, fromWallet("100.00")).expect(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOAN_OFFICER", "FIELD_OFFICER"})
  void whoMayNotMoveTheWalletMayNotPayWithIt(String role) {
    Http who = people.as(role);
    UUID borrower = lending.borrower(who);
    UUID product = lending.product(Map.of());
    UUID loan = lending.apply(people.administrator(), borrower, product, "500.00").expect(201).id();
    lending.approve(lending.manager(), loan).expect(200);
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    String path = "/api/payments/" + loan;

    who.idempotent().post(path, fromWallet("1.00")).expectProblem(403, "wallet-not-permitted");
    who.post(path + "/preview", fromWallet("1.00")).expectProblem(403, "wallet-not-permitted");
    lending.pay(who, loan, "1.00", TODAY).expect(201);
    lending
        .teller()
        .idempotent()
        .post(path, fromWallet("1.00"))
        .expectProblem(422, "wallet-overdrawn");
  }

  @Test
  void aLatePaymentPaysTheOldestInstallmentAndTheLoanIsOverdueUntilThen() {
    UUID loan = lending.active("1200.00", "2025-12-02");
    Answer overdue = lending.loan(lending.officer(), loan);
    assertThat(overdue.text("/daysPastDue")).isEqualTo("59");
    String preview = "/api/payments/" + loan + "/preview";
    Answer first = lending.teller().post(preview, Lending.cash("207.06", TODAY)).expect(200);
    assertThat(first.text("/before/overdue")).isEqualTo("414.12");
    assertThat(first.text("/before/outstanding")).isEqualTo(overdue.text("/outstanding/total"));
    assertThat(first.text("/overdue")).isEqualTo("207.06");
    assertThat(lending.officer().get("/api/payments/overdue?limit=200").expect(200).body())
        .contains(loan.toString());
    assertThat(lending.officer().get("/api/loans?overdue=true&limit=200").expect(200).body())
        .contains(loan.toString());

    Answer taken = lending.pay(lending.teller(), loan, "207.06", TODAY).expect(201);

    assertThat(taken.text("/allocation/interest")).isEqualTo("12.00");
    assertThat(taken.text("/allocation/principal")).isEqualTo("195.06");
    assertThat(row(loan, 0)).isEqualTo("PAID_LATE");
    assertThat(lending.loan(lending.officer(), loan).text("/daysPastDue")).isEqualTo("28");
  }

  /** Two installments are past due, with 12.00 and 10.05 of interest. */
  @Test
  void aProductSaysWhetherInstallmentsOrPartsComeFirst() {
    UUID loan = lateWith(Map.of("allocationDirection", "VERTICAL"));

    Answer taken = lending.pay(lending.teller(), loan, "30.00", TODAY).expect(201);

    assertThat(taken.text("/allocation/interest")).isEqualTo("22.05");
    assertThat(taken.text("/allocation/principal")).isEqualTo("7.95");
  }

  /** What is due today goes before what is past due: 1 % of 1200.00 - 195.06 - 197.01 = 8.08. */
  @Test
  void aProductSaysStepByStepWhatIsPaidFirst() {
    List<String> steps =
        Stream.of("DUE", "PAST_DUE", "IN_ADVANCE")
            .flatMap(dueness ->
                Stream.of("PENALTY", "FEE", "INTEREST", "PRINCIPAL")
                    .map(part -> dueness + "_" + part))
            .toList();
    UUID loan = lateWith(Map.of("allocationSteps", steps));

    Answer taken = lending.pay(lending.teller(), loan, "8.08", TODAY).expect(201);

    assertThat(taken.text("/allocation/interest")).isEqualTo("8.08");
    assertThat(row(loan, 0)).isEqualTo("OVERDUE");
    assertThat(lending.teller().get("/api/loans/" + loan + "/schedule").text("/rows/2/paid"))
        .isEqualTo("8.08");
  }

  @Test
  void aPartOfAnInstallmentPaysInterestFirst() {
    UUID loan = lending.active("1200.00", "2026-02-10");

    Answer taken = lending.pay(lending.teller(), loan, "100.00", TODAY).expect(201);

    assertThat(taken.text("/allocation/interest")).isEqualTo("12.00");
    assertThat(taken.text("/allocation/principal")).isEqualTo("88.00");
    assertThat(row(loan, 0)).isEqualTo("PARTIAL");
    assertThat(lending.teller().get("/api/loans/" + loan + "/schedule").text("/rows/0/outstanding"))
        .isEqualTo("107.06");
  }

  @Test
  void aPaymentIsMeantForOneInstallment() {
    UUID loan = lending.active("1200.00", "2025-12-02");
    Map<String, Object> second = new HashMap<>(Lending.cash("207.06", TODAY));
    second.put("targetInstallment", 2);

    lending.teller().idempotent().post("/api/payments/" + loan, second).expect(201);

    assertThat(row(loan, 0)).isEqualTo("OVERDUE");
    assertThat(row(loan, 1)).isEqualTo("PAID_LATE");
    lending
        .teller()
        .idempotent()
        .post("/api/payments/" + loan, second)
        .expectProblem(409, "installment-paid");
    second.put("targetInstallment", 7);
    lending
        .teller()
        .idempotent()
        .post("/api/payments/" + loan, second)
        .expectProblem(422, "installment-unknown");
  }

  /** The second installment was paid with the money that now turns out to be the first's. */
  @Test
  void anEarlierDateIsReplayedAndOnlyForWhoMayBackdate() {
    UUID loan = lending.active("1200.00", "2025-12-02");
    Answer later = lending.pay(lending.accountant(), loan, "207.06", "2026-02-02").expect(201);
    assertThat(later.text("/allocation/interest")).isEqualTo("12.00");
    lending
        .pay(lending.teller(), loan, "207.06", "2026-01-02")
        .expectProblem(403, "backdate-not-permitted");

    Answer earlier = lending.pay(lending.accountant(), loan, "207.06", "2026-01-02").expect(201);

    assertThat(earlier.text("/allocation/interest")).isEqualTo("12.00");
    Answer moved = lending.teller().get("/api/payments/" + later.id()).expect(200);
    assertThat(moved.text("/allocation/interest")).isEqualTo("10.05");
    assertThat(moved.text("/allocation/principal")).isEqualTo("197.01");
    assertThat(row(loan, 0)).isEqualTo("PAID");
    assertThat(row(loan, 1)).isEqualTo("PAID");
    Answer then = lending.officer().get("/api/loans/" + loan + "?asOf=2026-01-10").expect(200);
    assertThat(then.text("/nextDue/on")).isEqualTo("2026-02-02");
  }

  @Test
  void aPreviewSaysTheSameAndKeepsNothing() {
    UUID loan = lending.active("1200.00", "2026-02-02");

    Answer seen =
        lending
            .officer()
            .post("/api/payments/" + loan + "/preview", Lending.cash("207.06", TODAY))
            .expect(200);
    Answer taken = lending.pay(lending.teller(), loan, "207.06", TODAY).expect(201);

    assertThat(seen.json().at("/allocation")).isEqualTo(taken.json().at("/allocation"));
    assertThat(seen.text("/loanStatus")).isEqualTo("ACTIVE");
    assertThat(seen.text("/before/nextDue/amount")).isEqualTo("207.06");
    assertThat(seen.text("/before/nextDue/on")).isLessThan(seen.text("/nextDue/on"));
    assertThat(seen.json().has("id")).isFalse();
    assertThat(taken.text("/receiptNumber")).endsWith("-001");
  }

  @Test
  void datesThatCannotBeAreRefused() {
    UUID loan = lending.active("1200.00", "2026-02-02");

    lending
        .pay(lending.accountant(), loan, "10.00", "2026-03-03")
        .expectProblem(422, "date-in-future");
    lending
        .pay(lending.accountant(), loan, "10.00", "2026-02-01")
        .expectProblem(422, "date-before-disbursement");
  }

  @Test
  void paymentsAreListedByFilterPageAndOrder() {
    UUID loan = lending.active("1200.00", "2025-12-02");
    UUID cash = lending.pay(lending.accountant(), loan, "30.00", "2026-01-05").expect(201).id();
    UUID bank =
        lending
            .accountant()
            .idempotent()
            .post(
                "/api/payments/" + loan,
                Map.of("amount", "20.00", "on", "2026-01-06", "channel", "BANK"))
            .expect(201)
            .id();
    String all = "/api/payments?loanId=" + loan;

    Answer first = lending.officer().get(all + "&sort=amount&limit=1").expect(200);
    assertThat(first.text("/items/0/id")).isEqualTo(bank.toString());
    Answer next =
        lending
            .officer()
            .get(all + "&sort=amount&limit=1&cursor=" + first.text("/next"))
            .expect(200);
    assertThat(next.text("/items/0/id")).isEqualTo(cash.toString());
    assertThat(next.json().get("next").isNull()).isTrue();
    assertThat(lending.officer().get(all + "&channel=CASH").json().at("/items")).hasSize(1);
    assertThat(lending.officer().get(all + "&from=2026-01-06").json().at("/items")).hasSize(1);
    assertThat(lending.officer().get(all + "&status=REVERSED").json().at("/items")).isEmpty();
    lending
        .officer()
        .get(all + "&cursor=" + first.text("/next"))
        .expectProblem(400, "invalid-cursor");
  }

  private UUID applied(UUID borrower, UUID product, String principal) {
    UUID loan = lending.apply(lending.officer(), borrower, product, principal).expect(201).id();
    lending.disburse(lending.accountant(), loan, TODAY).expect(200);
    return loan;
  }

  private static Map<String, Object> fromWallet(String amount) {
    return Map.of("amount", amount, "on", TODAY, "channel", "WALLET");
  }

  private String wallet(UUID borrower) {
    return lending
        .teller()
        .get("/api/wallets?borrowerId=" + borrower)
        .expect(200)
        .text("/items/0/balance");
  }

  private UUID lateWith(Map<String, Object> terms) {
    return lending.active(lending.borrower(), lending.product(terms), "1200.00", "2025-12-02");
  }

  private String row(UUID loan, int index) {
    return lending
        .teller()
        .get("/api/loans/" + loan + "/schedule")
        .expect(200)
        .text("/rows/" + index + "/status");
  }
}
