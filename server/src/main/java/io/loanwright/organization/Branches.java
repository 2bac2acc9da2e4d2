package io.loanwright.organization;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.web.Ids;
import io.loanwright.web.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The branches of the organization. */
@Component
public class Branches {

  private static final String ALL =
      """
      SELECT id, code, name, active, version
        FROM organization.branch
       ORDER BY created_at, id
      """;

  private static final String ONE =
      """
      SELECT id, code, name, active, version
        FROM organization.branch
       WHERE id = :id
      """;

  private static final String INSERT =
      """
      INSERT INTO organization.branch (id, code, name)
      VALUES (:id, :code, :name)
      ON CONFLICT DO NOTHING
      """;

  private static final String UPDATE =
      """
      UPDATE organization.branch b
         SET code = :code, name = :name, active = :active, version = version + 1
       WHERE id = :id
         AND NOT EXISTS (SELECT 1
                           FROM organization.branch o
                          WHERE lower(o.code) = lower(:code)
                            AND o.id <> b.id)
      """;

  private static final String LOCK_ACTIVE =
      """
      SELECT id
        FROM organization.branch
       WHERE active
       ORDER BY id
         FOR UPDATE
      """;

  private final JdbcClient jdbc;
  private final AuditTrail trail;

  Branches(JdbcClient jdbc, AuditTrail trail) {
    this.jdbc = jdbc;
    this.trail = trail;
  }

  /** Returns all branches, oldest first. */
  public List<Branch> all() {
    return jdbc.sql(ALL).query((row, _) -> branch(row)).list();
  }

  /**
   * Refuses a branch that there is not, so that a report of it does not look like one of a branch
   * without money.
   *
   * @param id the branch; null for all
   * @throws ProblemException 404 for one that there is not
   */
  public void requireKnown(@Nullable UUID id) {
    if (id != null && find(id).isEmpty()) {
      throw ProblemException.notFound("A branch");
    }
  }

  /** Returns a branch, active or not. */
  public Optional<Branch> find(UUID id) {
    return jdbc.sql(ONE).param("id", id).query((row, _) -> branch(row)).optional();
  }

  /**
   * Returns the branch for whoever is not given one: the oldest active one.
   *
   * @throws IllegalStateException if the installation is not set up
   */
  public Branch main() {
    return all().stream()
        .filter(Branch::active)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The installation has no active branch"));
  }

  /** Makes a branch. */
  @Transactional
  public BranchOutcome create(Caller caller, String code, String name) {
    UUID id = Ids.next();
    int rows = jdbc.sql(INSERT).param("id", id).param("code", code).param("name", name).update();
    if (rows == 0) {
      return new BranchOutcome.CodeTaken(code);
    }
    Branch made = new Branch(id, code, name, true, 1);
    trail.record(caller, "branch.create", subject(made), null, made, null);
    return new BranchOutcome.Kept(made);
  }

  /**
   * Changes a branch.
   *
   * @param wanted the branch as it shall be, with the version that the change was made from
   */
  @Transactional
  public BranchOutcome change(Caller caller, Branch wanted) {
    int active = wanted.active() ? 0 : lockActive();
    @Nullable Branch before =
        jdbc.sql(ONE + " FOR UPDATE")
            .param("id", wanted.id())
            .query((row, _) -> branch(row))
            .optional()
            .orElse(null);
    if (before == null) {
      return new BranchOutcome.Unknown();
    }
    if (before.version() != wanted.version()) {
      return new BranchOutcome.Stale(before.version());
    }
    if (!wanted.active() && before.active() && active == 1) {
      return new BranchOutcome.LastActive();
    }
    int rows =
        jdbc.sql(UPDATE)
            .param("id", wanted.id())
            .param("code", wanted.code())
            .param("name", wanted.name())
            .param("active", wanted.active())
            .update();
    if (rows == 0) {
      return new BranchOutcome.CodeTaken(wanted.code());
    }
    Branch after =
        new Branch(
            wanted.id(), wanted.code(), wanted.name(), wanted.active(), before.version() + 1);
    trail.record(caller, "branch.change", subject(after), before, after, null);
    return new BranchOutcome.Kept(after);
  }

  /**
   * Locks all active branches, so that no two of them are closed at once; returns how many there
   * are.
   */
  private int lockActive() {
    return jdbc.sql(LOCK_ACTIVE).query(UUID.class).list().size();
  }

  private static Subject subject(Branch branch) {
    return new Subject("branch", branch.id(), branch.name());
  }

  private static Branch branch(ResultSet row) throws SQLException {
    return new Branch(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getString("name"),
        row.getBoolean("active"),
        row.getLong("version"));
  }
}
