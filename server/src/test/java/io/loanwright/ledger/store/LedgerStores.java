package io.loanwright.ledger.store;

import io.loanwright.testing.TestDatabase;
import java.util.List;

/** The SQL of the books on a test's database, without Spring. */
public final class LedgerStores {

  private LedgerStores() {}

  /** Returns the chart. */
  public static AccountStore accounts(TestDatabase database) {
    return new AccountStore(database.jdbc());
  }

  /** Returns the writer of the journal. */
  public static JournalStore journal(TestDatabase database) {
    return new JournalStore(database.jdbc());
  }

  /** Returns the reader of the journal. */
  public static JournalQuery journalQuery(TestDatabase database) {
    return new JournalQuery(database.jdbc());
  }

  /** Returns the sums of the journal. */
  public static BalanceStore balances(TestDatabase database) {
    return new BalanceStore(database.jdbc());
  }

  /** Returns the wallets. */
  public static WalletStore wallets(TestDatabase database) {
    return new WalletStore(database.jdbc());
  }

  /** Returns what wallets held day by day, of people who have no loans. */
  public static WalletDays walletDays(TestDatabase database) {
    return new WalletDays(database.jdbc(), _ -> List.of());
  }

  /** Returns what wallets held day by day, of people who have no loans. */
  public static KeptWallets keptWallets(TestDatabase database) {
    return new KeptWallets(database.jdbc(), _ -> List.of());
  }

  /** Returns the keys of commands. */
  public static IdempotencyStore idempotency(TestDatabase database) {
    return new IdempotencyStore(database.jdbc());
  }
}
