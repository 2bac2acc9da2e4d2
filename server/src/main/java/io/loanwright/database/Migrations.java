package io.loanwright.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings every module's schema up to date, in the order in which modules depend on each other.
 *
 * <p>Each module has a folder {@code db/migration/<module>} and a history of its own, the table
 * {@code flyway.<module>}; what belongs to none is in {@code __root} and runs first. So a module's
 * migrations are numbered without regard to the others. Only the owner may read the histories.
 */
public final class Migrations {

  /** The folder of shared migrations. */
  public static final String ROOT = "__root";

  /** Modules in the order in which their migrations run: what is used comes before its user. */
  public static final List<String> MODULES =
      List.of(
          "audit",
          "organization",
          "mail",
          "identity",
          "document",
          "ledger",
          "expense",
          "borrower",
          "product",
          "loan",
          "payment",
          "arrears",
          "collection",
          "notification",
          "backup",
          "reporting",
          "integration");

  private Migrations() {}

  /**
   * Runs what has not run yet. Several instances may call this at once; one works, the others wait.
   *
   * @param owner the database, its role {@link AppRole#NAME} existing
   * @return how many migrations ran
   * @throws org.flywaydb.core.api.FlywayException if one fails or a file that ran has been edited
   */
  public static int run(OwnerDatabase owner) {
    try (HikariDataSource source = source(owner)) {
      return withMigrations().mapToInt(module -> migrate(source, module)).sum();
    }
  }

  /** Returns whether every migration has run; changes nothing. */
  public static boolean areDone(OwnerDatabase owner) {
    try (HikariDataSource source = source(owner)) {
      return withMigrations()
          .allMatch(module -> flyway(source, module).info().pending().length == 0);
    }
  }

  /**
   * A migration that has run.
   *
   * @param script the name of its file, like {@code V2__cards.sql}
   */
  public record Ran(String module, String script) {}

  /** Returns what has run, in the order in which a new database would run it. */
  public static List<Ran> ran(OwnerDatabase owner) {
    try (HikariDataSource source = source(owner)) {
      return withMigrations()
          .flatMap(module ->
              Arrays.stream(flyway(source, module).info().applied())
                  .map(MigrationInfo::getScript)
                  .filter(script -> script.endsWith(".sql"))
                  .map(script -> new Ran(module, script.substring(script.lastIndexOf('/') + 1))))
          .toList();
    }
  }

  /** Returns the text of a migration; nothing if this version has none of that name. */
  public static Optional<String> text(Ran migration) {
    String file = "/db/migration/" + migration.module() + "/" + migration.script();
    try (InputStream text = Migrations.class.getResourceAsStream(file)) {
      return text == null
          ? Optional.empty()
          : Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs in an empty database just those migrations that had run in another one.
   *
   * @param owner the database, its role {@link AppRole#NAME} existing
   * @param others what {@link #ran} says of the other one, each of which this version has
   * @throws DatabaseUnusable if this version has others between them
   */
  public static void runTo(OwnerDatabase owner, List<Ran> others) {
    Map<String, MigrationVersion> last = new LinkedHashMap<>();
    for (Ran other : others) {
      last.merge(other.module(), version(other), (a, b) -> a.compareTo(b) < 0 ? b : a);
    }
    try (HikariDataSource source = source(owner)) {
      withMigrations()
          .filter(last::containsKey)
          .forEach(module ->
              configuration(source, module)
                  .target(Objects.requireNonNull(last.get(module)))
                  .load()
                  .migrate());
    }
    if (!Set.copyOf(ran(owner)).equals(Set.copyOf(others))) {
      throw new DatabaseUnusable("This version cannot make the tables of that one.", null);
    }
  }

  private static MigrationVersion version(Ran migration) {
    return MigrationVersion.fromVersion(
        migration.script().substring(1, migration.script().indexOf("__")));
  }

  private static Stream<String> withMigrations() {
    return Stream.concat(Stream.of(ROOT), MODULES.stream().filter(Migrations::hasMigrations));
  }

  /** Flyway asks for two connections a module; signing in costs more than what it asks them. */
  private static HikariDataSource source(OwnerDatabase owner) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("loanwright-migrations");
    config.setJdbcUrl(owner.url());
    config.setUsername(owner.user());
    config.setPassword(owner.password());
    config.setMaximumPoolSize(3);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  private static boolean hasMigrations(String module) {
    return Migrations.class.getResource("/db/migration/" + module) != null;
  }

  private static int migrate(DataSource source, String module) {
    return flyway(source, module).migrate().migrationsExecuted;
  }

  private static Flyway flyway(DataSource source, String module) {
    return configuration(source, module).load();
  }

  private static FluentConfiguration configuration(DataSource source, String module) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration/" + module)
        .defaultSchema("flyway")
        .schemas("flyway")
        .table(module)
        .cleanDisabled(true)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .validateMigrationNaming(true);
  }
}
