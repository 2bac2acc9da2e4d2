package io.loanwright.ledger.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.access.Scope;
import io.loanwright.ledger.Wallet;
import io.loanwright.ledger.WalletBooking;
import io.loanwright.ledger.Wallets;
import io.loanwright.ledger.spi.WalletOwners;
import io.loanwright.ledger.store.WalletBookingQuery;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was put into a borrower's wallet, or paid out of it, as a caller sees it. */
@Component
class WalletBookingViews {

  private final Wallets wallets;
  private final WalletOwners owners;
  private final WalletBookingQuery history;

  WalletBookingViews(Wallets wallets, WalletOwners owners, WalletBookingQuery history) {
    this.wallets = wallets;
    this.owners = owners;
    this.history = history;
  }

  /**
   * One of them.
   *
   * @param recordedBy the user who booked it; null for borrowers
   * @param reversible whether the caller may take it back
   */
  record Seen(WalletBooking booking, @Nullable UUID recordedBy, boolean reversible) {}

  /**
   * Returns a page of them, newest first.
   *
   * @param reversible tells for the wallet's owner which of them the caller may take back
   */
  Page<Seen> page(
      Caller caller,
      UUID walletId,
      WalletBooking.Kind kind,
      Function<UUID, Predicate<WalletBooking>> reversible,
      @Nullable Integer limit,
      @Nullable String cursor) {
    Wallet wallet = wallets.find(walletId).orElseThrow(TopUpProblems::unknownWallet);
    Reach reach = caller.reach(Permission.WALLET_VIEW);
    if (owners.find(wallet.ownerId(), reach).isEmpty()) {
      throw TopUpProblems.unknownWallet();
    }
    int rows = Page.limit(limit);
    Cursor end = Cursor.parse(cursor, 1);
    boolean namesStaff = reach.scope() != Scope.SELF;
    Predicate<WalletBooking> isReversible = reversible.apply(wallet.ownerId());
    return Page.of(
            history.page(kind, walletId, end == null ? null : end.id(0), rows + 1),
            rows,
            booking -> Cursor.of(booking.id()))
        .map(booking ->
            new Seen(
                booking, namesStaff ? booking.recordedBy() : null, isReversible.test(booking)));
  }
}
