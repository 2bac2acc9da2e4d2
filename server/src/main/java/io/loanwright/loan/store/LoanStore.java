package io.loanwright.loan.store;

import io.loanwright.access.Reach;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.Progress;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code loan.loan}. */
@Repository
public class LoanStore {

  /** A trial run names a sequence of its own for its transaction, and so uses up no number. */
  private static final String NEXT_NUMBER =
      """
      SELECT nextval(coalesce(nullif(current_setting('loanwright.numbers', true), ''),
                              'loan.loan_number')::regclass)
      """;

  private static final String FIND =
      """
      SELECT %s
        FROM loan.loan l
       WHERE l.id = :id
         AND %s
      """;

  private static final String NEXT_NUMBERS =
      """
      SELECT nextval(coalesce(nullif(current_setting('loanwright.numbers', true), ''),
                              'loan.loan_number')::regclass)
        FROM generate_series(1, :count)
      """;

  private static final String LOCK_ALL =
      """
      SELECT %s
        FROM loan.loan l
       WHERE l.id = ANY (:ids)
         AND %s
       ORDER BY l.id
         FOR NO KEY UPDATE OF l
      """;

  private static final String INSERT =
      """
      WITH made AS (
        INSERT INTO loan.loan
               (id, number, borrower_id, product_id, product_version, branch_id, officer_id,
                currency, status, terms, requested_minor, approved_minor, approved_on, purpose,
                applied_by, applied_by_name, applied_on, applied_at)
        VALUES (:id, :number, :borrowerId, :productId, :productVersion, :branchId, :officerId,
                :currency, :status, :terms::jsonb, :requested, :approved, :approvedOn, :purpose,
                :appliedBy, :appliedByName, :appliedOn, :appliedAt)
        RETURNING branch_id, officer_id, currency, status)
      INSERT INTO loan.portfolio_change
             (branch_id, officer_id, currency, status, loans, disbursed_minor, outstanding_minor)
      SELECT branch_id, officer_id, currency, status, 1, 0, 0
        FROM made
      """;

  /** The loan's row is locked. */
  private static final String SAVE =
      """
      WITH before AS (
        SELECT $COLUMNS
          FROM loan.loan
         WHERE id = :id
           AND version = :version),
      after AS (
        UPDATE loan.loan
           SET status = :status,
               closed_reason = :closedReason,
               approved_minor = :approved,
               approved_on = :approvedOn,
               disbursed_minor = :disbursed,
               disbursed_on = :disbursedOn,
               closed_on = :closedOn,
               written_off_on = :writtenOffOn,
               ended_reason = :endedReason,
               principal_outstanding_minor = :owedPrincipal,
               interest_outstanding_minor = :owedInterest,
               fees_outstanding_minor = :owedFees,
               penalties_outstanding_minor = :owedPenalties,
               principal_paid_minor = :paidPrincipal,
               interest_paid_minor = :paidInterest,
               fees_paid_minor = :paidFees,
               penalties_paid_minor = :paidPenalties,
               oldest_unpaid_due_on = :unpaidOn,
               oldest_unpaid_minor = :unpaid,
               last_due_on = :lastDueOn,
               worked_out_on = :workedOutOn,
               event_count = :events,
               next_change_on = :nextChangeOn,
               defaulted = :defaulted,
               version = version + 1
         WHERE id = :id
           AND version = :version
        RETURNING $COLUMNS)\
      """
              .replace("$COLUMNS", FigureChanges.COLUMNS)
          + FigureChanges.FOLLOW;

  private static final String MARK_DEFAULTED =
      """
      UPDATE loan.loan
         SET defaulted = :defaulted,
             version = version + 1
       WHERE id = :id
      """;

  private static final String LOCK_OF_BORROWER =
      """
      SELECT id
        FROM loan.loan
       WHERE borrower_id = :borrowerId
       ORDER BY id
         FOR NO KEY UPDATE
      """;

  /** The next close finds the interest of the loans in another branch than the last one did. */
  private static final String NOTE_BRANCH =
      """
      INSERT INTO loan.accrual_unseen (loan_id, branch_id, sequence, receivable_minor)
      SELECT l.id, l.branch_id, l.event_count + 1, 0
        FROM loan.loan l
       WHERE l.id = ANY (:ids)
         AND l.status = 'ACTIVE'
         AND l.branch_id <> :branchId
         AND EXISTS (SELECT 1
                       FROM loan.installment i
                      WHERE i.loan_id = l.id
                        AND i.accrues_from IS NOT NULL)
      """;

  /** The rows are locked. */
  private static final String REASSIGN =
      """
      WITH before AS (
        SELECT $COLUMNS
          FROM loan.loan
         WHERE id = ANY (:ids)),
      after AS (
        UPDATE loan.loan
           SET branch_id = :branchId,
               officer_id = :officerId,
               version = version + 1
         WHERE id = ANY (:ids)
        RETURNING $COLUMNS)\
      """
              .replace("$COLUMNS", FigureChanges.COLUMNS)
          + FigureChanges.FOLLOW;

  private final JdbcClient jdbc;

  LoanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the next number of the sequence; a number that is not used leaves a gap. */
  public long nextNumber() {
    return jdbc.sql(NEXT_NUMBER).query(Long.class).single();
  }

  /** Returns a loan within a reach. */
  public Optional<Loan> find(UUID id, Reach reach) {
    return read(id, reach, FIND);
  }

  /**
   * Returns a loan within a reach and keeps every other command on it waiting until the transaction
   * ends.
   */
  public Optional<Loan> lock(UUID id, Reach reach) {
    return read(id, reach, FIND + " FOR NO KEY UPDATE OF l");
  }

  private Optional<Loan> read(UUID id, Reach reach, String statement) {
    return jdbc.sql(statement.formatted(LoanRow.COLUMNS, reach.predicate("l", "borrower_id")))
        .param("id", id)
        .params(reach.params())
        .query(LoanRow::map)
        .optional();
  }

  /** Returns numbers of the sequence, as many as are asked for, in their order. */
  public List<Long> nextNumbers(int count) {
    return jdbc.sql(NEXT_NUMBERS).param("count", count).query((row, _) -> row.getLong(1)).list();
  }

  /**
   * Returns those of some loans that are within a reach, in the order of their ids, and keeps every
   * other command on them waiting until the transaction ends.
   */
  public List<Loan> lockAll(Collection<UUID> ids, Reach reach) {
    return jdbc.sql(LOCK_ALL.formatted(LoanRow.COLUMNS, reach.predicate("l", "borrower_id")))
        .param("ids", ids.toArray(UUID[]::new))
        .params(reach.params())
        .query(LoanRow::map)
        .list();
  }

  /** Stores a new application. */
  public void insert(Loan loan) {
    LoanState.Approved approved = loan.state().approval();
    jdbc.sql(INSERT)
        .param("id", loan.id())
        .param("number", loan.number())
        .param("borrowerId", loan.parties().borrowerId())
        .param("productId", loan.application().productId())
        .param("productVersion", loan.application().productVersion())
        .param("branchId", loan.parties().branchId())
        .param("officerId", loan.parties().officerId())
        .param("currency", loan.currency().code())
        .param("status", loan.state().status().name())
        .param("terms", StoredJson.write(loan.terms()))
        .param("requested", loan.application().requested().minor())
        .param("approved", approved == null ? null : approved.amount().minor())
        .param("approvedOn", approved == null ? null : approved.on())
        .param("purpose", loan.application().purpose(), Types.VARCHAR)
        .param("appliedBy", loan.application().by().id())
        .param("appliedByName", loan.application().by().name())
        .param("appliedOn", loan.application().on())
        .param("appliedAt", LoanRow.timestamp(loan.application().at()))
        .update();
  }

  /**
   * Stores the state and the projections of a loan that this transaction has locked.
   *
   * @throws IllegalStateException if the row changed since, which a locked one cannot
   */
  public void save(Loan loan) {
    int changes =
        jdbc.sql(SAVE)
            .params(state(loan.state()))
            .param("closedReason", closedReason(loan.state()), Types.VARCHAR)
            .param("endedReason", loan.state().endedReason(), Types.VARCHAR)
            .params(progress(loan.progress()))
            .param("defaulted", loan.standing().defaulted())
            .param("id", loan.id())
            .param("version", loan.standing().version())
            .update();
    if (changes == 0) {
      throw new IllegalStateException("Loan " + loan.id() + " was changed without its lock");
    }
  }

  /** Sets or takes away the mark that a loan is not expected to be repaid. */
  public void markDefaulted(UUID id, boolean defaulted) {
    jdbc.sql(MARK_DEFAULTED).param("id", id).param("defaulted", defaulted).update();
  }

  /**
   * Returns the loans and applications of a borrower, and keeps every other command on them waiting
   * until the transaction ends.
   */
  public List<UUID> lockOf(UUID borrowerId) {
    return jdbc.sql(LOCK_OF_BORROWER)
        .param("borrowerId", borrowerId)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /** Hands loans that this transaction has locked to a branch and an officer. */
  public void reassign(List<UUID> ids, UUID branchId, @Nullable UUID officerId) {
    jdbc.sql(NOTE_BRANCH)
        .param("ids", ids.toArray(UUID[]::new))
        .param("branchId", branchId)
        .update();
    jdbc.sql(REASSIGN)
        .param("ids", ids.toArray(UUID[]::new))
        .param("branchId", branchId)
        .param("officerId", officerId, Types.OTHER)
        .update();
  }

  private static Map<String, @Nullable Object> state(LoanState state) {
    LoanState.Approved approved = state.approval();
    LoanState.Active active = state.disbursement();
    LoanState.Closed closed = state instanceof LoanState.Closed found ? found : null;
    Map<String, @Nullable Object> params = new HashMap<>();
    params.put("status", state.status().name());
    params.put("closedOn", closed == null ? null : closed.on());
    params.put("writtenOffOn", state instanceof LoanState.WrittenOff off ? off.on() : null);
    params.put("approved", approved == null ? null : approved.amount().minor());
    params.put("approvedOn", approved == null ? null : approved.on());
    params.put("disbursed", active == null ? null : active.principal().minor());
    params.put("disbursedOn", active == null ? null : active.on());
    return params;
  }

  static @Nullable String closedReason(LoanState state) {
    return state instanceof LoanState.Closed closed ? closed.reason().name() : null;
  }

  private static Map<String, @Nullable Object> progress(Progress progress) {
    Split owed = progress.outstanding();
    Split paid = progress.paid();
    Money unpaid = progress.oldestUnpaid();
    Map<String, @Nullable Object> params = new HashMap<>();
    params.put("owedPrincipal", owed.principal().minor());
    params.put("owedInterest", owed.interest().minor());
    params.put("owedFees", owed.fees().minor());
    params.put("owedPenalties", owed.penalties().minor());
    params.put("paidPrincipal", paid.principal().minor());
    params.put("paidInterest", paid.interest().minor());
    params.put("paidFees", paid.fees().minor());
    params.put("paidPenalties", paid.penalties().minor());
    params.put("unpaidOn", progress.oldestUnpaidOn());
    params.put("unpaid", unpaid.minor());
    params.put("lastDueOn", progress.lastDueOn());
    params.put("workedOutOn", progress.asOf());
    params.put("events", progress.events());
    params.put("nextChangeOn", progress.nextChangeOn());
    return params;
  }
}
