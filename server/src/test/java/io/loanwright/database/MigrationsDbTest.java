package io.loanwright.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.testing.DbTest;
import io.loanwright.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the two roles may do, and that migrations run once. */
@DbTest
class MigrationsDbTest {

  private final TestDatabase database;
  private final JdbcClient jdbc;

  MigrationsDbTest(TestDatabase database) {
    this.database = database;
    this.jdbc = database.jdbc();
  }

  @Test
  void migrationsRunOnceAndInstancesMayStartTogether() throws InterruptedException {
    OwnerDatabase empty = TestDatabase.empty();
    AppRole.ensure(empty);
    int[] counts = new int[2];

    Thread first = Thread.ofVirtual().start(() -> counts[0] = Migrations.run(empty));
    Thread second = Thread.ofVirtual().start(() -> counts[1] = Migrations.run(empty));
    first.join();
    second.join();

    assertThat(counts[0] + counts[1]).isPositive();
    assertThat(Migrations.run(empty)).isZero();
  }

  @Test
  void theApplicationReadsAndWritesRowsButChangesNoTable() {
    database.owner().sql("CREATE SCHEMA sample").update();
    database.owner().sql("CREATE TABLE sample.note (text text)").update();

    jdbc.sql("INSERT INTO sample.note VALUES ('a')").update();
    assertThat(jdbc.sql("UPDATE sample.note SET text = 'b'").update()).isEqualTo(1);

    assertRefused("DROP TABLE sample.note");
    assertRefused("TRUNCATE sample.note");
    assertRefused("ALTER TABLE sample.note ADD more text");
    assertRefused("CREATE TABLE sample.other (text text)");
    assertRefused("CREATE TABLE public.other (text text)");
    assertRefused("CREATE SCHEMA other");
    assertRefused("SELECT * FROM flyway.__root");
  }

  @Test
  void whatAMigrationMadeAppendOnlyStaysSo() {
    database.owner().sql("CREATE SCHEMA books").update();
    database.owner().sql("CREATE TABLE books.entry (text text)").update();
    database.owner().sql("REVOKE UPDATE, DELETE ON books.entry FROM loanwright_app").update();

    jdbc.sql("INSERT INTO books.entry VALUES ('a')").update();

    assertRefused("UPDATE books.entry SET text = 'b'");
    assertRefused("DELETE FROM books.entry");
  }

  @Test
  void anOwnerWhoMayNotCreateRolesIsToldTheStatement() throws SQLException {
    OwnerDatabase admin = TestDatabase.empty();
    try (Connection connection = admin.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE weak_owner LOGIN PASSWORD 'x'");
    }
    OwnerDatabase weak = new OwnerDatabase(admin.url(), "weak_owner", "x");

    assertThatThrownBy(() -> AppRole.create(weak))
        .isInstanceOf(DatabaseUnusable.class)
        .hasMessageContaining("ALTER ROLE \"weak_owner\" CREATEROLE");
  }

  @Test
  void aPasswordIsDerivedAndNeverShown() {
    OwnerDatabase one = new OwnerDatabase("jdbc:postgresql://db/loans", "owner", "secret");
    OwnerDatabase other = new OwnerDatabase("jdbc:postgresql://db/loans", "owner", "Secret");

    assertThat(AppRole.password(one))
        .hasSize(64)
        .isEqualTo(AppRole.password(one))
        .isNotEqualTo(AppRole.password(other));
    assertThat(one.toString()).doesNotContain("secret");
  }

  @Test
  void anOwnerWithoutAPasswordIsRefused() {
    assertThatThrownBy(() -> new OwnerDatabase("jdbc:postgresql://db/loans", "owner", ""))
        .hasMessageContaining("LOANWRIGHT_DB_PASSWORD");
    assertThatThrownBy(() -> new OwnerDatabase("jdbc:h2:mem:x", "owner", "x"))
        .hasMessageContaining("jdbc:postgresql:");
  }

  private void assertRefused(String sql) {
    assertThatThrownBy(() -> jdbc.sql(sql).update())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }
}
