package io.loanwright.expense.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.document.Attachment;
import io.loanwright.document.FileName;
import io.loanwright.document.OpenedFile;
import io.loanwright.expense.AttachmentOutcome;
import io.loanwright.expense.AttachmentRefusal;
import io.loanwright.expense.ExpenseAttachments;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The bills and receipts of expenses. */
@RestController
@Tag(name = "expense")
class ExpenseAttachmentController {

  private static final String PATH = "/api/expenses/{id}/attachments";

  private final ExpenseAttachments attachments;

  ExpenseAttachmentController(ExpenseAttachments attachments) {
    this.attachments = attachments;
  }

  /** What a client sends to attach a file, as the document of the API says it. */
  @Schema(name = "NewExpenseAttachment")
  record Form(
      @Schema(type = "string", format = "binary", requiredMode = Schema.RequiredMode.REQUIRED)
          String file) {}

  @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Permitted(Permission.EXPENSE_RECORD)
  @Operation(
      operationId = "attachToExpense",
      summary = "Attach a bill or receipt to an expense: PDF, PNG or JPEG of at most 10 MB",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                      schema = @Schema(implementation = Form.class))))
  @ApiResponse(responseCode = "201", description = "The file is attached")
  @ApiResponse(responseCode = "200", description = "The expense has the same file already")
  @ApiResponse(
      responseCode = "503",
      description =
          "`scanner-away`: no file is taken without a virus scan; `uploads-busy`: others are"
              + " sending files; `store-away`: the store does not answer")
  ResponseEntity<AttachmentResponse> add(
      Caller caller, @PathVariable UUID id, @RequestPart("file") MultipartFile file)
      throws IOException {
    String name = FileName.shown(file.getOriginalFilename());
    try (InputStream content = file.getInputStream()) {
      return answer(id, attachments.add(caller, id, name, content));
    }
  }

  private static ResponseEntity<AttachmentResponse> answer(UUID id, AttachmentOutcome outcome) {
    return switch (outcome) {
      case AttachmentOutcome.Kept(Attachment made) ->
          ResponseEntity.created(URI.create("/api/expenses/" + id + "/attachments/" + made.id()))
              .body(AttachmentResponse.of(made));
      case AttachmentOutcome.KnownAlready(Attachment known) ->
          ResponseEntity.ok(AttachmentResponse.of(known));
      case AttachmentRefusal refused -> throw ExpenseProblems.refused(refused);
    };
  }

  @GetMapping(PATH + "/{attachmentId}")
  @Permitted(Permission.EXPENSE_VIEW)
  @Operation(
      operationId = "downloadExpenseAttachment",
      summary = "A file of an expense, to be saved; the audit trail says who fetched it")
  @ApiResponse(responseCode = "503", description = "`store-away`: the store does not answer")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<Resource> download(
      Caller caller, @PathVariable UUID id, @PathVariable UUID attachmentId) {
    return attachments
        .view(caller, id, attachmentId)
        .map(OpenedFile::answer)
        .orElseThrow(() -> ProblemException.notFound("An attachment"));
  }

  @DeleteMapping(PATH + "/{attachmentId}")
  @Permitted(Permission.EXPENSE_RECORD)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "removeExpenseAttachment",
      summary = "Remove a file from an expense that nobody has decided on, and that is one's own")
  @ApiResponse(responseCode = "204", description = "The file is attached no more")
  void remove(Caller caller, @PathVariable UUID id, @PathVariable UUID attachmentId) {
    Optional<AttachmentRefusal> refusal = attachments.remove(caller, id, attachmentId);
    if (refusal.isPresent()) {
      throw ExpenseProblems.refused(refusal.get());
    }
  }
}
