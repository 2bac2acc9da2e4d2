package io.loanwright.organization;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.engine.date.Workdays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The working week and the holidays of the organization. */
@Component
public class WorkingCalendars {

  private static final String WEEK =
      """
      SELECT working_week, version
        FROM organization.calendar
      """;

  private static final String HOLIDAYS =
      """
      SELECT holiday_on, name
        FROM organization.holiday
       ORDER BY holiday_on
      """;

  private static final String UPDATE =
      """
      UPDATE organization.calendar
         SET working_week = :week, version = version + 1, changed_at = now()
      """;

  private static final String CLEAR =
      """
      DELETE FROM organization.holiday
      """;

  private static final String FILL =
      """
      INSERT INTO organization.holiday (holiday_on, name)
      SELECT holiday_on, name
        FROM unnest(:days::date[], :names::text[]) AS wanted (holiday_on, name)
      """;

  private final JdbcClient jdbc;
  private final Organization organization;
  private final AuditTrail trail;

  WorkingCalendars(JdbcClient jdbc, Organization organization, AuditTrail trail) {
    this.jdbc = jdbc;
    this.organization = organization;
    this.trail = trail;
  }

  private record Week(Set<DayOfWeek> days, long version) {}

  /** Returns the calendar as it is now; Monday to Friday without holidays until it is changed. */
  @Transactional(readOnly = true)
  public WorkingCalendar current() {
    return with(jdbc.sql(WEEK).query((row, _) -> week(row)).single());
  }

  /** Returns the working days as they are known now, as terms take them. */
  @Transactional(readOnly = true)
  public Workdays workdays() {
    return current().workdays();
  }

  /**
   * Changes the calendar; loans that were applied for keep the one before.
   *
   * @param wanted the calendar as it shall be, with the version that the change was made from
   */
  @Transactional
  public CalendarOutcome change(Caller caller, WorkingCalendar wanted) {
    WorkingCalendar before =
        with(jdbc.sql(WEEK + " FOR UPDATE").query((row, _) -> week(row)).single());
    if (before.version() != wanted.version()) {
      return new CalendarOutcome.Stale(before.version());
    }
    jdbc.sql(UPDATE).param("week", names(wanted.workingWeek())).update();
    jdbc.sql(CLEAR).update();
    jdbc.sql(FILL)
        .param(
            "days",
            wanted.holidays().stream()
                .map(holiday -> holiday.on().toString())
                .toArray(String[]::new))
        .param("names", wanted.holidays().stream().map(Holiday::name).toArray(String[]::new))
        .update();
    WorkingCalendar after = current();
    trail.record(
        caller,
        "calendar.change",
        Organization.subject(organization.current().name()),
        before,
        after,
        null);
    return new CalendarOutcome.Changed(after);
  }

  private WorkingCalendar with(Week week) {
    List<Holiday> holidays =
        jdbc.sql(HOLIDAYS)
            .query((row, _) ->
                new Holiday(row.getObject("holiday_on", LocalDate.class), row.getString("name")))
            .list();
    return new WorkingCalendar(week.days(), holidays, week.version());
  }

  private static String[] names(Set<DayOfWeek> days) {
    return days.stream().map(DayOfWeek::name).toArray(String[]::new);
  }

  private static Week week(ResultSet row) throws SQLException {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    String[] names = (String[]) row.getArray("working_week").getArray();
    Arrays.stream(names).map(DayOfWeek::valueOf).forEach(days::add);
    return new Week(days, row.getLong("version"));
  }
}
