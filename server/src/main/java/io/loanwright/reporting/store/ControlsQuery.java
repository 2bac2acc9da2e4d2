package io.loanwright.reporting.store;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.reporting.Tile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What an auditor looks at first: what was taken back, dated back or changed by hand. */
@Repository
public class ControlsQuery {

  private static final int DAYS = 30;

  private static final String REVERSED =
      """
      SELECT count(*)
        FROM payment.payment_card p
       WHERE p.reversed_on > :from
         AND p.status = 'REVERSED'
         AND %s
      """;

  private static final String BACKDATED =
      """
      SELECT count(*)
        FROM payment.payment_card p
       WHERE p.recorded_on > :from
         AND p.paid_on < p.recorded_on
         AND %s
      """;

  /** Ids grow with time, so an index finds the events of an action since a moment. */
  private static final String EVENTS =
      """
      SELECT count(*) FILTER (WHERE e.action = 'loan.default') AS defaults,
             count(*) FILTER (WHERE e.action IN ('charge.waive', 'interest.waive',
                                                 'loan.write_off')) AS given_up,
             count(*) FILTER (WHERE e.action IN ('schedule.restructure', 'loan.top_up',
                                                 'loan.take_back', 'wallet.reverse',
                                                 'wallet.payout_reverse')) AS terms,
             count(*) FILTER (WHERE e.action = 'wallet.pay_out') AS payouts,
             count(*) FILTER (WHERE e.action = 'manual_entry.approve') AS manual,
             count(*) FILTER (WHERE e.action = 'period.reopen') AS reopened,
             count(*) FILTER (WHERE e.action IN ('role.create', 'role.change', 'role.delete',
                                                 'user.change')) AS rights
        FROM audit.event_card e
       WHERE e.action IN ('loan.default', 'charge.waive', 'interest.waive', 'loan.write_off',
                          'schedule.restructure', 'loan.top_up', 'loan.take_back',
                          'wallet.pay_out', 'wallet.reverse', 'wallet.payout_reverse',
                          'manual_entry.approve', 'period.reopen', 'role.create', 'role.change',
                          'role.delete', 'user.change')
         AND e.result = 'DONE'
         AND e.id >= :since
         AND %s
      """;

  private static final String UNSEALED = "SELECT count(*) FROM audit.waiting";

  private final JdbcClient jdbc;

  ControlsQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Returns the figures of 30 days within the caller's reach; they are of one moment.
   *
   * @param today the business date, the last of the days
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Tile> tiles(Caller caller, LocalDate today, ZoneId zone) {
    Reach reach = caller.reach(Permission.AUDIT_VIEW).ofBranches();
    LocalDate from = today.minusDays(DAYS);
    Events events =
        jdbc.sql(EVENTS.formatted(reach.predicate("e", "actor_id")))
            .params(reach.params())
            .param("since", firstId(from.plusDays(1), zone))
            .query((row, _) ->
                new Events(
                    row.getLong("defaults"),
                    row.getLong("given_up"),
                    row.getLong("terms"),
                    row.getLong("payouts"),
                    row.getLong("manual"),
                    row.getLong("reopened"),
                    row.getLong("rights")))
            .single();
    return List.of(
        Tile.count(Tile.Of.REVERSALS, count(REVERSED, reach, from)),
        Tile.count(Tile.Of.BACKDATED, count(BACKDATED, reach, from)),
        Tile.count(Tile.Of.DEFAULT_MARKS, events.defaults()),
        Tile.count(Tile.Of.GIVEN_UP, events.givenUp()),
        Tile.count(Tile.Of.TERMS_CHANGED, events.terms()),
        Tile.count(Tile.Of.WALLET_PAYOUTS, events.payouts()),
        Tile.count(Tile.Of.MANUAL_ENTRIES, events.manual()),
        Tile.count(Tile.Of.REOPENED, events.reopened()),
        Tile.count(Tile.Of.RIGHTS_CHANGED, events.rights()),
        Tile.count(Tile.Of.UNSEALED, jdbc.sql(UNSEALED).query(Long.class).single()));
  }

  private record Events(
      long defaults,
      long givenUp,
      long terms,
      long payouts,
      long manual,
      long reopened,
      long rights) {}

  private long count(String sql, Reach reach, LocalDate from) {
    return jdbc.sql(sql.formatted(reach.predicate("p", "borrower_id")))
        .params(reach.params())
        .param("from", from)
        .query(Long.class)
        .single();
  }

  /** The first id that could be made on a day: ids begin with the time in milliseconds. */
  private static UUID firstId(LocalDate day, ZoneId zone) {
    long millis = day.atStartOfDay(zone).toInstant().toEpochMilli();
    return new UUID(millis << 16, 0);
  }
}
