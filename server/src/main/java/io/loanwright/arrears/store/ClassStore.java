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

  private static final String SEEN =
      """
      SELECT code, from_day, marks_default, non_performing
        FROM arrears.class_seen
       ORDER BY from_day
      """;

  private static final String FORGET_SEEN =
      """
      DELETE FROM arrears.class_seen
      """;

  private static final String SEE =
      """
      INSERT INTO arrears.class_seen (code, from_day, marks_default, non_performing)
      SELECT *
        FROM unnest(:codes::text[], :fromDays::integer[], :marksDefault::boolean[],
                    :nonPerforming::boolean[])
      """;

  private static final String SETTING_ASIDE =
      """
      SELECT setting_aside
        FROM arrears.class_version
      """;

  private static final String SET_ASIDE =
      """
      UPDATE arrears.class_version
         SET setting_aside = :settingAside
       WHERE setting_aside <> :settingAside
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

  /**
   * What a close saw of a class: from which day it is, whether it marks default, and whether
   * interest of its loans is suspended.
   */
  public record Seen(String code, int fromDay, boolean marksDefault, boolean nonPerforming) {

    /** Returns what a close sees of a class. */
    public static Seen of(ArrearsClass each) {
      return new Seen(each.code(), each.fromDay(), each.marksDefault(), each.nonPerforming());
    }

    /** Returns whether it is the class with a code, and marked default. */
    public boolean isMarking(String code) {
      return marksDefault && this.code.equals(code);
    }
  }

  /** Returns the classes as the last close saw them. */
  public List<Seen> seen() {
    return jdbc.sql(SEEN)
        .query((row, _) ->
            new Seen(
                row.getString("code"),
                row.getInt("from_day"),
                row.getBoolean("marks_default"),
                row.getBoolean("non_performing")))
        .list();
  }

  /** Keeps the classes as a close sees them. */
  public void see(List<Seen> classes) {
    jdbc.sql(FORGET_SEEN).update();
    jdbc.sql(SEE)
        .param("codes", classes.stream().map(Seen::code).toArray(String[]::new))
        .param("fromDays", classes.stream().mapToInt(Seen::fromDay).toArray())
        .param("marksDefault", classes.stream().map(Seen::marksDefault).toArray(Boolean[]::new))
        .param("nonPerforming", classes.stream().map(Seen::nonPerforming).toArray(Boolean[]::new))
        .update();
  }

  /** Returns whether closes set aside for losses, and have not taken all of it back since. */
  public boolean isSettingAside() {
    return jdbc.sql(SETTING_ASIDE).query(Boolean.class).single();
  }

  /** Keeps whether they do. */
  public void setAside(boolean settingAside) {
    jdbc.sql(SET_ASIDE).param("settingAside", settingAside).update();
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
