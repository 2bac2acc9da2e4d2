package io.loanwright.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the database together: first the role, then the migrations, and the pool last. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);

  /**
   * A statement of a request that takes this long is cut off; long jobs raise it for themselves.
   */
  private static final String SESSION =
      """
      SET TIME ZONE '%s';
      SET statement_timeout = '30s';
      SET lock_timeout = '10s';
      SET idle_in_transaction_session_timeout = '60s'
      """;

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean(OwnerDatabase.class)
  DatabaseServer databaseServer(
      DatabaseSettings settings,
      @Value("${loanwright.data-dir}") Path dataFolder,
      ObjectProvider<StartedBeside> started) {
    return DatabaseServer.find(settings, dataFolder, started.getIfAvailable());
  }

  @Bean
  @ConditionalOnMissingBean
  OwnerDatabase ownerDatabase(DatabaseServer server) {
    return server.database();
  }

  @Bean
  HikariDataSource dataSource(OwnerDatabase owner, DatabaseSettings settings) {
    AppRole.ensure(owner);
    UnfinishedRestore.refuse(owner);
    if (settings.migrate()) {
      int migrations = Migrations.run(owner);
      LOG.info("{} migrations ran on {}", migrations, owner);
    } else if (!Migrations.areDone(owner)) {
      throw new DatabaseUnusable(
          "The database is of an older version of the program. Start the new one on it once.",
          null);
    }
    return new HikariDataSource(pool(owner, settings));
  }

  private static HikariConfig pool(OwnerDatabase owner, DatabaseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("loanwright");
    config.setJdbcUrl(owner.url());
    config.setUsername(AppRole.NAME);
    config.setPassword(AppRole.password(owner));
    config.setMaximumPoolSize(settings.poolSize());
    config.setMinimumIdle(Math.min(2, settings.poolSize()));
    config.setConnectionTimeout(10_000);
    config.setConnectionInitSql(SESSION.formatted(settings.timeZone().getId()));
    config.addDataSourceProperty("ApplicationName", "loanwright");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return config;
  }
}
