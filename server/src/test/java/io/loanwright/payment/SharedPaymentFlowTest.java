package io.loanwright.payment;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import io.loanwright.access.Permission;
import io.loanwright.access.Scope;
import io.loanwright.loan.Channel;
import io.loanwright.loan.Commands;
import io.loanwright.loan.Lending;
import io.loanwright.loan.Outcome;
import io.loanwright.loan.Refusal;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import io.loanwright.together.NotShared;
import io.loanwright.together.Rows;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Payments that share a transaction know their loans from the lock, and do not harm each other. */
@FlowTest
class SharedPaymentFlowTest {

  private static final Caller PROGRAM = Caller.system("test");

  private final Lending lending;
  private final Payments payments;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  SharedPaymentFlowTest(
      People people, Payments payments, JdbcClient jdbc, TransactionTemplate transaction) {
    this.lending = new Lending(people);
    this.payments = payments;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Test
  void whatTakesMoneyOutOfAWalletIsLeftOutAndTheOtherIsTaken() {
    UUID cash = lending.active("1200.00", TODAY);
    UUID wallet = lending.active("1200.00", TODAY);

    transaction.executeWithoutResult(status ->
        Rows.gather(() -> {
          assertThat(payments.lockFree(Set.of(cash, wallet)))
              .containsExactlyInAnyOrder(cash, wallet);
          assertThatThrownBy(() -> Rows.attempt(() -> take(PROGRAM, wallet, Channel.WALLET)))
              .isInstanceOf(NotShared.class);
          assertThat(status.isRollbackOnly()).isFalse();
          assertThat(Rows.attempt(() -> take(PROGRAM, cash, Channel.CASH)))
              .isInstanceOf(Outcome.Done.class);
        }));

    assertThat(paid(cash)).isEqualTo(1);
    assertThat(paid(wallet)).isZero();
  }

  @Test
  void aLoanOutOfReachIsNotThereThoughItWasLocked() {
    UUID loan = lending.active("1200.00", TODAY);
    Caller elsewhere =
        new Caller(
            Ids.next(),
            "Somebody else",
            "TELLER",
            Map.of(Permission.PAYMENT_RECORD, Scope.BRANCH),
            List.of(),
            Ids.next(),
            null,
            Origin.LOCAL);

    transaction.executeWithoutResult(_ ->
        Rows.gather(() -> {
          payments.lockFree(Set.of(loan));
          assertThat(Rows.attempt(() -> take(elsewhere, loan, Channel.CASH)))
              .isEqualTo(new Outcome.Refused<>(new Refusal.LoanUnknown()));
        }));

    assertThat(paid(loan)).isZero();
  }

  @Test
  void aPaymentOfThePastWaitsForTheOthersToo() {
    UUID first = lending.active("1200.00", "2026-02-02");
    UUID second = lending.active("1200.00", "2026-02-02");

    transaction.executeWithoutResult(_ ->
        Rows.gather(() -> {
          payments.lockFree(Set.of(first, second));
          assertThat(Rows.attempt(() -> take(PROGRAM, first, Channel.CASH, "2026-02-27")))
              .isInstanceOf(Outcome.Done.class);
          assertThat(paid(first)).isZero();
          assertThat(Rows.attempt(() -> take(PROGRAM, second, Channel.CASH, "2026-02-27")))
              .isInstanceOf(Outcome.Done.class);
        }));

    assertThat(paid(first)).isEqualTo(1);
    assertThat(paid(second)).isEqualTo(1);
  }

  private Outcome<PaymentTaken> take(Caller caller, UUID loan, Channel channel) {
    return take(caller, loan, channel, TODAY);
  }

  private Outcome<PaymentTaken> take(Caller caller, UUID loan, Channel channel, String on) {
    return payments.take(
        caller,
        loan,
        new Commands.Repay(Ids.next(), "10.00", LocalDate.parse(on), channel, null, null));
  }

  private int paid(UUID loan) {
    return jdbc.sql("SELECT count(*) FROM payment.payment WHERE loan_id = :loan")
        .param("loan", loan)
        .query(Integer.class)
        .single();
  }
}
