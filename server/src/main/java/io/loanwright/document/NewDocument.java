package io.loanwright.document;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document to be filed.
 *
 * @param ownerId whose it is
 * @param name what the file is called, 1 to {@value Document#NAME_MAX} characters
 * @param replaces the older document whose place it shall take
 */
public record NewDocument(
    UUID ownerId, String name, Document.Particulars particulars, @Nullable UUID replaces) {}
