package io.loanwright.ledger;

import static io.loanwright.ledger.LedgerFixtures.KES;
import static io.loanwright.ledger.LedgerFixtures.shillings;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.ledger.store.LedgerStores;
import io.loanwright.testing.DbTest;
import io.loanwright.testing.TestDatabase;
import io.loanwright.together.Rows;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A wallet never holds less than nothing, whoever comes at the same time. */
@DbTest
class WalletsDbTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final TransactionTemplate transaction;
  private final Wallets wallets;

  WalletsDbTest(TestDatabase database, TransactionTemplate transaction) {
    this.transaction = transaction;
    this.wallets =
        new Wallets(
            LedgerStores.wallets(database),
            LedgerStores.walletDays(database),
            LedgerStores.keptWallets(database));
  }

  @Test
  void firstDepositOpensTheWalletAndLaterOnesAddToIt() {
    UUID borrower = Ids.next();

    Wallet first = deposit(borrower, "10.50");
    Wallet second = deposit(borrower, "4.50");

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.balance()).isEqualTo(shillings("15.00"));
    assertThat(wallets.balance(borrower, KES)).isEqualTo(shillings("15.00"));
    assertThat(wallets.of(borrower)).containsExactly(second);
  }

  /** Without an order one of the two would be undone, now and then. */
  @Test
  void twoWhoAddToTheSameWalletsInAnotherOrderDoNotWaitForEachOther() throws Exception {
    List<UUID> borrowers = IntStream.range(0, 20).mapToObj(_ -> UUID.randomUUID()).toList();
    Callable<Boolean> there = () -> addOneEach(borrowers);
    Callable<Boolean> back = () -> addOneEach(borrowers.reversed());

    try (var threads = Executors.newFixedThreadPool(2)) {
      for (Future<Boolean> done : threads.invokeAll(List.of(there, back))) {
        assertThat(done.get()).isTrue();
      }
    }

    assertThat(borrowers)
        .allSatisfy(
            borrower -> assertThat(wallets.balance(borrower, KES)).isEqualTo(shillings("100.00")));
  }

  private boolean addOneEach(List<UUID> borrowers) {
    for (int i = 0; i < 50; i++) {
      transaction.executeWithoutResult(_ ->
          Rows.gather(
              () -> borrowers.forEach(borrower -> wallets.add(borrower, shillings("1.00")))));
    }
    return true;
  }

  @Test
  void whatIsAddedTwiceInOneTransactionIsAddedUp() {
    UUID borrower = Ids.next();

    transaction.executeWithoutResult(_ ->
        Rows.gather(() -> {
          wallets.add(borrower, shillings("10.50"));
          wallets.add(borrower, shillings("4.50"));
        }));

    assertThat(wallets.balance(borrower, KES)).isEqualTo(shillings("15.00"));
  }

  @Test
  void moreThanThereIsIsRefusedAndNothingChanges() {
    UUID borrower = Ids.next();
    deposit(borrower, "10.00");

    assertThat(withdraw(borrower, "10.01"))
        .isEqualTo(new WalletOutcome.Overdrawn(shillings("10.00")));
    assertThat(withdraw(borrower, "10.00")).isInstanceOf(WalletOutcome.Withdrawn.class);
    assertThat(withdraw(Ids.next(), "0.01"))
        .isEqualTo(new WalletOutcome.Overdrawn(shillings("0.00")));
  }

  /** 16 people each take 10.00 of 100.00 at once: ten get it, and nothing is left. */
  @Test
  void sixteenAtOnceCannotOverdrawIt() throws Exception {
    UUID borrower = Ids.next();
    deposit(borrower, "100.00");
    Callable<WalletOutcome> take = () -> withdraw(borrower, "10.00");

    List<WalletOutcome> outcomes;
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      outcomes =
          people.invokeAll(IntStream.range(0, 16).mapToObj(_ -> take).toList()).stream()
              .map(Future::resultNow)
              .toList();
    }

    assertThat(outcomes).filteredOn(o -> o instanceof WalletOutcome.Withdrawn).hasSize(10);
    assertThat(outcomes).filteredOn(o -> o instanceof WalletOutcome.Overdrawn).hasSize(6);
    assertThat(wallets.balance(borrower, KES)).isEqualTo(shillings("0.00"));
  }

  private Wallet deposit(UUID borrower, String amount) {
    return transaction.execute(_ -> wallets.deposit(borrower, shillings(amount)));
  }

  private WalletOutcome withdraw(UUID borrower, String amount) {
    return transaction.execute(_ -> wallets.withdraw(borrower, shillings(amount), TODAY));
  }
}
