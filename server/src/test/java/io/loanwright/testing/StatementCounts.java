package io.loanwright.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Counts the SQL statements of the program; import it into a test of the whole application. */
public final class StatementCounts implements BeanPostProcessor {

  private final AtomicLong count = new AtomicLong();
  private volatile Predicate<String> counted = _ -> false;

  /** Counts from now on the statements that have one of these words in them. */
  public void count(String... words) {
    List<String> sought = List.of(words);
    counted = sql -> sought.stream().anyMatch(sql::contains);
    count.set(0);
  }

  /** Returns how many there were. */
  public long counted() {
    return count.get();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool && !(bean instanceof Counting)) {
      Counting counting = new Counting(pool);
      pool.close();
      return counting;
    }
    return bean;
  }

  private final class Counting extends HikariDataSource {

    Counting(HikariConfig config) {
      super(config);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (_, method, arguments) -> {
                if (method.getName().equals("prepareStatement")
                    && counted.test((String) arguments[0])) {
                  count.incrementAndGet();
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException refused) {
                  throw refused.getCause();
                }
              });
    }
  }
}
