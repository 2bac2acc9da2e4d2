package io.loanwright.ledger.store;

import io.loanwright.audit.proof.Difference;
import java.util.List;
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

  private final JdbcClient jdbc;
  private final Differences differences;

  JournalCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.differences = new Differences(jdbc);
  }

  /** Returns how many entries there are. */
  public long entries() {
    return jdbc.sql(ENTRIES).query(Long.class).single();
  }

  /** Returns the entries that are not complete or do not balance, the first thousand of them. */
  public List<Difference> broken() {
    return differences.hashing(BROKEN);
  }

  /**
   * Returns the accounts whose wallets add up to something else than the journal.
   *
   * @param addedUp whether the sums of days are known to be those of the journal
   */
  public List<Difference> otherWallets(boolean addedUp) {
    return differences.by(of(OTHER_WALLETS, addedUp));
  }

  private static String of(String sql, boolean addedUp) {
    return sql.replace("$SUMS", addedUp ? ADDED_UP : EACH_LINE);
  }

  /**
   * Returns the wallets of the lender that hold something else than the journal says.
   *
   * @param addedUp whether the sums of days are known to be those of the journal
   */
  public List<Difference> otherLenderWallets(boolean addedUp) {
    return differences.by(of(OTHER_LENDER_WALLETS, addedUp));
  }

  /** Returns the entries posted by hand that differ from what was drafted, the first thousand. */
  public List<Difference> otherThanDrafted() {
    return differences.by(OTHER_THAN_DRAFTED);
  }

  /**
   * Returns the entries that take money of a borrower's wallet back, and say something else than
   * what they take back, the first thousand.
   */
  public List<Difference> otherThanTakenBack() {
    return differences.by(OTHER_THAN_TAKEN_BACK);
  }
}
