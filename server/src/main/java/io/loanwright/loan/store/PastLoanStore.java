package io.loanwright.loan.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.loan.Loan;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Loans that something has happened to since a day. */
@Repository
public class PastLoanStore {

  /** The events of all loans are walked for each page, so pages are large. */
  private static final String SINCE =
      """
      SELECT %s
        FROM loan.loan l
       WHERE l.currency = :currency
         AND l.id > :after
         AND l.id IN (SELECT v.loan_id
                        FROM loan.event v
                       WHERE v.value_date > :day
                         AND v.loan_id > :after)
       ORDER BY l.id
       LIMIT :most
      """
          .formatted(LoanRow.COLUMNS);

  private static final String OWED =
      """
      SELECT coalesce(sum(c.outstanding_minor), 0)::bigint
        FROM loan.portfolio_change c
       WHERE c.currency = :currency
      """;

  private final JdbcClient jdbc;

  PastLoanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns loans with an event of a later value date, by id. */
  public List<Loan> since(LocalDate day, Currency currency, UUID after, int most) {
    return jdbc.sql(SINCE)
        .param("day", day)
        .param("currency", currency.code())
        .param("after", after)
        .param("most", most)
        .query(LoanRow::map)
        .list();
  }

  /** Returns the principal that all loans owe now, in minor units. */
  public long owed(Currency currency) {
    return jdbc.sql(OWED).param("currency", currency.code()).query(Long.class).single();
  }
}
