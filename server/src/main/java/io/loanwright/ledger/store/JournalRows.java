package io.loanwright.ledger.store;

import io.loanwright.audit.proof.Chained;
import io.loanwright.audit.proof.Fingerprint;
import io.loanwright.audit.proof.Run;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The entries of the journal with their lines, as they are sealed; from then on they are in the
 * sums of their days.
 */
@Repository
class JournalRows implements Chained {

  static final String KIND = "journal";

  private static final int FETCH = 10_000;
  private static final String COUNT = "SELECT count(*) FROM ledger.journal_entry";
  private static final String IDS = "SELECT id FROM ledger.journal_entry";

  /**
   * What a line is of comes last, as it may be missing. The day of booking is there only where it
   * is not the value date, so entries from before there was one are sealed as they were.
   */
  private static final String READ =
      """
      SELECT e.id, e.number,
             ARRAY[e.number::text, to_char(e.business_date, 'YYYY-MM-DD'), e.branch_id::text,
                   e.description, e.source_type, e.source_id::text, e.corrects::text,
                   e.lines::text, (extract(epoch FROM e.recorded_at) * 1000000)::bigint::text,
                   e.recorded_by::text]
             || CASE WHEN e.booked_on IS NULL THEN '{}'
                     ELSE ARRAY['booked on ' || to_char(e.booked_on, 'YYYY-MM-DD')] END
             || (SELECT array_agg(concat_ws(' ', l.line, l.account_id, l.side, l.currency,
                                            l.amount_minor,
                                            to_char(l.business_date, 'YYYY-MM-DD'), l.loan_id)
                                  ORDER BY l.line)
                   FROM ledger.journal_line l
                  WHERE l.entry_id = e.id) AS fields
        FROM ledger.journal_entry e
       WHERE e.id = ANY (:ids)
      """;

  /**
   * All sums grow out of one reading of the lines: flows, of flows the days, of days the months.
   */
  private static final String ADD_UP =
      """
      WITH pattern AS MATERIALIZED (
        SELECT entry_id, currency, array_agg(DISTINCT account_id ORDER BY account_id) AS accounts
          FROM ledger.journal_line
         WHERE entry_id = ANY (:ids)
         GROUP BY entry_id, currency),
      grown AS MATERIALIZED (
        SELECT e.business_date, l.account_id, l.currency, p.accounts,
               coalesce(e.booked_on, e.business_date) AS booked_on, e.branch_id,
               e.corrects IS NOT NULL AS corrects,
               coalesce(sum(l.amount_minor) FILTER (WHERE l.side = 'D'), 0) AS debit_minor,
               coalesce(sum(l.amount_minor) FILTER (WHERE l.side = 'C'), 0) AS credit_minor
          FROM ledger.journal_entry e
          JOIN ledger.journal_line l ON l.entry_id = e.id
          JOIN pattern p ON p.entry_id = l.entry_id AND p.currency = l.currency
         WHERE e.id = ANY (:ids)
         GROUP BY 1, 2, 3, 4, 5, 6, 7),
      kept AS (
        INSERT INTO ledger.flow_pattern (id, accounts)
        SELECT ledger.pattern_of(accounts), accounts
          FROM grown
         GROUP BY accounts
            ON CONFLICT (id) DO NOTHING),
      flows AS (
        INSERT INTO ledger.flow_sum AS s
        SELECT business_date, account_id, currency, ledger.pattern_of(accounts), booked_on,
               branch_id, corrects, debit_minor, credit_minor
          FROM grown
            ON CONFLICT (business_date, account_id, currency, pattern_id, booked_on, branch_id,
                         corrects) DO UPDATE
           SET debit_minor = s.debit_minor + excluded.debit_minor,
               credit_minor = s.credit_minor + excluded.credit_minor),
      days AS (
        INSERT INTO ledger.day_sum AS s
        SELECT account_id, currency, business_date, booked_on, branch_id,
               sum(debit_minor), sum(credit_minor)
          FROM grown
         GROUP BY 1, 2, 3, 4, 5
            ON CONFLICT (account_id, currency, business_date, booked_on, branch_id) DO UPDATE
           SET debit_minor = s.debit_minor + excluded.debit_minor,
               credit_minor = s.credit_minor + excluded.credit_minor)
      INSERT INTO ledger.month_sum AS s
      SELECT account_id, currency, ledger.month_of(business_date), ledger.month_of(booked_on),
             branch_id, sum(debit_minor), sum(credit_minor)
        FROM grown
       GROUP BY 1, 2, 3, 4, 5
          ON CONFLICT (account_id, currency, month, booked_month, branch_id) DO UPDATE
         SET debit_minor = s.debit_minor + excluded.debit_minor,
             credit_minor = s.credit_minor + excluded.credit_minor
      """;

  private final JdbcClient jdbc;
  private final WholeJournal all;

  JournalRows(JdbcClient jdbc, WholeJournal all) {
    this.jdbc = jdbc;
    this.all = all;
  }

  @Override
  public Fingerprint fingerprint(Run run) {
    return all.read(run).records();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void read(Collection<UUID> ids, Consumer<Content> each) {
    jdbc.sql(READ)
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          String[] fields = (String[]) row.getArray("fields").getArray();
          each.accept(
              new Content(
                  row.getObject("id", UUID.class),
                  "journal entry " + row.getLong("number"),
                  Arrays.asList(fields)));
        });
  }

  @Override
  public void sealed(Collection<UUID> ids) {
    jdbc.sql(ADD_UP).param("ids", ids.toArray(UUID[]::new)).update();
  }

  @Override
  public long count() {
    return jdbc.sql(COUNT).query(Long.class).single();
  }

  @Override
  public void ids(Consumer<UUID> each) {
    jdbc.sql(IDS)
        .withFetchSize(FETCH)
        .query(row -> {
          each.accept(row.getObject("id", UUID.class));
        });
  }
}
