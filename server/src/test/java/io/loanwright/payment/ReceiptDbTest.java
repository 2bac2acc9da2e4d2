package io.loanwright.payment;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.testing.DbTest;
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
}
