package io.loanwright.loan.store;

import io.loanwright.loan.FlagSet;
import io.loanwright.loan.FlagSet.Turn;
import io.loanwright.loan.LoanFlag;
import io.loanwright.loan.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code loan.flag}. */
@Repository
public class FlagStore {

  /** The flags that stand of a loan under the alias {@code l}, for {@link #standing(ResultSet)}. */
  static final String STANDING_OF_LOAN =
      """
      ARRAY(SELECT f.flag
                     FROM loan.flag f
                    WHERE f.loan_id = l.id
                      AND f.lifted_at IS NULL) AS flags\
      """;

  private static final String STANDING =
      """
      SELECT flag
        FROM loan.flag
       WHERE loan_id = :loanId
         AND lifted_at IS NULL
      """;

  private static final String OF_LOAN =
      """
      SELECT flag, reason, set_on, set_by, set_by_name, set_at, lifted_reason, lifted_on,
             lifted_by, lifted_by_name, lifted_at
        FROM loan.flag
       WHERE loan_id = :loanId
       ORDER BY id DESC
       LIMIT :limit
      """;

  private static final String SET =
      """
      INSERT INTO loan.flag (loan_id, flag, reason, set_on, set_by, set_by_name, set_at)
      VALUES (:loanId, :flag, :reason, :on, :by, :name, :at)
      """;

  private static final String LIFT =
      """
      UPDATE loan.flag
         SET lifted_reason = :reason,
             lifted_on = :on,
             lifted_by = :by,
             lifted_by_name = :name,
             lifted_at = :at
       WHERE loan_id = :loanId
         AND flag = :flag
         AND lifted_at IS NULL
      """;

  private final JdbcClient jdbc;

  FlagStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the flags that a loan has. */
  public Set<LoanFlag> standing(UUID loanId) {
    Set<LoanFlag> flags = EnumSet.noneOf(LoanFlag.class);
    jdbc.sql(STANDING)
        .param("loanId", loanId)
        .query(row -> {
          flags.add(LoanFlag.valueOf(row.getString("flag")));
        });
    return flags;
  }

  /** Returns the flags that a loan has or had, the last one first. */
  public List<FlagSet> of(UUID loanId, int limit) {
    return jdbc.sql(OF_LOAN)
        .param("loanId", loanId)
        .param("limit", limit)
        .query((row, _) -> map(row))
        .list();
  }

  /** Sets a flag that does not stand; the loan is locked. */
  public void set(UUID loanId, LoanFlag flag, Turn turn) {
    turn(SET, loanId, flag, turn);
  }

  /** Lifts a flag that stands; the loan is locked. */
  public void lift(UUID loanId, LoanFlag flag, Turn turn) {
    turn(LIFT, loanId, flag, turn);
  }

  private void turn(String statement, UUID loanId, LoanFlag flag, Turn turn) {
    int rows =
        jdbc.sql(statement)
            .param("loanId", loanId)
            .param("flag", flag.name())
            .param("reason", turn.reason())
            .param("on", turn.on())
            .param("by", turn.by().id())
            .param("name", turn.by().name())
            .param("at", LoanRow.timestamp(turn.at()))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("Flag %s of loan %s: %d rows".formatted(flag, loanId, rows));
    }
  }

  /** Reads what {@link #STANDING_OF_LOAN} selects. */
  static Set<LoanFlag> standing(ResultSet row) throws SQLException {
    String[] names = (String[]) row.getArray("flags").getArray();
    Set<LoanFlag> flags = EnumSet.noneOf(LoanFlag.class);
    Arrays.stream(names).map(LoanFlag::valueOf).forEach(flags::add);
    return flags;
  }

  private static FlagSet map(ResultSet row) throws SQLException {
    return new FlagSet(
        LoanFlag.valueOf(row.getString("flag")),
        new Turn(
            row.getString("reason"),
            row.getObject("set_on", LocalDate.class),
            new Person(row.getObject("set_by", UUID.class), row.getString("set_by_name")),
            LoanRow.instant(row, "set_at")),
        lifted(row));
  }

  private static @Nullable Turn lifted(ResultSet row) throws SQLException {
    String reason = row.getString("lifted_reason");
    return reason == null
        ? null
        : new Turn(
            reason,
            row.getObject("lifted_on", LocalDate.class),
            new Person(row.getObject("lifted_by", UUID.class), row.getString("lifted_by_name")),
            LoanRow.instant(row, "lifted_at"));
  }
}
