package io.loanwright.document.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.document.Document;
import io.loanwright.document.DocumentOutcome;
import io.loanwright.document.Documents;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The papers of borrowers. */
@RestController
@Tag(name = "document", description = "The papers of borrowers")
class DocumentController {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentController.class);

  private final Documents documents;

  DocumentController(Documents documents) {
    this.documents = documents;
  }

  @GetMapping("/api/borrowers/{id}/documents")
  @Permitted(Permission.DOCUMENT_VIEW)
  @Operation(operationId = "listBorrowerDocuments", summary = "A borrower's papers, newest first")
  Page<DocumentView> list(Caller caller, @PathVariable UUID id) {
    List<Document> found =
        documents.of(caller, id).orElseThrow(DocumentController::borrowerUnknown);
    return new Page<>(found.stream().map(DocumentView::of).toList(), null);
  }

  @PostMapping(
      path = "/api/borrowers/{id}/documents",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Permitted(Permission.DOCUMENT_UPLOAD)
  @Operation(
      operationId = "addBorrowerDocument",
      summary = "File a paper of a borrower: PDF, PNG or JPEG of at most 10 MB")
  @ApiResponse(responseCode = "201", description = "The paper is filed")
  @ApiResponse(responseCode = "200", description = "The borrower has the same file already")
  ResponseEntity<DocumentView> add(
      Caller caller, @PathVariable UUID id, @RequestPart("file") MultipartFile file)
      throws IOException {
    try (InputStream content = file.getInputStream()) {
      String name = FileName.shown(file.getOriginalFilename());
      return answer(documents.add(caller, id, name, content));
    }
  }

  @GetMapping("/api/documents/{id}")
  @Permitted(Permission.DOCUMENT_VIEW)
  @Operation(operationId = "downloadDocument", summary = "The file of a document, as an attachment")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<Resource> download(Caller caller, @PathVariable UUID id) {
    Document document =
        documents.find(caller, id).orElseThrow(() -> ProblemException.notFound("A document"));
    Path file = documents.file(document).orElseThrow(() -> missing(document));
    String disposition =
        ContentDisposition.attachment()
            .filename(document.name(), StandardCharsets.UTF_8)
            .build()
            .toString();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(document.type().contentType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(new FileSystemResource(file));
  }

  private static ResponseEntity<DocumentView> answer(DocumentOutcome outcome) {
    return switch (outcome) {
      case DocumentOutcome.Kept(Document document) ->
          ResponseEntity.created(URI.create("/api/documents/" + document.id()))
              .body(DocumentView.of(document));
      case DocumentOutcome.KnownAlready(Document document) ->
          ResponseEntity.ok(DocumentView.of(document));
      case DocumentOutcome.OwnerUnknown _ -> throw borrowerUnknown();
      case DocumentOutcome.Empty _ -> throw ProblemException.invalid("file", "must not be empty");
      case DocumentOutcome.TooLarge _ ->
          throw new ProblemException(
              HttpStatus.CONTENT_TOO_LARGE,
              "file-too-large",
              "The file is too large. Send at most 10 MB; scan a paper with fewer dots per inch.",
              List.of());
      case DocumentOutcome.TypeRefused(String found) ->
          throw ProblemException.invalid(
              "file", "must be a PDF, PNG or JPEG file; its content looks like " + found);
      case DocumentOutcome.TooMany(int most) ->
          throw ProblemException.conflict(
              "too-many-documents", "The borrower has " + most + " documents, which is the most.");
    };
  }

  private static ProblemException borrowerUnknown() {
    return ProblemException.notFound("A borrower");
  }

  /** Somebody took it out of the data folder; no client can help it, and it must not look well. */
  private static ProblemException missing(Document document) {
    LOG.error(
        "The file of document {} is missing in the data folder: {}",
        document.id(),
        document.sha256());
    return new ProblemException(
        HttpStatus.NOT_FOUND,
        "file-missing",
        "The document is known, but its file is missing. Tell the administrator.",
        List.of());
  }
}
