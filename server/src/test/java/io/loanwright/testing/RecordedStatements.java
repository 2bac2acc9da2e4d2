package io.loanwright.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Records the SQL statements of the program, with their values, but for those that tasks make by
 * the clock. Import it into a test of the whole application.
 */
public final class RecordedStatements implements BeanPostProcessor {

  /** How the names of threads begin that work by the clock. */
  private static final List<String> BY_THE_CLOCK =
      List.of("db-scheduler", "announcer", "job-heartbeat");

  private static final String WRAPPING = " wrapping ";

  private final List<Seen> recorded = new ArrayList<>();
  private boolean isOn;

  /**
   * A statement.
   *
   * @param sql as the program has it, with a question mark for each value
   * @param filled with the values, as the driver writes them
   */
  public record Seen(String sql, String filled) {}

  /** Records from now on. */
  public synchronized void begin() {
    recorded.clear();
    isOn = true;
  }

  /** Ends it, and returns what was recorded, in order. */
  public synchronized List<Seen> end() {
    isOn = false;
    return List.copyOf(recorded);
  }

  /** Ends it, and returns how many statements had one of these words in them. */
  public long end(String... words) {
    return end().stream().filter(seen -> Stream.of(words).anyMatch(seen.sql()::contains)).count();
  }

  private synchronized void add(String sql, Object statement) {
    String asking = Thread.currentThread().getName();
    if (isOn && BY_THE_CLOCK.stream().noneMatch(asking::startsWith)) {
      String text = statement.toString();
      int wrapped = text.indexOf(WRAPPING);
      recorded.add(new Seen(sql, wrapped < 0 ? text : text.substring(wrapped + WRAPPING.length())));
    }
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool && !(bean instanceof Recording)) {
      Recording recording = new Recording(pool);
      pool.close();
      return recording;
    }
    return bean;
  }

  private static @Nullable Object call(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException refused) {
      throw refused.getCause();
    }
  }

  private final class Recording extends HikariDataSource {

    Recording(HikariConfig config) {
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
                Object answer = call(connection, method, arguments);
                return method.getName().equals("prepareStatement")
                    ? recording((String) arguments[0], Objects.requireNonNull(answer))
                    : answer;
              });
    }

    private Object recording(String sql, Object statement) {
      return Proxy.newProxyInstance(
          getClass().getClassLoader(),
          new Class<?>[] {PreparedStatement.class},
          (_, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
              add(sql, statement);
            }
            return call(statement, method, arguments);
          });
    }
  }
}
