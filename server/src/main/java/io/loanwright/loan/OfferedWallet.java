package io.loanwright.loan;

import io.loanwright.ledger.LenderWallet;

/**
 * A wallet of the lender that a loan can be paid out of.
 *
 * @param seenInto whether whoever asks may know how much is in it: he pays the loan out himself, or
 *     sees the wallet. Whoever only asks for a top-up need not know
 */
public record OfferedWallet(LenderWallet wallet, boolean seenInto) {}
