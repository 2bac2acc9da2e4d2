package io.loanwright.payment.store;

import io.loanwright.access.Reach;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.payment.OverdueInstallment;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The installments past due, read from the published view of the loans. */
@Repository
public class OverdueList {

  /** An installment is past due from the day after its due date. */
  private static final String PAGE =
      """
      SELECT u.loan_id, u.loan_number, u.branch_id, u.borrower_id, b.name AS borrower_name,
             u.number, u.due_on, u.unpaid_minor, u.currency
        FROM loan.unpaid_installment u
        JOIN borrower.borrower_card b ON b.id = u.borrower_id
       WHERE u.due_on < :on
         AND (:branchId::uuid IS NULL OR u.branch_id = :branchId)
         AND (:afterOn::date IS NULL
              OR (u.due_on, u.loan_id, u.number) > (:afterOn, :afterLoan, :afterNumber))
         AND %s
       ORDER BY u.due_on, u.loan_id, u.number
       LIMIT :limit
      """;

  private final JdbcClient jdbc;

  OverdueList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Which installments are asked for.
   *
   * @param on the day; what is due on it is not past due
   * @param branchId the branch; null for all
   * @param after the last row of the page before: due date, loan and number; null for the first
   */
  public record Asked(LocalDate on, @Nullable UUID branchId, @Nullable Cursor after, int limit) {}

  /** Returns a page of the installments within a reach, oldest first. */
  public Page<OverdueInstallment> page(Reach reach, Asked asked) {
    Cursor after = asked.after();
    List<OverdueInstallment> rows =
        jdbc.sql(PAGE.formatted(reach.predicate("u", "borrower_id")))
            .params(reach.params())
            .param("on", asked.on())
            .param("branchId", asked.branchId())
            .param("afterOn", after == null ? null : after.date(0))
            .param("afterLoan", after == null ? null : after.id(1))
            .param("afterNumber", after == null ? null : after.number(2))
            .param("limit", asked.limit() + 1)
            .query(OverdueList::map)
            .list();
    return Page.of(rows, asked.limit(), row -> Cursor.of(row.dueOn(), row.loanId(), row.number()));
  }

  private static OverdueInstallment map(ResultSet row, int index) throws SQLException {
    return new OverdueInstallment(
        row.getObject("loan_id", UUID.class),
        row.getString("loan_number"),
        row.getObject("branch_id", UUID.class),
        new OverdueInstallment.Debtor(
            row.getObject("borrower_id", UUID.class), row.getString("borrower_name")),
        row.getInt("number"),
        row.getObject("due_on", LocalDate.class),
        new Money(row.getLong("unpaid_minor"), Currency.of(row.getString("currency"))));
  }
}
