package io.loanwright.ledger.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.WalletBooking;
import io.loanwright.ledger.WalletBooking.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads from the journal what was put into borrowers' wallets and paid out of them. */
@Repository
public class WalletBookingQuery {

  /**
   * The types stand there, of the correcting entry too, so that the unique index of those finds it.
   */
  private static final String OF_WALLET =
      """
      SELECT e.id, e.source_id, e.branch_id, e.business_date, l.currency, l.amount_minor, a.code,
             e.recorded_by, e.recorded_at, c.business_date AS reversed_on
        FROM ledger.journal_entry e
        JOIN ledger.journal_line l ON l.entry_id = e.id AND l.side = '%1$s'
        JOIN ledger.account a ON a.id = l.account_id
        LEFT JOIN ledger.journal_entry c ON c.corrects = e.id AND c.source_type IN (%2$s)
       WHERE e.source_type IN (%2$s)
         AND e.source_id = :wallet
         AND e.corrects IS NULL
      """;

  /** The first top-ups, sealed as they are, say {@code wallet}, which nothing else says. */
  private static final String TOP_UPS = OF_WALLET.formatted("D", "'wallet', 'wallet-top-up'");

  private static final String PAYOUTS = OF_WALLET.formatted("C", "'wallet-payout'");

  private static final String FIND = "%s AND e.id = :id";

  private static final String PAGE =
      """
      %s
         AND (CAST(:before AS uuid) IS NULL OR e.id < :before)
       ORDER BY e.id DESC
       LIMIT :limit
      """;

  private final JdbcClient jdbc;

  WalletBookingQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns one of a wallet. */
  public Optional<WalletBooking> find(Kind kind, UUID walletId, UUID id) {
    return jdbc.sql(FIND.formatted(all(kind)))
        .param("wallet", walletId)
        .param("id", id)
        .query(WalletBookingQuery::booking)
        .optional();
  }

  /**
   * Returns those of a wallet, newest first.
   *
   * @param before the last one of the page before; null for the first page
   */
  public List<WalletBooking> page(Kind kind, UUID walletId, @Nullable UUID before, int limit) {
    return jdbc.sql(PAGE.formatted(all(kind)))
        .param("wallet", walletId)
        .param("before", before, Types.OTHER)
        .param("limit", limit)
        .query(WalletBookingQuery::booking)
        .list();
  }

  private static String all(Kind kind) {
    return switch (kind) {
      case TOP_UP -> TOP_UPS;
      case PAYOUT -> PAYOUTS;
    };
  }

  private static WalletBooking booking(ResultSet row, int number) throws SQLException {
    return new WalletBooking(
        row.getObject("id", UUID.class),
        row.getObject("source_id", UUID.class),
        row.getObject("branch_id", UUID.class),
        row.getObject("business_date", LocalDate.class),
        new Money(row.getLong("amount_minor"), Currency.of(row.getString("currency"))),
        row.getString("code"),
        row.getObject("recorded_by", UUID.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getObject("reversed_on", LocalDate.class));
  }
}
