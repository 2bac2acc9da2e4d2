package io.loanwright.reporting.store;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.reporting.Tile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What an auditor looks at first: what was taken back, dated back or changed by hand. */
@Repository
public class ControlsQuery {

  private static final int DAYS = 30;

  private static final int BEFORE = 7;

  private static final String REVERSED =
      """
      SELECT count(*) FILTER (WHERE p.reversed_on > :from) AS now,
             count(*) FILTER (WHERE p.reversed_on <= :endedOn) AS before
        FROM payment.payment_card p
       WHERE p.reversed_on > :fromBefore
         AND p.status = 'REVERSED'
         AND %s
      """;

  private static final String BACKDATED =
      """
      SELECT count(*) FILTER (WHERE p.recorded_on > :from) AS now,
             count(*) FILTER (WHERE p.recorded_on <= :endedOn) AS before
        FROM payment.payment_card p
       WHERE p.recorded_on > :fromBefore
         AND p.paid_on < p.recorded_on
         AND %s
      """;

  /** Ids grow with time, so an index finds the events of an action since a moment. */
  private static final String EVENTS =
      """
      SELECT e.action, count(*) FILTER (WHERE e.id >= :from) AS now,
             count(*) FILTER (WHERE e.id < :endedOn) AS before
        FROM audit.event_card e
       WHERE e.action = ANY (:actions)
         AND e.result = 'DONE'
         AND e.id >= :fromBefore
         AND %s
       GROUP BY e.action
      """;

  /** What is counted of the trail; {@code tile-words.ts} leads to the same actions. */
  private static final Map<Tile.Of, Set<String>> ACTIONS =
      new EnumMap<>(
          Map.of(
              Tile.Of.DEFAULT_MARKS, Set.of("loan.default"),
              Tile.Of.GIVEN_UP, Set.of("charge.waive", "interest.waive", "loan.write_off"),
              Tile.Of.TERMS_CHANGED,
                  Set.of(
                      "schedule.restructure",
                      "loan.top_up",
                      "loan.take_back",
                      "wallet.reverse",
                      "wallet.payout_reverse"),
              Tile.Of.WALLET_PAYOUTS, Set.of("wallet.pay_out"),
              Tile.Of.MANUAL_ENTRIES, Set.of("manual_entry.approve"),
              Tile.Of.REOPENED, Set.of("period.reopen"),
              Tile.Of.RIGHTS_CHANGED,
                  Set.of("role.create", "role.change", "role.delete", "user.change")));

  private static final String UNSEALED = "SELECT count(*) FROM audit.waiting";

  private final JdbcClient jdbc;

  ControlsQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Returns the figures of 30 days within the caller's reach, beside those of the 30 days that
   * ended seven days before; they are of one moment.
   *
   * @param today the business date, the last of the days
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Tile> tiles(Caller caller, LocalDate today, ZoneId zone) {
    Reach reach = caller.reach(Permission.AUDIT_VIEW).ofBranches();
    Map<String, Counts> events = events(reach, today, zone);
    List<Tile> tiles = new ArrayList<>();
    tiles.add(count(REVERSED, reach, today).tile(Tile.Of.REVERSALS));
    tiles.add(count(BACKDATED, reach, today).tile(Tile.Of.BACKDATED));
    ACTIONS.forEach((of, actions) ->
        tiles.add(
            actions.stream()
                .map(action -> events.getOrDefault(action, Counts.NONE))
                .reduce(Counts.NONE, Counts::plus)
                .tile(of)));
    tiles.add(Tile.count(Tile.Of.UNSEALED, jdbc.sql(UNSEALED).query(Long.class).single()));
    return tiles;
  }

  private record Counts(long now, long before) {

    static final Counts NONE = new Counts(0, 0);

    Counts plus(Counts other) {
      return new Counts(now + other.now, before + other.before);
    }

    Tile tile(Tile.Of of) {
      return Tile.count(of, now, null, before);
    }
  }

  private Map<String, Counts> events(Reach reach, LocalDate today, ZoneId zone) {
    LocalDate from = today.minusDays(DAYS);
    Map<String, Counts> found = new HashMap<>();
    jdbc.sql(EVENTS.formatted(reach.predicate("e", "actor_id")))
        .params(reach.params())
        .param(
            "actions",
            ACTIONS.values().stream().flatMap(Set::stream).sorted().toArray(String[]::new))
        .param("from", firstId(from.plusDays(1), zone))
        .param("fromBefore", firstId(from.minusDays(BEFORE).plusDays(1), zone))
        .param("endedOn", firstId(today.minusDays(BEFORE).plusDays(1), zone))
        .query(row -> {
          found.put(row.getString("action"), new Counts(row.getLong("now"), row.getLong("before")));
        });
    return found;
  }

  private Counts count(String sql, Reach reach, LocalDate today) {
    LocalDate from = today.minusDays(DAYS);
    return jdbc.sql(sql.formatted(reach.predicate("p", "borrower_id")))
        .params(reach.params())
        .param("from", from)
        .param("fromBefore", from.minusDays(BEFORE))
        .param("endedOn", today.minusDays(BEFORE))
        .query((row, _) -> new Counts(row.getLong("now"), row.getLong("before")))
        .single();
  }

  /** The first id that could be made on a day: ids begin with the time in milliseconds. */
  private static UUID firstId(LocalDate day, ZoneId zone) {
    long millis = day.atStartOfDay(zone).toInstant().toEpochMilli();
    return new UUID(millis << 16, 0);
  }
}
