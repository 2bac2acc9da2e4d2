package io.loanwright.verifier;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.audit.proof.Difference;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.loan.Lending;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of nothing that is there, and amounts that are chosen for how they are added up. */
@FlowTest
class SeldomFaultsFlowTest {

  /** Who has it is the only one who seals; it ends with the connection. */
  private static final long SEALERS = 5_324_077_001L;

  private final Lending lending;
  private final Verifier verifier;
  private final OwnerDatabase owner;

  SeldomFaultsFlowTest(People people, Verifier verifier, OwnerDatabase owner) {
    this.lending = new Lending(people);
    this.verifier = verifier;
    this.owner = owner;
  }

  /** The great amount is 2^61 - 1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          journal row ID            | audit.unsealed   | record_id  | (kind, record_id) VALUES ('journal', 'ID')
          trail row ID              | audit.unsealed   | record_id  | (kind, record_id) VALUES ('trail', 'ID')
          due on 2026-04-02, branch ID | loan.due_sum  | branch_id  | (due_on, currency, branch_id, due_minor, unpaid_minor, unpaid) VALUES ('2026-04-02', 'EUR', 'ID', 0, 0, 50)
          due on 2026-04-02, branch ID | loan.due_sum  | branch_id  | (due_on, currency, branch_id, due_minor, unpaid_minor, unpaid) VALUES ('2026-04-02', 'EUR', 'ID', 2305843009213693951, 0, 0)
          sum of account            | ledger.day_sum   | branch_id  | (account_id, currency, business_date, booked_on, branch_id, debit_minor, credit_minor) SELECT id, 'EUR', '2026-03-02', '2026-03-02', 'ID', 2305843009213693951, 0 FROM ledger.account ORDER BY code LIMIT 1
          sum of account            | ledger.month_sum | branch_id  | (account_id, currency, month, booked_month, branch_id, debit_minor, credit_minor) SELECT id, 'EUR', '2026-03-01', '2026-03-01', 'ID', 2305843009213693951, 0 FROM ledger.account ORDER BY code LIMIT 1
          flow of account           | ledger.flow_sum  | branch_id  | (business_date, account_id, currency, pattern_id, booked_on, branch_id, corrects, debit_minor, credit_minor) SELECT '2026-03-02', a.id, 'EUR', p.id, '2026-03-02', 'ID', false, 2305843009213693951, 0 FROM ledger.account a, ledger.flow_pattern p ORDER BY a.code, p.id LIMIT 1
          payments of 2026-03-02    | payment.day_sum  | branch_id  | (paid_on, currency, branch_id, channel, payments, amount_minor) VALUES ('2026-03-02', 'EUR', 'ID', 'CASH', 0, 2305843009213693951)
          split of event ID         | loan.event_split | event_id   | VALUES ('ID', 'ID', 1, 0, 0, 0, 0)
          split of event ID         | loan.event_split | event_id   | SELECT id, 'ID', 1, 0, 0, 0, 0 FROM loan.loan LIMIT 1
          installment 1 of loan ID  | loan.installment | loan_id    | (loan_id, number, due_on, principal_minor, interest_minor, fees_minor, penalties_minor, paid_principal_minor, paid_interest_minor, paid_fees_minor, paid_penalties_minor) VALUES ('ID', 1, '2026-04-02', 1, 0, 0, 0, 0, 0, 0, 0)
          event ID                  | loan.event       | id         | (loan_id, sequence, id, kind, value_date, recorded_at, recorded_by, recorded_by_name, amount_minor, payload) VALUES ('ID', 1, 'ID', 'DISBURSEMENT', '2026-03-02', now(), 'ID', 'Nobody', 1, '{}')
          event ID                  | loan.event       | id         | (loan_id, sequence, id, kind, value_date, recorded_at, recorded_by, recorded_by_name, amount_minor, payload) VALUES ('ffffffff-ffff-ffff-ffff-ffffffffffff', 1, 'ID', 'DISBURSEMENT', '2026-03-02', now(), 'ID', 'Nobody', 1, '{}')
          """)
  void aRowThatNothingElseMissesIsNamed(String record, String table, String column, String row)
      throws SQLException {
    lending.active("1200.00", TODAY);
    String id = UUID.randomUUID().toString();

    Verdict verdict =
        whileThere(
            "INSERT INTO " + table + " " + row.replace("ID", id),
            "DELETE FROM " + table + " WHERE " + column + " = '" + id + "'");

    assertThat(verdict.first())
        .extracting(Difference::record)
        .anyMatch(found -> found.startsWith(record.replace("ID", id)));
    assertThat(verifier.verify().differences()).isZero();
  }

  /** Verifies while a row is there that no trigger and no foreign key saw. */
  private Verdict whileThere(String deed, String undo) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(%d)".formatted(SEALERS));
      statement.execute("SET session_replication_role = replica");
      statement.execute(deed);
      try {
        return verifier.verify();
      } finally {
        statement.execute(undo);
      }
    }
  }
}
