package io.loanwright.verifier;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.audit.Sealing;
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

/** What is changed of a loan that was given up behind the program's back is found. */
@FlowTest
class WriteOffVerifierFlowTest {

  private final Lending lending;
  private final Verifier verifier;
  private final Sealing sealing;
  private final OwnerDatabase owner;

  WriteOffVerifierFlowTest(People people, Verifier verifier, Sealing sealing, OwnerDatabase owner) {
    this.lending = new Lending(people);
    this.verifier = verifier;
    this.sealing = sealing;
    this.owner = owner;
  }

  /** Each deed is undone by the other one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          written off on   | loan.loan        | written_off_on = written_off_on  | 1  | id = 'LOAN'
          split of event 3 | loan.event_split | principal_minor = principal_minor | 1 | event_id = 'OFF'
          written off on   | loan.event       | value_date = value_date          | 20 | id = 'OFF'
          events           | loan.event       | value_date = value_date          | 61 | id = 'OFF'
          write-off of     | loan.request     | value_date = value_date          | 1  | event_id = 'OFF'
          """)
  void whatIsOtherOfALoanThatWasGivenUpIsNamed(
      String part, String table, String change, int by, String where) throws SQLException {
    UUID loan = lending.active("1200.00", "2026-01-02");
    lending.pay(lending.accountant(), loan, "207.06", "2026-02-02").expect(201);
    String off =
        Lending.writeOff(lending.accountant(), lending.manager(), loan, TODAY)
            .expect(200)
            .text("/writtenOff/eventId");
    String number = "loan " + lending.loan(lending.manager(), loan).text("/number");
    String record = part.endsWith(" of") ? part + " " + number : number + ", " + part;
    String rows = where.replace("LOAN", loan.toString()).replace("OFF", off);
    String deed = "UPDATE " + table + " SET " + change + " %s " + by + " WHERE " + rows;

    Verdict verdict = whileBroken(deed.formatted("-"), deed.formatted("+"));

    assertThat(verdict.first())
        .extracting(Difference::record)
        .anyMatch(found -> found.startsWith(record));
    assertThat(verifier.verify().differences()).isZero();
  }

  /** All is sealed before, so that the program does not seal what is broken. */
  private Verdict whileBroken(String deed, String mend) throws SQLException {
    sealing.sealAll();
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.execute(deed);
      try {
        return verifier.verify();
      } finally {
        statement.execute(mend);
      }
    }
  }
}
