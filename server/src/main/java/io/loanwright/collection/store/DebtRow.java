package io.loanwright.collection.store;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.borrower.Particulars;
import io.loanwright.collection.Debt;
import io.loanwright.collection.NextAction;
import io.loanwright.collection.Promise;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a loan of a page becomes a row: one statement for the page, whose loans {@code l} are chosen
 * first, so that only what is shown of them is looked up.
 */
final class DebtRow {

  /** Its places: whether phones and work are seen, the loans that are chosen, and their order. */
  private static final String ROWS =
      """
      SELECT l.*, b.name AS borrower_name, b.phone, %s AS unmasked, %s AS shows_work,
             u.principal_minor, u.interest_minor, u.fees_minor, u.penalties_minor, u.installments,
             p.paid_on, p.amount_minor AS paid_minor,
             f.assigned_to, f.action, f.action_on, f.action_note, f.contacted_on,
             w.id AS promise_id, w.amount_minor AS promise_minor, w.due_on AS promise_on,
             w.state AS promise_state
        FROM (%s) l
        JOIN borrower.borrower_card b ON b.id = l.borrower_id
        LEFT JOIN collection.follow_up f ON f.loan_id = l.id
        LEFT JOIN LATERAL (
             SELECT sum(i.principal_minor)::bigint AS principal_minor,
                    sum(i.interest_minor)::bigint AS interest_minor,
                    sum(i.fees_minor)::bigint AS fees_minor,
                    sum(i.penalties_minor)::bigint AS penalties_minor,
                    count(*) AS installments
               FROM loan.unpaid_installment i
              WHERE i.loan_id = l.id
                AND i.due_on < :on) u ON true
        LEFT JOIN LATERAL (
             SELECT y.paid_on, y.amount_minor
               FROM payment.payment_card y
              WHERE y.loan_id = l.id
                AND y.status = 'POSTED'
              ORDER BY y.id DESC
              LIMIT 1) p ON true
        LEFT JOIN LATERAL (
             SELECT q.id, q.amount_minor, q.due_on, q.state
               FROM collection.promise q
              WHERE q.loan_id = l.id
              ORDER BY q.id DESC
              LIMIT 1) w ON true
       ORDER BY %s
      """;

  /** What is needed of a chosen loan. */
  static final String CHOSEN =
      """
      l.id, l.number, l.borrower_id, l.branch_id, l.officer_id, l.currency,
               l.oldest_unpaid_due_on, l.outstanding_minor\
      """;

  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

  private DebtRow() {}

  /**
   * A statement and what a caller's reach adds to its parameters.
   *
   * @param sql it names {@code :on}, the day
   */
  record Statement(String sql, Map<String, Object> params) {}

  /** Returns the statement that reads some loans for a caller. */
  static Statement of(Caller caller, String chosen, String order) {
    Reach unmasked = caller.reach(Permission.BORROWER_PII_UNMASKED);
    Reach work = caller.reach(Permission.COLLECTION_QUEUE);
    Map<String, Object> params = new HashMap<>(unmasked.params());
    params.putAll(work.params());
    String sql =
        ROWS.formatted(
            unmasked.predicate("l", "borrower_id"),
            work.predicate("l", "borrower_id"),
            chosen,
            order);
    return new Statement(sql, params);
  }

  static Debt map(ResultSet row) throws SQLException {
    Currency currency = Currency.of(row.getString("currency"));
    LocalDate paidOn = day(row, "paid_on");
    return new Debt(
        new Debt.Loan(
            id(row, "id"),
            row.getString("number"),
            debtor(row),
            id(row, "branch_id"),
            row.getObject("officer_id", UUID.class)),
        new Debt.PastDue(
            new Split(
                money(row, "principal_minor", currency),
                money(row, "interest_minor", currency),
                money(row, "fees_minor", currency),
                money(row, "penalties_minor", currency)),
            row.getInt("installments")),
        day(row, "oldest_unpaid_due_on"),
        money(row, "outstanding_minor", currency),
        paidOn == null ? null : new Debt.Paid(paidOn, money(row, "paid_minor", currency)),
        row.getBoolean("shows_work") ? work(row, currency) : null);
  }

  private static Debt.Debtor debtor(ResultSet row) throws SQLException {
    String phone = row.getString("phone");
    String digits = phone == null ? null : NO_DIGIT.matcher(phone).replaceAll("");
    return new Debt.Debtor(
        id(row, "borrower_id"),
        row.getString("borrower_name"),
        row.getBoolean("unmasked") ? phone : null,
        digits == null
            ? null
            : digits.substring(Math.max(0, digits.length() - Particulars.PHONE_END)));
  }

  private static Debt.Work work(ResultSet row, Currency currency) throws SQLException {
    String action = row.getString("action");
    UUID promise = row.getObject("promise_id", UUID.class);
    return new Debt.Work(
        row.getObject("assigned_to", UUID.class),
        action == null
            ? null
            : new NextAction(
                NextAction.Kind.valueOf(action),
                row.getObject("action_on", LocalDate.class),
                row.getString("action_note")),
        day(row, "contacted_on"),
        promise == null
            ? null
            : new Debt.Given(
                promise,
                money(row, "promise_minor", currency),
                row.getObject("promise_on", LocalDate.class),
                Promise.State.valueOf(row.getString("promise_state"))));
  }

  private static UUID id(ResultSet row, String name) throws SQLException {
    return row.getObject(name, UUID.class);
  }

  private static @Nullable LocalDate day(ResultSet row, String name) throws SQLException {
    return row.getObject(name, LocalDate.class);
  }

  private static Money money(ResultSet row, String name, Currency currency) throws SQLException {
    return new Money(row.getLong(name), currency);
  }
}
