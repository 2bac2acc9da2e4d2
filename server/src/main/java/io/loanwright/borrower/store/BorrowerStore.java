package io.loanwright.borrower.store;

import io.loanwright.access.Reach;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.Particulars;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The table {@code borrower.borrower}, one row at a time. */
@Repository
public class BorrowerStore {

  static final String COLUMNS =
      """
      b.id, b.number, b.kind, b.name, b.phone, b.email, b.date_of_birth, b.address,
             b.monthly_income_minor, b.income_currency, b.branch_id, b.officer_id, b.user_id,
             b.status, b.created_at, b.version\
      """;

  private static final String ONE =
      """
      SELECT %s
        FROM borrower.borrower b
       WHERE b.%s = :id
         AND %s
      """;

  private static final String REACHED =
      """
      SELECT b.id
        FROM borrower.borrower b
       WHERE b.id = ANY (:ids)
         AND %s
      """;

  /**
   * Adds no row where the e-mail address or the phone number is another borrower's. A trial run
   * names a sequence of its own for its transaction, and so uses up no number.
   */
  private static final String INSERT =
      """
      WITH next AS (
        SELECT nextval(coalesce(nullif(current_setting('loanwright.numbers', true), ''),
                                'borrower.borrower_number')::regclass)::text AS n),
      b AS (
        INSERT INTO borrower.borrower
               (id, number, kind, name, phone, email, date_of_birth, address, monthly_income_minor,
                income_currency, branch_id, officer_id, user_id, status)
        SELECT :id, 'BR-' || lpad(n, greatest(6, length(n)), '0'), :kind, :name, :phone, :email,
               :dateOfBirth, :address, :monthlyIncome, :incomeCurrency, :branchId, :officerId,
               :userId, :status
          FROM next
        ON CONFLICT DO NOTHING
        RETURNING *),
      counted AS (
        INSERT INTO borrower.count_change (branch_id, officer_id, borrowers)
        SELECT b.branch_id, b.officer_id, 1
          FROM b)
      SELECT %s
        FROM b
      """
          .formatted(COLUMNS);

  private static final String HOLD_ALL =
      """
      SELECT %s
        FROM borrower.borrower b
       WHERE b.id = ANY (:ids)
         AND %s
       ORDER BY b.id
         FOR KEY SHARE
      """;

  /** The row is locked, so whose it was is what the statement sees. */
  private static final String UPDATE =
      """
      WITH before AS (
        SELECT branch_id, officer_id
          FROM borrower.borrower
         WHERE id = :id),
      b AS (
        UPDATE borrower.borrower
           SET kind = :kind, name = :name, phone = :phone, email = :email,
               date_of_birth = :dateOfBirth, address = :address,
               monthly_income_minor = :monthlyIncome, income_currency = :incomeCurrency,
               branch_id = :branchId, officer_id = :officerId, status = :status,
               version = version + 1
         WHERE id = :id
        RETURNING *),
      counted AS (
        INSERT INTO borrower.count_change (branch_id, officer_id, borrowers)
        SELECT c.branch_id, c.officer_id, c.borrowers
          FROM b
         CROSS JOIN before p
         CROSS JOIN LATERAL (VALUES (p.branch_id, p.officer_id, -1),
                                    (b.branch_id, b.officer_id, 1))
                    AS c (branch_id, officer_id, borrowers)
         WHERE (b.branch_id, b.officer_id) IS DISTINCT FROM (p.branch_id, p.officer_id))
      SELECT %s
        FROM b
      """
          .formatted(COLUMNS);

  private static final String EMAIL_TAKEN =
      """
      SELECT EXISTS (SELECT 1
                       FROM borrower.borrower
                      WHERE lower(email) = lower(:email)
                        AND id <> :except)
      """;

  private static final String NAMES =
      "SELECT id, name FROM borrower.borrower WHERE id = ANY (:ids)";

  private final JdbcClient jdbc;

  BorrowerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns a borrower, if a reach covers it. */
  public Optional<Borrower> find(UUID id, Reach reach) {
    return one("id", reach.predicate("b", "id"), id, reach);
  }

  /** Returns the borrower who a user is. */
  public Optional<Borrower> ofUser(UUID userId) {
    return one("user_id", "TRUE", userId, Reach.everything());
  }

  /** Returns a borrower, if a reach covers it, and locks its row until the transaction ends. */
  public Optional<Borrower> lock(UUID id, Reach reach) {
    return one("id", reach.predicate("b", "id") + " FOR UPDATE", id, reach);
  }

  /**
   * Returns a borrower, if a reach covers it; until the transaction ends nobody changes or erases
   * it.
   */
  public Optional<Borrower> hold(UUID id, Reach reach) {
    return one("id", reach.predicate("b", "id") + " FOR KEY SHARE", id, reach);
  }

  /**
   * Keeps a borrower from being erased until the transaction ends; false if it was, or if there is
   * none.
   */
  public boolean hold(UUID id) {
    return jdbc.sql("SELECT erased_at IS NULL FROM borrower.borrower WHERE id = :id FOR KEY SHARE")
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  private Optional<Borrower> one(String column, String condition, UUID id, Reach reach) {
    return jdbc.sql(ONE.formatted(COLUMNS, column, condition))
        .param("id", id)
        .params(reach.params())
        .query(BorrowerStore::borrower)
        .optional();
  }

  /** Returns those of some borrowers who are in reach. */
  public Set<UUID> reached(Set<UUID> ids, Reach reach) {
    return Set.copyOf(
        jdbc.sql(REACHED.formatted(reach.predicate("b", "id")))
            .param("ids", ids.toArray(UUID[]::new))
            .params(reach.params())
            .query((row, _) -> row.getObject("id", UUID.class))
            .list());
  }

  /** Returns the names of borrowers; an id that is none's is left out. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    Map<UUID, String> names = new HashMap<>();
    jdbc.sql(NAMES)
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
    return names;
  }

  /** Returns whether somebody else has an e-mail address, in whatever case. */
  public boolean isEmailTaken(String email, UUID except) {
    return jdbc.sql(EMAIL_TAKEN)
        .param("email", email)
        .param("except", except)
        .query(Boolean.class)
        .single();
  }

  /**
   * Adds a borrower.
   *
   * @return the borrower with its number, or nothing if its e-mail address or phone number is
   *     another's
   */
  public Optional<Borrower> insert(
      UUID id, Particulars particulars, Assignment assignment, Borrower.Status status) {
    return bound(INSERT, id, particulars)
        .param("branchId", assignment.branchId())
        .param("officerId", assignment.officerId())
        .param("userId", assignment.userId())
        .param("status", status.name())
        .query(BorrowerStore::borrower)
        .optional();
  }

  /**
   * Returns those of some borrowers whom a reach covers; until the transaction ends nobody changes
   * or erases them.
   */
  public List<Borrower> holdAll(Collection<UUID> ids, Reach reach) {
    return jdbc.sql(HOLD_ALL.formatted(COLUMNS, reach.predicate("b", "id")))
        .param("ids", ids.toArray(UUID[]::new))
        .params(reach.params())
        .query(BorrowerStore::borrower)
        .list();
  }

  /** Writes what can be changed of a borrower and returns it as it is then. */
  public Borrower update(Borrower wanted) {
    return bound(UPDATE, wanted.id(), wanted.particulars())
        .param("branchId", wanted.branchId())
        .param("officerId", wanted.officerId())
        .param("status", wanted.status().name())
        .query(BorrowerStore::borrower)
        .single();
  }

  /**
   * Makes an account the borrower's who has none and was not blocked or erased, if an address is
   * the one that is known of him, and returns him.
   */
  public Optional<Borrower> link(UUID id, String email, UUID userId) {
    return jdbc.sql(
            """
            UPDATE borrower.borrower b
               SET user_id = :userId, version = version + 1
             WHERE id = :id
               AND user_id IS NULL
               AND erased_at IS NULL
               AND status <> 'BLOCKED'
               AND lower(email) = lower(:email)
            RETURNING %s
            """
                .formatted(COLUMNS))
        .param("id", id)
        .param("email", email)
        .param("userId", userId)
        .query(BorrowerStore::borrower)
        .optional();
  }

  /**
   * Returns the accounts of borrowers whose phone number has these digits, or, of nobody, those of
   * another form; of many, two.
   */
  public List<UUID> accountsByPhone(String digits, List<String> otherForms) {
    return jdbc.sql(
            """
            SELECT user_id
              FROM (SELECT user_id, rank() OVER (ORDER BY digits <> :digits) AS place
                      FROM (SELECT user_id, regexp_replace(phone, '[^0-9]', '', 'g') AS digits
                              FROM borrower.borrower
                             WHERE regexp_replace(phone, '[^0-9]', '', 'g') = ANY (:forms)
                               AND user_id IS NOT NULL) his) found
             WHERE place = 1
             LIMIT 2
            """)
        .param("digits", digits)
        .param(
            "forms", Stream.concat(Stream.of(digits), otherForms.stream()).toArray(String[]::new))
        .query((row, _) -> row.getObject("user_id", UUID.class))
        .list();
  }

  /** Returns when a borrower was erased; nothing if he was not. */
  public Optional<Instant> erasedAt(UUID id) {
    return jdbc.sql(
            "SELECT erased_at FROM borrower.borrower WHERE id = :id AND erased_at IS NOT NULL")
        .param("id", id)
        .query((row, _) -> row.getObject("erased_at", OffsetDateTime.class).toInstant())
        .optional();
  }

  /** Returns those of some borrowers who were erased. */
  public Set<UUID> erased(Collection<UUID> ids) {
    return jdbc.sql(
            "SELECT id FROM borrower.borrower WHERE id = ANY (:ids) AND erased_at IS NOT NULL")
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> row.getObject("id", UUID.class))
        .set();
  }

  /** Blanks what is known of a borrower; he is blocked. */
  public void erase(UUID id) {
    jdbc.sql(
            """
            UPDATE borrower.borrower
               SET name = 'erased', phone = NULL, email = NULL, date_of_birth = NULL,
                   address = NULL, monthly_income_minor = NULL, income_currency = NULL,
                   status = 'BLOCKED', erased_at = now(), version = version + 1
             WHERE id = :id
            """)
        .param("id", id)
        .update();
  }

  /** Whose a new borrower is. */
  public record Assignment(UUID branchId, @Nullable UUID officerId, @Nullable UUID userId) {}

  private StatementSpec bound(String sql, UUID id, Particulars particulars) {
    Money income = particulars.monthlyIncome();
    return jdbc.sql(sql)
        .param("id", id)
        .param("kind", particulars.kind().name())
        .param("name", particulars.name())
        .param("phone", particulars.phone())
        .param("email", particulars.email())
        .param("dateOfBirth", particulars.dateOfBirth())
        .param("address", particulars.address())
        .param("monthlyIncome", income == null ? null : income.minor())
        .param("incomeCurrency", income == null ? null : income.currency().code());
  }

  static Borrower borrower(ResultSet row, int number) throws SQLException {
    return new Borrower(
        row.getObject("id", UUID.class),
        row.getString("number"),
        new Particulars(
            Particulars.Kind.valueOf(row.getString("kind")),
            row.getString("name"),
            row.getString("phone"),
            row.getString("email"),
            row.getObject("date_of_birth", LocalDate.class),
            row.getString("address"),
            income(row)),
        row.getObject("branch_id", UUID.class),
        row.getObject("officer_id", UUID.class),
        row.getObject("user_id", UUID.class),
        Borrower.Status.valueOf(row.getString("status")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getLong("version"));
  }

  private static @Nullable Money income(ResultSet row) throws SQLException {
    String currency = row.getString("income_currency");
    return currency == null
        ? null
        : new Money(row.getLong("monthly_income_minor"), Currency.of(currency));
  }
}
