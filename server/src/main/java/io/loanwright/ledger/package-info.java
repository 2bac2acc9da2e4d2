/**
 * The books of the lender, by double entry.
 *
 * <p>Every movement of money is a {@link io.loanwright.ledger.NewEntry journal entry} whose debits
 * and credits are equal in each currency; the database refuses any other at commit, and the program
 * cannot change or delete one. A mistake is corrected by another entry that names it. Amounts are
 * in whole minor units.
 *
 * <p>Owns the chart of accounts, the journal, the entries drafted by hand, the wallets and the keys
 * of repeated commands. An account has no balance row that every payment would wait for: a balance
 * is the sum of its lines, read from the sums of days. A wallet, which must not be overdrawn, does
 * have a row, and it is locked. What borrowers' wallets hold is part of one account; each wallet of
 * the lender is an account by itself, to which nothing else posts.
 *
 * <p>Other modules post in their own transaction through {@link io.loanwright.ledger.Ledger},
 * {@link io.loanwright.ledger.Wallets} and {@link io.loanwright.ledger.LenderWallets}, and read the
 * published views {@code ledger.posting}, {@code ledger.loan_movement}, {@code
 * ledger.sourced_line}, {@code ledger.expense_posting} and {@code ledger.lender_wallet_card}. A
 * module that keeps what could be derived proves it with a {@link io.loanwright.audit.proof.Proof}.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "audit",
      "audit :: proof",
      "engine",
      "identity",
      "organization",
      "web"
    })
@NullMarked
package io.loanwright.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
