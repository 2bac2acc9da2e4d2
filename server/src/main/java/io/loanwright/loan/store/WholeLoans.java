package io.loanwright.loan.store;

import io.loanwright.audit.proof.CopiedRow;
import io.loanwright.audit.proof.CopiedRows;
import io.loanwright.audit.proof.Fingerprint;
import io.loanwright.audit.proof.Moment;
import io.loanwright.audit.proof.Run;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.EventKind;
import io.loanwright.loan.EventSplit;
import io.loanwright.loan.Loan;
import io.loanwright.loan.Person;
import io.loanwright.loan.RecordedEvent;
import io.loanwright.loan.ScheduleRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads all loans with their events in order, and what is derived from them as a whole:
 * installments and splits as they lie, each row once.
 */
@Repository
public class WholeLoans {

  private static final int FETCHED_AT_ONCE = 1000;

  private static final String LOANS =
      """
      SELECT %s
        FROM loan.loan l
       ORDER BY l.id
      """
          .formatted(LoanRow.COLUMNS);

  private static final String EVENTS =
      """
      SELECT loan_id, sequence, id, kind, value_date, amount_minor, payload, reverses
        FROM loan.event
       ORDER BY loan_id, sequence
      """;

  private static final int EVENT_COLUMNS = 8;

  private static final String INSTALLMENTS =
      "loan_id, number, due_on, principal_minor, interest_minor, fees_minor, penalties_minor,"
          + " paid_principal_minor, paid_interest_minor, paid_fees_minor, paid_penalties_minor,"
          + " completed_on, accrues_from";

  private static final int INSTALLMENT_COLUMNS = 13;
  private static final int FIRST_AMOUNT = 3;
  private static final int COMPLETED_ON = 11;
  private static final int ACCRUES_FROM = 12;

  private static final String SPLITS =
      "loan_id, event_id, principal_minor, interest_minor, fees_minor, penalties_minor,"
          + " excess_minor";

  private static final int SPLIT_COLUMNS = 7;
  private static final int FIRST_PART = 2;

  private static final String DUES =
      """
      SELECT due_on, currency, branch_id, officer_id,
             CASE WHEN due_minor = trunc(due_minor) AND abs(due_minor) < 9e18
                  THEN due_minor::bigint
             END,
             CASE WHEN unpaid_minor = trunc(unpaid_minor) AND abs(unpaid_minor) < 9e18
                  THEN unpaid_minor::bigint
             END,
             unpaid
        FROM loan.due_figure
      """;

  private static final int DUE_COLUMNS = 7;

  /** Stands for a day that is none. */
  private static final long NO_DAY = Long.MIN_VALUE;

  /** Who recorded an event, and when, is in the trail; nothing is derived from it. */
  private static final Person UNREAD = new Person(new UUID(0, 0), "nobody");

  private static final UUID NOBODY = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final Moment moment;

  WholeLoans(JdbcClient jdbc, Moment moment) {
    this.jdbc = jdbc;
    this.moment = moment;
  }

  /**
   * A loan and what happened to it.
   *
   * @param events in order, without who recorded them and when
   */
  public record Lived(Loan loan, List<RecordedEvent> events) {}

  /**
   * Reads all loans in the order of their ids, in the caller's transaction and one beside it.
   * Returns whether each event is of one of them.
   */
  public boolean forEach(int atATime, Consumer<List<Lived>> reader) {
    String name = moment.name();
    moment.followIndexes();
    try (Stream<Loan> loans =
        jdbc.sql(LOANS).withFetchSize(FETCHED_AT_ONCE).query(LoanRow::map).stream()) {
      return moment.at(
          name,
          () -> {
            moment.followIndexes();
            moment.sortInMemory();
            try (Events events = new Events(moment.rows(EVENTS))) {
              List<Lived> some = new ArrayList<>(atATime);
              for (Loan loan : (Iterable<Loan>) loans::iterator) {
                some.add(new Lived(loan, events.of(loan.id(), loan.currency())));
                if (some.size() == atATime) {
                  reader.accept(List.copyOf(some));
                  some.clear();
                }
              }
              reader.accept(List.copyOf(some));
              return !events.there;
            }
          });
    }
  }

  /** The events of one loan after the other. */
  private static final class Events implements AutoCloseable {

    private final CopiedRows rows;
    private final CopiedRow row = new CopiedRow(EVENT_COLUMNS);
    private boolean there;

    private Events(CopiedRows rows) {
      this.rows = rows;
      advance();
    }

    private List<RecordedEvent> of(UUID loan, Currency currency) {
      List<RecordedEvent> events = new ArrayList<>();
      while (there
          && row.high(0) == loan.getMostSignificantBits()
          && row.low(0) == loan.getLeastSignificantBits()) {
        events.add(event(currency));
        advance();
      }
      return events;
    }

    private RecordedEvent event(Currency currency) {
      EventKind kind = EventKind.valueOf(String.valueOf(row.text(3)));
      String payload = row.json(6);
      return new RecordedEvent(
          Objects.requireNonNull(row.uuid(2)),
          row.int4(1),
          LocalDate.ofEpochDay(row.day(4)),
          Instant.EPOCH,
          UNREAD,
          EventStore.happening(
              kind,
              new Money(row.int8(5), currency),
              kind == EventKind.REPAYMENT ? EventStore.withoutReference(payload) : payload,
              row.uuid(7)));
    }

    private void advance() {
      byte[] next = rows.next();
      there = next != null;
      if (next != null) {
        row.on(next);
      }
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  /** Returns what stands for all installments that are kept. */
  public Fingerprint installments(Run run) {
    Fingerprint all = run.fingerprint();
    CopiedRow row = new CopiedRow(INSTALLMENT_COLUMNS);
    try (CopiedRows rows = moment.table("loan.installment", INSTALLMENTS)) {
      for (byte[] each = rows.next(); each != null; each = rows.next()) {
        row.on(each);
        all.begin().put(row.high(0)).put(row.low(0)).put(row.int4(1)).put(row.day(2));
        for (int i = FIRST_AMOUNT; i < COMPLETED_ON; i++) {
          all.put(row.int8(i));
        }
        all.put(dayOr(row, COMPLETED_ON)).put(dayOr(row, ACCRUES_FROM)).add();
      }
    }
    return all;
  }

  private static long dayOr(CopiedRow row, int column) {
    return row.isNull(column) ? NO_DAY : row.day(column);
  }

  /** Adds an installment that follows. */
  public static void add(Fingerprint all, UUID loan, ScheduleRow row) {
    all.begin()
        .put(loan)
        .put(row.number())
        .put(row.dueOn().toEpochDay())
        .put(row.due().principal().minor())
        .put(row.due().interest().minor())
        .put(row.due().fees().minor())
        .put(row.due().penalties().minor())
        .put(row.paid().principal().minor())
        .put(row.paid().interest().minor())
        .put(row.paid().fees().minor())
        .put(row.paid().penalties().minor())
        .put(dayOr(row.completedOn()))
        .put(dayOr(row.accruesFrom()))
        .add();
  }

  private static long dayOr(@Nullable LocalDate day) {
    return day == null ? NO_DAY : day.toEpochDay();
  }

  /** Returns what stands for all splits that are kept. */
  public Fingerprint splits(Run run) {
    Fingerprint all = run.fingerprint();
    CopiedRow row = new CopiedRow(SPLIT_COLUMNS);
    try (CopiedRows rows = moment.table("loan.event_split", SPLITS)) {
      for (byte[] each = rows.next(); each != null; each = rows.next()) {
        row.on(each);
        if (isOfNothing(row)) {
          continue;
        }
        all.begin().put(row.high(0)).put(row.low(0)).put(row.high(1)).put(row.low(1));
        for (int i = FIRST_PART; i < SPLIT_COLUMNS; i++) {
          all.put(row.int8(i));
        }
        all.add();
      }
    }
    return all;
  }

  /** A split of nothing may be kept or not. */
  private static boolean isOfNothing(CopiedRow split) {
    long any = 0;
    for (int i = FIRST_PART; i < SPLIT_COLUMNS; i++) {
      any |= split.int8(i);
    }
    return any == 0;
  }

  /** Adds a split that follows, unless it is of nothing. */
  public static void add(Fingerprint all, UUID loan, EventSplit split) {
    long principal = split.split().principal().minor();
    long interest = split.split().interest().minor();
    long fees = split.split().fees().minor();
    long penalties = split.split().penalties().minor();
    long excess = split.excess().minor();
    if ((principal | interest | fees | penalties | excess) != 0) {
      all.begin().put(loan).put(split.eventId());
      all.put(principal).put(interest).put(fees).put(penalties).put(excess).add();
    }
  }

  /** Returns what stands for the sums that are kept of what falls due. */
  public Fingerprint dues(Run run) {
    Fingerprint all = run.fingerprint();
    CopiedRow row = new CopiedRow(DUE_COLUMNS);
    try (CopiedRows rows = moment.rows(DUES)) {
      for (byte[] each = rows.next(); each != null; each = rows.next()) {
        row.on(each);
        long currency = all.word(String.valueOf(row.text(1)));
        Desk desk = new Desk(currency, Objects.requireNonNull(row.uuid(2)), row.uuid(3));
        if (row.isNull(4) || row.isNull(5)) {
          // No whole number of minor units, or too great for one: a sum of no installments.
          all.begin().put(row.day(0)).add();
        } else {
          add(all, desk, row.day(0), new Due(row.int8(4), row.int8(5), row.int8(6)));
        }
      }
    }
    return all;
  }

  /**
   * Whose loans are added up.
   *
   * @param currency what {@link Fingerprint#word} says of its code
   */
  public record Desk(long currency, UUID branch, @Nullable UUID officer) {}

  /**
   * What falls due.
   *
   * @param minor all of it in minor units
   * @param unpaidMinor what of it is not paid
   * @param unpaid how many installments are not paid
   */
  public record Due(long minor, long unpaidMinor, long unpaid) {}

  /** Adds what is due on a day. */
  public static void add(Fingerprint all, Desk desk, long day, Due due) {
    addDue(all, desk, day, 0, due.minor());
    addDue(all, desk, day, 1, due.unpaidMinor());
    addDue(all, desk, day, 2, due.unpaid());
  }

  private static void addDue(Fingerprint all, Desk desk, long day, int what, long amount) {
    if (amount != 0) {
      all.begin().put(what).put(day).put(desk.currency()).put(desk.branch());
      all.put(desk.officer() == null ? NOBODY : desk.officer()).add(amount);
    }
  }
}
