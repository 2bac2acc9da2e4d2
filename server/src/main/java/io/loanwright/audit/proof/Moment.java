package io.loanwright.audit.proof;

import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The state of one moment, on which proofs look: several transactions, each with a connection of
 * its own, see the same.
 */
@Component
public class Moment {

  private final JdbcClient jdbc;
  private final DataSource connections;
  private final TransactionTemplate transaction;

  Moment(JdbcClient jdbc, DataSource connections, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.connections = connections;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setReadOnly(true);
    this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Runs what looks at this moment, in a transaction of its own. */
  public <T> T now(Supplier<T> work) {
    return transaction.execute(_ -> {
      unlimited();
      return work.get();
    });
  }

  /** Returns the name of the moment that the caller's transaction looks at. */
  public String name() {
    return jdbc.sql("SELECT pg_export_snapshot()").query(String.class).single();
  }

  /**
   * Runs what looks at a moment, in a transaction of its own.
   *
   * @param name that a transaction gave which has not ended
   */
  public <T> T at(String name, Supplier<T> work) {
    return transaction.execute(_ -> {
      jdbc.sql("SET TRANSACTION SNAPSHOT '%s'".formatted(name)).update();
      unlimited();
      return work.get();
    });
  }

  /**
   * Copies out what a statement selects, in the caller's transaction, which runs no other statement
   * until all rows are read.
   */
  public CopiedRows rows(String select) {
    return copied("(" + select + ")");
  }

  /**
   * Copies out all rows of a table as they lie, as {@link #rows} does; cheaper than a statement
   * that selects the same.
   *
   * @param columns which of them, between commas
   */
  public CopiedRows table(String table, String columns) {
    return copied(table + " (" + columns + ")");
  }

  private CopiedRows copied(String from) {
    try {
      return new CopiedRows(DataSourceUtils.getConnection(connections), from);
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("Rows could not be copied out", e);
    }
  }

  /**
   * Lets the next statement of the caller's transaction sort some millions of small rows in memory.
   */
  public void sortInMemory() {
    jdbc.sql("SET LOCAL work_mem = '256MB'").update();
  }

  /**
   * Lets the next statements of the caller's transaction follow an index that rows lie much in the
   * order of, whose pages are in memory then, instead of sorting; and in one process, as the other
   * cores have work of their own.
   */
  public void followIndexes() {
    jdbc.sql("SET LOCAL random_page_cost = 1.1").update();
    jdbc.sql("SET LOCAL max_parallel_workers_per_gather = 0").update();
  }

  /**
   * Statements that read whole tables may take their time, and join them in memory. Two scans of
   * tables that were filled together go along together, so both begin at the beginning.
   */
  private void unlimited() {
    jdbc.sql("SET LOCAL statement_timeout = 0").update();
    jdbc.sql("SET LOCAL idle_in_transaction_session_timeout = 0").update();
    jdbc.sql("SET LOCAL work_mem = '64MB'").update();
    jdbc.sql("SET LOCAL jit = off").update();
    jdbc.sql("SET LOCAL synchronize_seqscans = off").update();
  }
}
