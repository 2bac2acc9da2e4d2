package io.loanwright.arrears.store;

import io.loanwright.arrears.InterestOfDay;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.AccruedInterest.Book;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code arrears.accrual}. */
@Repository
public class AccrualDayStore {

  /** Each close writes all books in which something is left, so the last day has them all. */
  private static final String LAST =
      """
      SELECT branch_id, product_id, currency, receivable_account, income_account, accrued_minor,
             income_minor, receivable_minor, suspended_minor
        FROM arrears.accrual
       WHERE day = (SELECT max(day) FROM arrears.accrual)
      """;

  private static final String ADD =
      """
      INSERT INTO arrears.accrual
             (day, branch_id, product_id, currency, receivable_account, income_account,
              accrued_minor, income_minor, receivable_minor, suspended_minor)
      SELECT :day, r.*
        FROM unnest(:branches::uuid[], :products::uuid[], :currencies::text[],
                    :receivableAccounts::text[], :incomeAccounts::text[], :accrued::bigint[],
                    :income::bigint[], :receivable::bigint[], :suspended::bigint[]) AS r
      """;

  private static final String OF_DAYS =
      """
      SELECT day, currency, sum(accrued_minor)::bigint AS accrued_minor,
             sum(income_minor)::bigint AS income_minor,
             sum(receivable_minor)::bigint AS receivable_minor,
             sum(suspended_minor)::bigint AS suspended_minor
        FROM arrears.accrual
       WHERE day = ANY (:days::date[])
       GROUP BY day, currency
       ORDER BY day, currency
      """;

  /** Entries of closes name the product, lines of loans the loan. */
  private static final String IN_BOOKS =
      """
      SELECT s.branch_id,
             CASE WHEN s.source_type = :source THEN s.source_id ELSE l.product_id END AS product_id,
             s.currency, s.account, sum(s.minor)::bigint AS minor
        FROM ledger.sourced_line s
        LEFT JOIN loan.loan_card l ON l.id = s.loan_id
       WHERE s.account = ANY (:accounts)
       GROUP BY 1, 2, 3, 4
      """;

  private final JdbcClient jdbc;

  AccrualDayStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How a close left a book, in minor units.
   *
   * @param accruedMinor interest that arose with the day, and what changed of earlier days
   * @param incomeMinor what of it was posted as income
   * @param receivableMinor what has arisen and is not paid of performing loans
   * @param suspendedMinor the same of non-performing loans
   */
  public record Standing(
      Book book, long accruedMinor, long incomeMinor, long receivableMinor, long suspendedMinor) {}

  /** Returns how the last close left each book. */
  public List<Standing> last() {
    return jdbc.sql(LAST).query(AccrualDayStore::standing).list();
  }

  /** Keeps how the close of a day left each book. */
  public void add(LocalDate day, List<Standing> standings) {
    if (standings.isEmpty()) {
      return;
    }
    jdbc.sql(ADD)
        .param("day", day)
        .param("branches", ids(standings, Book::branchId))
        .param("products", ids(standings, Book::productId))
        .param("currencies", texts(standings, book -> book.currency().code()))
        .param("receivableAccounts", texts(standings, Book::receivable))
        .param("incomeAccounts", texts(standings, Book::income))
        .param("accrued", longs(standings, Standing::accruedMinor))
        .param("income", longs(standings, Standing::incomeMinor))
        .param("receivable", longs(standings, Standing::receivableMinor))
        .param("suspended", longs(standings, Standing::suspendedMinor))
        .update();
  }

  /** Returns the interest of some days, by day, in each currency that had any. */
  public Map<LocalDate, List<InterestOfDay>> of(Collection<LocalDate> days) {
    return jdbc
        .sql(OF_DAYS)
        .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
        .query((row, _) ->
            Map.entry(
                row.getObject("day", LocalDate.class),
                interest(row, Currency.of(row.getString("currency")))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /**
   * What is receivable of a product, whatever account its income is on.
   *
   * @param account the code of the account of what is receivable
   */
  public record Receivable(UUID branchId, UUID productId, Currency currency, String account) {

    /** Returns the one that a book belongs to. */
    public static Receivable of(Book book) {
      return new Receivable(book.branchId(), book.productId(), book.currency(), book.receivable());
    }
  }

  /**
   * Returns what the journal says is receivable on some accounts, in minor units, debits positive.
   *
   * @param source what the entries of closes come from
   */
  public Map<Receivable, Long> inBooks(Collection<String> accounts, String source) {
    return jdbc
        .sql(IN_BOOKS)
        .param("accounts", accounts.toArray(String[]::new))
        .param("source", source)
        .query((row, _) ->
            Map.entry(
                new Receivable(
                    row.getObject("branch_id", UUID.class),
                    row.getObject("product_id", UUID.class),
                    Currency.of(row.getString("currency")),
                    row.getString("account")),
                row.getLong("minor")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static InterestOfDay interest(ResultSet row, Currency currency) throws SQLException {
    return new InterestOfDay(
        new Money(row.getLong("accrued_minor"), currency),
        new Money(row.getLong("income_minor"), currency),
        new Money(row.getLong("receivable_minor"), currency),
        new Money(row.getLong("suspended_minor"), currency));
  }

  private static Standing standing(ResultSet row, int index) throws SQLException {
    return new Standing(
        new Book(
            row.getObject("branch_id", UUID.class),
            row.getObject("product_id", UUID.class),
            Currency.of(row.getString("currency")),
            row.getString("receivable_account"),
            row.getString("income_account")),
        row.getLong("accrued_minor"),
        row.getLong("income_minor"),
        row.getLong("receivable_minor"),
        row.getLong("suspended_minor"));
  }

  private static UUID[] ids(List<Standing> standings, Function<Book, UUID> id) {
    return standings.stream().map(Standing::book).map(id).toArray(UUID[]::new);
  }

  private static String[] texts(List<Standing> standings, Function<Book, String> text) {
    return standings.stream().map(Standing::book).map(text).toArray(String[]::new);
  }

  private static long[] longs(List<Standing> standings, ToLongFunction<Standing> figure) {
    return standings.stream().mapToLong(figure).toArray();
  }
}
