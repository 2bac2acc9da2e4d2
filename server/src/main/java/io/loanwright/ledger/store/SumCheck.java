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

/** Finds sums of the journal, of flows, days and months, that are not what they add up. */
@Repository
public class SumCheck {

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

  /** The sums of days are those of the entries that have a seal. */
  private static final String OTHER_DAYS =
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

  private final JdbcClient jdbc;
  private final Differences differences;
  private final Moment moment;
  private final WholeJournal all;

  SumCheck(JdbcClient jdbc, Moment moment, WholeJournal all) {
    this.jdbc = jdbc;
    this.differences = new Differences(jdbc);
    this.moment = moment;
    this.all = all;
  }

  /** Tells whether the sums of flows are those that stand for the journal. */
  public boolean areFlowsThoseOf(Run run, Fingerprint journal) {
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
    return differences.hashing(OTHER_FLOWS);
  }

  /** Returns the sums of days that are not those of the journal, the first thousand of them. */
  public List<Difference> otherDays() {
    return differences.hashing(OTHER_DAYS);
  }

  /** Returns the sums of months that are not those of their days, the first thousand of them. */
  public List<Difference> otherMonths() {
    return differences.by(OTHER_MONTHS);
  }
}
