package io.loanwright.expense.web;

import io.loanwright.document.Attachment;
import io.loanwright.document.Document.StoredFile;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A bill or receipt of an expense as the API writes it. */
@Schema(name = "ExpenseAttachment")
record AttachmentResponse(
    UUID id,
    String name,
    @Schema(example = "application/pdf") String contentType,
    @Schema(description = "In bytes, as it is kept") long size,
    @Schema(description = "Of the content as it is kept, in hexadecimal") String sha256,
    Instant addedAt,
    String addedBy) {

  static AttachmentResponse of(Attachment attachment) {
    StoredFile file = attachment.file();
    return new AttachmentResponse(
        attachment.id(),
        file.name(),
        file.type().contentType(),
        file.size(),
        file.sha256(),
        attachment.added().at(),
        attachment.added().name());
  }
}
