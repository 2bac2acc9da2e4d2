package io.loanwright.ledger.store;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The days of the journal. */
@Repository
public class JournalDays {

  /** By {@code journal_entry_business_date_idx}. */
  private static final String FIRST =
      """
      SELECT e.business_date
        FROM ledger.journal_entry e
       ORDER BY e.business_date, e.number
       LIMIT 1
      """;

  private final JdbcClient jdbc;

  JournalDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns the earliest value date; nothing if there is no entry. */
  public Optional<LocalDate> first() {
    return jdbc.sql(FIRST).query(LocalDate.class).optional();
  }
}
