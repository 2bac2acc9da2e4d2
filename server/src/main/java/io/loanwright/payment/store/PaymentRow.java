package io.loanwright.payment.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.loan.Channel;
import io.loanwright.loan.EventSplit;
import io.loanwright.loan.Parties;
import io.loanwright.loan.Person;
import io.loanwright.payment.Payment;
import io.loanwright.payment.PaymentLine;
import io.loanwright.payment.ReceiptNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a row of {@code payment.payment}, its split and its borrower become a line. */
final class PaymentRow {

  static final String COLUMNS =
      """
      p.id, p.loan_id, p.loan_number, p.borrower_id, p.branch_id, p.officer_id, p.receipt_number,
             p.receipt_sequence, p.amount_minor, p.currency, p.paid_on, p.channel, p.reference,
             p.target_installment, p.recorded_by, p.recorded_by_name, p.recorded_at,
             p.reversed_by, p.reversed_by_name, p.reversed_at, p.reversed_on, p.reversal_reason,
             a.principal_minor, a.interest_minor, a.fees_minor, a.penalties_minor, a.excess_minor,
             b.name AS borrower_name\
      """;

  /** Each payment has one of either. */
  private static final String JOINED =
      """
      %s p
        JOIN loan.allocation a ON a.loan_id = p.loan_id AND a.event_id = p.id
        JOIN borrower.borrower_card b ON b.id = p.borrower_id\
      """;

  static final String TABLES = of("payment.payment");

  private PaymentRow() {}

  /** Returns the tables of a line for some rows of {@code payment.payment}. */
  static String of(String payments) {
    return JOINED.formatted(payments);
  }

  static PaymentLine map(ResultSet row, int index) throws SQLException {
    Currency currency = Currency.of(row.getString("currency"));
    UUID id = row.getObject("id", UUID.class);
    Payment payment =
        new Payment(
            id,
            loan(row),
            new ReceiptNumber(row.getString("receipt_number"), row.getInt("receipt_sequence")),
            tender(row, currency),
            split(row, id, currency),
            new Payment.Taken(person(row, "recorded_by"), instant(row, "recorded_at")),
            reversal(row));
    return new PaymentLine(payment, row.getString("borrower_name"));
  }

  private static Payment.PaidLoan loan(ResultSet row) throws SQLException {
    return new Payment.PaidLoan(
        row.getObject("loan_id", UUID.class),
        row.getString("loan_number"),
        new Parties(
            row.getObject("borrower_id", UUID.class),
            row.getObject("branch_id", UUID.class),
            row.getObject("officer_id", UUID.class)));
  }

  private static Payment.Tender tender(ResultSet row, Currency currency) throws SQLException {
    return new Payment.Tender(
        new Money(row.getLong("amount_minor"), currency),
        row.getObject("paid_on", LocalDate.class),
        Channel.valueOf(row.getString("channel")),
        row.getString("reference"),
        row.getObject("target_installment", Integer.class));
  }

  private static EventSplit split(ResultSet row, UUID id, Currency currency) throws SQLException {
    return new EventSplit(
        id,
        Split.ofMinor(
            row.getLong("principal_minor"),
            row.getLong("interest_minor"),
            row.getLong("fees_minor"),
            row.getLong("penalties_minor"),
            currency),
        new Money(row.getLong("excess_minor"), currency));
  }

  private static Payment.@Nullable Reversal reversal(ResultSet row) throws SQLException {
    if (row.getObject("reversed_by") == null) {
      return null;
    }
    return new Payment.Reversal(
        person(row, "reversed_by"),
        instant(row, "reversed_at"),
        row.getObject("reversed_on", LocalDate.class),
        row.getString("reversal_reason"));
  }

  private static Person person(ResultSet row, String column) throws SQLException {
    return new Person(row.getObject(column, UUID.class), row.getString(column + "_name"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
