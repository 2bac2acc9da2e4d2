package io.loanwright.database;

import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

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
          "reporting",
          "integration",
          "backup");

  private Migrations() {}

  /**
   * Runs what has not run yet. Several instances may call this at once; one works, the others wait.
   *
   * @param owner the database, its role {@link AppRole#NAME} existing
   * @return how many migrations ran
   * @throws org.flywaydb.core.api.FlywayException if one fails or a file that ran has been edited
   */
  public static int run(OwnerDatabase owner) {
    SimpleDriverDataSource source = source(owner);
    int count = migrate(source, ROOT);
    for (String module : MODULES) {
      if (hasMigrations(module)) {
        count += migrate(source, module);
      }
    }
    return count;
  }

  /** Returns whether every migration has run; changes nothing. */
  public static boolean areDone(OwnerDatabase owner) {
    SimpleDriverDataSource source = source(owner);
    return Stream.concat(Stream.of(ROOT), MODULES.stream().filter(Migrations::hasMigrations))
        .allMatch(module -> flyway(source, module).info().pending().length == 0);
  }

  private static SimpleDriverDataSource source(OwnerDatabase owner) {
    return new SimpleDriverDataSource(
        new org.postgresql.Driver(), owner.url(), owner.user(), owner.password());
  }

  private static boolean hasMigrations(String module) {
    return Migrations.class.getResource("/db/migration/" + module) != null;
  }

  private static int migrate(SimpleDriverDataSource source, String module) {
    return flyway(source, module).migrate().migrationsExecuted;
  }

  private static Flyway flyway(SimpleDriverDataSource source, String module) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration/" + module)
        .defaultSchema("flyway")
        .schemas("flyway")
        .table(module)
        .cleanDisabled(true)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .validateMigrationNaming(true)
        .load();
  }
}
