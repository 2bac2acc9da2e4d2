package io.loanwright.testing;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands a test class its database. */
final class DbTestExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(DbTestExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == TestDatabase.class
        || type == JdbcClient.class
        || type == DataSource.class
        || type == TransactionTemplate.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestDatabase database = database(context);
    Class<?> type = parameter.getParameter().getType();
    if (type == JdbcClient.class) {
      return database.jdbc();
    }
    if (type == DataSource.class) {
      return database.dataSource();
    }
    return type == TransactionTemplate.class ? database.transactions() : database;
  }

  private static TestDatabase database(ExtensionContext context) {
    ExtensionContext ofClass = context;
    while (ofClass.getParent().isPresent()
        && ofClass.getParent().get().getTestClass().isPresent()) {
      ofClass = ofClass.getParent().get();
    }
    return ofClass
        .getStore(SPACE)
        .computeIfAbsent(TestDatabase.class, _ -> TestDatabase.create(), TestDatabase.class);
  }
}
