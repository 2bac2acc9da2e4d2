package io.loanwright.ledger.store;

import io.loanwright.access.Caller;
import io.loanwright.ledger.Period;
import io.loanwright.ledger.Period.Deed;
import io.loanwright.ledger.Period.Reopening;
import io.loanwright.ledger.Period.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The months of the books, and the sums of those that are closed. */
@Repository
public class PeriodStore {

  /** Months are days in the database: the first of each. */
  private static final String PAGE =
      """
      SELECT m.month, coalesce(p.state, 'OPEN') AS state, p.sealed_at, p.changed_by, p.changed_name,
             p.changed_at, p.reopening_by, p.reopening_name, p.reopening_at, p.reopening_reason,
             (SELECT count(*)
                FROM ledger.journal_entry e
               WHERE e.booked_on >= m.month AND e.booked_on < m.month + interval '1 month') AS late,
             (SELECT count(*)
                FROM ledger.manual_entry w
               WHERE w.status = 'WAITING'
                 AND w.value_date >= m.month
                 AND w.value_date < m.month + interval '1 month') AS waiting
        FROM (SELECT d::date AS month
                FROM generate_series(CAST(:newest AS timestamp), CAST(:oldest AS timestamp),
                                     interval '-1 month') d
               ORDER BY d DESC
               LIMIT :limit) m
        LEFT JOIN ledger.period p ON p.month = m.month
       ORDER BY m.month DESC
      """;

  private static final String FIRST_ENTRY =
      """
      SELECT date_trunc('month', least(min(e.business_date), CAST(:newest AS date)))::date
        FROM ledger.journal_entry e
      """;

  /** All open months from the first with an entry on. */
  private static final String START_CLOSING =
      """
      INSERT INTO ledger.period AS p (month, state, turn, changed_by, changed_name)
      SELECT d::date, 'CLOSING', :turn, :by, :name
        FROM generate_series(CAST(:oldest AS timestamp), CAST(:month AS timestamp),
                             interval '1 month') d
      ON CONFLICT (month) DO UPDATE
         SET state = 'CLOSING', turn = :turn, changed_at = now(), changed_by = :by,
             changed_name = :name
       WHERE p.state = 'OPEN'
      """;

  private static final String CLOSE =
      """
      UPDATE ledger.period
         SET state = 'CLOSED', turn = :turn, seal = gen_random_uuid(), changed_at = now(),
             changed_by = :by, changed_name = :name
       WHERE month <= :month
         AND state = 'CLOSING'
      """;

  private static final String NOT_SEALED =
      """
      SELECT p.month, p.seal
        FROM ledger.period p
       WHERE p.state = 'CLOSED'
         AND p.sealed_at IS NULL
         AND NOT ledger.posting_before(p.turn)
       ORDER BY p.month
       LIMIT 1
         FOR UPDATE SKIP LOCKED
      """;

  /**
   * Out of the sums of days, by {@code day_sum_booked_idx}, and the entries that wait for their
   * seal: as much as days, accounts and branches of the month, however many entries it has.
   */
  private static final String ADD_UP =
      """
      INSERT INTO ledger.period_sum
             (seal, account_id, branch_id, currency, debit_minor, credit_minor)
      SELECT :seal, c.account_id, c.branch_id, c.currency, sum(c.debit_minor), sum(c.credit_minor)
        FROM ledger.account_change c
       WHERE c.booked_on >= :month
         AND c.booked_on < CAST(:month AS date) + interval '1 month'
       GROUP BY c.account_id, c.branch_id, c.currency
      """;

  private static final String HASH =
      """
      SELECT encode(sha256(convert_to(coalesce(string_agg(
               concat_ws(' ', s.account_id, s.branch_id, s.currency, s.debit_minor, s.credit_minor),
               E'\\n' ORDER BY s.account_id, s.branch_id, s.currency), ''), 'UTF8')), 'hex') AS hash
        FROM ledger.period_sum s
       WHERE s.seal = :seal
      """;

  private static final String OPEN =
      """
      UPDATE ledger.period
         SET state = 'OPEN', turn = :turn, seal = NULL, sealed_at = NULL, changed_at = now(),
             changed_by = :by,
             changed_name = :name, reopening_at = NULL, reopening_by = NULL,
             reopening_name = NULL, reopening_reason = NULL
       WHERE month = :month
      """;

  private static final String ASK =
      """
      UPDATE ledger.period
         SET reopening_at = now(), reopening_by = :by, reopening_name = :name,
             reopening_reason = :reason
       WHERE month = :month
      """;

  private static final String KEEP_CLOSED =
      """
      UPDATE ledger.period
         SET reopening_at = NULL, reopening_by = NULL, reopening_name = NULL,
             reopening_reason = NULL
       WHERE month = :month
      """;

  private final JdbcClient jdbc;

  PeriodStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Begins a change of states, which nobody else changes meanwhile; who posts from the end of the
   * transaction on sees the new ones.
   *
   * @return the turn that the change makes
   */
  public int nextTurn() {
    return jdbc.sql("UPDATE ledger.period_turn SET turn = turn + 1 RETURNING turn")
        .query(Integer.class)
        .single();
  }

  /** Returns months, newest first. */
  public List<Period> page(YearMonth current, @Nullable YearMonth before, int limit) {
    YearMonth newest = before == null ? current : before.minusMonths(1);
    return jdbc.sql(PAGE)
        .param("newest", newest.atDay(1))
        .param("oldest", oldest(current))
        .param("limit", limit)
        .query(PeriodStore::period)
        .list();
  }

  /** Returns a month. */
  public Period find(YearMonth month) {
    return jdbc.sql(PAGE)
        .param("newest", month.atDay(1))
        .param("oldest", month.atDay(1))
        .param("limit", 1)
        .query(PeriodStore::period)
        .single();
  }

  private LocalDate oldest(YearMonth newest) {
    return jdbc.sql(FIRST_ENTRY).param("newest", newest.atDay(1)).query(LocalDate.class).single();
  }

  /**
   * Returns the state of a month. A month before the first with an entry has that of the months
   * after it: what is closed is closed from the first day on.
   */
  public State state(YearMonth month) {
    return jdbc.sql(
            """
            SELECT coalesce((SELECT p.state
                               FROM ledger.period p
                              WHERE p.month >= :month
                                AND p.state <> 'OPEN'
                              ORDER BY p.month
                              LIMIT 1), 'OPEN')
            """)
        .param("month", month.atDay(1))
        .query((row, _) -> State.valueOf(row.getString(1)))
        .single();
  }

  /** Returns the last month that is not open. */
  public Optional<YearMonth> lastNotOpen() {
    return jdbc.sql(
            "SELECT month FROM ledger.period WHERE state <> 'OPEN' ORDER BY month DESC LIMIT 1")
        .query((row, _) -> YearMonth.from(row.getObject("month", LocalDate.class)))
        .optional();
  }

  /** Returns how many entries drafted by hand wait that belong to a month or one before. */
  public long waitingUntil(YearMonth month) {
    return jdbc.sql(
            "SELECT count(*) FROM ledger.manual_entry WHERE status = 'WAITING' AND value_date <= :last")
        .param("last", month.atEndOfMonth())
        .query(Long.class)
        .single();
  }

  /** Returns the first day that takes entries by hand; nothing if all do. */
  public Optional<LocalDate> openForHands() {
    return jdbc.sql("SELECT d FROM ledger.open_from(true) d WHERE d IS NOT NULL")
        .query(LocalDate.class)
        .optional();
  }

  /** Returns who asked for a month to be opened again. */
  public Optional<Reopening> reopening(YearMonth month) {
    return Optional.ofNullable(find(month).reopening());
  }

  /** Keeps the program out of a month and all open ones before it. */
  public void startClosing(Caller caller, YearMonth month, int turn) {
    change(START_CLOSING, caller, month, Map.of("turn", turn, "oldest", oldest(month)));
  }

  /** Closes a month and all before it. */
  public void close(Caller caller, YearMonth month, int turn) {
    change(CLOSE, caller, month, Map.of("turn", turn));
  }

  /** Opens a month. */
  public void open(Caller caller, YearMonth month, int turn) {
    change(OPEN, caller, month, Map.of("turn", turn));
  }

  /** Notes who wants a month opened. */
  public void ask(Caller caller, YearMonth month, String reason) {
    change(ASK, caller, month, Map.of("reason", reason));
  }

  private void change(String sql, Caller caller, YearMonth month, Map<String, Object> more) {
    jdbc.sql(sql)
        .param("month", month.atDay(1))
        .param("by", caller.userId())
        .param("name", caller.name())
        .params(more)
        .update();
  }

  /** Forgets that somebody wants a month opened. */
  public void keepClosed(YearMonth month) {
    jdbc.sql(KEEP_CLOSED).param("month", month.atDay(1)).update();
  }

  /**
   * Adds up the first closed month whose sums are not there and that nobody posts into any more.
   *
   * @return what was sealed; nothing if all is, or somebody is still at work
   */
  public Optional<Sealed> sealNext() {
    jdbc.sql("SET LOCAL statement_timeout = 0").update();
    Optional<Sealed> next =
        jdbc.sql(NOT_SEALED)
            .query((row, _) ->
                new Sealed(
                    YearMonth.from(row.getObject("month", LocalDate.class)),
                    row.getObject("seal", UUID.class),
                    ""))
            .optional();
    return next.map(sealed -> {
      LocalDate first = sealed.month().atDay(1);
      jdbc.sql(ADD_UP).param("seal", sealed.seal()).param("month", first).update();
      jdbc.sql("UPDATE ledger.period SET sealed_at = now() WHERE month = :month")
          .param("month", first)
          .update();
      return new Sealed(sealed.month(), sealed.seal(), hashOf(sealed.seal()));
    });
  }

  private String hashOf(UUID seal) {
    return jdbc.sql(HASH).param("seal", seal).query(String.class).single();
  }

  /** A closed month whose sums are kept, and their SHA-256. */
  public record Sealed(YearMonth month, UUID seal, String sha256) {}

  private static Period period(ResultSet row, int number) throws SQLException {
    Deed asked = deed(row, "reopening");
    return new Period(
        YearMonth.from(row.getObject("month", LocalDate.class)),
        State.valueOf(row.getString("state")),
        deed(row, "changed"),
        row.getLong("late"),
        row.getLong("waiting"),
        row.getObject("sealed_at", OffsetDateTime.class) != null,
        asked == null ? null : new Reopening(asked, row.getString("reopening_reason")));
  }

  private static @Nullable Deed deed(ResultSet row, String what) throws SQLException {
    UUID by = row.getObject(what + "_by", UUID.class);
    return by == null
        ? null
        : new Deed(
            by,
            row.getString(what + "_name"),
            row.getObject(what + "_at", OffsetDateTime.class).toInstant());
  }
}
