package io.loanwright.expense.store;

import io.loanwright.expense.ExpenseCategory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The categories of expenses. */
@Repository
public class CategoryStore {

  private static final String ALL =
      """
      SELECT id, name, account_code, active, version
        FROM expense.category
       ORDER BY lower(name)
      """;

  private static final String BY_ID =
      """
      SELECT id, name, account_code, active, version
        FROM expense.category
       WHERE id = :id
      """;

  private static final String INSERT =
      """
      INSERT INTO expense.category (id, name, account_code)
      VALUES (:id, :name, :account)
      ON CONFLICT DO NOTHING
      """;

  private static final String NAME_TAKEN =
      """
      SELECT EXISTS (SELECT 1
                       FROM expense.category
                      WHERE lower(name) = lower(:name)
                        AND id <> :id)
      """;

  private static final String UPDATE =
      """
      UPDATE expense.category
         SET name = :name, account_code = :account, active = :active, version = version + 1
       WHERE id = :id
         AND version = :version
      """;

  private final JdbcClient jdbc;

  CategoryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns all categories, by name. */
  public List<ExpenseCategory> all() {
    return jdbc.sql(ALL).query(CategoryStore::category).list();
  }

  /** Returns a category. */
  public Optional<ExpenseCategory> find(UUID id) {
    return jdbc.sql(BY_ID).param("id", id).query(CategoryStore::category).optional();
  }

  /** Adds a category; false if its name is taken. */
  public boolean insert(ExpenseCategory category) {
    return jdbc.sql(INSERT)
            .param("id", category.id())
            .param("name", category.name())
            .param("account", category.accountCode())
            .update()
        == 1;
  }

  /** Returns whether another category has the name, in whatever case. */
  public boolean isNameTaken(ExpenseCategory category) {
    return jdbc.sql(NAME_TAKEN)
        .param("name", category.name())
        .param("id", category.id())
        .query(Boolean.class)
        .single();
  }

  /** Changes a category; false if it is not at its version any more. */
  public boolean update(ExpenseCategory category) {
    return jdbc.sql(UPDATE)
            .param("id", category.id())
            .param("name", category.name())
            .param("account", category.accountCode())
            .param("active", category.active())
            .param("version", category.version())
            .update()
        == 1;
  }

  private static ExpenseCategory category(ResultSet row, int number) throws SQLException {
    return new ExpenseCategory(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("account_code"),
        row.getBoolean("active"),
        row.getLong("version"));
  }
}
