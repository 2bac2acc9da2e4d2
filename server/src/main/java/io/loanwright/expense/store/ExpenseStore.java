package io.loanwright.expense.store;

import io.loanwright.access.Caller;
import io.loanwright.access.Reach;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.expense.Expense;
import io.loanwright.expense.Expense.Facts;
import io.loanwright.expense.Expense.Payment;
import io.loanwright.expense.Expense.Signature;
import io.loanwright.expense.Expense.Status;
import io.loanwright.expense.Expense.TakenBack;
import io.loanwright.expense.ExpenseFilter;
import io.loanwright.expense.ExpenseSum;
import io.loanwright.expense.NewExpense;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The expenses; what was written down never changes. */
@Repository
public class ExpenseStore {

  /** Whoever wrote it down is what reach calls the officer. */
  private static final String EXPENSES =
      """
      SELECT x.*, c.name AS category_name
        FROM (SELECT e.*, e.recorded_by AS officer_id FROM expense.expense e) x
        JOIN expense.category c ON c.id = x.category_id
      """;

  private static final String FIND = EXPENSES + " WHERE x.id = :id";

  private static final String LOCK =
      """
      SELECT id
        FROM expense.expense
       WHERE id = :id
         FOR UPDATE
      """;

  /** Newest first; the place of the condition on reach takes one of four constants. */
  private static final String PAGE =
      EXPENSES
          + """
           WHERE (CAST(:status AS text) IS NULL OR x.status = :status)
             AND (CAST(:category AS uuid) IS NULL OR x.category_id = :category)
             AND (CAST(:branch AS uuid) IS NULL OR x.branch_id = :branch)
             AND (CAST(:from AS date) IS NULL OR x.spent_on >= :from)
             AND (CAST(:to AS date) IS NULL OR x.spent_on <= :to)
             AND (CAST(:before AS uuid) IS NULL OR x.id < :before)
             AND %s
           ORDER BY x.id DESC
           LIMIT :limit
          """;

  /** Served by {@code expense_paid_idx}. */
  private static final String SUMS =
      """
      SELECT c.id, c.name, count(*) AS count, sum(x.amount_minor)::bigint AS amount_minor
        FROM (SELECT e.*, e.recorded_by AS officer_id FROM expense.expense e) x
        JOIN expense.category c ON c.id = x.category_id
       WHERE x.status = 'PAID'
         AND x.currency = :currency
         AND x.paid_on BETWEEN :from AND :to
         AND %s
       GROUP BY c.id, c.name
       ORDER BY amount_minor DESC, c.name
      """;

  private static final String INSERT =
      """
      INSERT INTO expense.expense
             (id, category_id, branch_id, spent_on, vendor, voucher, note, currency, amount_minor,
              recorded_by, recorded_name)
      VALUES (:id, :category, :branch, :on, :vendor, :voucher, :note, :currency, :amount, :by, :name)
      """;

  private static final String DECIDE =
      """
      UPDATE expense.expense
         SET status = :status, decided_by = :by, decided_name = :name, decided_at = now(),
             decision_reason = :reason
       WHERE id = :id
         AND status = 'RECORDED'
      """;

  private static final String PAY =
      """
      UPDATE expense.expense
         SET status = 'PAID', paid_on = :on, paid_by = :by, paid_name = :name, paid_at = now(),
             wallet_id = :wallet, entry_id = :entry, account_code = :account
       WHERE id = :id
         AND status = 'APPROVED'
      """;

  private static final String TAKE_BACK =
      """
      UPDATE expense.expense
         SET status = 'TAKEN_BACK', taken_back_on = :on, taken_back_by = :by,
             taken_back_name = :name, taken_back_at = now(), taken_back_reason = :reason
       WHERE id = :id
         AND status = 'PAID'
      """;

  private final JdbcClient jdbc;

  ExpenseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns an expense. */
  public Optional<Expense> find(UUID id) {
    return jdbc.sql(FIND).param("id", id).query(ExpenseStore::expense).optional();
  }

  /** Returns an expense on which nobody else works until the transaction ends. */
  public Optional<Expense> lock(UUID id) {
    return jdbc.sql(LOCK).param("id", id).query(UUID.class).optional().flatMap(this::find);
  }

  /**
   * Returns expenses in reach, newest first.
   *
   * @param before the last one of the page before; null for the first page
   */
  public List<Expense> page(Reach reach, ExpenseFilter filter, @Nullable UUID before, int limit) {
    return jdbc.sql(PAGE.formatted(reach.predicate("x", "id")))
        .param("status", filter.status() == null ? null : filter.status().name(), Types.VARCHAR)
        .param("category", filter.categoryId(), Types.OTHER)
        .param("branch", filter.branchId(), Types.OTHER)
        .param("from", filter.from(), Types.DATE)
        .param("to", filter.to(), Types.DATE)
        .param("before", before, Types.OTHER)
        .params(reach.params())
        .param("limit", limit)
        .query(ExpenseStore::expense)
        .list();
  }

  /** Returns what was paid in some days by category, the most first. */
  public List<ExpenseSum> sums(Reach reach, LocalDate from, LocalDate to, Currency currency) {
    return jdbc.sql(SUMS.formatted(reach.predicate("x", "id")))
        .param("currency", currency.code())
        .param("from", from)
        .param("to", to)
        .params(reach.params())
        .query((row, _) ->
            new ExpenseSum(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getLong("count"),
                new Money(row.getLong("amount_minor"), currency)))
        .list();
  }

  /** Adds an expense that waits. */
  public void insert(UUID id, Caller caller, NewExpense expense, UUID branchId) {
    jdbc.sql(INSERT)
        .param("id", id)
        .param("category", expense.categoryId())
        .param("branch", branchId)
        .param("on", expense.on())
        .param("vendor", expense.vendor())
        .param("voucher", expense.voucher(), Types.VARCHAR)
        .param("note", expense.note(), Types.VARCHAR)
        .param("currency", expense.amount().currency().code())
        .param("amount", expense.amount().minor())
        .param("by", caller.userId())
        .param("name", caller.name())
        .update();
  }

  /**
   * Decides on an expense that waits.
   *
   * @throws IllegalStateException if it does not wait any more; whoever decides locks it before
   */
  public void decide(UUID id, Caller caller, Status status, @Nullable String reason) {
    one(
        jdbc.sql(DECIDE)
            .param("id", id)
            .param("status", status.name())
            .param("by", caller.userId())
            .param("name", caller.name())
            .param("reason", reason, Types.VARCHAR)
            .update(),
        id);
  }

  /** Pays an expense that is approved. */
  public void pay(UUID id, Payment payment) {
    one(
        jdbc.sql(PAY)
            .param("id", id)
            .param("on", payment.on())
            .param("by", payment.signed().userId())
            .param("name", payment.signed().name())
            .param("wallet", payment.walletId())
            .param("entry", payment.entryId())
            .param("account", payment.account())
            .update(),
        id);
  }

  /** Takes the payment of an expense back. */
  public void takeBack(UUID id, Caller caller, LocalDate on, String reason) {
    one(
        jdbc.sql(TAKE_BACK)
            .param("id", id)
            .param("on", on)
            .param("by", caller.userId())
            .param("name", caller.name())
            .param("reason", reason)
            .update(),
        id);
  }

  private static void one(int rows, UUID id) {
    if (rows != 1) {
      throw new IllegalStateException("Changed by somebody else: expense " + id);
    }
  }

  private static Expense expense(ResultSet row, int number) throws SQLException {
    return new Expense(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        new Facts(
            row.getObject("category_id", UUID.class),
            row.getString("category_name"),
            row.getObject("branch_id", UUID.class),
            row.getObject("spent_on", LocalDate.class),
            row.getString("vendor"),
            new Money(row.getLong("amount_minor"), Currency.of(row.getString("currency"))),
            row.getString("voucher"),
            row.getString("note")),
        Status.valueOf(row.getString("status")),
        signed(row, "recorded"),
        row.getObject("decided_by") == null ? null : signed(row, "decided"),
        row.getString("decision_reason"),
        row.getObject("paid_by") == null
            ? null
            : new Payment(
                row.getObject("paid_on", LocalDate.class),
                row.getObject("wallet_id", UUID.class),
                row.getObject("entry_id", UUID.class),
                row.getString("account_code"),
                signed(row, "paid")),
        row.getObject("taken_back_by") == null
            ? null
            : new TakenBack(
                row.getObject("taken_back_on", LocalDate.class),
                row.getString("taken_back_reason"),
                signed(row, "taken_back")));
  }

  private static Signature signed(ResultSet row, String what) throws SQLException {
    return new Signature(
        row.getObject(what + "_by", UUID.class),
        row.getString(what + "_name"),
        row.getObject(what + "_at", OffsetDateTime.class).toInstant());
  }
}
