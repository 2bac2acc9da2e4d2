package io.loanwright.arrears.store;

import io.loanwright.arrears.ClosedDay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code arrears.closed_day}. */
@Repository
public class DayStore {

  private static final String INSERT =
      """
      INSERT INTO arrears.closed_day (day, crossings, provisions, note)
      VALUES (:day, :crossings, :provisions, :note)
      ON CONFLICT (day) DO UPDATE
         SET crossings = excluded.crossings, provisions = excluded.provisions,
             note = excluded.note, left_out = 0, closed_at = excluded.closed_at,
             finished_at = NULL
      """;

  private static final String LAST_WAITING =
      """
      SELECT day
        FROM arrears.closed_day
       WHERE finished_at IS NULL
       ORDER BY day DESC
       LIMIT 1
      """;

  private static final String COUNT =
      """
      UPDATE arrears.closed_day
         SET loans = loans + :loans, marked = marked + :marked
       WHERE day = :day
      """;

  private static final String FINISH =
      """
      UPDATE arrears.closed_day
         SET finished_at = clock_timestamp(),
             left_out = CASE day WHEN :day THEN :leftOut ELSE left_out END,
             note = CASE day WHEN :day THEN nullif(concat_ws(' ', note, :note), '') ELSE note END
       WHERE finished_at IS NULL
         AND day <= :day
      """;

  private static final String COLUMNS =
      """
      SELECT day, closed_at, crossings, provisions, note, loans, marked, left_out, finished_at
        FROM arrears.closed_day
      """;

  private static final String LAST =
      """
      SELECT day
        FROM arrears.closed_day
       ORDER BY closed_at DESC, day DESC
       LIMIT 1
      """;

  private static final String ONE = COLUMNS + " WHERE day = :day";

  private static final String NEWEST =
      COLUMNS
          + """
           WHERE :before::date IS NULL OR day < :before::date
           ORDER BY day DESC
           LIMIT :limit
          """;

  private final JdbcClient jdbc;

  DayStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds a day that was closed; one that is closed again, because the history began anew, counts
   * anew.
   */
  public void add(LocalDate day, long crossings, long provisions, @Nullable String note) {
    jdbc.sql(INSERT)
        .param("day", day)
        .param("crossings", crossings)
        .param("provisions", provisions)
        .param("note", note, Types.VARCHAR)
        .update();
  }

  /** Returns the last closed day whose work is not done. */
  public Optional<LocalDate> lastWaiting() {
    return jdbc.sql(LAST_WAITING).query(LocalDate.class).optional();
  }

  /** Returns the day that was closed last; none before the first close. */
  public Optional<LocalDate> last() {
    return jdbc.sql(LAST).query(LocalDate.class).optional();
  }

  /** Adds to what was done for a day. */
  public void count(LocalDate day, long loans, long marked) {
    jdbc.sql(COUNT).param("day", day).param("loans", loans).param("marked", marked).update();
  }

  /**
   * Says that the work of all days up to one is done.
   *
   * @param leftOut how many loans could not be worked out
   * @param note which; null if there is none
   */
  public void finish(LocalDate day, long leftOut, @Nullable String note) {
    jdbc.sql(FINISH)
        .param("day", day)
        .param("leftOut", leftOut)
        .param("note", note, Types.VARCHAR)
        .update();
  }

  /** Returns a day that was closed. */
  public ClosedDay get(LocalDate day) {
    return jdbc.sql(ONE).param("day", day).query((row, _) -> map(row)).single();
  }

  /** Returns closed days, the last one first. */
  public List<ClosedDay> newest(@Nullable LocalDate before, int limit) {
    return jdbc.sql(NEWEST)
        .param("before", before, Types.DATE)
        .param("limit", limit)
        .query((row, _) -> map(row))
        .list();
  }

  private static ClosedDay map(ResultSet row) throws SQLException {
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    return new ClosedDay(
        row.getObject("day", LocalDate.class),
        row.getObject("closed_at", OffsetDateTime.class).toInstant(),
        row.getLong("crossings"),
        row.getLong("provisions"),
        row.getString("note"),
        row.getLong("loans"),
        row.getLong("marked"),
        row.getLong("left_out"),
        finished == null ? null : finished.toInstant());
  }
}
