package io.loanwright.verifier;

import static io.loanwright.loan.Lending.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
          sum of account                 | ledger.day_sum         | debit_minor = debit_minor + 1 | (account_id, business_date) IN (SELECT account_id, business_date FROM ledger.journal_line WHERE entry_id = 'PAYMENT-ID')
          sum of account                 | ledger.month_sum       | debit_minor = debit_minor + 1 | account_id IN (SELECT account_id FROM ledger.journal_line WHERE entry_id = 'PAYMENT-ID')
          flow of account                | ledger.flow_sum        | debit_minor = debit_minor + 1 | (account_id, business_date) IN (SELECT account_id, business_date FROM ledger.journal_line WHERE entry_id = 'PAYMENT-ID')
          flow of account                | ledger.flow_pattern    | accounts = accounts[1:1] | id IN (SELECT pattern_id FROM ledger.flow_sum)
          payment RECEIPT                | payment.payment        | amount_minor = amount_minor + 1 | id = 'PAYMENT-ID'
          payment RECEIPT                | payment.payment        | late_minor = 0, due_minor = 1, advance_minor = 0 | id = 'PAYMENT-ID'
          receipt RECEIPT                | payment.receipt        | number = concat(number, 'X') | payment_id = 'PAYMENT-ID'
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
  void aPaymentThatIsGoneIsNamed() throws SQLException {
    Paid paid = paid();
    String rows = "id = '" + paid.payment() + "'";

    Verdict verdict =
        whileBroken("payment.payment", "DELETE FROM payment.payment WHERE " + rows, rows);

    assertThat(verdict.first())
        .extracting(Difference::record)
        .contains("payments as a whole", "receipt " + paid.receipt());
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
  void aCountThatIsNotThatOfTheBorrowersIsNamed() throws SQLException {
    paid();
    String rows = "id = (SELECT max(id) FROM borrower.count_change)";

    Verdict verdict =
        whileBroken(
            "borrower.count_change",
            "UPDATE borrower.count_change SET borrowers = borrowers + 1 WHERE " + rows,
            rows);

    assertThat(verdict.first())
        .extracting(Difference::record)
        .anyMatch(found -> found.startsWith("borrowers of branch"));
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unpaid_since = unpaid_since + 1",
        "officer_id = gen_random_uuid()",
        "outstanding_minor = outstanding_minor + 1"
      })
  void anAgeOfWhatIsUnpaidThatIsNotThatOfTheLoansIsNamed(String change) throws SQLException {
    paid();
    String rows = "id = (SELECT max(id) FROM loan.ageing_change)";

    Verdict verdict =
        whileBroken(
            "loan.ageing_change",
            "UPDATE loan.ageing_change SET " + change + " WHERE " + rows,
            rows);

    assertThat(verdict.first())
        .extracting(Difference::record)
        .anyMatch(found -> found.startsWith("active loans of branch"));
  }

  @Test
  void whatALoanOwesInListsAndDoesNotOweIsNamed() throws SQLException {
    paid();
    String rows = "loan_id = (SELECT max(id::text)::uuid FROM loan.loan)";

    Verdict verdict =
        whileBroken(
            "loan.owed", "UPDATE loan.owed SET owed_minor = owed_minor + 1 WHERE " + rows, rows);

    assertThat(verdict.first())
        .extracting(Difference::record)
        .anyMatch(found -> found.endsWith(", owed in lists"));
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
  void aSumOfAnAccountThatIsGoneIsNamed() throws SQLException {
    paid();
    UUID gone = UUID.randomUUID();

    Verdict verdict =
        whileBroken(
            "ledger.day_sum",
            """
            INSERT INTO ledger.day_sum
            SELECT '%s', currency, business_date, booked_on, branch_id, 5, 0
              FROM ledger.day_sum
             LIMIT 1\
            """
                .formatted(gone),
            "account_id = '" + gone + "'");

    assertThat(verdict.first())
        .extracting(Difference::record)
        .anyMatch(found -> found.startsWith("sum of account " + gone + ", which is gone"));
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
          signed head        | audit.signed_head    | signed_at = signed_at + interval '1 second' | business_date = '2026-03-02'
          signed head        | audit.signed_head    | head = decode(repeat('00', 32), 'hex') | business_date = '2026-03-02'
          signed head        | audit.signed_head    | public_key = set_byte(public_key, 43, 1) | business_date = '2026-03-02'
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          audit.event          | after       | SELECT min(id::text) FROM audit.event WHERE subject_id = 'LOAN-ID' | SELECT 'trail row ID'
          audit.event          | recorded_at | SELECT min(id::text) FROM audit.event WHERE subject_id = 'LOAN-ID' | SELECT 'trail row ID'
          ledger.journal_entry | description | SELECT 'PAYMENT-ID' | SELECT concat('journal entry ', number) FROM ledger.journal_entry WHERE id = 'ID'
          ledger.journal_entry | source_id   | SELECT 'PAYMENT-ID' | SELECT concat('journal entry ', number) FROM ledger.journal_entry WHERE id = 'ID'
          """)
  void twoRecordsThatChangedPlacesAreNamed(String table, String what, String id, String name)
      throws SQLException {
    List<String> ids =
        Stream.of(paid(), paid())
            .map(paid ->
                text(
                    id.replace("LOAN-ID", paid.loan() + "")
                        .replace("PAYMENT-ID", paid.payment() + "")))
            .toList();
    String rows = "id IN ('%s', '%s')".formatted(ids.getFirst(), ids.getLast());

    Verdict verdict =
        whileBroken(
            table,
            "UPDATE %1$s e SET %2$s = o.%2$s FROM %1$s o WHERE o.id <> e.id AND e.%3$s AND o.%3$s"
                .formatted(table, what, rows),
            rows);

    assertThat(verdict.first())
        .filteredOn(found -> found.says().equals("other than it was sealed"))
        .extracting(Difference::record)
        .containsExactlyInAnyOrderElementsOf(
            ids.stream().map(swapped -> text(name.replace("ID", swapped))).toList());
    assertThat(verifier.verify().differences()).isZero();
  }

  private String text(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  /** The journal still balances; the loan, and the chain, know that something is missing. */
  @Test
  void anEntryThatWasTakenOutWithAllItsLinesIsNamed() throws SQLException {
    Paid paid = paid();
    String entry = "id = '" + paid.payment() + "'";
    String lines = "entry_id = '" + paid.payment() + "'";

    Verdict verdict =
        whileBroken(
            Map.of("ledger.journal_entry", entry, "ledger.journal_line", lines),
            "DELETE FROM ledger.journal_line WHERE "
                + lines
                + "; DELETE FROM ledger.journal_entry WHERE "
                + entry);

    assertThat(verdict.first())
        .extracting(Difference::record)
        .anyMatch(found -> found.startsWith("loan " + paid.number() + ", journal"))
        .contains("journal row " + paid.payment());
    assertThat(verifier.verify().differences()).isZero();
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

  /** Seals, or waits for the job of the program that does. */
  private void sealAll() {
    await()
        .until(() -> {
          sealing.sealAll();
          return sealing.state().waiting() == 0;
        });
  }

  private Verdict whileBroken(String table, String deed, String rows) throws SQLException {
    return whileBroken(Map.of(table, rows), deed);
  }

  /**
   * Verifies while tables are broken, without their triggers, and mends them. All is sealed before,
   * so that the program does not seal what is broken.
   *
   * @param rows which rows of each table are kept and put back
   */
  private Verdict whileBroken(Map<String, String> rows, String deed) throws SQLException {
    sealAll();
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET session_replication_role = replica");
      for (String table : rows.keySet()) {
        statement.execute(
            "CREATE TEMP TABLE %s AS SELECT * FROM %s WHERE %s"
                .formatted(kept(table), table, rows.get(table)));
      }
      statement.execute(deed);
      try {
        return verifier.verify();
      } finally {
        for (String table : rows.keySet()) {
          statement.executeUpdate("DELETE FROM " + table + " WHERE " + rows.get(table));
          String columns = columns(statement, table);
          statement.executeUpdate(
              "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s"
                  .formatted(table, columns, columns, kept(table)));
        }
      }
    }
  }

  private static String kept(String table) {
    return table.replace('.', '_');
  }

  /** The columns that are written; generated ones work themselves out. */
  private static String columns(Statement statement, String table) throws SQLException {
    try (var found =
        statement.executeQuery(
            """
            SELECT string_agg(attname, ', ' ORDER BY attnum)
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
