package io.loanwright.ledger;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Money that somebody puts into a wallet.
 *
 * @param walletId the wallet
 * @param amount more than nothing, in the wallet's currency
 * @param on the value date
 * @param from where the money comes in: cash, bank, mobile money or card
 */
public record TopUp(UUID walletId, Money amount, LocalDate on, PostingRole from) {}
