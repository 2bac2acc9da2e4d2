package io.loanwright.database;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the database is and how sessions behave; {@code loanwright.database.*}.
 *
 * @param url JDBC URL of an existing server; empty to start the embedded one
 * @param user the owner of the database, who migrates
 * @param password the owner's password
 * @param migrate whether a start brings the tables up to date; else one of another version is
 *     refused
 * @param poolSize the most connections of one instance, at least 1; verifying needs 4
 * @param timeZone time zone of the sessions; tests use an odd one to find code that relies on it
 */
@ConfigurationProperties("loanwright.database")
record DatabaseSettings(
    String url, String user, String password, boolean migrate, int poolSize, ZoneId timeZone) {}
