package io.loanwright.ledger;

import static io.loanwright.ledger.LedgerFixtures.BOOKKEEPER;
import static io.loanwright.ledger.LedgerFixtures.BRANCH;
import static io.loanwright.ledger.LedgerFixtures.JPY;
import static io.loanwright.ledger.LedgerFixtures.KES;
import static io.loanwright.ledger.LedgerFixtures.disbursement;
import static io.loanwright.ledger.LedgerFixtures.entry;
import static io.loanwright.ledger.LedgerFixtures.shillings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.engine.money.Money;
import io.loanwright.ledger.store.JournalQuery;
import io.loanwright.ledger.store.LedgerStores;
import io.loanwright.testing.DbTest;
import io.loanwright.testing.TestDatabase;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database lets into the journal, and what the journal says then. */
@DbTest
class JournalDbTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private final TestDatabase database;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Ledger ledger;
  private final JournalQuery journal;

  JournalDbTest(TestDatabase database, TransactionTemplate transaction) {
    this.database = database;
    this.jdbc = database.jdbc();
    this.transaction = transaction;
    this.ledger =
        new Ledger(
            LedgerStores.accounts(database),
            LedgerStores.journal(database),
            LedgerStores.balances(database));
    this.journal = LedgerStores.journalQuery(database);
  }

  @Test
  void balancedEntryIsReadBackAsItWasPosted() {
    UUID loan = Ids.next();
    NewEntry posted =
        entry(
            MONDAY,
            List.of(
                Line.debit("1110", shillings("120.00"), loan),
                Line.credit("1210", shillings("100.00"), loan),
                Line.credit("4110", shillings("20.00"), loan)));

    post(posted);

    JournalEntry read = journal.find(posted.id()).orElseThrow();
    assertThat(read.lines()).extracting(line -> line.line()).isEqualTo(posted.lines());
    assertThat(read.lines()).extracting(line -> line.accountName()).contains("Interest income");
    assertThat(read.on()).isEqualTo(MONDAY);
  }

  @Test
  void unbalancedEntryIsRefusedAtCommit() {
    assertThatThrownBy(() -> insertRaw("KES", 100, "KES", 99, 2))
        .hasStackTraceContaining("does not balance");
  }

  @Test
  void entryMustBalanceInEachCurrency() {
    assertThatThrownBy(() -> insertRaw("KES", 100, "JPY", 100, 2))
        .hasStackTraceContaining("does not balance");
  }

  @Test
  void entryMustHaveTheLinesThatItStates() {
    assertThatThrownBy(() -> insertRaw("KES", 100, "KES", 100, 3))
        .hasStackTraceContaining("has other lines than it says");
  }

  @Test
  void nothingIsAddedToAnEntryLater() {
    UUID id = insertRaw("KES", 100, "KES", 100, 2);

    assertThatThrownBy(() -> insertLine(id, 3, "1110", 'D', "KES", 5))
        .hasStackTraceContaining("does not fit");
    assertThatThrownBy(() -> insertLine(id, 2, "1110", 'D', "KES", 5))
        .hasStackTraceContaining("journal_line_pkey");
  }

  @Test
  void headingTakesNoLines() {
    UUID loan = Ids.next();
    Money amount = shillings("5.00");
    NewEntry onHeading =
        entry(MONDAY, List.of(Line.debit("1000", amount, loan), Line.credit("1110", amount, loan)));

    assertThatThrownBy(() -> post(onHeading)).hasStackTraceContaining("does not fit");
  }

  @Test
  void unknownAccountIsRefused() {
    Money amount = shillings("5.00");
    NewEntry toNowhere =
        entry(MONDAY, List.of(Line.debit("9x9", amount, null), Line.credit("1110", amount, null)));

    assertThatThrownBy(() -> post(toNowhere)).isInstanceOf(DataIntegrityViolationException.class);
  }

  /** No key of the table says so any more, so the triggers have to, to whoever writes. */
  @Test
  void lineHasAnEntryAndAnAccountThatStay() {
    UUID id = insertRaw("KES", 100, "KES", 100, 2);

    for (String statement :
        List.of(
            """
            INSERT INTO ledger.journal_line
                   (entry_id, line, account_id, side, currency, amount_minor, business_date)
            VALUES (gen_random_uuid(), 1, (SELECT id FROM ledger.account WHERE code = '1110'), 'D',
                    'KES', 1, '2026-03-02')
            """,
            """
            INSERT INTO ledger.journal_line
                   (entry_id, line, account_id, side, currency, amount_minor, business_date)
            VALUES ((SELECT min(id::text)::uuid FROM ledger.journal_entry), 2, gen_random_uuid(),
                    'D', 'KES', 1, '2026-03-02')
            """,
            "UPDATE ledger.journal_line SET account_id = gen_random_uuid()",
            "UPDATE ledger.journal_line SET entry_id = gen_random_uuid()",
            "UPDATE ledger.journal_entry SET id = gen_random_uuid()",
            "DELETE FROM ledger.journal_entry WHERE id = '" + id + "'",
            "UPDATE ledger.account SET id = gen_random_uuid()",
            "DELETE FROM ledger.account WHERE code = '1110'")) {
      assertThatThrownBy(() -> database.owner().sql(statement).update())
          .as(statement)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
  }

  @Test
  void applicationCannotChangeTheJournal() {
    post(disbursement(Ids.next(), shillings("1.00"), MONDAY));

    for (String statement :
        List.of(
            "UPDATE ledger.journal_entry SET description = 'x'",
            "UPDATE ledger.journal_line SET amount_minor = 1",
            "DELETE FROM ledger.journal_line",
            "DELETE FROM ledger.journal_entry",
            "TRUNCATE ledger.journal_line")) {
      assertThatThrownBy(() -> jdbc.sql(statement).update())
          .as(statement)
          .isInstanceOf(BadSqlGrammarException.class)
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void trialBalanceCountsValueDatesUpToTheDay() {
    LocalDate day = LocalDate.of(2031, 1, 10);
    Money amount = Money.of("1000", JPY);
    Money back = Money.of("300", JPY);
    post(disbursement(Ids.next(), amount, day));
    post(
        entry(
            day.plusDays(1),
            List.of(Line.debit("1110", back, null), Line.credit("1210", back, null))));

    TrialBalance first = ledger.trialBalance(day, JPY, Basis.VALUE_DATE);
    TrialBalance second = ledger.trialBalance(day.plusDays(1), JPY, Basis.VALUE_DATE);

    assertThat(first.rows()).extracting(TrialBalance.Row::code).containsExactly("1110", "1210");
    assertThat(first.totalDebit()).isEqualTo(amount).isEqualTo(first.totalCredit());
    assertThat(second.totalDebit()).isEqualTo(amount.minus(back)).isEqualTo(second.totalCredit());
    assertThat(ledger.trialBalance(day.minusDays(1), JPY, Basis.VALUE_DATE).rows()).isEmpty();
  }

  @Test
  void journalIsPagedNewestFirstAndNarrowedByAccountAndLoan() {
    UUID loan = Ids.next();
    for (int day = 0; day < 5; day++) {
      post(disbursement(loan, shillings("10.00"), LocalDate.of(2030, 5, 1).plusDays(day)));
    }
    JournalFilter ofLoan =
        new JournalFilter(null, null, "1210", loan, null, Basis.VALUE_DATE, false);

    List<JournalEntry> first = journal.page(ofLoan, Set.of(), null, 3);
    JournalEntry last = first.getLast();
    List<JournalEntry> rest =
        journal.page(ofLoan, Set.of(), new JournalQuery.After(last.on(), last.number()), 3);

    assertThat(first).hasSize(3);
    assertThat(rest).hasSize(2);
    assertThat(first.getFirst().on()).isEqualTo(LocalDate.of(2030, 5, 5));
    assertThat(rest.getLast().on()).isEqualTo(LocalDate.of(2030, 5, 1));
    assertThat(
            journal.page(
                new JournalFilter(null, null, "4110", loan, null, Basis.VALUE_DATE, false),
                Set.of(),
                null,
                3))
        .isEmpty();
  }

  @Test
  void presetNamesAnAccountOfTheChartForEveryRole() {
    var codes = Set.copyOf(ChartPreset.smallLender().values());

    assertThat(codes).hasSize(PostingRole.values().length);
    assertThat(ledger.unusable(codes, KES)).isEmpty();
    assertThat(ledger.unusable(Set.of("1000", "1110", "nope"), KES))
        .containsExactlyInAnyOrder("1000", "nope");
  }

  private void post(NewEntry entry) {
    transaction.executeWithoutResult(_ -> ledger.post(BOOKKEEPER, entry));
  }

  private UUID insertRaw(
      String debitCurrency, long debit, String creditCurrency, long credit, int lines) {
    UUID id = Ids.next();
    transaction.executeWithoutResult(_ -> {
      jdbc.sql(
              """
              INSERT INTO ledger.journal_entry
                     (id, business_date, branch_id, description, source_type, source_id,
                      lines, recorded_by)
              VALUES (:id, :on, :branch, 'raw', 'test', :id, :lines, :id)
              """)
          .param("id", id)
          .param("on", MONDAY)
          .param("branch", BRANCH)
          .param("lines", lines)
          .update();
      insertLine(id, 1, "1210", 'D', debitCurrency, debit);
      insertLine(id, 2, "1110", 'C', creditCurrency, credit);
    });
    return id;
  }

  private void insertLine(
      UUID entry, int line, String account, char side, String currency, long minor) {
    jdbc.sql(
            """
            INSERT INTO ledger.journal_line
                   (entry_id, line, account_id, side, currency, amount_minor, business_date)
            SELECT :entry, :line, id, CAST(:side AS "char"), :currency, :minor, :on
              FROM ledger.account
             WHERE code = :account
            """)
        .param("entry", entry)
        .param("line", line)
        .param("side", String.valueOf(side))
        .param("currency", currency)
        .param("minor", minor)
        .param("on", MONDAY)
        .param("account", account)
        .update();
  }
}
