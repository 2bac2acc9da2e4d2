package io.loanwright.loan.store;

import io.loanwright.access.Reach;
import io.loanwright.borrower.Borrower;
import io.loanwright.loan.ApprovalStep;
import io.loanwright.loan.Circumstances;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads a loan with its steps and what decides about what somebody may do with it, at once. */
@Repository
public class SeenLoanStore {

  /** A row for each step; a loan without steps has one, too. */
  private static final String SEEN =
      """
      SELECT %s,
             b.name AS borrower_name, b.status AS borrower_status,
             EXISTS (SELECT 1
                       FROM borrower.relative_in_force f
                      WHERE f.user_id = :asker
                        AND f.borrower_id = l.borrower_id) AS is_of_relative,
             ARRAY(SELECT q.kind
                     FROM loan.request q
                    WHERE q.loan_id = l.id
                      AND q.status = 'WAITING') AS waiting,
             %s,
             %s
        FROM loan.loan l
        JOIN borrower.borrower_card b ON b.id = l.borrower_id
        LEFT JOIN loan.approval a ON a.loan_id = l.id
       WHERE l.id = :id
         AND %s
       ORDER BY a.step
      """;

  private final JdbcClient jdbc;

  SeenLoanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A loan as it is now.
   *
   * @param beside what decides about it for whoever asked
   */
  public record Seen(
      Loan loan, List<ApprovalStep> steps, String borrowerName, Circumstances beside) {}

  /**
   * Returns a loan within a reach.
   *
   * @param asker who asks
   */
  public Optional<Seen> find(UUID id, Reach reach, UUID asker) {
    String statement =
        SEEN.formatted(
            LoanRow.COLUMNS,
            FlagStore.STANDING_OF_LOAN,
            ApprovalStore.STEP_COLUMNS,
            reach.predicate("l", "borrower_id"));
    return jdbc.sql(statement)
        .param("id", id)
        .param("asker", asker)
        .params(reach.params())
        .query(SeenLoanStore::seen);
  }

  private static Optional<Seen> seen(ResultSet rows) throws SQLException {
    if (!rows.next()) {
      return Optional.empty();
    }
    Loan loan = LoanRow.map(rows, 0);
    String borrowerName = rows.getString("borrower_name");
    Circumstances beside = beside(rows);
    List<ApprovalStep> steps = new ArrayList<>();
    do {
      ApprovalStore.step(rows, loan.currency()).ifPresent(steps::add);
    } while (rows.next());
    return Optional.of(new Seen(loan, List.copyOf(steps), borrowerName, beside));
  }

  private static Circumstances beside(ResultSet row) throws SQLException {
    String[] waiting = (String[]) row.getArray("waiting").getArray();
    return new Circumstances(
        Borrower.Status.valueOf(row.getString("borrower_status")) == Borrower.Status.BLOCKED,
        row.getBoolean("is_of_relative"),
        Arrays.stream(waiting)
            .map(LoanRequest.Kind::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        FlagStore.standing(row));
  }
}
