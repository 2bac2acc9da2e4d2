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
 * is the sum of its lines. A wallet, which must not be overdrawn, does have a row, and it is
 * locked.
 *
 * <p>Other modules post in their own transaction through {@link io.loanwright.ledger.Ledger} and
 * {@link io.loanwright.ledger.Wallets}, and read the published views {@code ledger.posting} and
 * {@code ledger.loan_movement}. A module that keeps what could be derived proves it with a {@link
 * io.loanwright.audit.proof.Proof}.
 */
@ApplicationModule(
    allowedDependencies = {"access", "audit", "audit :: proof", "engine", "organization", "web"})
@NullMarked
package io.loanwright.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
