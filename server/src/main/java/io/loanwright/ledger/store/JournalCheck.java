package io.loanwright.ledger.store;

import io.loanwright.audit.proof.CopiedRow;
import io.loanwright.audit.proof.CopiedRows;
import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Fingerprint;
import io.loanwright.audit.proof.Moment;
import io.loanwright.audit.proof.Run;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what cannot be in the books, whoever wrote it there. */
@Repository
public class JournalCheck {

  private static final String ENTRIES = "SELECT count(*) FROM ledger.journal_entry";

  /** One pass over the lines, whether or not the checks at commit were in force. */
  private static final String BROKEN =
      """
      SELECT 'journal entry ' || coalesce(e.number::text, 'without a head, ' || l.entry_id)
               AS record,
             CASE WHEN e.id IS NULL OR l.entry_id IS NULL OR l.lines <> e.lines OR l.last <> e.lines
                    OR l.first_on <> e.business_date OR l.last_on <> e.business_date
                  THEN coalesce(l.lines, 0) || ' lines, dated '
                         || coalesce(l.first_on || ' to ' || l.last_on, 'not at all')
                  ELSE 'debits less credits ' || l.off || ' in minor units'
             END AS says,
             CASE WHEN e.id IS NULL THEN 'no line without an entry'
                  WHEN l.entry_id IS NULL OR l.lines <> e.lines OR l.last <> e.lines
                    OR l.first_on <> e.business_date OR l.last_on <> e.business_date
                  THEN e.lines || ' lines, dated ' || e.business_date
                  ELSE '0'
             END AS follows
        FROM ledger.journal_entry e
        FULL JOIN (SELECT entry_id, sum(lines) AS lines, max(last) AS last,
                          min(first_on) AS first_on, max(last_on) AS last_on,
                          max(abs(off)) AS off
                     FROM (SELECT entry_id, currency, count(*) AS lines, max(line) AS last,
                                  min(business_date) AS first_on, max(business_date) AS last_on,
                                  sum(CASE side WHEN 'D' THEN amount_minor ELSE -amount_minor END)
                                    AS off
                             FROM ledger.journal_line
                            GROUP BY entry_id, currency) c
                    GROUP BY entry_id) l ON l.entry_id = e.id
       WHERE (l.lines = e.lines AND l.last = e.lines AND l.off = 0
              AND l.first_on = e.business_date AND l.last_on = e.business_date) IS NOT TRUE
       ORDER BY e.number NULLS FIRST
       LIMIT 1000
      """;

  /** What is held for people is owed to them: the credits of the account in the journal. */
  private static final String OTHER_WALLETS =
      """
      SELECT 'wallets on account ' || coalesce(a.code, w.account_id || ', which is gone') || ' in '
               || w.currency AS record,
             w.held || ' in minor units' AS says,
             coalesce(j.held, 0) || ' by the journal' AS follows
        FROM (SELECT account_id, currency, sum(balance_minor) AS held
                FROM ledger.wallet
               GROUP BY account_id, currency) w
        LEFT JOIN ledger.account a ON a.id = w.account_id
        LEFT JOIN (SELECT account_id, currency,
                          sum(credit_minor - debit_minor) AS held
                     FROM $SUMS
                    GROUP BY account_id, currency) j
          ON j.account_id = w.account_id AND j.currency = w.currency
       WHERE w.held <> coalesce(j.held, 0)
       ORDER BY a.code, w.account_id, w.currency
      """;

  /** The sums of days are those of the entries that have a seal. */
  private static final String OTHER_SUMS =
      """
      SELECT 'sum of account ' || coalesce(a.code, n.account_id || ', which is gone') || ' on '
               || n.business_date || ' booked on '
               || n.booked_on || ', branch ' || n.branch_id || ', ' || n.currency AS record,
             n.kept_debit || ' debit, ' || n.kept_credit || ' credit' AS says,
             n.debit || ' debit, ' || n.credit || ' credit by the journal' AS follows
        FROM (SELECT account_id, currency, business_date, booked_on, branch_id,
                     sum(kept_debit) AS kept_debit, sum(kept_credit) AS kept_credit,
                     sum(debit) AS debit, sum(credit) AS credit
                FROM (SELECT account_id, currency, business_date, booked_on, branch_id,
                             debit_minor AS kept_debit, credit_minor AS kept_credit,
                             0 AS debit, 0 AS credit
                        FROM ledger.account_change
                       UNION ALL
                      SELECT l.account_id, l.currency, e.business_date,
                             coalesce(e.booked_on, e.business_date), e.branch_id, 0, 0,
                             CASE l.side WHEN 'D' THEN l.amount_minor ELSE 0 END,
                             CASE l.side WHEN 'C' THEN l.amount_minor ELSE 0 END
                        FROM ledger.journal_entry e
                        JOIN ledger.journal_line l ON l.entry_id = e.id) each
               GROUP BY account_id, currency, business_date, booked_on, branch_id) n
        LEFT JOIN ledger.account a ON a.id = n.account_id
       WHERE (n.kept_debit, n.kept_credit) <> (n.debit, n.credit)
       ORDER BY n.business_date, a.code, n.account_id
       LIMIT 1000
      """;

  /** The sums of flows are those of the entries that have a seal. */
  private static final String OTHER_FLOWS =
      """
      SELECT 'flow of account ' || coalesce(a.code, n.account_id || ', which is gone') || ' on '
               || n.business_date || ' booked on '
               || n.booked_on || ', branch ' || n.branch_id || ', ' || n.currency
               || CASE WHEN n.corrects THEN ', taken back' ELSE '' END AS record,
             n.kept_debit || ' debit, ' || n.kept_credit || ' credit' AS says,
             n.debit || ' debit, ' || n.credit || ' credit by the journal' AS follows
        FROM (SELECT business_date, account_id, currency, accounts, booked_on, branch_id, corrects,
                     sum(kept_debit) AS kept_debit, sum(kept_credit) AS kept_credit,
                     sum(debit) AS debit, sum(credit) AS credit
                FROM (SELECT business_date, account_id, currency, accounts, booked_on, branch_id,
                             corrects, debit_minor AS kept_debit, credit_minor AS kept_credit,
                             0 AS debit, 0 AS credit
                        FROM ledger.flow_change
                       UNION ALL
                      SELECT e.business_date, l.account_id, l.currency, p.accounts,
                             coalesce(e.booked_on, e.business_date), e.branch_id,
                             e.corrects IS NOT NULL, 0, 0,
                             CASE l.side WHEN 'D' THEN l.amount_minor ELSE 0 END,
                             CASE l.side WHEN 'C' THEN l.amount_minor ELSE 0 END
                        FROM ledger.journal_entry e
                        JOIN ledger.journal_line l ON l.entry_id = e.id
                        JOIN (SELECT entry_id, currency,
                                     array_agg(DISTINCT account_id ORDER BY account_id) AS accounts
                                FROM ledger.journal_line
                               GROUP BY entry_id, currency) p
                          ON p.entry_id = l.entry_id AND p.currency = l.currency) each
               GROUP BY business_date, account_id, currency, accounts, booked_on, branch_id,
                        corrects) n
        LEFT JOIN ledger.account a ON a.id = n.account_id
       WHERE (n.kept_debit, n.kept_credit) <> (n.debit, n.credit)
       ORDER BY n.business_date, a.code, n.account_id
       LIMIT 1000
      """;

  /** The sums of months are those of their days. */
  private static final String OTHER_MONTHS =
      """
      SELECT 'sum of account ' || coalesce(a.code, n.account_id || ', which is gone') || ' in '
               || to_char(n.month, 'YYYY-MM') || ' booked in ' || to_char(n.booked_month, 'YYYY-MM')
               || ', branch ' || n.branch_id || ', ' || n.currency AS record,
             n.kept_debit || ' debit, ' || n.kept_credit || ' credit' AS says,
             n.debit || ' debit, ' || n.credit || ' credit by its days' AS follows
        FROM (SELECT account_id, currency, month, booked_month, branch_id,
                     sum(kept_debit) AS kept_debit, sum(kept_credit) AS kept_credit,
                     sum(debit) AS debit, sum(credit) AS credit
                FROM (SELECT account_id, currency, month, booked_month, branch_id,
                             debit_minor AS kept_debit, credit_minor AS kept_credit,
                             0 AS debit, 0 AS credit
                        FROM ledger.month_sum
                       UNION ALL
                      SELECT account_id, currency, ledger.month_of(business_date),
                             ledger.month_of(booked_on), branch_id, 0, 0, debit_minor, credit_minor
                        FROM ledger.day_sum) each
               GROUP BY account_id, currency, month, booked_month, branch_id) n
        LEFT JOIN ledger.account a ON a.id = n.account_id
       WHERE (n.kept_debit, n.kept_credit) <> (n.debit, n.credit)
       ORDER BY n.month, a.code, n.account_id
       LIMIT 1000
      """;

  /** Each wallet of the lender is an account: its debits less its credits. */
  private static final String OTHER_LENDER_WALLETS =
      """
      SELECT 'wallet ' || w.name || ' on account '
               || coalesce(a.code, w.account_id || ', which is gone') AS record,
             w.balance_minor || ' ' || w.currency || ' in minor units' AS says,
             coalesce(j.held, '0 ' || w.currency) || ' by the journal' AS follows
        FROM ledger.lender_wallet w
        LEFT JOIN ledger.account a ON a.id = w.account_id
        LEFT JOIN (SELECT account_id, string_agg(held || ' ' || currency, ', ') AS held
                     FROM (SELECT account_id, currency,
                                  sum(debit_minor - credit_minor) AS held
                             FROM $SUMS
                            WHERE account_id IN (SELECT account_id FROM ledger.lender_wallet)
                            GROUP BY account_id, currency) c
                    GROUP BY account_id) j ON j.account_id = w.account_id
       WHERE w.balance_minor || ' ' || w.currency <> coalesce(j.held, '0 ' || w.currency)
       ORDER BY a.code, w.name
       LIMIT 1000
      """;

  /** What was posted by hand is what was drafted: the day, the branch and each line. */
  private static final String OTHER_THAN_DRAFTED =
      """
      WITH drafted AS (
        SELECT m.id, m.value_date || ', branch ' || m.branch_id || ': '
                 || string_agg(l.side::text || ' ' || coalesce(a.code, l.account_id::text) || ' '
                                 || l.amount_minor || ' ' || m.currency,
                               ', ' ORDER BY l.line) AS words
          FROM ledger.manual_entry m
          JOIN ledger.manual_entry_line l ON l.entry_id = m.id
          LEFT JOIN ledger.account a ON a.id = l.account_id
         WHERE m.status = 'POSTED'
         GROUP BY m.id),
      posted AS (
        SELECT e.id, e.business_date || ', branch ' || e.branch_id || ': '
                 || string_agg(l.side::text || ' ' || coalesce(a.code, l.account_id::text) || ' '
                                 || l.amount_minor || ' ' || l.currency,
                               ', ' ORDER BY l.line) AS words
          FROM ledger.journal_entry e
          JOIN ledger.journal_line l ON l.entry_id = e.id
          LEFT JOIN ledger.account a ON a.id = l.account_id
         WHERE e.source_type = 'manual-entry'
         GROUP BY e.id)
      SELECT 'manual entry ' || id AS record,
             coalesce(d.words, 'not posted') AS says,
             coalesce(p.words, 'nothing') || ' by the journal' AS follows
        FROM drafted d
        FULL JOIN posted p USING (id)
       WHERE d.words IS DISTINCT FROM p.words
       ORDER BY id
       LIMIT 1000
      """;

  /**
   * What takes back money that came into a borrower's wallet, or went out, is what it takes back,
   * the other way round: the wallet, the branch and each line, not from an earlier day on. The two
   * conditions are those of the indexes that find the few entries.
   */
  private static final String OTHER_THAN_TAKEN_BACK =
      """
      WITH back AS (
        SELECT id, corrects FROM ledger.journal_entry
         WHERE source_type = 'wallet-payout' AND corrects IS NOT NULL
         UNION ALL
        SELECT id, corrects FROM ledger.journal_entry
         WHERE source_type IN ('wallet', 'wallet-top-up') AND corrects IS NOT NULL),
      told AS (
        SELECT b.id, e.number, e.business_date, e.id <> b.id AS is_first,
               CASE e.source_type WHEN 'wallet' THEN 'wallet-top-up' ELSE e.source_type END
                 || ' ' || e.source_id || ', branch ' || e.branch_id || ': '
                 || string_agg(CASE (l.side = 'D') = (e.id = b.id) WHEN true THEN 'debit '
                                                                   ELSE 'credit ' END
                                 || coalesce(a.code, l.account_id::text) || ' '
                                 || l.amount_minor || ' ' || l.currency,
                               ', ' ORDER BY a.code, l.amount_minor) AS words
          FROM back b
          JOIN ledger.journal_entry e ON e.id = ANY (ARRAY[b.id, b.corrects])
          JOIN ledger.journal_line l ON l.entry_id = e.id
          LEFT JOIN ledger.account a ON a.id = l.account_id
         WHERE (e.corrects IS NULL) = (e.id <> b.id)
         GROUP BY b.id, e.id)
      SELECT 'journal entry ' || t.number || ', which takes money of a wallet back' AS record,
             t.words || ' from ' || t.business_date || ' on' AS says,
             coalesce(f.words || ' from ' || f.business_date || ' on at the earliest', 'nothing')
               || ' by the entry that it takes back' AS follows
        FROM told t
        LEFT JOIN told f ON f.id = t.id AND f.is_first
       WHERE NOT t.is_first
         AND (f.words IS DISTINCT FROM t.words OR t.business_date < f.business_date)
       ORDER BY t.number
       LIMIT 1000
      """;

  /** The sums of days, to read where they were found to be those of the lines. */
  private static final String ADDED_UP = "ledger.account_change";

  /** What is to be found in them by each line. */
  private static final String EACH_LINE =
      """
      (SELECT account_id, currency,
              CASE side WHEN 'D' THEN amount_minor ELSE 0 END AS debit_minor,
              CASE side WHEN 'C' THEN amount_minor ELSE 0 END AS credit_minor
         FROM ledger.journal_line) each\
      """;

  private static final int KEPT_COLUMNS = 9;

  /** What waits for its seal is of patterns that may not be kept yet. */
  private static final String KEPT_FLOWS =
      """
      SELECT account_id, currency, branch_id, business_date, booked_on, debit_minor, credit_minor,
             corrects::int, pattern_id
        FROM ledger.flow_sum
       UNION ALL
      SELECT account_id, currency, branch_id, business_date, booked_on, debit_minor, credit_minor,
             corrects::int, ledger.pattern_of(accounts)
        FROM ledger.waiting_flow
      """;

  private static final String PATTERNS =
      """
      SELECT id, accounts
        FROM ledger.flow_pattern
       UNION
      SELECT ledger.pattern_of(accounts), accounts
        FROM ledger.waiting_flow
      """;

  private static final String DAYS_DIFFER =
      """
      SELECT EXISTS (SELECT 1
                       FROM (SELECT account_id, currency, business_date, booked_on, branch_id,
                                    debit_minor, credit_minor
                               FROM ledger.day_sum
                              UNION ALL
                             SELECT account_id, currency, business_date, booked_on, branch_id,
                                    -debit_minor, -credit_minor
                               FROM ledger.flow_sum) each
                      GROUP BY account_id, currency, business_date, booked_on, branch_id
                     HAVING sum(debit_minor) <> 0 OR sum(credit_minor) <> 0)
      """;

  /** The planner expects far too many groups, and would sort all lines instead of hashing them. */
  private static final String HASH = "SET LOCAL enable_sort = %s";

  private final JdbcClient jdbc;
  private final Moment moment;
  private final WholeJournal all;

  JournalCheck(JdbcClient jdbc, Moment moment, WholeJournal all) {
    this.jdbc = jdbc;
    this.moment = moment;
    this.all = all;
  }

  /** Returns how many entries there are. */
  public long entries() {
    return jdbc.sql(ENTRIES).query(Long.class).single();
  }

  /** Returns the entries that are not complete or do not balance, the first thousand of them. */
  public List<Difference> broken() {
    return hashing(BROKEN);
  }

  /**
   * Returns the accounts whose wallets add up to something else than the journal.
   *
   * @param addedUp whether the sums of days are known to be those of the journal
   */
  public List<Difference> otherWallets(boolean addedUp) {
    return differences(of(OTHER_WALLETS, addedUp));
  }

  private static String of(String sql, boolean addedUp) {
    return sql.replace("$SUMS", addedUp ? ADDED_UP : EACH_LINE);
  }

  /** Tells whether the sums of flows are those that stand for the journal. */
  public boolean isAddedUp(Run run, Fingerprint journal) {
    Fingerprint kept = run.fingerprint();
    Map<UUID, Long> patterns = patterns(all.codes(run));
    CopiedRow row = new CopiedRow(KEPT_COLUMNS);
    try (CopiedRows rows = moment.rows(KEPT_FLOWS)) {
      for (byte[] each = rows.next(); each != null; each = rows.next()) {
        row.on(each);
        Long pattern = patterns.get(new UUID(row.high(8), row.low(8)));
        if (pattern == null) {
          return false;
        }
        DaySum.Account account =
            new DaySum.Account(row.high(0), row.low(0), DaySum.currency(row, 1), pattern);
        DaySum when = new DaySum(row.high(2), row.low(2), row.day(3), row.day(4), row.int4(7) != 0);
        when.add(kept, account, true, row.int8(5));
        when.add(kept, account, false, row.int8(6));
      }
    }
    return kept.isSame(journal);
  }

  /** Returns what stands for the accounts of each pattern; one that is gone stands for nothing. */
  private Map<UUID, Long> patterns(Map<UUID, Long> codes) {
    Map<UUID, Long> patterns = new HashMap<>();
    jdbc.sql(PATTERNS)
        .query(row -> {
          UUID[] accounts = (UUID[]) row.getArray("accounts").getArray();
          long word = 0;
          for (UUID account : accounts) {
            word += codes.getOrDefault(account, 0L);
          }
          patterns.put(row.getObject("id", UUID.class), word);
        });
    return patterns;
  }

  /** Tells whether the sums of days are those of the flows. */
  public boolean areDaysThoseOfFlows() {
    return !jdbc.sql(DAYS_DIFFER).query(Boolean.class).single();
  }

  /** Returns the sums of flows that are not those of the journal, the first thousand of them. */
  public List<Difference> otherFlows() {
    return hashing(OTHER_FLOWS);
  }

  /** Returns the sums of days that are not those of the journal, the first thousand of them. */
  public List<Difference> otherSums() {
    return hashing(OTHER_SUMS);
  }

  /** Returns the sums of months that are not those of their days, the first thousand of them. */
  public List<Difference> otherMonths() {
    return differences(OTHER_MONTHS);
  }

  /**
   * Returns the wallets of the lender that hold something else than the journal says.
   *
   * @param addedUp whether the sums of days are known to be those of the journal
   */
  public List<Difference> otherLenderWallets(boolean addedUp) {
    return differences(of(OTHER_LENDER_WALLETS, addedUp));
  }

  /** Returns the entries posted by hand that differ from what was drafted, the first thousand. */
  public List<Difference> otherThanDrafted() {
    return differences(OTHER_THAN_DRAFTED);
  }

  /**
   * Returns the entries that take money of a borrower's wallet back, and say something else than
   * what they take back, the first thousand.
   */
  public List<Difference> otherThanTakenBack() {
    return differences(OTHER_THAN_TAKEN_BACK);
  }

  private List<Difference> hashing(String sql) {
    jdbc.sql(HASH.formatted("off")).update();
    List<Difference> differences = differences(sql);
    jdbc.sql(HASH.formatted("on")).update();
    return differences;
  }

  private List<Difference> differences(String sql) {
    return jdbc.sql(sql)
        .query((row, _) ->
            new Difference(
                row.getString("record"), row.getString("says"), row.getString("follows")))
        .list();
  }
}
