package io.loanwright.loan.store;

import io.loanwright.audit.proof.Difference;
import io.loanwright.engine.money.Currency;
import io.loanwright.loan.EventSplit;
import io.loanwright.loan.Loan;
import io.loanwright.loan.RecordedEvent;
import io.loanwright.loan.ScheduleRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads all loans with everything that is kept of them, side by side, in the order of their ids.
 */
@Repository
public class LoanBook {

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
      SELECT e.loan_id, l.currency, e.id, e.sequence, e.kind, e.value_date, e.recorded_at,
             e.recorded_by, e.recorded_by_name, e.amount_minor, e.payload, e.reverses
        FROM loan.event e
        JOIN loan.loan l ON l.id = e.loan_id
       ORDER BY e.loan_id, e.sequence
      """;

  private static final String INSTALLMENTS =
      """
      SELECT i.loan_id, l.currency, i.number, i.due_on, i.principal_minor, i.interest_minor,
             i.fees_minor, i.penalties_minor, i.paid_principal_minor, i.paid_interest_minor,
             i.paid_fees_minor, i.paid_penalties_minor, i.completed_on, i.accrues_from
        FROM loan.installment i
        JOIN loan.loan l ON l.id = i.loan_id
       ORDER BY i.loan_id, i.number
      """;

  private static final String SPLITS =
      """
      SELECT s.loan_id, l.currency, s.event_id, s.principal_minor, s.interest_minor, s.fees_minor,
             s.penalties_minor, s.excess_minor
        FROM loan.event_split s
        JOIN loan.loan l ON l.id = s.loan_id
       ORDER BY s.loan_id
      """;

  private static final String MOVEMENTS =
      """
      SELECT m.loan_id, l.currency, m.account, m.minor
        FROM ledger.loan_movement m
        JOIN loan.loan l ON l.id = m.loan_id
       ORDER BY m.loan_id
      """;

  /** What belongs to no loan, or to no event; a split of nothing may be kept or not. */
  private static final String OF_NONE =
      """
      SELECT 'event ' || e.id AS record, 'of loan ' || e.loan_id AS says
        FROM loan.event e
       WHERE NOT EXISTS (SELECT FROM loan.loan l WHERE l.id = e.loan_id)
       UNION ALL
      SELECT 'installment ' || i.number || ' of loan ' || i.loan_id, 'due on ' || i.due_on
        FROM loan.installment i
       WHERE NOT EXISTS (SELECT FROM loan.loan l WHERE l.id = i.loan_id)
       UNION ALL
      SELECT 'split of event ' || s.event_id, 'of loan ' || s.loan_id
        FROM loan.event_split s
       WHERE (s.principal_minor, s.interest_minor, s.fees_minor, s.penalties_minor, s.excess_minor)
             <> (0, 0, 0, 0, 0)
         AND NOT EXISTS (SELECT
                           FROM loan.event e
                          WHERE e.loan_id = s.loan_id AND e.id = s.event_id)
       UNION ALL
      SELECT 'journal of loan ' || m.loan_id, m.minor || ' in minor units on ' || m.account
        FROM ledger.loan_movement m
       WHERE NOT EXISTS (SELECT FROM loan.loan l WHERE l.id = m.loan_id)
       LIMIT 1000
      """;

  private final JdbcClient jdbc;

  LoanBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A loan as it is kept.
   *
   * @param movement what the journal says of it: minor units by account, debits positive
   */
  public record KeptLoan(
      Loan loan,
      List<RecordedEvent> events,
      List<ScheduleRow> installments,
      List<EventSplit> splits,
      Map<String, Long> movement) {}

  /** Reads all loans in the caller's transaction, some at a time. */
  public void forEach(int atATime, Consumer<List<KeptLoan>> reader) {
    try (Stream<Loan> loans = stream(LOANS, LoanRow::map);
        Groups<RecordedEvent> events = groups(EVENTS, EventStore::event);
        Groups<ScheduleRow> installments = groups(INSTALLMENTS, ProjectionStore::installment);
        Groups<EventSplit> splits = groups(SPLITS, ProjectionStore::split);
        Groups<Map.Entry<String, Long>> movements = groups(MOVEMENTS, LoanBook::movement)) {
      List<KeptLoan> some = new ArrayList<>(atATime);
      for (Loan loan : (Iterable<Loan>) loans::iterator) {
        some.add(
            new KeptLoan(
                loan,
                events.of(loan.id()),
                installments.of(loan.id()),
                splits.of(loan.id()),
                movements.of(loan.id()).stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum))));
        if (some.size() == atATime) {
          reader.accept(List.copyOf(some));
          some.clear();
        }
      }
      reader.accept(some);
    }
  }

  /** Returns what belongs to no loan or event that is there, the first thousand of them. */
  public List<Difference> ofNone() {
    return jdbc.sql(OF_NONE)
        .query((row, _) ->
            new Difference(row.getString("record"), row.getString("says"), "no such loan or event"))
        .list();
  }

  private <T> Stream<T> stream(String sql, RowMapper<T> mapper) {
    return jdbc.sql(sql).withFetchSize(FETCHED_AT_ONCE).query(mapper).stream();
  }

  private <T> Groups<T> groups(String sql, PartOfLoan<T> part) {
    return new Groups<>(
        stream(
            sql,
            (row, _) ->
                new Groups.Row<>(
                    row.getObject("loan_id", UUID.class),
                    part.map(row, Currency.of(row.getString("currency"))))));
  }

  private static Map.Entry<String, Long> movement(ResultSet row, Currency currency)
      throws SQLException {
    return Map.entry(row.getString("account"), row.getLong("minor"));
  }

  /** How a row becomes a part of a loan in a currency. */
  private interface PartOfLoan<T> {
    T map(ResultSet row, Currency currency) throws SQLException;
  }

  /** The rows of a statement, handed out by the loan that they belong to. */
  private static final class Groups<T> implements AutoCloseable {

    private final Stream<Row<T>> stream;
    private final Iterator<Row<T>> rows;
    private @Nullable Row<T> next;

    private record Row<T>(UUID loanId, T part) {}

    private Groups(Stream<Row<T>> stream) {
      this.stream = stream;
      this.rows = stream.iterator();
      advance();
    }

    /** Returns the rows of a loan; loans are asked for in their order, each once. */
    List<T> of(UUID loanId) {
      List<T> parts = new ArrayList<>();
      while (next != null && next.loanId().equals(loanId)) {
        parts.add(next.part());
        advance();
      }
      return parts;
    }

    private void advance() {
      next = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
