package io.loanwright.loan.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.ApprovalStep;
import io.loanwright.loan.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code loan.approval}: the steps of each application's approval. */
@Repository
public class ApprovalStore {

  private static final String INSERT =
      """
      INSERT INTO loan.approval (loan_id, step, role, limit_minor)
      VALUES (:loanId, :step, :role, :limit)
      """;

  /** The columns that {@link #step} reads, of the table under the alias {@code a}. */
  static final String STEP_COLUMNS =
      """
      a.step, a.role AS step_role, a.limit_minor, a.decision, a.approved_minor AS step_minor,
             a.decided_by, a.decided_by_name, a.decided_at, a.note\
      """;

  private static final String OF_LOAN =
      """
      SELECT %s
        FROM loan.approval a
       WHERE a.loan_id = :loanId
       ORDER BY a.step
      """
          .formatted(STEP_COLUMNS);

  private static final String DECIDE =
      """
      UPDATE loan.approval
         SET decision = :decision,
             approved_minor = :approved,
             decided_by = :by,
             decided_by_name = :byName,
             decided_at = :at,
             note = :note
       WHERE loan_id = :loanId
         AND step = :step
         AND decision = 'PENDING'
      """;

  private final JdbcClient jdbc;

  ApprovalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Stores the steps of a new application, undecided. */
  public void insert(UUID loanId, List<ApprovalStep> steps) {
    for (ApprovalStep step : steps) {
      jdbc.sql(INSERT)
          .param("loanId", loanId)
          .param("step", step.step())
          .param("role", step.role())
          .param("limit", minor(step.limit()))
          .update();
    }
  }

  /** Returns the steps of a loan in order. */
  public List<ApprovalStep> of(UUID loanId, Currency currency) {
    return jdbc.sql(OF_LOAN)
        .param("loanId", loanId)
        .query((row, _) -> step(row, currency).orElseThrow())
        .list();
  }

  /**
   * Stores what was decided at a step.
   *
   * @throws IllegalStateException if the step was decided before, which the lock on the loan
   *     excludes
   */
  public void decide(UUID loanId, int step, ApprovalStep.Decision decision) {
    int written =
        jdbc.sql(DECIDE)
            .param("loanId", loanId)
            .param("step", step)
            .param("decision", decision instanceof ApprovalStep.Approve ? "APPROVED" : "REJECTED")
            .param(
                "approved",
                decision instanceof ApprovalStep.Approve approve ? approve.amount().minor() : null)
            .param("by", decision.by().id())
            .param("byName", decision.by().name())
            .param("at", LoanRow.timestamp(decision.at()))
            .param("note", decision.note())
            .update();
    if (written != 1) {
      throw new IllegalStateException("Step " + step + " of loan " + loanId + " is decided");
    }
  }

  private static @Nullable Long minor(@Nullable Money amount) {
    return amount == null ? null : amount.minor();
  }

  /** Returns the step of a row; nothing where it is that of a loan without steps. */
  static Optional<ApprovalStep> step(ResultSet row, Currency currency) throws SQLException {
    Integer step = row.getObject("step", Integer.class);
    if (step == null) {
      return Optional.empty();
    }
    Long limit = row.getObject("limit_minor", Long.class);
    return Optional.of(
        new ApprovalStep(
            step,
            row.getString("step_role"),
            limit == null ? null : new Money(limit, currency),
            decision(row, currency)));
  }

  private static ApprovalStep.@Nullable Decision decision(ResultSet row, Currency currency)
      throws SQLException {
    String decision = row.getString("decision");
    if (decision.equals("PENDING")) {
      return null;
    }
    Person by =
        new Person(row.getObject("decided_by", UUID.class), row.getString("decided_by_name"));
    return decision.equals("APPROVED")
        ? new ApprovalStep.Approve(
            by,
            LoanRow.instant(row, "decided_at"),
            new Money(row.getLong("step_minor"), currency),
            row.getString("note"))
        : new ApprovalStep.Reject(by, LoanRow.instant(row, "decided_at"), row.getString("note"));
  }
}
