package io.loanwright.organization;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.organization.OrganizationProfile.Registration;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one row of {@code organization.profile}. */
@Component
class ProfileRow {

  private static final String READ =
      """
      SELECT name, currency, time_zone, locale, business_date, registration,
             cash_limit_minor, close_at, version
        FROM organization.profile
      """;

  private static final String INSERT =
      """
      INSERT INTO organization.profile
             (name, currency, time_zone, locale, business_date, registration, cash_limit_minor,
              close_at)
      VALUES (:name, :currency, :timeZone, :locale, :businessDate, :registration, :cashLimit,
              :closeAt)
      ON CONFLICT DO NOTHING
      """;

  private static final String UPDATE =
      """
      UPDATE organization.profile
         SET name = :name, currency = :currency, time_zone = :timeZone, locale = :locale,
             registration = :registration, cash_limit_minor = :cashLimit, close_at = :closeAt,
             version = version + 1, changed_at = now()
      """;

  /** Guarded by the old date, so a close that runs twice moves the date once. */
  private static final String MOVE =
      """
      UPDATE organization.profile
         SET business_date = :to, version = version + 1, changed_at = now()
       WHERE business_date = :from
      """;

  private final JdbcClient jdbc;

  ProfileRow(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<OrganizationProfile> read() {
    return jdbc.sql(READ).query((row, _) -> profile(row)).optional();
  }

  Optional<OrganizationProfile> lock() {
    return jdbc.sql(READ + " FOR UPDATE").query((row, _) -> profile(row)).optional();
  }

  boolean insert(OrganizationSettings settings, LocalDate businessDate) {
    return with(jdbc.sql(INSERT), settings).param("businessDate", businessDate).update() == 1;
  }

  void update(OrganizationSettings settings) {
    with(jdbc.sql(UPDATE), settings).update();
  }

  /**
   * Moves the business date, unless somebody else did. What a close finds on the day it finds in
   * the same transaction, so its statements take as long as much happened.
   */
  boolean move(LocalDate from, LocalDate to) {
    jdbc.sql("SET LOCAL statement_timeout = 0").update();
    return jdbc.sql(MOVE).param("from", from).param("to", to).update() == 1;
  }

  private static JdbcClient.StatementSpec with(
      JdbcClient.StatementSpec statement, OrganizationSettings settings) {
    return statement
        .param("name", settings.name())
        .param("currency", settings.currency().getCurrencyCode())
        .param("timeZone", settings.timeZone().getId())
        .param("locale", settings.locale())
        .param("registration", settings.registration().name())
        .param(
            "cashLimit",
            settings.cashLimit() == null ? null : settings.cashLimit().minor(),
            Types.BIGINT)
        .param("closeAt", settings.closeAt(), Types.TIME);
  }

  private static OrganizationProfile profile(ResultSet row) throws SQLException {
    return new OrganizationProfile(
        row.getString("name"),
        SettingsText.currency(row.getString("currency")).orElseThrow(),
        ZoneId.of(row.getString("time_zone")),
        row.getString("locale"),
        row.getObject("business_date", LocalDate.class),
        Registration.valueOf(row.getString("registration")),
        cashLimit(row),
        row.getObject("close_at", LocalTime.class),
        true,
        row.getLong("version"));
  }

  private static @Nullable Money cashLimit(ResultSet row) throws SQLException {
    Long minor = row.getObject("cash_limit_minor", Long.class);
    return minor == null ? null : new Money(minor, Currency.of(row.getString("currency")));
  }
}
