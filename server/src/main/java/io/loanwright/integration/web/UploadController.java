package io.loanwright.integration.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.integration.ImportRecord;
import io.loanwright.integration.Imports;
import io.loanwright.integration.Preview;
import io.loanwright.integration.Received;
import io.loanwright.integration.Receiving;
import io.loanwright.integration.Receiving.Look;
import io.loanwright.integration.Receiving.SentFile;
import io.loanwright.integration.csv.UnreadableCsv;
import io.loanwright.integration.mapping.ImportMapping;
import io.loanwright.ledger.Answer;
import io.loanwright.ledger.Command;
import io.loanwright.ledger.Idempotency;
import io.loanwright.organization.Organization;
import io.loanwright.web.FieldError;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Encoding;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes files to import. */
@RestController
@Tag(name = "integration")
class UploadController {

  private final Imports imports;
  private final Receiving receiving;
  private final SentFiles files;
  private final MappingReader mappings;
  private final Idempotency idempotency;
  private final Organization organization;

  UploadController(
      Imports imports,
      Receiving receiving,
      SentFiles files,
      MappingReader mappings,
      Idempotency idempotency,
      Organization organization) {
    this.imports = imports;
    this.receiving = receiving;
    this.files = files;
    this.mappings = mappings;
    this.idempotency = idempotency;
    this.organization = organization;
  }

  @PostMapping(path = "/api/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Permitted(Permission.IMPORT_RUN)
  @Operation(
      operationId = "startImport",
      summary = "Import a portfolio from CSV; with an Idempotency-Key a repeat starts nothing",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                      schema = @Schema(implementation = ImportForm.class),
                      encoding =
                          @Encoding(
                              name = "mapping",
                              contentType = MediaType.APPLICATION_JSON_VALUE))))
  @ApiResponse(responseCode = "202")
  ResponseEntity<ImportStarted> start(
      Caller caller,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestPart("file") MultipartFile file,
      @RequestPart(name = "payments", required = false) @Nullable MultipartFile payments,
      @RequestPart("mapping") String mapping,
      @RequestParam(name = "dryRun", required = false) @Nullable Boolean dryRun) {
    ImportMapping wanted = mappings.read(mapping);
    SentFile first = files.keep(file);
    SentFile second = payments == null ? null : files.keep(payments);
    boolean[] owned = new boolean[1];
    try {
      Received received = received(receiving.look(wanted, first, second));
      boolean dry = Boolean.TRUE.equals(dryRun);
      if (key == null) {
        ImportStarted started = started(imports.start(caller, wanted, received, dry));
        owned[0] = true;
        return ResponseEntity.accepted().body(started);
      }
      Answer<ImportStarted> answer =
          idempotency.once(
              caller,
              key,
              new Command("POST /api/imports", content(wanted, dry, first, second)),
              ImportStarted.class,
              () -> {
                ImportStarted started = started(imports.start(caller, wanted, received, dry));
                owned[0] = true;
                return new Answer<>(HttpStatus.ACCEPTED.value(), started);
              });
      return ResponseEntity.status(answer.status()).body(answer.body());
    } finally {
      if (!owned[0]) {
        files.delete(first);
        if (second != null) {
          files.delete(second);
        }
      }
    }
  }

  @PostMapping(path = "/api/imports/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Permitted(Permission.IMPORT_RUN)
  @Operation(
      operationId = "previewImport",
      summary = "What a CSV file looks like, and what its columns could mean; nothing is kept")
  Preview preview(@RequestPart("file") MultipartFile file) {
    SentFile sent = files.keep(file);
    try {
      return Preview.of(sent.path(), organization.businessDate());
    } catch (UnreadableCsv unreadable) {
      throw unreadable("file", String.valueOf(unreadable.getMessage()));
    } finally {
      files.delete(sent);
    }
  }

  private static Map<String, Object> content(
      ImportMapping mapping, boolean dryRun, SentFile first, @Nullable SentFile second) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("mapping", mapping);
    content.put("dryRun", dryRun);
    content.put("file", SentFiles.hash(first));
    if (second != null) {
      content.put("payments", SentFiles.hash(second));
    }
    return content;
  }

  private static Received received(Look look) {
    return switch (look) {
      case Look.Fit(Received received) -> received;
      case Look.Unreadable(String part, String message) -> throw unreadable(part, message);
      case Look.Unfit(List<FieldError> errors) -> throw ProblemException.invalid(errors);
    };
  }

  private static ProblemException unreadable(String part, String message) {
    return new ProblemException(
        HttpStatus.BAD_REQUEST, "unreadable-csv", message, List.of(new FieldError(part, message)));
  }

  private static ImportStarted started(Optional<ImportRecord> made) {
    return made.map(run -> new ImportStarted(run.id(), run.jobId()))
        .orElseThrow(() ->
            ProblemException.conflict(
                "import-running",
                "Another import is running. Wait until it has ended, or cancel it."));
  }
}
