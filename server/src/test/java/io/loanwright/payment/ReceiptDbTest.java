package io.loanwright.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.testing.DbTest;
import io.loanwright.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database lets among the receipts, whoever writes. */
@DbTest
class ReceiptDbTest {

  private final JdbcClient jdbc;

  ReceiptDbTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Test
  void aReceiptIsOfAPaymentWithItsNumber() {
    assertThatThrownBy(() ->
            jdbc.sql(
                    """
                    INSERT INTO payment.receipt (number, payment_id, facts)
                    VALUES ('RC-2026-000001-001', gen_random_uuid(), '{}')
                    """)
                .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasStackTraceContaining("of no payment with its number");
  }

  /** No key of the table says so, so the triggers have to, to whoever owns the database, too. */
  @Test
  void aReceiptHasAPaymentThatStays() throws SQLException {
    try (Connection connection = TestDatabase.copyOfTemplate().connect();
        Statement owner = connection.createStatement()) {
      pay(owner, 1);
      pay(owner, 2);
      owner.execute(receipt(1, 1));

      for (String refused :
          List.of(
              receipt(1, 2),
              "UPDATE payment.receipt SET number = 'RC-2'",
              "UPDATE payment.receipt SET payment_id = '%s'".formatted(id(2)),
              "UPDATE payment.payment SET receipt_number = receipt_number || 'X'",
              "UPDATE payment.payment SET id = gen_random_uuid()",
              "DELETE FROM payment.payment",
              "TRUNCATE payment.payment")) {
        assertThatThrownBy(() -> owner.execute(refused))
            .as(refused)
            .isInstanceOfSatisfying(
                SQLException.class,
                refusal -> assertThat(refusal.getSQLState()).isEqualTo("23503"));
      }
    }
  }

  /** Of a loan that is not there, which no key is asked about. */
  private static void pay(Statement owner, int place) throws SQLException {
    owner.execute("SET session_replication_role = replica");
    owner.execute(
        """
        INSERT INTO payment.payment
               (id, loan_id, loan_number, borrower_id, branch_id, receipt_number, receipt_sequence,
                amount_minor, currency, paid_on, channel, status, recorded_by, recorded_by_name,
                recorded_at)
        VALUES ('$ID', '$ID', 'LN-1', '$ID', '$ID', 'RC-$PLACE', 1, 100, 'EUR', '2026-03-02',
                'CASH', 'POSTED', '$ID', 'Theo Teller', now())
        """
            .replace("$ID", id(place))
            .replace("$PLACE", String.valueOf(place)));
    owner.execute("SET session_replication_role = origin");
  }

  private static String receipt(int number, int place) {
    return "INSERT INTO payment.receipt (number, payment_id, facts) VALUES ('RC-%d', '%s', '{}')"
        .formatted(number, id(place));
  }

  private static String id(int place) {
    return "00000000-0000-0000-0000-00000000000" + place;
  }
}
