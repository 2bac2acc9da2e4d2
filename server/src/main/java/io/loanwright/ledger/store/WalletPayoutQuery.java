package io.loanwright.ledger.store;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.PaidOutOfWallet;
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

/** Reads from the journal what was paid out of borrowers' wallets. */
@Repository
public class WalletPayoutQuery {

  /** The type of the correcting entry stands there so that the unique index of those finds it. */
  private static final String OF_WALLET =
      """
      SELECT e.id, e.source_id, e.branch_id, e.business_date, l.currency, l.amount_minor, a.code,
             e.recorded_by, e.recorded_at, c.business_date AS reversed_on
        FROM ledger.journal_entry e
        JOIN ledger.journal_line l ON l.entry_id = e.id AND l.side = 'C'
        JOIN ledger.account a ON a.id = l.account_id
        LEFT JOIN ledger.journal_entry c ON c.corrects = e.id AND c.source_type = 'wallet-payout'
       WHERE e.source_type = 'wallet-payout'
         AND e.source_id = :wallet
         AND e.corrects IS NULL
      """;

  private static final String FIND = OF_WALLET + " AND e.id = :id";

  private static final String PAGE =
      OF_WALLET
          + """
             AND (CAST(:before AS uuid) IS NULL OR e.id < :before)
           ORDER BY e.id DESC
           LIMIT :limit
          """;

  private final JdbcClient jdbc;

  WalletPayoutQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns a payout of a wallet. */
  public Optional<PaidOutOfWallet> find(UUID walletId, UUID id) {
    return jdbc.sql(FIND)
        .param("wallet", walletId)
        .param("id", id)
        .query(WalletPayoutQuery::paidOut)
        .optional();
  }

  /**
   * Returns payouts of a wallet, newest first.
   *
   * @param before the last one of the page before; null for the first page
   */
  public List<PaidOutOfWallet> page(UUID walletId, @Nullable UUID before, int limit) {
    return jdbc.sql(PAGE)
        .param("wallet", walletId)
        .param("before", before, Types.OTHER)
        .param("limit", limit)
        .query(WalletPayoutQuery::paidOut)
        .list();
  }

  private static PaidOutOfWallet paidOut(ResultSet row, int number) throws SQLException {
    return new PaidOutOfWallet(
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
