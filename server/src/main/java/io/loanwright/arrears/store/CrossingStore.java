package io.loanwright.arrears.store;

import io.loanwright.arrears.ArrearsClass;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code arrears.crossing} and {@code arrears.default_due}. */
@Repository
public class CrossingStore {

  /** For each class one range of the index {@code loan_unpaid_since_idx}. */
  private static final String CROSS =
      """
      INSERT INTO arrears.crossing (on_day, loan_id, from_class, to_class)
      SELECT :on, l.id, c.leaves, c.enters
        FROM unnest(:dueOn::date[], :leaves::text[], :enters::text[]) AS c (due_on, leaves, enters)
        JOIN loan.loan_card l ON coalesce(l.oldest_unpaid_due_on, DATE '9999-12-31') = c.due_on
       WHERE l.status = 'ACTIVE'
          ON CONFLICT DO NOTHING
      """;

  private static final String TO_MARK =
      """
      INSERT INTO arrears.default_due (loan_id, class_name, due_until)
      SELECT x.loan_id, c.name, :on - c.from_day
        FROM arrears.crossing x
        JOIN arrears.class c ON c.code = x.to_class
       WHERE x.on_day = :on
         AND c.marks_default
          ON CONFLICT (loan_id) DO UPDATE
         SET class_name = excluded.class_name, due_until = excluded.due_until
      """;

  private static final String MARKS_WAITING =
      """
      SELECT count(*)
        FROM arrears.default_due
      """;

  private static final String TAKE =
      """
      DELETE FROM arrears.default_due d
       USING (SELECT loan_id
                FROM arrears.default_due
               ORDER BY loan_id
               LIMIT :most
                 FOR UPDATE SKIP LOCKED) taken
       WHERE d.loan_id = taken.loan_id
      RETURNING d.loan_id, d.class_name,
                EXISTS (SELECT 1
                          FROM loan.loan_card l
                         WHERE l.id = d.loan_id
                           AND l.status = 'ACTIVE'
                           AND NOT l.defaulted
                           AND l.oldest_unpaid_due_on <= d.due_until) AS stands
      """;

  private final JdbcClient jdbc;

  CrossingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A loan that entered a class that marks default.
   *
   * @param stands whether it is in it still, and not marked
   */
  public record ToMark(UUID loanId, String className, boolean stands) {}

  /**
   * Keeps which loans enter a class with a new business date.
   *
   * @return how many
   */
  public long cross(LocalDate on, List<ArrearsClass> classes) {
    List<ArrearsClass> later = classes.subList(1, classes.size());
    int count =
        jdbc.sql(CROSS)
            .param("on", on)
            .param(
                "dueOn",
                later.stream()
                    .map(entered -> on.minusDays(entered.fromDay()).toString())
                    .toArray(String[]::new))
            .param(
                "leaves",
                IntStream.range(0, later.size())
                    .mapToObj(i -> classes.get(i).code())
                    .toArray(String[]::new))
            .param("enters", later.stream().map(ArrearsClass::code).toArray(String[]::new))
            .update();
    if (later.stream().anyMatch(ArrearsClass::marksDefault)) {
      jdbc.sql(TO_MARK).param("on", on).update();
    }
    return count;
  }

  /** Returns how many loans are to be marked, or to be found paid. */
  public long marksWaiting() {
    return jdbc.sql(MARKS_WAITING).query(Long.class).single();
  }

  /** Takes some of them off the list, in the caller's transaction. */
  public List<ToMark> take(int most) {
    return jdbc.sql(TAKE)
        .param("most", most)
        .query((row, _) ->
            new ToMark(
                row.getObject("loan_id", UUID.class),
                row.getString("class_name"),
                row.getBoolean("stands")))
        .list();
  }
}
