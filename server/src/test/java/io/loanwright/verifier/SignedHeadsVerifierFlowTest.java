package io.loanwright.verifier;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.loanwright.audit.Sealing;
import io.loanwright.audit.proof.Difference;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.loan.Lending;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Who deletes signed heads in the database does not have the file in which they are too. */
@FlowTest
class SignedHeadsVerifierFlowTest {

  /** Who has it is the only one who seals and signs; it ends with the connection. */
  private static final long SEALERS = 5_324_077_001L;

  private final Lending lending;
  private final Verifier verifier;
  private final Sealing sealing;
  private final OwnerDatabase owner;

  SignedHeadsVerifierFlowTest(
      People people, Verifier verifier, Sealing sealing, OwnerDatabase owner) {
    this.lending = new Lending(people);
    this.verifier = verifier;
    this.sealing = sealing;
    this.owner = owner;
  }

  @Test
  void aSignedHeadThatIsGoneIsNamed() throws SQLException {
    lending.active("1200.00", TODAY);
    await()
        .until(() -> {
          sealing.sealAll();
          return sealing.state().waiting() == 0 && sealing.signed().isPresent();
        });

    Verdict verdict = whileNoneIsThere();

    assertThat(verdict.first())
        .filteredOn(found -> found.record().equals("signed head of " + TODAY))
        .extracting(Difference::says)
        .containsOnly("gone");
    assertThat(verifier.verify().differences()).isZero();
  }

  private Verdict whileNoneIsThere() throws SQLException {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(%d)".formatted(SEALERS));
      statement.execute("CREATE TEMP TABLE kept AS SELECT * FROM audit.signed_head");
      statement.execute("DELETE FROM audit.signed_head");
      try {
        return verifier.verify();
      } finally {
        statement.execute("INSERT INTO audit.signed_head SELECT * FROM kept");
      }
    }
  }
}
