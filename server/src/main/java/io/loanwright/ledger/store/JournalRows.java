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

  private static final String ADD_UP =
      """
      INSERT INTO ledger.%1$s AS s
      SELECT l.account_id, l.currency, %2$s, e.branch_id,
             coalesce(sum(l.amount_minor) FILTER (WHERE l.side = 'D'), 0),
             coalesce(sum(l.amount_minor) FILTER (WHERE l.side = 'C'), 0)
        FROM ledger.journal_entry e
        JOIN ledger.journal_line l ON l.entry_id = e.id
       WHERE e.id = ANY (:ids)
       GROUP BY 1, 2, 3, 4, 5
          ON CONFLICT (account_id, currency, %3$s, branch_id) DO UPDATE
         SET debit_minor = s.debit_minor + excluded.debit_minor,
             credit_minor = s.credit_minor + excluded.credit_minor
      """;

  private static final String ADD_UP_DAYS =
      ADD_UP.formatted(
          "day_sum",
          "e.business_date, coalesce(e.booked_on, e.business_date)",
          "business_date, booked_on");

  private static final String ADD_UP_MONTHS =
      ADD_UP.formatted(
          "month_sum",
          "ledger.month_of(e.business_date),"
              + " ledger.month_of(coalesce(e.booked_on, e.business_date))",
          "month, booked_month");

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
    UUID[] entries = ids.toArray(UUID[]::new);
    jdbc.sql(ADD_UP_DAYS).param("ids", entries).update();
    jdbc.sql(ADD_UP_MONTHS).param("ids", entries).update();
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
