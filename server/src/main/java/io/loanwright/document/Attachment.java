package io.loanwright.document;

import io.loanwright.document.Document.Signature;
import io.loanwright.document.Document.StoredFile;
import java.util.UUID;

/**
 * A file that is kept with something else than a person, such as the bill of an expense.
 *
 * @param ownerId what it is kept with
 * @param fixed whether it stays for good
 */
public record Attachment(UUID id, UUID ownerId, StoredFile file, Signature added, boolean fixed) {}
