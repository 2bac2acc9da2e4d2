package io.loanwright.document.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.document.Document;
import io.loanwright.document.DocumentKind;
import io.loanwright.document.Documents;
import io.loanwright.document.FileName;
import io.loanwright.document.NewDocument;
import io.loanwright.document.OpenedFile;
import io.loanwright.document.Viewing;
import io.loanwright.document.vault.Reading;
import io.loanwright.web.Page;
import io.loanwright.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The papers of a borrower. */
@RestController
@Tag(name = "document", description = "The papers of borrowers")
class DocumentController {

  private final Documents documents;
  private final DocumentViews views;

  DocumentController(Documents documents, DocumentViews views) {
    this.documents = documents;
    this.views = views;
  }

  @GetMapping("/api/borrowers/{id}/documents")
  @Permitted(Permission.DOCUMENT_VIEW)
  @Operation(operationId = "listBorrowerDocuments", summary = "A borrower's papers, newest first")
  Page<DocumentView> list(Caller caller, @PathVariable UUID id) {
    List<Document> found = documents.of(caller, id).orElseThrow(DocumentProblems::borrowerUnknown);
    return new Page<>(found.stream().map(views.each(caller, found)).toList(), null);
  }

  @PostMapping(
      path = "/api/borrowers/{id}/documents",
      consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Permitted(Permission.DOCUMENT_UPLOAD)
  @Operation(
      operationId = "addBorrowerDocument",
      summary = "File a paper of a borrower: PDF, PNG or JPEG of at most 10 MB",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @io.swagger.v3.oas.annotations.media.Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                      schema = @Schema(implementation = DocumentFields.Form.class))))
  @ApiResponse(responseCode = "201", description = "The paper is filed, and waits to be verified")
  @ApiResponse(responseCode = "200", description = "The borrower has the same file already")
  @ApiResponse(
      responseCode = "503",
      description =
          "`scanner-away`: no file is taken without a virus scan; `uploads-busy`: others are sending"
              + " files; `store-away`: the store does not answer")
  ResponseEntity<DocumentView> add(
      Caller caller,
      @PathVariable UUID id,
      @RequestPart("file") MultipartFile file,
      @Parameter(hidden = true) @RequestParam(required = false) @Nullable DocumentKind kind,
      @Parameter(hidden = true)
          @RequestParam(required = false)
          @Nullable
          @PlainText
          @Size(max = Document.NUMBER_MAX)
          String number,
      @Parameter(hidden = true) @RequestParam(required = false) @Nullable LocalDate expiresOn,
      @Parameter(hidden = true) @RequestParam(required = false) @Nullable UUID replaces)
      throws IOException {
    DocumentKind said = Objects.requireNonNullElse(kind, DocumentKind.OTHER);
    NewDocument wanted =
        new NewDocument(
            id,
            FileName.shown(file.getOriginalFilename()),
            new DocumentFields(said, number, expiresOn).particulars(),
            replaces);
    try (InputStream content = file.getInputStream()) {
      return DocumentProblems.answer(
          documents.add(caller, wanted, content), made -> views.of(caller, made));
    }
  }

  @GetMapping("/api/documents/{id}")
  @Permitted(Permission.DOCUMENT_VIEW)
  @Operation(
      operationId = "downloadDocument",
      summary = "The file of a document, as an attachment; the audit trail says who fetched it")
  @ApiResponse(responseCode = "503", description = "`store-away`: the store does not answer")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content =
          @io.swagger.v3.oas.annotations.media.Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<Resource> download(Caller caller, @PathVariable UUID id) {
    return switch (documents.view(caller, id)) {
      case Viewing.Found(Document document, Reading reading) ->
          new OpenedFile(document.file(), reading).answer();
      case Viewing.Unknown _ -> throw DocumentProblems.unknown();
    };
  }
}
