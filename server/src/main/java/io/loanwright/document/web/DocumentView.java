package io.loanwright.document.web;

import io.loanwright.access.Caller;
import io.loanwright.document.Document;
import io.loanwright.document.Document.Decision;
import io.loanwright.document.Document.Particulars;
import io.loanwright.document.Document.StoredFile;
import io.loanwright.document.DocumentKind;
import io.loanwright.document.DocumentStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document as clients see it. */
@Schema(name = "Document")
record DocumentView(
    UUID id,
    UUID borrowerId,
    DocumentKind kind,
    @Schema(description = "Of the paper") @Nullable String number,
    @Schema(
            description =
                "Whether the paper has a number that is left out because the role does not see it"
                    + " (`borrower.pii_unmasked`)")
        boolean numberMasked,
    @Schema(description = "The last day on which it holds") @Nullable LocalDate expiresOn,
    @Schema(description = "Whether that day is before the business date") boolean expired,
    String name,
    @Schema(example = "application/pdf") String contentType,
    @Schema(description = "In bytes, as it is kept") long size,
    @Schema(description = "Of the content as it is kept, in hexadecimal") String sha256,
    DocumentStatus status,
    Instant uploadedAt,
    @Schema(description = "Who filed it") String uploadedBy,
    @Schema(description = "When it was verified or refused") @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Schema(description = "Why it will not do") @Nullable String refusal,
    @Schema(description = "The older document whose place it takes once it is verified")
        @Nullable UUID replaces,
    @Schema(description = "Whether who asks filed or corrected it, and so does not verify it")
        boolean own) {

  /**
   * Returns a document as a caller sees it.
   *
   * @param hidden the ids of those documents whose number the caller does not see
   */
  static DocumentView of(
      Document document, Set<UUID> hidden, Caller caller, LocalDate businessDate) {
    boolean isMasked = hidden.contains(document.id());
    Particulars particulars = document.particulars();
    StoredFile file = document.file();
    @Nullable Decision decision = document.decision();
    return new DocumentView(
        document.id(),
        document.ownerId(),
        particulars.kind(),
        isMasked ? null : particulars.number(),
        isMasked,
        particulars.expiresOn(),
        particulars.isExpired(businessDate),
        file.name(),
        file.type().contentType(),
        file.size(),
        file.sha256(),
        document.status(),
        document.uploaded().at(),
        document.uploaded().name(),
        decision == null ? null : decision.by().at(),
        decision == null ? null : decision.by().name(),
        decision == null ? null : decision.refusal(),
        document.replaces(),
        document.isMadeBy(caller.userId()) || document.ownerId().equals(caller.borrowerId()));
  }
}
