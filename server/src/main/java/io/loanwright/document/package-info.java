/**
 * Papers: identity cards, contracts, statements.
 *
 * <p>A document is a file that belongs to somebody, and who filed it when. The file lies below the
 * data folder under the SHA-256 of its content, so it cannot change unnoticed and the same file is
 * kept once; a row of the database says whose it is. A file is there in full before its row is, so
 * a crash leaves at most a file that nobody refers to.
 *
 * <p>What a file is, is decided by its content, never by its name: PDF, PNG and JPEG are taken. It
 * is handed out as an attachment only, so that no browser runs what somebody uploaded.
 *
 * <p>The module does not know borrowers; whoever does implements {@link
 * io.loanwright.document.spi.DocumentOwners}.
 */
@ApplicationModule(
    displayName = "document",
    allowedDependencies = {"access", "audit", "web"})
@NullMarked
package io.loanwright.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
