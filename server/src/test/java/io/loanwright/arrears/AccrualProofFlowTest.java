package io.loanwright.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.loanwright.audit.Sealing;
import io.loanwright.audit.proof.Difference;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What somebody changes of interest that accrues, behind the program's back, is found. */
@FlowTest
@TestPropertySource(properties = "loanwright.business-date=2019-01-01")
class AccrualProofFlowTest {

  private final Closing closing;
  private final Verifier verifier;
  private final Sealing sealing;
  private final OwnerDatabase owner;
  private final JdbcClient jdbc;

  AccrualProofFlowTest(
      People people, Verifier verifier, Sealing sealing, OwnerDatabase owner, JdbcClient jdbc) {
    this.closing = new Closing(people);
    this.verifier = verifier;
    this.sealing = sealing;
    this.owner = owner;
    this.jdbc = jdbc;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          receivable   | arrears.accrual     | receivable_minor = receivable_minor + 1 | product_id = 'PRODUCT' AND day = 'DAY'
          suspended    | arrears.accrual     | suspended_minor = suspended_minor + 1   | product_id = 'PRODUCT' AND day = 'DAY'
          account 1220 | ledger.journal_line | amount_minor = amount_minor + 1         | entry_id = 'ENTRY'
          account 1220 | ledger.journal_entry | source_type = 'other'                  | id = 'ENTRY'
          """)
  void aChangedRowIsNamed(String part, String table, String change, String where)
      throws SQLException {
    UUID product = productOf(closing.loan(new HashMap<>(Map.of("accounting", "ACCRUAL"))));
    LocalDate day = closing.today().plusDays(2);
    closing.until(day.plusDays(1));
    String rows =
        where
            .replace("PRODUCT", product.toString())
            .replace("DAY", day.toString())
            .replace("ENTRY", entry(product, day).toString());
    await()
        .until(() -> {
          sealing.sealAll();
          return sealing.state().waiting() == 0;
        });
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      connection.setAutoCommit(false);
      statement.execute("CREATE TEMP TABLE kept AS SELECT * FROM " + table + " WHERE " + rows);
      statement.execute("UPDATE " + table + " SET " + change + " WHERE " + rows);
      connection.commit();
      try {
        assertThat(verifier.verify().first())
            .extracting(Difference::record)
            .anyMatch(found ->
                found.startsWith("interest of branch ")
                    && found.endsWith("product " + product + ", EUR, " + part));
      } finally {
        statement.execute("DELETE FROM " + table + " WHERE " + rows);
        statement.execute("INSERT INTO " + table + " OVERRIDING SYSTEM VALUE SELECT * FROM kept");
        connection.commit();
      }
    }
    assertThat(verifier.verify().first()).isEmpty();
  }

  private UUID productOf(UUID loan) {
    return UUID.fromString(closing.read(loan).text("/productId"));
  }

  private UUID entry(UUID product, LocalDate day) {
    return jdbc.sql(
            """
            SELECT id
              FROM ledger.journal_entry
             WHERE source_type = 'accrual' AND source_id = :product AND business_date = :day
            """)
        .param("product", product)
        .param("day", day)
        .query(UUID.class)
        .single();
  }
}
