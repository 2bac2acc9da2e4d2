package io.loanwright.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.testing.FlowTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a request asks the database for does not take forever. */
@FlowTest
class SessionLimitsFlowTest {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  SessionLimitsFlowTest(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @ParameterizedTest
  @CsvSource({
    "statement_timeout, 30s",
    "lock_timeout, 10s",
    "idle_in_transaction_session_timeout, 1min"
  })
  void eachSessionHasItsLimits(String limit, String value) {
    assertThat(
            jdbc.sql("SELECT current_setting(:limit)")
                .param("limit", limit)
                .query(String.class)
                .single())
        .isEqualTo(value);
  }

  /** The edge answers this one with 503. */
  @Test
  void aStatementThatTakesLongerIsCutOff() {
    assertThatThrownBy(() ->
            transaction.execute(_ -> {
              jdbc.sql("SET LOCAL statement_timeout = '50ms'").update();
              return jdbc.sql("SELECT pg_sleep(20)").query(String.class).single();
            }))
        .isInstanceOf(QueryTimeoutException.class);
  }
}
