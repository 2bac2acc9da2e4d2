/**
 * Who borrows: persons and firms.
 *
 * <p>A borrower belongs to a branch and may have an officer who looks after it; both decide who of
 * the staff sees it. Staff register borrowers they have met; whoever registers himself over the
 * network is a borrower too, UNVERIFIED until the staff have checked him, and is linked to his
 * user. An e-mail address belongs to one borrower at most; a phone is often a family's. Borrowers
 * are never deleted, since loans and books refer to them: a borrower one does not lend to is
 * BLOCKED. What says who he was can be erased, and all that is kept about him handed out ({@link
 * io.loanwright.borrower.PersonalData}); other modules tell their part through {@code
 * borrower.spi}.
 *
 * <p>Other modules ask {@link io.loanwright.borrower.Borrowers}, or join the published view {@code
 * borrower.borrower_card(id, number, name, phone, branch_id, officer_id, user_id, kind, email,
 * date_of_birth, address, status, search)}, or add up {@code borrower.borrower_figure(branch_id,
 * officer_id, borrowers)}. Whose relatives borrowers are is declared here ({@link
 * io.loanwright.borrower.Relatives}, and the published view {@code
 * borrower.relative_in_force(user_id, borrower_id)}): people of the staff decide nothing about the
 * loans of their relatives. Those who keep whose their records are listen to {@link
 * io.loanwright.borrower.BorrowerReassigned}, which is published in its transaction. The module
 * tells {@code ledger} who owns a wallet, and {@code document} whose a paper is.
 */
@ApplicationModule(
    displayName = "borrower",
    allowedDependencies = {
      "access",
      "audit",
      "audit :: proof",
      "document",
      "document::spi",
      "engine",
      "identity",
      "identity :: spi",
      "ledger::spi",
      "organization",
      "web"
    })
@NullMarked
package io.loanwright.borrower;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
