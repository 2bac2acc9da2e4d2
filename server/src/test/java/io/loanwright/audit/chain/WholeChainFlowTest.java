package io.loanwright.audit.chain;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.loanwright.audit.Sealing;
import io.loanwright.audit.proof.Chained;
import io.loanwright.audit.proof.Moment;
import io.loanwright.audit.proof.Run;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.loan.Lending;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What reads everything once hashes each record as the sealer does: whether sealed, waiting, from
 * before there were salts, or with something that no other record has. Otherwise every verification
 * would look all of them up once more.
 */
@FlowTest
class WholeChainFlowTest {

  private static final String WITHOUT_SALTS =
      """
      INSERT INTO audit.event
             (id, actor_id, actor_name, actor_role, address, device, action, result, subject_type,
              subject_id, subject_label, after, reason, actor_salt, subject_salt)
      VALUES (gen_random_uuid(), gen_random_uuid(), 'Zoë', 'TELLER', 'local', '', 'loan.repay',
              'DONE', 'loan', gen_random_uuid(), 'L-1', '{"b": 1.50, "a": "ü"}', NULL, NULL, NULL)
      """;

  private static final String WITH_SALTS =
      """
      INSERT INTO audit.event
             (id, actor_id, actor_name, actor_role, branch_id, address, device, action, result,
              subject_type, subject_id, subject_label, before, after, reason)
      VALUES (gen_random_uuid(), gen_random_uuid(), 'Zoë', 'TELLER', gen_random_uuid(), '::1', 'x',
              'loan.repay', 'DONE', 'loan', gen_random_uuid(), '', '[]', '{"b": 1.50, "a": "ü"}',
              'because')
      """;

  private final Lending lending;
  private final Sealing sealing;
  private final WholeChain chain;
  private final Moment moment;
  private final List<Chained> tables;
  private final OwnerDatabase owner;

  WholeChainFlowTest(
      People people,
      Sealing sealing,
      WholeChain chain,
      Moment moment,
      List<Chained> tables,
      OwnerDatabase owner) {
    this.lending = new Lending(people);
    this.sealing = sealing;
    this.chain = chain;
    this.moment = moment;
    this.tables = tables;
    this.owner = owner;
  }

  private void add(String row) throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(row);
    }
  }

  private void assertFits() {
    Run run = new Run();
    moment.now(() -> {
      WholeChain.Sealed sealed = chain.read(run);
      assertThat(sealed.holds()).isTrue();
      assertThat(tables)
          .isNotEmpty()
          .allSatisfy(table ->
              assertThat(sealed.of(table).isSame(table.fingerprint(run)))
                  .as(table.kind())
                  .isTrue());
      return sealed.number();
    });
  }

  @Test
  void recordsAreAsTheyWereSealed() throws SQLException {
    UUID loan = lending.active("1200.00", TODAY);
    lending.pay(lending.teller(), loan, "207.06", TODAY).expect(201);
    add(WITHOUT_SALTS);
    add(WITH_SALTS);
    await()
        .until(() -> {
          sealing.sealAll();
          return sealing.state().waiting() == 0;
        });

    assertFits();
  }

  @Test
  void recordsThatWaitAreCounted() throws SQLException {
    add(WITH_SALTS);
    lending.active("1200.00", TODAY);

    assertFits();
  }
}
