package io.loanwright.loan.store;

import io.loanwright.access.Caller;
import io.loanwright.access.Reach;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.AgreedChange;
import io.loanwright.loan.LoanRequest;
import io.loanwright.loan.LoanRequest.Decision;
import io.loanwright.loan.LoanRequest.Kind;
import io.loanwright.loan.LoanRequest.Signature;
import io.loanwright.loan.LoanRequest.Status;
import io.loanwright.loan.LoanRequest.Wanted;
import io.loanwright.loan.LoanRequestFilter;
import io.loanwright.loan.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of {@code loan.request}: what somebody asked for of a loan, and what became of it.
 *
 * <p>How far somebody sees them is said for each kind, as far as any of its reaches goes; one that
 * is left out is not seen.
 */
@Repository
public class LoanRequestStore {

  private static final String COLUMNS =
      """
      SELECT r.id, r.loan_id, l.number, l.borrower_id, l.currency, r.kind, r.value_date,
             r.amount_minor, r.wallet_id, r.change, r.reason, r.asked_by, r.asked_name, r.asked_at, r.status,
             r.decided_by, r.decided_name, r.decided_at, r.decision_reason, r.event_id
        FROM loan.request r
        JOIN loan.loan l ON l.id = r.loan_id
      """;

  private static final String FIND = COLUMNS + " WHERE r.id = :id AND (%s)";

  private static final String LOCK = COLUMNS + " WHERE r.id = :id FOR UPDATE OF r";

  /** Newest first. */
  private static final String PAGE =
      COLUMNS
          + """
           WHERE (CAST(:kind AS text) IS NULL OR r.kind = :kind)
             AND (CAST(:status AS text) IS NULL OR r.status = :status)
             AND (CAST(:loan AS uuid) IS NULL OR r.loan_id = :loan)
             AND (CAST(:before AS uuid) IS NULL OR r.id < :before)
             AND (%s)
             AND %s
           ORDER BY r.id DESC
           LIMIT :limit
          """;

  private static final String TO_DECIDE =
      """
      r.status = 'WAITING'
             AND r.asked_by <> :decider
             AND l.borrower_id IS DISTINCT FROM CAST(:ownBorrower AS uuid)
             AND NOT EXISTS (SELECT 1
                               FROM borrower.relative_in_force f
                              WHERE f.user_id = :decider
                                AND f.borrower_id = l.borrower_id)\
      """;

  private static final String INSERT =
      """
      INSERT INTO loan.request
             (id, loan_id, kind, value_date, amount_minor, wallet_id, change, reason, asked_by,
              asked_name, asked_at)
      VALUES (:id, :loan, :kind, :on, :amount, :wallet, CAST(:change AS jsonb) - 'reason', :reason,
              :by, :byName, :at)
          ON CONFLICT (loan_id, kind) WHERE status = 'WAITING' DO NOTHING
      """;

  /** What was to count from the day on which it is done says that day now. */
  private static final String DECIDE =
      """
      UPDATE loan.request r
         SET status = :status, decided_by = :by, decided_name = :byName, decided_at = :at,
             decision_reason = :reason, event_id = :event,
             value_date = coalesce(r.value_date, (SELECT e.value_date
                                                    FROM loan.event e
                                                   WHERE e.loan_id = r.loan_id
                                                     AND e.id = CAST(:event AS uuid)))
       WHERE r.id = :id
         AND r.status = 'WAITING'
      """;

  private static final String LAPSE =
      """
      UPDATE loan.request
         SET status = 'LAPSED', decided_at = :at
       WHERE loan_id = ANY (:loans)
         AND kind = ANY (:kinds)
         AND status = 'WAITING'
      RETURNING loan_id, kind
      """;

  private final JdbcClient jdbc;

  LoanRequestStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns what was asked for of a loan in reach. */
  public Optional<LoanRequest> find(UUID id, Map<Kind, List<Reach>> reaches) {
    return jdbc.sql(FIND.formatted(predicate(reaches)))
        .param("id", id)
        .params(params(reaches))
        .query(LoanRequestStore::request)
        .optional();
  }

  /** A permission of one kind does not reach what was asked for of another. */
  private static String predicate(Map<Kind, List<Reach>> reaches) {
    return reaches.entrySet().stream()
        .map(each ->
            "r.kind = '"
                + each.getKey().name()
                + "' AND "
                + each.getValue().stream()
                    .map(reach -> reach.predicate("l", "borrower_id"))
                    .collect(Collectors.joining(" OR ", "(", ")")))
        .collect(Collectors.joining(" OR "));
  }

  /** All are of one caller, so that what they name alike is the same. */
  private static Map<String, Object> params(Map<Kind, List<Reach>> reaches) {
    Map<String, Object> params = new HashMap<>();
    reaches.values().forEach(each -> each.forEach(reach -> params.putAll(reach.params())));
    return params;
  }

  /**
   * Returns what was asked for, on which nobody else decides until the transaction ends; its loan
   * is locked before.
   */
  public LoanRequest lock(UUID id) {
    return jdbc.sql(LOCK).param("id", id).query(LoanRequestStore::request).single();
  }

  /**
   * Returns what was asked for of loans in reach, newest first.
   *
   * @param caller whose decision it waits for, where only that is listed
   * @param before the last one of the page before; null for the first page
   */
  public List<LoanRequest> page(
      Caller caller,
      Map<Kind, List<Reach>> reaches,
      LoanRequestFilter filter,
      @Nullable UUID before,
      int limit) {
    Kind kind = filter.kind();
    Status status = filter.status();
    return jdbc.sql(PAGE.formatted(predicate(reaches), filter.toDecide() ? TO_DECIDE : "true"))
        .param("decider", caller.userId())
        .param("ownBorrower", caller.borrowerId(), Types.OTHER)
        .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
        .param("status", status == null ? null : status.name(), Types.VARCHAR)
        .param("loan", filter.loanId(), Types.OTHER)
        .param("before", before, Types.OTHER)
        .params(params(reaches))
        .param("limit", limit)
        .query(LoanRequestStore::request)
        .list();
  }

  /** Adds what somebody asks for; returns whether nothing of its kind waited. */
  public boolean insert(UUID id, UUID loanId, Wanted wanted, Signature asked) {
    return jdbc.sql(INSERT)
            .param("id", id)
            .param("loan", loanId)
            .param("kind", wanted.kind().name())
            .param("on", wanted.on(), Types.DATE)
            .param("amount", wanted.amount().minor())
            .param("wallet", wanted.walletId(), Types.OTHER)
            .param("change", json(wanted.change()), Types.VARCHAR)
            .param("reason", wanted.reason())
            .param("by", asked.by().id())
            .param("byName", asked.by().name())
            .param("at", LoanRow.timestamp(asked.at()))
            .update()
        == 1;
  }

  /**
   * Decides on what waits.
   *
   * @param eventId the event that it became; null unless it was confirmed
   * @throws IllegalStateException if it does not wait any more; whoever decides locks it before
   */
  public void decide(
      UUID id, Status status, Signature by, @Nullable String reason, @Nullable UUID eventId) {
    int rows =
        jdbc.sql(DECIDE)
            .param("id", id)
            .param("status", status.name())
            .param("by", by.by().id())
            .param("byName", by.by().name())
            .param("at", LoanRow.timestamp(by.at()))
            .param("reason", reason, Types.VARCHAR)
            .param("event", eventId, Types.OTHER)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("Not waiting: request " + id);
    }
  }

  /** Something that waited for a loan. */
  public record Lapsed(UUID loanId, Kind kind) {}

  /** Ends what waits, of some kinds, for loans that have ended; returns what it was. */
  public List<Lapsed> lapse(Collection<UUID> loanIds, Set<Kind> kinds, Instant at) {
    return jdbc.sql(LAPSE)
        .param("loans", loanIds.toArray(UUID[]::new))
        .param("kinds", kinds.stream().map(Kind::name).toArray(String[]::new))
        .param("at", LoanRow.timestamp(at))
        .query((row, _) ->
            new Lapsed(row.getObject("loan_id", UUID.class), Kind.valueOf(row.getString("kind"))))
        .list();
  }

  /** As the event will keep them. */
  private static @Nullable String json(@Nullable AgreedChange change) {
    return change == null ? null : StoredJson.write(ChangePayload.of(change, null));
  }

  private static @Nullable AgreedChange change(@Nullable String json) {
    return json == null ? null : StoredJson.read(json, ChangePayload.class).change();
  }

  private static LoanRequest request(ResultSet row, int number) throws SQLException {
    return new LoanRequest(
        row.getObject("id", UUID.class),
        new LoanRequest.Subject(
            row.getObject("loan_id", UUID.class),
            row.getString("number"),
            row.getObject("borrower_id", UUID.class)),
        new Wanted(
            Kind.valueOf(row.getString("kind")),
            row.getObject("value_date", LocalDate.class),
            new Money(row.getLong("amount_minor"), Currency.of(row.getString("currency"))),
            row.getObject("wallet_id", UUID.class),
            change(row.getString("change")),
            row.getString("reason")),
        new Signature(
            new Person(row.getObject("asked_by", UUID.class), row.getString("asked_name")),
            LoanRow.instant(row, "asked_at")),
        Status.valueOf(row.getString("status")),
        decision(row),
        row.getObject("event_id", UUID.class));
  }

  private static @Nullable Decision decision(ResultSet row) throws SQLException {
    if (Status.valueOf(row.getString("status")) == Status.WAITING) {
      return null;
    }
    UUID by = row.getObject("decided_by", UUID.class);
    return new Decision(
        by == null ? null : new Person(by, row.getString("decided_name")),
        LoanRow.instant(row, "decided_at"),
        row.getString("decision_reason"));
  }
}
