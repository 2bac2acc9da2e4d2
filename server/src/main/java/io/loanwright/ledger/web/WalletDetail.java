package io.loanwright.ledger.web;

import io.loanwright.access.Caller;
import io.loanwright.ledger.LenderWallet;
import io.loanwright.ledger.LenderWalletBook;
import io.loanwright.ledger.LenderWallets;
import io.loanwright.ledger.Wallet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A wallet with what the caller may do with it.
 *
 * @param movable whether it is the lender's, and the caller moves money out of it
 * @param kept whether it is the lender's, and the caller renames and closes it, and moves money
 *     from and to outside
 */
record WalletDetail(WalletResponse wallet, boolean movable, boolean kept) {

  static ResponseEntity<WalletDetail> of(Wallet wallet) {
    return ResponseEntity.ok(new WalletDetail(WalletResponse.of(wallet), false, false));
  }

  static ResponseEntity<WalletDetail> of(
      LenderWallet wallet, @Nullable String userName, Caller caller, LenderWallets wallets) {
    return ResponseEntity.ok()
        .header(HttpHeaders.ETAG, LenderWalletController.tag(wallet))
        .body(
            new WalletDetail(
                WalletResponse.of(wallet, userName),
                !wallet.closed() && wallets.mayDraw(caller, wallet),
                !wallet.closed() && LenderWalletBook.isKeeper(caller, wallet.holder())));
  }
}
