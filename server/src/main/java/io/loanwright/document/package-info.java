/**
 * Papers: identity cards, contracts, statements.
 *
 * <p>A document is a file that belongs to somebody, what it is said to be, and who filed it when.
 * It waits until somebody else than who filed it verifies or refuses it; a newer one that is
 * verified takes the place of an older one. It may hold until a day only.
 *
 * <p>What a file is, is decided by its content, never by its name: PDF, PNG and JPEG are taken.
 * Pictures are drawn anew, PDFs with programs in them are refused, and a virus scanner is asked
 * where there is one. Files are kept sealed, in the data folder or in a store that speaks S3; a
 * file is there in full before its row is, so a crash leaves at most a file that nobody refers to.
 * It is handed out as an attachment only, so that no browser runs what somebody uploaded, and the
 * trail says who saw it.
 *
 * <p>Other modules keep files with what is theirs through {@link
 * io.loanwright.document.Attachments}: taken in, sealed and handed out in the same way, but
 * verified by nobody.
 *
 * <p>The module does not know borrowers; whoever does implements {@link
 * io.loanwright.document.spi.DocumentOwners}, and may join the published view {@code
 * document.document_card(id, owner_id, kind, status, expires_on)}.
 */
@ApplicationModule(
    displayName = "document",
    allowedDependencies = {"access", "audit", "organization", "web"})
@NullMarked
package io.loanwright.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
