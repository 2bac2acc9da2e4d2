package io.loanwright.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of SQL, without Spring: the class gets a database of its own.
 *
 * <p>Constructor and test methods may ask for a {@link TestDatabase}, {@code JdbcClient}, {@code
 * DataSource} or {@code TransactionTemplate}; all work as {@code loanwright_app}. Test methods of a
 * class share the database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(DbTestExtension.class)
public @interface DbTest {}
