package io.loanwright.document.web;

import io.loanwright.document.Document;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A document as clients see it. */
@Schema(name = "Document")
record DocumentView(
    UUID id,
    String name,
    @Schema(example = "application/pdf") String contentType,
    @Schema(description = "In bytes") long size,
    @Schema(description = "Of the content, in hexadecimal") String sha256,
    Instant uploadedAt,
    @Schema(description = "Who filed it") String uploadedBy) {

  static DocumentView of(Document document) {
    return new DocumentView(
        document.id(),
        document.name(),
        document.type().contentType(),
        document.size(),
        document.sha256(),
        document.uploadedAt(),
        document.uploadedByName());
  }
}
