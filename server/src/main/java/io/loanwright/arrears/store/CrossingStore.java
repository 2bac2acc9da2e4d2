package io.loanwright.arrears.store;

import io.loanwright.arrears.ArrearsClass;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code arrears.crossing} and {@code arrears.default_due}. */
@Repository
public class CrossingStore {

  private static final String CLASSES =
      """
      WITH class AS (
        SELECT *
          FROM unnest(:codes::text[], :names::text[], :fromDays::integer[], :untilDays::integer[],
                      :before::text[], :marks::boolean[])
                 AS c (code, name, from_day, until_day, before, marks))
      """;

  /**
   * Who reaches the first day of a class: for each class a range of {@code loan_unpaid_since_idx},
   * which has all that is asked.
   */
  private static final String REACHES =
      """
      SELECT l.id, l.oldest_unpaid_due_on AS unpaid_since
        FROM class c
        JOIN loan.loan_card l
          ON coalesce(l.oldest_unpaid_due_on, DATE '9999-12-31') = :on - c.from_day
       WHERE c.from_day > 0
         AND l.status = 'ACTIVE'
       UNION
      SELECT l.id, l.oldest_unpaid_due_on
        FROM loan.loan_card l
       WHERE l.id = ANY (:moved::uuid[])
         AND l.status = 'ACTIVE'
      """;

  private static final String AND_ALL_THAT_ARE_BEHIND =
      """
       UNION
      SELECT l.id, l.oldest_unpaid_due_on
        FROM loan.loan_card l
       WHERE coalesce(l.oldest_unpaid_due_on, DATE '9999-12-31') < :on
         AND l.status = 'ACTIVE'
      """;

  /**
   * Of those, who is in another class than when it was last seen, or reaches one by the day. What
   * was last seen is looked up once for a loan ({@code OFFSET} keeps it from being written out
   * wherever it is used). Rows are sorted, so that all is looked up before the first is added: who
   * looks into a table that grows meanwhile may read all of it each time.
   */
  private static final String CROSS =
      """
      %s, candidate AS (
      %s)
      INSERT INTO arrears.crossing (on_day, loan_id, from_class, to_class)
      SELECT :on, l.id, CASE seen.code WHEN c.code THEN c.before ELSE seen.code END, c.code
        FROM candidate l
        JOIN class c ON greatest(0, :on - coalesce(l.unpaid_since, :on)) >= c.from_day
         AND greatest(0, :on - coalesce(l.unpaid_since, :on)) < c.until_day
       CROSS JOIN LATERAL (
             SELECT coalesce((SELECT x.to_class
                                FROM arrears.crossing x
                               WHERE x.loan_id = l.id
                                 AND x.on_day < :on
                               ORDER BY x.on_day DESC
                               LIMIT 1), :best) AS code
             OFFSET 0) seen
       WHERE seen.code <> c.code
          OR c.from_day > 0 AND :on - l.unpaid_since = c.from_day
       ORDER BY c.code, l.id
          ON CONFLICT DO NOTHING
      """;

  /** Who got worse today; who comes back from a class that is worse still is not marked anew. */
  private static final String TO_MARK =
      CLASSES
          + """
          INSERT INTO arrears.default_due (loan_id, class_name, due_until)
          SELECT DISTINCT ON (m.loan_id) m.loan_id, m.name, m.due_until
            FROM (SELECT x.loan_id, c.name, :on - c.from_day AS due_until
                    FROM arrears.crossing x
                    JOIN class c ON c.code = x.to_class
                    LEFT JOIN class was ON was.code = x.from_class
                   WHERE x.on_day = :on
                     AND c.marks
                     AND c.from_day > coalesce(was.from_day, -1)
                   UNION ALL
                  SELECT l.id, c.name, :on - c.from_day
                    FROM class c
                    JOIN loan.loan_card l
                      ON coalesce(l.oldest_unpaid_due_on, DATE '9999-12-31') <= :on - c.from_day
                     AND l.oldest_unpaid_due_on > :on - c.until_day
                   WHERE c.code = ANY (:nowMarking)
                     AND l.status = 'ACTIVE') m
           ORDER BY m.loan_id, m.due_until
              ON CONFLICT (loan_id) DO UPDATE
             SET class_name = excluded.class_name, due_until = excluded.due_until
          """;

  private static final String MARKS_WAITING =
      """
      SELECT count(*)
        FROM arrears.default_due
      """;

  private static final String NEXT =
      """
      SELECT loan_id, class_name, due_until
        FROM arrears.default_due
       WHERE loan_id > :after
       ORDER BY loan_id
       LIMIT :most
      """;

  private static final String REMOVE =
      """
      DELETE FROM arrears.default_due
       WHERE loan_id = ANY (:ids)
      """;

  /** No loan is so many days past due: the end of the last class. */
  private static final int NEVER = 1_000_000;

  private final JdbcClient jdbc;

  CrossingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A loan that entered a class that marks default.
   *
   * @param dueUntil it is in the class as long as its oldest unpaid due date is not after this
   */
  public record ToMark(UUID loanId, String className, LocalDate dueUntil) {}

  /**
   * Whom a close looks at, beside those that reach the first day of a class.
   *
   * @param moved loans whose oldest unpaid due date moved
   * @param all whether at all that are behind
   * @param nowMarking codes of classes whose loans are all to be marked
   */
  public record Beside(List<UUID> moved, boolean all, List<String> nowMarking) {}

  /**
   * Keeps which loans are in another class with a new business date, and which are to be marked.
   *
   * @return how many are in another class
   */
  public long cross(LocalDate on, List<ArrearsClass> classes, Beside beside) {
    String candidates = beside.all() ? REACHES + AND_ALL_THAT_ARE_BEHIND : REACHES;
    int count =
        of(on, classes, CROSS.formatted(CLASSES, candidates))
            .param("moved", beside.moved().toArray(UUID[]::new))
            .param("best", classes.getFirst().code())
            .update();
    if (classes.stream().anyMatch(ArrearsClass::marksDefault)) {
      of(on, classes, TO_MARK)
          .param("nowMarking", beside.nowMarking().toArray(String[]::new))
          .update();
    }
    return count;
  }

  private JdbcClient.StatementSpec of(LocalDate on, List<ArrearsClass> classes, String statement) {
    int last = classes.size() - 1;
    return jdbc.sql(statement)
        .param("on", on)
        .param("codes", texts(classes, ArrearsClass::code))
        .param("names", texts(classes, ArrearsClass::name))
        .param("fromDays", classes.stream().mapToInt(ArrearsClass::fromDay).toArray())
        .param(
            "untilDays",
            IntStream.rangeClosed(0, last)
                .map(i -> i == last ? NEVER : classes.get(i + 1).fromDay())
                .toArray())
        .param(
            "before",
            IntStream.rangeClosed(0, last)
                .mapToObj(i -> classes.get(Math.max(0, i - 1)).code())
                .toArray(String[]::new))
        .param("marks", classes.stream().map(ArrearsClass::marksDefault).toArray(Boolean[]::new));
  }

  private static String[] texts(List<ArrearsClass> classes, Function<ArrearsClass, String> text) {
    return classes.stream().map(text).toArray(String[]::new);
  }

  /** Returns how many loans are to be marked, or to be found paid. */
  public long marksWaiting() {
    return jdbc.sql(MARKS_WAITING).query(Long.class).single();
  }

  /** Returns some of them, after one of them. */
  public List<ToMark> next(UUID after, int most) {
    return jdbc.sql(NEXT)
        .param("after", after)
        .param("most", most)
        .query((row, _) ->
            new ToMark(
                row.getObject("loan_id", UUID.class),
                row.getString("class_name"),
                row.getObject("due_until", LocalDate.class)))
        .list();
  }

  /** Takes some off the list. */
  public void remove(List<UUID> loanIds) {
    jdbc.sql(REMOVE).param("ids", loanIds.toArray(UUID[]::new)).update();
  }
}
