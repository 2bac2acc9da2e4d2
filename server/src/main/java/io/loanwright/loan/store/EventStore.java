package io.loanwright.loan.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.loan.AgreedChange;
import io.loanwright.loan.Channel;
import io.loanwright.loan.EventKind;
import io.loanwright.loan.Happening;
import io.loanwright.loan.Loan;
import io.loanwright.loan.OpeningPosition;
import io.loanwright.loan.PaidFrom;
import io.loanwright.loan.Person;
import io.loanwright.loan.RecordedEvent;
import io.loanwright.together.Columns;
import io.loanwright.together.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The append-only rows of {@code loan.event}. */
@Repository
public class EventStore {

  private static final String OF_LOAN =
      """
      SELECT id, sequence, kind, value_date, recorded_at, recorded_by, recorded_by_name,
             amount_minor, payload, reverses
        FROM loan.event
       WHERE loan_id = :loanId
       ORDER BY sequence
      """;

  private static final String OF_LOANS =
      """
      SELECT e.loan_id, e.id, e.sequence, e.kind, e.value_date, e.recorded_at, e.recorded_by,
             e.recorded_by_name, e.amount_minor, e.payload, e.reverses
        FROM loan.event e
       WHERE e.loan_id = ANY ((SELECT :loanIds::uuid[])::uuid[])
       ORDER BY e.loan_id, e.sequence
      """;

  private static final String APPEND =
      """
      INSERT INTO loan.event
             (loan_id, sequence, id, kind, value_date, recorded_at, recorded_by, recorded_by_name,
              amount_minor, payload, reverses)
      SELECT e.loan_id, e.sequence, e.id, e.kind, e.value_date, e.recorded_at, e.recorded_by,
             e.recorded_by_name, e.amount_minor, e.payload::jsonb, e.reverses
        FROM unnest(:loanIds::uuid[], :sequences::integer[], :ids::uuid[], :kinds::text[],
                    :on::date[], :recordedAt::timestamptz[], :recordedBy::uuid[],
                    :recordedByName::text[], :amounts::bigint[], :payloads::text[],
                    :reverses::uuid[])
               AS e (loan_id, sequence, id, kind, value_date, recorded_at, recorded_by,
                     recorded_by_name, amount_minor, payload, reverses)
      """;

  /** As a jsonb is written. */
  private static final String REFERENCE = "\"reference\": ";

  private final JdbcClient jdbc;
  private final Consumer<List<Added>> writer = this::appendAll;

  EventStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns all events of a loan in the order in which the system learned of them. */
  public List<RecordedEvent> of(UUID loanId, Currency currency) {
    return Rows.known(this, loanId, History.class)
        .map(History::events)
        .orElseGet(() -> read(loanId, currency));
  }

  private List<RecordedEvent> read(UUID loanId, Currency currency) {
    return jdbc.sql(OF_LOAN).param("loanId", loanId).query((row, _) -> event(row, currency)).list();
  }

  /**
   * Returns all events of some loans, each loan's in the order in which the system learned of them.
   */
  public Map<UUID, List<RecordedEvent>> of(Collection<Loan> loans) {
    Map<UUID, Currency> currencies = new HashMap<>();
    loans.forEach(loan -> currencies.put(loan.id(), loan.currency()));
    Map<UUID, List<RecordedEvent>> events = new HashMap<>();
    jdbc.sql(OF_LOANS)
        .param("loanIds", currencies.keySet().toArray(UUID[]::new))
        .query(row -> {
          UUID loanId = row.getObject("loan_id", UUID.class);
          events
              .computeIfAbsent(loanId, _ -> new ArrayList<>())
              .add(event(row, Objects.requireNonNull(currencies.get(loanId))));
        });
    return events;
  }

  private record History(List<RecordedEvent> events) {}

  /** Reads the events of loans that this transaction has locked, for the commands on each. */
  public void readAhead(Collection<Loan> loans) {
    Map<UUID, History> found = new HashMap<>();
    of(loans).forEach((id, events) -> found.put(id, new History(events)));
    Rows.know(this, found);
  }

  private record Added(UUID loanId, RecordedEvent event) {}

  /** Adds an event. */
  public void append(UUID loanId, RecordedEvent event) {
    Rows.add(writer, new Added(loanId, event));
  }

  private void appendAll(List<Added> added) {
    Columns<Added> columns = new Columns<>(added);
    jdbc.sql(APPEND)
        .param("loanIds", columns.ids(Added::loanId))
        .param("sequences", columns.longs(row -> row.event().sequence()))
        .param("ids", columns.ids(row -> row.event().id()))
        .param("kinds", columns.texts(row -> row.event().what().kind()))
        .param("on", columns.texts(row -> row.event().on()))
        .param("recordedAt", columns.moments(row -> row.event().recordedAt()))
        .param("recordedBy", columns.ids(row -> row.event().recordedBy().id()))
        .param("recordedByName", columns.texts(row -> row.event().recordedBy().name()))
        .param("amounts", columns.longs(row -> row.event().what().money().minor()))
        .param("payloads", columns.texts(row -> json(row.event().what())))
        .param("reverses", columns.ids(row -> reversed(row.event().what())))
        .update();
  }

  private static @Nullable UUID reversed(Happening what) {
    return what instanceof Happening.Reversal reversal ? reversal.event() : null;
  }

  static RecordedEvent event(ResultSet row, Currency currency) throws SQLException {
    return new RecordedEvent(
        row.getObject("id", UUID.class),
        row.getInt("sequence"),
        row.getObject("value_date", LocalDate.class),
        LoanRow.instant(row, "recorded_at"),
        new Person(row.getObject("recorded_by", UUID.class), row.getString("recorded_by_name")),
        happening(
            EventKind.valueOf(row.getString("kind")),
            new Money(row.getLong("amount_minor"), currency),
            row.getString("payload"),
            row.getObject("reverses", UUID.class)));
  }

  /** Returns what happened, by the columns that say it. */
  static Happening happening(
      EventKind kind, Money amount, String payload, @Nullable UUID reverses) {
    return switch (kind) {
      case DISBURSEMENT ->
          StoredJson.readUsual(payload, DisbursementPayload.class).toDisbursement(amount);
      case TOP_UP -> StoredJson.read(payload, TopUpPayload.class).toTopUp(amount);
      case OPENING ->
          new Happening.Opening(StoredJson.read(payload, OpeningPayload.class).toPosition(amount));
      case REPAYMENT -> repayment(payload).toRepayment(amount);
      case CHARGE -> StoredJson.read(payload, ChargePayload.class).toCharge(amount);
      case WAIVER -> StoredJson.read(payload, WaiverPayload.class).toWaiver(amount);
      case INTEREST_WAIVER ->
          new Happening.InterestWaiver(
              amount, StoredJson.read(payload, ReasonPayload.class).reason());
      case CHANGE -> StoredJson.read(payload, ChangePayload.class).toChange(amount);
      case WRITE_OFF ->
          new Happening.WriteOff(amount, StoredJson.read(payload, ReasonPayload.class).reason());
      case REVERSAL ->
          new Happening.Reversal(
              amount,
              Objects.requireNonNull(reverses),
              StoredJson.read(payload, ReasonPayload.class).reason());
    };
  }

  /** One with a reference does not come again, and its words are not to stay in memory. */
  private static RepaymentPayload repayment(String payload) {
    return payload.contains(REFERENCE + '"')
        ? StoredJson.read(payload, RepaymentPayload.class)
        : StoredJson.readUsual(payload, RepaymentPayload.class);
  }

  /**
   * Returns the payload of a repayment without its reference, of which nothing follows; as it is
   * where the reference is not the plain text that the database writes.
   */
  static String withoutReference(String payload) {
    int name = payload.indexOf(REFERENCE + '"');
    int from = name + REFERENCE.length();
    int end = name < 0 ? -1 : payload.indexOf('"', from + 1);
    return end < 0 || payload.lastIndexOf('\\', end) >= from
        ? payload
        : payload.substring(0, from) + "null" + payload.substring(end + 1);
  }

  static String json(Happening what) {
    return StoredJson.write(payload(what));
  }

  private static Object payload(Happening what) {
    return switch (what) {
      case Happening.Disbursement(_, PaidFrom from) ->
          from == null ? Map.of() : new DisbursementPayload(from.walletId(), from.account());
      case Happening.TopUp(_, Split kept, PaidFrom from, String reason) ->
          new TopUpPayload(
              kept.fees().minor(),
              kept.penalties().minor(),
              from == null ? null : from.walletId(),
              from == null ? null : from.account(),
              reason);
      case Happening.Opening opening -> OpeningPayload.of(opening.position());
      case Happening.Repayment repayment ->
          new RepaymentPayload(
              repayment.channel(), repayment.reference(), repayment.targetInstallment());
      case Happening.Charge(_, ChargeKind kind, LocalDate dueOn, String reason) ->
          new ChargePayload(kind, dueOn, reason);
      case Happening.Waiver(_, UUID charge, String reason) -> new WaiverPayload(charge, reason);
      case Happening.InterestWaiver waiver -> new ReasonPayload(waiver.reason());
      case Happening.Change(_, AgreedChange change, String reason) ->
          ChangePayload.of(change, reason);
      case Happening.WriteOff writeOff -> new ReasonPayload(writeOff.reason());
      case Happening.Reversal reversal -> new ReasonPayload(reversal.reason());
    };
  }

  /** Nothing where the money came out of the product's cash account. */
  private record DisbursementPayload(@Nullable UUID walletId, @Nullable String account) {

    Happening.Disbursement toDisbursement(Money amount) {
      return walletId == null || account == null
          ? new Happening.Disbursement(amount)
          : new Happening.Disbursement(amount, new PaidFrom(walletId, account));
    }
  }

  /** Of charges that are kept back there are fees and penalties only. */
  private record TopUpPayload(
      long keptFeesMinor,
      long keptPenaltiesMinor,
      @Nullable UUID walletId,
      @Nullable String account,
      String reason) {

    Happening.TopUp toTopUp(Money amount) {
      Split kept = Split.ofMinor(0, 0, keptFeesMinor, keptPenaltiesMinor, amount.currency());
      PaidFrom from = walletId == null || account == null ? null : new PaidFrom(walletId, account);
      return new Happening.TopUp(amount, kept, from, reason);
    }
  }

  private record RepaymentPayload(
      Channel channel, @Nullable String reference, @Nullable Integer targetInstallment) {

    Happening.Repayment toRepayment(Money amount) {
      return new Happening.Repayment(amount, channel, reference, targetInstallment);
    }
  }

  private record ReasonPayload(String reason) {}

  private record ChargePayload(ChargeKind kind, LocalDate dueOn, String reason) {

    Happening.Charge toCharge(Money amount) {
      return new Happening.Charge(amount, kind, dueOn, reason);
    }
  }

  private record WaiverPayload(UUID charge, String reason) {

    Happening.Waiver toWaiver(Money amount) {
      return new Happening.Waiver(amount, charge, reason);
    }
  }

  private record OpeningPayload(
      LocalDate disbursedOn,
      long principalOutstandingMinor,
      long paidPrincipalMinor,
      long paidInterestMinor,
      long paidFeesMinor,
      long paidPenaltiesMinor,
      boolean chargedOff,
      @Nullable LocalDate unpaidSince,
      @Nullable LocalDate interestFrom) {

    static OpeningPayload of(OpeningPosition position) {
      Split paid = position.paid();
      OpeningPosition.Arrears arrears = position.arrears();
      return new OpeningPayload(
          position.disbursedOn(),
          position.principalOutstanding().minor(),
          paid.principal().minor(),
          paid.interest().minor(),
          paid.fees().minor(),
          paid.penalties().minor(),
          position.chargedOff(),
          arrears == null ? null : arrears.unpaidSince(),
          arrears == null ? null : arrears.interestFrom());
    }

    OpeningPosition toPosition(Money principal) {
      Currency currency = principal.currency();
      return new OpeningPosition(
          principal,
          disbursedOn,
          new Money(principalOutstandingMinor, currency),
          Split.ofMinor(
              paidPrincipalMinor, paidInterestMinor, paidFeesMinor, paidPenaltiesMinor, currency),
          chargedOff,
          unpaidSince == null || interestFrom == null
              ? null
              : new OpeningPosition.Arrears(unpaidSince, interestFrom));
    }
  }
}
