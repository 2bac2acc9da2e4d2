package io.loanwright.notification.store;

import io.loanwright.notification.ReminderRule;
import io.loanwright.notification.ReminderSettings;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The settings and the rules. */
@Repository
public class RuleStore {

  private static final String RULES =
      "SELECT kind, days, subject, body FROM notification.rule ORDER BY kind, days";

  private static final String SETTINGS =
      "SELECT enabled, mailed, version FROM notification.setting";

  private static final String CHANGE =
      """
      UPDATE notification.setting
         SET enabled = :enabled, mailed = :mailed, version = version + 1
       WHERE version = :version
      """;

  private static final String ADD =
      """
      INSERT INTO notification.rule (kind, days, subject, body)
      SELECT *
        FROM unnest(:kinds::text[], :days::integer[], :subjects::text[], :bodies::text[])
      """;

  private final JdbcClient jdbc;

  RuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the settings as they are. */
  public ReminderSettings get() {
    List<ReminderRule> rules =
        jdbc.sql(RULES)
            .query((row, _) ->
                new ReminderRule(
                    ReminderRule.Kind.valueOf(row.getString("kind")),
                    row.getInt("days"),
                    row.getString("subject"),
                    row.getString("body")))
            .list();
    return jdbc.sql(SETTINGS)
        .query((row, _) ->
            new ReminderSettings(
                row.getBoolean("enabled"), row.getBoolean("mailed"), rules, row.getLong("version")))
        .single();
  }

  /** Replaces the settings; returns false if they are of another version than the wanted ones. */
  public boolean replace(ReminderSettings wanted) {
    int changed =
        jdbc.sql(CHANGE)
            .param("enabled", wanted.enabled())
            .param("mailed", wanted.mailed())
            .param("version", wanted.version())
            .update();
    if (changed == 0) {
      return false;
    }
    jdbc.sql("DELETE FROM notification.rule").update();
    List<ReminderRule> rules = wanted.rules();
    jdbc.sql(ADD)
        .param("kinds", rules.stream().map(rule -> rule.kind().name()).toArray(String[]::new))
        .param("days", rules.stream().map(ReminderRule::days).toArray(Integer[]::new))
        .param("subjects", rules.stream().map(ReminderRule::subject).toArray(String[]::new))
        .param("bodies", rules.stream().map(ReminderRule::body).toArray(String[]::new))
        .update();
    return true;
  }
}
