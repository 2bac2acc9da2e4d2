package io.loanwright.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.loanwright.database.AppRole;
import io.loanwright.database.Migrations;
import io.loanwright.database.OwnerDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A migrated database that belongs to one test class or one Spring context.
 *
 * <p>One server runs per JVM. It is migrated once, into a template; a database is a copy of that,
 * made in about 50 ms. Sessions run in a time zone that is neither UTC nor the JVM's, so code that
 * leaves a zone to chance gives wrong dates here.
 *
 * <p>The server does not wait for the disk and lets everybody in: for tests only.
 */
public final class TestDatabase implements AutoCloseable {

  /** The time zone of test sessions; the JVM of tests runs in Pacific/Auckland. */
  public static final String TIME_ZONE = "America/Los_Angeles";

  private static final String TEMPLATE = "loanwright_template";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final OwnerDatabase owner;
  private final HikariDataSource pool;

  private TestDatabase(OwnerDatabase owner) {
    this.owner = owner;
    this.pool = new HikariDataSource();
    pool.setJdbcUrl(owner.url());
    pool.setUsername(AppRole.NAME);
    pool.setPassword(AppRole.password(owner));
    pool.setMaximumPoolSize(8);
    pool.setMinimumIdle(0);
    pool.setConnectionInitSql("SET TIME ZONE '" + TIME_ZONE + "'");
  }

  /** Makes a database like the one of a new installation. */
  public static TestDatabase create() {
    return new TestDatabase(copyOfTemplate());
  }

  /** Makes a database like {@link #create()}, for those who open connections themselves. */
  public static OwnerDatabase copyOfTemplate() {
    Server server = Server.get();
    String name = "test_" + COUNT.incrementAndGet();
    server.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
    return server.database(name);
  }

  /** Makes a database in which no migration has run. */
  public static OwnerDatabase empty() {
    Server server = Server.get();
    String name = "empty_" + COUNT.incrementAndGet();
    server.execute("CREATE DATABASE " + name);
    return server.database(name);
  }

  /** Returns the way to the database that the application has: as {@code loanwright_app}. */
  public JdbcClient jdbc() {
    return JdbcClient.create(pool);
  }

  /** Returns the pool of the application's role. */
  public DataSource dataSource() {
    return pool;
  }

  /** Returns transactions on the pool of {@link #dataSource()}. */
  public TransactionTemplate transactions() {
    return new TransactionTemplate(new DataSourceTransactionManager(pool));
  }

  /** Returns the owner's way to the database, for what the application may not do. */
  public JdbcClient owner() {
    return JdbcClient.create(
        new SimpleDriverDataSource(
            new org.postgresql.Driver(), owner.url(), owner.user(), owner.password()));
  }

  @Override
  public void close() {
    pool.close();
  }

  /** The one server of this JVM, with its migrated template. */
  private record Server(EmbeddedPostgres postgres) {

    static Server get() {
      return Holder.SERVER;
    }

    static Server start() {
      try {
        Server server = new Server(EmbeddedPostgres.builder().start());
        server.execute("CREATE DATABASE " + TEMPLATE);
        OwnerDatabase template = server.database(TEMPLATE);
        AppRole.ensure(template);
        Migrations.run(template);
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    OwnerDatabase database(String name) {
      return new OwnerDatabase(
          "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + name,
          "postgres",
          "only-for-tests");
    }

    void execute(String sql) {
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
    }
  }

  private static final class Holder {
    static final Server SERVER = Server.start();
  }
}
