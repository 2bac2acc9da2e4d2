package io.loanwright.ledger;

import io.loanwright.engine.money.Currency;
import io.loanwright.ledger.LenderWallet.Holder;

/**
 * A wallet of the lender to open.
 *
 * @param kind any but {@link WalletKind#BORROWER}
 * @param name unique among those that are open, in whatever case
 * @param holder whose it is to be; a person's wallet is of the person's branch, whatever it says
 */
public record NewLenderWallet(WalletKind kind, String name, Holder holder, Currency currency) {}
