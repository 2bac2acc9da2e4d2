package io.loanwright.loan.store;

import io.loanwright.access.Reach;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.Parties;
import io.loanwright.together.Rows;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
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
                currency, status, terms_id, requested_minor, approved_minor, approved_on, purpose,
                applied_by, applied_by_name, applied_on, applied_at)
        VALUES (:id, :number, :borrowerId, :productId, :productVersion, :branchId, :officerId,
                :currency, :status, loan.kept_terms(:terms::jsonb), :requested, :approved,
                :approvedOn, :purpose, :appliedBy, :appliedByName, :appliedOn, :appliedAt)
        RETURNING id, branch_id, officer_id, currency, status),
      owed AS (
        INSERT INTO loan.owed (loan_id, owed_minor)
        SELECT id, 0
          FROM made)
      INSERT INTO loan.portfolio_change
             (branch_id, officer_id, currency, status, loans, disbursed_minor, outstanding_minor)
      SELECT branch_id, officer_id, currency, status, 1, 0, 0
        FROM made
      """;

  /**
   * The rows are locked. Says how many it changed. How many come is hidden from the planner by the
   * sub-select, or it would plan anew for each number.
   */
  private static final String SAVE =
      """
      WITH saved AS (
        SELECT *
          FROM unnest((SELECT :ids::uuid[]), :versions::bigint[], :statuses::text[],
                      :closedReasons::text[], :approved::bigint[], :approvedOn::date[],
                      :disbursed::bigint[], :disbursedOn::date[], :closedOn::date[],
                      :writtenOffOn::date[], :endedReasons::text[], :owedPrincipal::bigint[],
                      :owedInterest::bigint[], :owedFees::bigint[], :owedPenalties::bigint[],
                      :paidPrincipal::bigint[], :paidInterest::bigint[], :paidFees::bigint[],
                      :paidPenalties::bigint[], :unpaidOn::date[], :unpaid::bigint[],
                      :lastDueOn::date[], :workedOutOn::date[], :events::integer[],
                      :nextChangeOn::date[], :defaulted::boolean[])
                 AS s (loan_id, was, is_now, why_closed, approved, approval_on, lent, lent_on,
                       ended_on, given_up_on, why_ended, owed_principal, owed_interest, owed_fees,
                       owed_penalties, paid_principal, paid_interest, paid_fees, paid_penalties,
                       unpaid_on, unpaid, due_last_on, known_on, events, changes_on,
                       in_default)),
      before AS (
        SELECT $COLUMNS
          FROM loan.loan
         WHERE (id, version) IN (SELECT s.loan_id, s.was FROM saved s)),
      after AS (
        UPDATE loan.loan l
           SET status = s.is_now,
               closed_reason = s.why_closed,
               approved_minor = s.approved,
               approved_on = s.approval_on,
               disbursed_minor = s.lent,
               disbursed_on = s.lent_on,
               closed_on = s.ended_on,
               written_off_on = s.given_up_on,
               ended_reason = s.why_ended,
               principal_outstanding_minor = s.owed_principal,
               interest_outstanding_minor = s.owed_interest,
               fees_outstanding_minor = s.owed_fees,
               penalties_outstanding_minor = s.owed_penalties,
               principal_paid_minor = s.paid_principal,
               interest_paid_minor = s.paid_interest,
               fees_paid_minor = s.paid_fees,
               penalties_paid_minor = s.paid_penalties,
               oldest_unpaid_due_on = s.unpaid_on,
               oldest_unpaid_minor = s.unpaid,
               last_due_on = s.due_last_on,
               worked_out_on = s.known_on,
               event_count = s.events,
               next_change_on = s.changes_on,
               defaulted = s.in_default,
               version = l.version + 1
          FROM saved s
         WHERE l.id = s.loan_id
           AND l.version = s.was
        RETURNING $COLUMNS)\
      """
              .replace("$COLUMNS", FigureChanges.COLUMNS)
          + FigureChanges.FOLLOW
          + "RETURNING (SELECT count(*) FROM after)";

  /** The order is that in which others lock them. */
  private static final String LOCK_FREE =
      """
      SELECT %s
        FROM loan.loan l
       WHERE l.id = ANY ((SELECT :ids::uuid[])::uuid[])
       ORDER BY l.id
         FOR NO KEY UPDATE SKIP LOCKED
      """
          .formatted(LoanRow.COLUMNS);

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
  private final Consumer<List<Loan>> writer = this::saveAll;

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
   * ends. One that was {@link #lockFree locked with others} is as it was then.
   */
  public Optional<Loan> lock(UUID id, Reach reach) {
    Optional<Loan> locked = Rows.known(this, id, Loan.class);
    return locked.isPresent()
        ? locked.filter(loan -> covers(reach, loan.parties()))
        : read(id, reach, FIND + " FOR NO KEY UPDATE OF l");
  }

  private static boolean covers(Reach reach, Parties parties) {
    return reach.covers(parties.branchId(), parties.officerId(), parties.borrowerId());
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
   * Locks those of some loans that nobody else has locked, and returns them; the others, and what
   * is no loan, are left out. Waits for nobody. Each is known to the one command on it.
   */
  public Map<UUID, Loan> lockFree(Collection<UUID> ids) {
    Map<UUID, Loan> locked = new HashMap<>();
    jdbc.sql(LOCK_FREE)
        .param("ids", ids.toArray(UUID[]::new))
        .query(LoanRow::map)
        .list()
        .forEach(loan -> locked.put(loan.id(), loan));
    Rows.know(this, locked);
    return locked;
  }

  /**
   * Stores the state and the projections of a loan that this transaction has locked.
   *
   * @throws IllegalStateException if the row changed since, which a locked one cannot
   */
  public void save(Loan loan) {
    Rows.add(writer, loan);
  }

  private void saveAll(List<Loan> loans) {
    long changes =
        LoanColumns.progress(LoanColumns.states(jdbc.sql(SAVE), loans), loans)
            .query(Long.class)
            .list()
            .stream()
            .findFirst()
            .orElse(0L);
    if (changes != loans.size()) {
      throw new IllegalStateException(
          "A loan was changed without its lock: " + loans.stream().map(Loan::id).toList());
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
}
