/**
 * The trail: who did what to what, when, from where, why, and what it was before.
 *
 * <p>Every command of every module writes one row through {@link io.loanwright.audit.AuditTrail} in
 * its own transaction, so there is no deed without a row and no row without a deed. Refused
 * attempts at money and failed sign-ins are kept too. Rows are never changed, and leave the table
 * only for a file that is proven first ({@link io.loanwright.audit.TrailArchives}); the
 * application's database role cannot do otherwise.
 *
 * <p>Nothing secret is kept: fields whose names speak of passwords, tokens, secrets or codes are
 * blanked, whoever hands them in.
 *
 * <p>What is known of a borrower as a person is read only by those who may see it unmasked.
 *
 * <p>What is only ever added, here and in other modules, is sealed into a chain of hashes: {@link
 * io.loanwright.audit.Sealing}.
 *
 * <p>Publishes the views {@code audit.archive_card}, {@code audit.event_card} and {@code
 * audit.waiting}.
 */
@ApplicationModule(
    displayName = "audit",
    allowedDependencies = {})
@NullMarked
package io.loanwright.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
