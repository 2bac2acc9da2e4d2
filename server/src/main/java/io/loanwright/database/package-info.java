/**
 * The connection to PostgreSQL: which server, which roles, and in which state the schemas are.
 *
 * <p>Two roles work on the database. The <em>owner</em> comes from the configuration and only
 * migrates. The application's pool signs in as {@code loanwright_app}, which may read and write
 * rows but can change neither a table nor what a migration has made append-only. The pool exists
 * only after every migration has run, so no code ever sees a schema of an older version.
 *
 * <p>No business module but {@code backup} depends on this package; they use the {@code
 * DataSource}, {@code JdbcClient} and transactions that Spring hands out.
 */
@ApplicationModule(allowedDependencies = "postgres")
@NullMarked
package io.loanwright.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
