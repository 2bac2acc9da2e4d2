package io.loanwright.arrears.store;

import io.loanwright.arrears.ArrearsClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code arrears.class} and {@code arrears.class_version}. */
@Repository
public class ClassStore {

  private static final String ALL =
      """
      SELECT code, name, from_day, non_performing, marks_default, provision_percent
        FROM arrears.class
       ORDER BY from_day
      """;

  private static final String VERSION =
      """
      SELECT version
        FROM arrears.class_version
      """;

  private static final String COUNT =
      """
      UPDATE arrears.class_version
         SET version = version + 1
      """;

  private static final String CLEAR =
      """
      DELETE FROM arrears.class
      """;

  private static final String FILL =
      """
      INSERT INTO arrears.class
             (code, name, from_day, non_performing, marks_default, provision_percent)
      SELECT *
        FROM unnest(:codes::text[], :names::text[], :fromDays::integer[], :nonPerforming::boolean[],
                    :marksDefault::boolean[], :percents::numeric[])
      """;

  private final JdbcClient jdbc;

  ClassStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the classes from the best to the worst. */
  public List<ArrearsClass> all() {
    return jdbc.sql(ALL).query((row, _) -> map(row)).list();
  }

  /** Returns how often they were changed. */
  public long version() {
    return jdbc.sql(VERSION).query(Long.class).single();
  }

  /** Returns the same and keeps other changes waiting until the transaction ends. */
  public long lockVersion() {
    return jdbc.sql(VERSION + " FOR UPDATE").query(Long.class).single();
  }

  /** Puts classes in the place of all that there are; the version is locked. */
  public void replace(List<ArrearsClass> classes) {
    jdbc.sql(CLEAR).update();
    jdbc.sql(FILL)
        .param("codes", classes.stream().map(ArrearsClass::code).toArray(String[]::new))
        .param("names", classes.stream().map(ArrearsClass::name).toArray(String[]::new))
        .param("fromDays", classes.stream().mapToInt(ArrearsClass::fromDay).toArray())
        .param(
            "nonPerforming",
            classes.stream().map(ArrearsClass::nonPerforming).toArray(Boolean[]::new))
        .param(
            "marksDefault",
            classes.stream().map(ArrearsClass::marksDefault).toArray(Boolean[]::new))
        .param(
            "percents",
            classes.stream()
                .map(each -> each.provisionPercent().toPlainString())
                .toArray(String[]::new))
        .update();
    jdbc.sql(COUNT).update();
  }

  private static ArrearsClass map(ResultSet row) throws SQLException {
    return new ArrearsClass(
        row.getString("code"),
        row.getString("name"),
        row.getInt("from_day"),
        row.getBoolean("non_performing"),
        row.getBoolean("marks_default"),
        row.getBigDecimal("provision_percent"));
  }
}
