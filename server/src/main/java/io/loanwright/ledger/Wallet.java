package io.loanwright.ledger;

import io.loanwright.engine.money.Money;
import java.util.UUID;

/**
 * Money that the lender holds for a borrower.
 *
 * @param ownerId the borrower
 * @param accountCode the account of the books that the wallet is part of
 * @param balance what is in it; never negative
 */
public record Wallet(UUID id, UUID ownerId, String accountCode, Money balance) {}
