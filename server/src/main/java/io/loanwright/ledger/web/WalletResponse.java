package io.loanwright.ledger.web;

import io.loanwright.ledger.LenderWallet;
import io.loanwright.ledger.Wallet;
import io.loanwright.ledger.WalletKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wallet as the API writes it.
 *
 * @param name of the lender's own; a borrower's has none
 * @param borrowerId whose it is, where it is a borrower's
 * @param branchId the branch whose it is; absent where it is a borrower's or the organization's
 * @param userId the person whose own it is
 * @param userName what that person is called
 * @param accountCode the account of the books that it is, or is part of
 * @param closed whether it takes no money any more
 */
record WalletResponse(
    UUID id,
    WalletKind kind,
    @Nullable String name,
    @Nullable UUID borrowerId,
    @Nullable UUID branchId,
    @Nullable UUID userId,
    @Nullable String userName,
    String accountCode,
    String currency,
    String balance,
    boolean closed) {

  static WalletResponse of(Wallet wallet) {
    return new WalletResponse(
        wallet.id(),
        WalletKind.BORROWER,
        null,
        wallet.ownerId(),
        null,
        null,
        null,
        wallet.accountCode(),
        wallet.balance().currency().code(),
        wallet.balance().toDecimalString(),
        false);
  }

  static WalletResponse of(LenderWallet wallet, @Nullable String userName) {
    return new WalletResponse(
        wallet.id(),
        wallet.kind(),
        wallet.name(),
        null,
        wallet.holder().branchId(),
        wallet.holder().userId(),
        userName,
        wallet.accountCode(),
        wallet.currency().code(),
        wallet.balance().toDecimalString(),
        wallet.closed());
  }
}
