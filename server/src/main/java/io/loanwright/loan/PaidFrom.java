package io.loanwright.loan;

import java.util.UUID;

/**
 * The lender's wallet that a loan was paid out of.
 *
 * @param walletId the wallet
 * @param account the account of the books that it is
 */
public record PaidFrom(UUID walletId, String account) {}
