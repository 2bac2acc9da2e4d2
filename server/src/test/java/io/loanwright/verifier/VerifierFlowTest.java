package io.loanwright.verifier;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.loanwright.audit.Sealing;
import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import io.loanwright.database.OwnerDatabase;
import io.loanwright.ledger.ManualEntrySteps;
import io.loanwright.loan.Lending;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.People;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody with all rights to the database changes behind the program's back is found. */
@FlowTest
class VerifierFlowTest {

  private final People people;
  private final Lending lending;
  private final Verifier verifier;
  private final Sealing sealing;
  private final OwnerDatabase owner;
  private final JdbcClient jdbc;

  VerifierFlowTest(
      People people, Verifier verifier, Sealing sealing, OwnerDatabase owner, JdbcClient jdbc) {
    this.people = people;
    this.lending = new Lending(people);
    this.verifier = verifier;
    this.sealing = sealing;
    this.owner = owner;
    this.jdbc = jdbc;
  }

  /** A loan with a payment, its number, and the receipt of the payment. */
  private record Paid(UUID loan, UUID payment, String number, String receipt) {}

  private Paid paid() {
    UUID loan = lending.active("1200.00", TODAY);
    var taken = lending.pay(lending.teller(), loan, "207.06", TODAY).expect(201);
    lending.pay(lending.teller(), loan, "50.00", TODAY).expect(201);
    return new Paid(
        loan,
        taken.id(),
        lending.loan(lending.teller(), loan).text("/number"),
        taken.text("/receiptNumber"));
  }

  @Test
  void booksThatOnlyTheProgramWroteHaveNoDifference() {
    paid();

    List<Proof.Checked> proven = new ArrayList<>();

    Verdict verdict = verifier.verify(proven::add);

    assertThat(proven).isEqualTo(verdict.checked()).hasSizeGreaterThan(3);

    assertThat(verdict.first()).isEmpty();
    assertThat(verdict.differences()).isZero();
    assertThat(verdict.count("loans")).isPositive();
    assertThat(verdict.count("entries")).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          loan LOAN, installment 1       | loan.installment       | interest_minor = interest_minor + 1 | loan_id = 'LOAN-ID' AND number = 1
          loan LOAN, split of event 2    | loan.event_split       | principal_minor = principal_minor + 1 | event_id = 'PAYMENT-ID'
          loan LOAN, split of event 2    | loan.event             | amount_minor = amount_minor - 1 | id = 'PAYMENT-ID'
          loan LOAN, journal             | ledger.journal_line    | amount_minor = amount_minor + 1 | entry_id = 'PAYMENT-ID' AND line = 1
          loan LOAN, journal             | ledger.journal_line    | account_id = (SELECT id FROM ledger.account WHERE code = '1120') | entry_id = 'PAYMENT-ID' AND line = 1
          journal entry                  | ledger.journal_entry   | lines = lines + 1 | id = 'PAYMENT-ID'
          journal entry                  | ledger.journal_entry   | business_date = business_date - 1 | id = 'PAYMENT-ID'
          payment RECEIPT                | payment.payment        | amount_minor = amount_minor + 1 | id = 'PAYMENT-ID'
          loan LOAN                      | loan.loan              | principal_paid_minor = principal_paid_minor + 1 | id = 'LOAN-ID'
          """)
  void aChangedRowIsNamed(String record, String table, String change, String where)
      throws SQLException {
    Paid paid = paid();
    String rows =
        where.replace("LOAN-ID", paid.loan() + "").replace("PAYMENT-ID", paid.payment() + "");
    String named = record.replace("LOAN", paid.number()).replace("RECEIPT", paid.receipt());

    Verdict verdict =
        whileBroken(table, "UPDATE " + table + " SET " + change + " WHERE " + rows, rows);

    assertThat(verdict.first())
        .extracting(Difference::record)
        .anyMatch(found -> found.startsWith(named));
    assertThat(verifier.verify().differences()).isZero();
  }

  @Test
  void aMarkOfDefaultThatNobodyMadeIsNamed() throws SQLException {
    Paid paid = paid();
    String rows = "id = '" + paid.loan() + "'";

    Verdict verdict =
        whileBroken(
            "loan.loan", "UPDATE loan.loan SET defaulted = NOT defaulted WHERE " + rows, rows);

    assertThat(verdict.first())
        .contains(new Difference("loan " + paid.number() + ", mark of default", "t", "f"));
  }

  @Test
  void aFigureOfTheDashboardThatIsNotThatOfTheLoansIsNamed() throws SQLException {
    paid();
    String rows = "id = (SELECT max(id) FROM loan.portfolio_change)";

    Verdict verdict =
        whileBroken(
            "loan.portfolio_change",
            "UPDATE loan.portfolio_change SET outstanding_minor = outstanding_minor + 1 WHERE "
                + rows,
            rows);

    assertThat(verdict.first())
        .extracting(Difference::record)
        .anyMatch(found -> found.startsWith("portfolio of branch"));
  }

  @Test
  void aWalletThatHoldsMoreThanItWasGivenIsNamed() throws SQLException {
    UUID loan = lending.active("1200.00", TODAY);
    lending.pay(lending.teller(), loan, "1500.00", TODAY).expect(201);
    String rows = "owner_id = (SELECT borrower_id FROM loan.loan WHERE id = '" + loan + "')";

    Verdict verdict =
        whileBroken(
            "ledger.wallet",
            "UPDATE ledger.wallet SET balance_minor = balance_minor + 1 WHERE " + rows,
            rows);

    assertThat(verdict.first())
        .extracting(Difference::record)
        .anyMatch(found -> found.startsWith("wallets on account"));
  }

  @Test
  void anEntryPostedByHandThatIsNotWhatWasDraftedIsNamed() throws SQLException {
    UUID entry = new ManualEntrySteps(people).posted("10.00");
    String line = "entry_id = '" + entry + "' AND line = 1";

    Verdict verdict =
        whileBroken(
            "ledger.manual_entry_line",
            "UPDATE ledger.manual_entry_line SET amount_minor = amount_minor + 1 WHERE " + line,
            line);

    assertThat(verdict.first()).extracting(Difference::record).contains("manual entry " + entry);
    assertThat(verifier.verify().differences()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          loan LOAN, installment 6    | loan.installment     | loan_id = 'LOAN-ID' AND number = 6
          journal entry               | ledger.journal_line  | entry_id = 'PAYMENT-ID' AND line = 1
          journal entry without       | ledger.journal_entry | id = 'PAYMENT-ID'
          loan LOAN, events           | loan.event           | id = 'PAYMENT-ID'
          """)
  void aRowThatWasTakenOutIsNamed(String record, String table, String where) throws SQLException {
    Paid paid = paid();
    String rows =
        where.replace("LOAN-ID", paid.loan() + "").replace("PAYMENT-ID", paid.payment() + "");
    String named = record.replace("LOAN", paid.number());

    Verdict verdict = whileBroken(table, "DELETE FROM " + table + " WHERE " + rows, rows);

    assertThat(verdict.first())
        .extracting(Difference::record)
        .anyMatch(found -> found.startsWith(named));
    assertThat(verifier.verify().differences()).isZero();
  }

  /** Of records that fit in themselves: only the chain knows that they said something else. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          journal entry      | ledger.journal_entry | description = concat(description, '.') | id = 'PAYMENT-ID'
          trail row          | audit.event          | actor_name = 'Nobody'             | subject_id = 'LOAN-ID'
          trail row          | audit.event          | after = '{}'                      | subject_id = 'LOAN-ID'
          trail row          | audit.event          | recorded_at = recorded_at - interval '1 day' | subject_id = 'LOAN-ID'
          seal               | audit.seal           | sealed_at = sealed_at + interval '1 second' | number = 1
          seal               | audit.seal           | records = records[2:], leaves = substr(leaves, 33) | number = 1
          """)
  void aSealedRecordThatSaysSomethingElseIsNamed(
      String record, String table, String change, String where) throws SQLException {
    Paid paid = paid();
    String rows =
        where.replace("LOAN-ID", paid.loan() + "").replace("PAYMENT-ID", paid.payment() + "");

    Verdict verdict =
        whileBroken(table, "UPDATE " + table + " SET " + change + " WHERE " + rows, rows);

    assertThat(verdict.first())
        .extracting(Difference::record)
        .anyMatch(found -> found.startsWith(record));
    assertThat(verifier.verify().differences()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          trail row | audit.event | subject_id = 'LOAN-ID'
          seal      | audit.seal  | number = 1
          """)
  void aSealedRecordThatWasTakenOutIsNamed(String record, String table, String where)
      throws SQLException {
    Paid paid = paid();
    String rows =
        where.replace("LOAN-ID", paid.loan() + "").replace("PAYMENT-ID", paid.payment() + "");

    Verdict verdict = whileBroken(table, "DELETE FROM " + table + " WHERE " + rows, rows);

    assertThat(verdict.first())
        .extracting(Difference::record)
        .anyMatch(found -> found.startsWith(record));
    assertThat(verifier.verify().differences()).isZero();
  }

  @Test
  void twoRecordsThatChangedPlacesAreNamed() throws SQLException {
    Paid one = paid();
    Paid other = paid();
    String rows = "subject_id IN ('%s', '%s')".formatted(one.loan(), other.loan());

    Verdict verdict =
        whileBroken(
            "audit.event",
            "UPDATE audit.event e SET after = o.after, recorded_at = o.recorded_at FROM audit.event"
                + " o WHERE e.action = o.action AND e.id <> o.id AND e."
                + rows
                + " AND o."
                + rows,
            rows);

    assertThat(verdict.differences()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aRecordThatWasSlippedInIsNamed() throws SQLException {
    UUID slipped = UUID.randomUUID();

    Verdict verdict =
        whileBroken(
            "audit.event",
            """
            INSERT INTO audit.event
            SELECT (jsonb_populate_record(e, jsonb_build_object('id', '%s'::uuid))).*
              FROM audit.event e LIMIT 1\
            """
                .formatted(slipped),
            "id = '" + slipped + "'");

    assertThat(verdict.first())
        .extracting(Difference::record)
        .anyMatch(found -> found.equals("trail row " + slipped));
  }

  @Test
  void nobodyWhoWritesRecordsCanSayThatTheyWait() {
    assertThatThrownBy(() ->
            jdbc.sql("INSERT INTO audit.unsealed VALUES (gen_random_uuid(), 'trail')").update())
        .rootCause()
        .hasMessageContaining("permission denied");
    assertThatThrownBy(
            () -> jdbc.sql("SELECT audit.enqueue('trail', gen_random_uuid())").query().listOfRows())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void aHeadThatSomebodyKeptIsFoundLater() {
    paid();
    sealAll();
    Sealing.State then = sealing.state();
    paid();
    sealAll();

    assertThat(sealing.sealWithHead(Objects.requireNonNull(then.head()))).contains(then.seals());
    assertThat(sealing.sealWithHead("0".repeat(64))).isEmpty();
    assertThat(sealing.sealWithHead("not a head")).isEmpty();
  }

  @Test
  void whatIsSealedSaysSoAndTheHeadStandsForAllOfIt() {
    Paid paid = paid();
    sealAll();
    String before = sealing.state().head();
    var row = people.administrator().get("/api/audit?subjectId=" + paid.loan()).expect(200);

    assertThat(row.text("/items/0/sealed")).isEqualTo("true");
    assertThat(people.administrator().get("/api/audit/seal").expect(200).text("/head"))
        .hasSize(64)
        .isEqualTo(verifier.verify().head());
    paid();
    sealAll();
    assertThat(sealing.state().head()).isNotEqualTo(before);
  }

  /** Seals, or waits for the job of the program that does. */
  private void sealAll() {
    await()
        .until(() -> {
          sealing.sealAll();
          return sealing.state().waiting() == 0;
        });
  }

  /**
   * Verifies while a table is broken, without its triggers, and mends it. All is sealed before, so
   * that the program does not seal what is broken.
   */
  private Verdict whileBroken(String table, String deed, String rows) throws SQLException {
    sealAll();
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      statement.execute("CREATE TEMP TABLE kept AS SELECT * FROM " + table + " WHERE " + rows);
      statement.executeUpdate(deed);
      try {
        return verifier.verify();
      } finally {
        statement.executeUpdate("DELETE FROM " + table + " WHERE " + rows);
        statement.executeUpdate(
            "INSERT INTO "
                + table
                + columns(statement, table)
                + " OVERRIDING SYSTEM VALUE SELECT "
                + columns(statement, table).replaceAll("[()]", "")
                + " FROM kept");
      }
    }
  }

  /** The columns that are written; generated ones work themselves out. */
  private static String columns(Statement statement, String table) throws SQLException {
    try (var found =
        statement.executeQuery(
            """
            SELECT '(' || string_agg(attname, ', ' ORDER BY attnum) || ')'
              FROM pg_attribute
             WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped
               AND attgenerated = ''
            """
                .formatted(table))) {
      found.next();
      return found.getString(1);
    }
  }
}
