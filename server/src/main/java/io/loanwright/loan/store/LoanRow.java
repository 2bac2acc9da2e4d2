package io.loanwright.loan.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.loan.Application;
import io.loanwright.loan.ClosedReason;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.LoanStatus;
import io.loanwright.loan.Parties;
import io.loanwright.loan.Person;
import io.loanwright.loan.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** How a row of {@code loan.loan} becomes a {@link Loan}. */
final class LoanRow {

  /** The columns that {@link #map} reads, of the table under the alias {@code l}. */
  static final String COLUMNS =
      """
      l.id, l.number, l.borrower_id, l.product_id, l.product_version, l.branch_id, l.officer_id,
             l.currency, l.status, l.closed_reason,
             (SELECT t.terms FROM loan.terms t WHERE t.id = l.terms_id) AS terms,
             l.requested_minor, l.approved_minor, l.disbursed_minor, l.purpose, l.applied_by,
             l.applied_by_name, l.applied_on, l.applied_at, l.approved_on, l.disbursed_on, l.closed_on, l.written_off_on,
             l.ended_reason, l.defaulted,
             l.principal_outstanding_minor, l.interest_outstanding_minor, l.fees_outstanding_minor,
             l.penalties_outstanding_minor, l.principal_paid_minor, l.interest_paid_minor,
             l.fees_paid_minor, l.penalties_paid_minor, l.oldest_unpaid_due_on,
             l.oldest_unpaid_minor, l.last_due_on, l.worked_out_on, l.event_count,
             l.next_change_on, l.version\
      """;

  private LoanRow() {}

  static Loan map(ResultSet row, int index) throws SQLException {
    LoanTerms terms = StoredJson.readTerms(row.getString("terms"));
    Currency currency = terms.currency();
    return new Loan(
        row.getObject("id", UUID.class),
        row.getString("number"),
        new Parties(
            row.getObject("borrower_id", UUID.class),
            row.getObject("branch_id", UUID.class),
            row.getObject("officer_id", UUID.class)),
        application(row, currency),
        terms,
        state(row, currency),
        new Loan.Standing(
            progress(row, currency), row.getBoolean("defaulted"), row.getLong("version")));
  }

  private static Application application(ResultSet row, Currency currency) throws SQLException {
    return new Application(
        row.getObject("product_id", UUID.class),
        row.getInt("product_version"),
        new Money(row.getLong("requested_minor"), currency),
        row.getString("purpose"),
        new Person(row.getObject("applied_by", UUID.class), row.getString("applied_by_name")),
        row.getObject("applied_on", LocalDate.class),
        instant(row, "applied_at"));
  }

  private static LoanState state(ResultSet row, Currency currency) throws SQLException {
    return switch (LoanStatus.valueOf(row.getString("status"))) {
      case SUBMITTED -> new LoanState.Submitted();
      case UNDER_REVIEW -> new LoanState.UnderReview();
      case REJECTED -> new LoanState.Rejected(row.getString("ended_reason"));
      case WITHDRAWN -> new LoanState.Withdrawn(row.getString("ended_reason"));
      case APPROVED -> approved(row, currency);
      case CANCELLED ->
          new LoanState.Cancelled(approved(row, currency), row.getString("ended_reason"));
      case ACTIVE -> active(row, currency);
      case WRITTEN_OFF ->
          new LoanState.WrittenOff(
              active(row, currency), row.getObject("written_off_on", LocalDate.class));
      case CLOSED ->
          new LoanState.Closed(
              active(row, currency),
              row.getObject("closed_on", LocalDate.class),
              ClosedReason.valueOf(row.getString("closed_reason")));
    };
  }

  private static LoanState.Approved approved(ResultSet row, Currency currency) throws SQLException {
    return new LoanState.Approved(
        row.getObject("approved_on", LocalDate.class),
        new Money(row.getLong("approved_minor"), currency));
  }

  private static LoanState.Active active(ResultSet row, Currency currency) throws SQLException {
    return new LoanState.Active(
        approved(row, currency),
        row.getObject("disbursed_on", LocalDate.class),
        new Money(row.getLong("disbursed_minor"), currency));
  }

  private static Progress progress(ResultSet row, Currency currency) throws SQLException {
    return new Progress(
        row.getObject("worked_out_on", LocalDate.class),
        Split.ofMinor(
            row.getLong("principal_outstanding_minor"),
            row.getLong("interest_outstanding_minor"),
            row.getLong("fees_outstanding_minor"),
            row.getLong("penalties_outstanding_minor"),
            currency),
        Split.ofMinor(
            row.getLong("principal_paid_minor"),
            row.getLong("interest_paid_minor"),
            row.getLong("fees_paid_minor"),
            row.getLong("penalties_paid_minor"),
            currency),
        row.getObject("oldest_unpaid_due_on", LocalDate.class),
        new Money(row.getLong("oldest_unpaid_minor"), currency),
        row.getObject("last_due_on", LocalDate.class),
        row.getInt("event_count"),
        row.getObject("next_change_on", LocalDate.class));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
