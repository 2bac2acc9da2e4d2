package io.loanwright.audit.web;

import io.loanwright.access.AskedAgain;
import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.ArchiveOutcome;
import io.loanwright.audit.Archived;
import io.loanwright.audit.TrailArchives;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Old rows of the trail in files: to make, to list and to take away. */
@RestController
@Tag(name = "audit")
class ArchiveController {

  private static final MediaType GZIP = new MediaType("application", "gzip");

  private final TrailArchives archives;

  ArchiveController(TrailArchives archives) {
    this.archives = archives;
  }

  /**
   * What is asked for.
   *
   * @param before rows of this day and later stay; a year before the business date at the latest
   */
  @Schema(name = "TrailArchiveRequest")
  record Request(@NotNull LocalDate before) {}

  /**
   * A file with old rows of the trail.
   *
   * @param archivedAt when it was made, or made anew when somebody was erased in it
   * @param before rows of this day and later were to stay
   * @param firstSeal the first seal whose rows it has
   * @param lastSeal the last seal whose rows it has
   * @param rows how many rows it has
   * @param oldest when the oldest row was recorded
   * @param newest when the newest row was recorded
   * @param bytes its size
   * @param sha256 of the file, 64 hexadecimal digits
   * @param file its name in the folder `archive` of the data folder
   * @param here whether it is there; `verify` reads all of it
   */
  @Schema(name = "TrailArchive")
  record View(
      UUID id,
      Instant archivedAt,
      LocalDate before,
      long firstSeal,
      long lastSeal,
      long rows,
      Instant oldest,
      Instant newest,
      long bytes,
      String sha256,
      String file,
      boolean here) {

    private static View of(Archived archived) {
      return new View(
          archived.id(),
          archived.at(),
          archived.before(),
          archived.seals().first(),
          archived.seals().last(),
          archived.rows(),
          archived.oldest(),
          archived.newest(),
          archived.bytes(),
          archived.sha256(),
          archived.file(),
          archived.isHere());
    }
  }

  /**
   * What was done.
   *
   * @param archive the file that was made
   * @param more whether there are more rows of that age, for a further file
   */
  @Schema(name = "TrailArchived")
  record Moved(View archive, boolean more) {}

  @GetMapping("/api/audit/archives")
  @Permitted({Permission.AUDIT_VIEW, Permission.AUDIT_ARCHIVE})
  @Operation(
      operationId = "listTrailArchives",
      summary = "The files with old rows of the trail, newest rows first")
  Page<View> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor after = Cursor.parse(cursor, 1);
    List<View> found =
        archives.list(after == null ? null : after.number(0), rows + 1).stream()
            .map(View::of)
            .toList();
    return Page.of(found, rows, view -> Cursor.of(view.firstSeal()));
  }

  @PostMapping("/api/audit/archives")
  @Permitted(Permission.AUDIT_ARCHIVE)
  @AskedAgain
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "archiveTrail",
      summary = "Move the oldest rows of the trail into a file",
      description =
          "Rows are moved by whole seals, in the order of the chain, as many as a file takes; the"
              + " answer says whether there are more. The file is read back against the seals"
              + " before a row is deleted, and `verify` reads it each time.")
  @ApiResponse(
      responseCode = "409",
      description =
          "`nothing-old`: no whole seal is of rows of before that day; `row-unproven`: a row is not"
              + " what was sealed")
  @ApiResponse(
      responseCode = "422",
      description = "`archive-too-young`: rows of the last year stay")
  @ApiResponse(
      responseCode = "503",
      description =
          "`archive-unwritable`: the file could not be written; all rows are where they were")
  Moved archive(Caller caller, @Valid @RequestBody Request request) {
    if (!caller.reach(Permission.AUDIT_ARCHIVE).covers(null, null, null)) {
      throw ProblemException.forbidden("Only who may do so everywhere moves rows of the trail.");
    }
    return switch (archives.archive(caller, request.before())) {
      case ArchiveOutcome.Moved(Archived archived, boolean more) ->
          new Moved(View.of(archived), more);
      case ArchiveOutcome.TooYoung(LocalDate latest) ->
          throw ProblemException.rule(
              "archive-too-young", "before", "must be " + latest + " or earlier");
      case ArchiveOutcome.NothingOld _ ->
          throw ProblemException.conflict(
              "nothing-old", "There is no seal whose rows are all of before that day.");
      case ArchiveOutcome.Unproven(String record) ->
          throw ProblemException.conflict(
              "row-unproven",
              "The " + record + " is not what was sealed. Verify the books, and find out why.");
      case ArchiveOutcome.Unwritable(String why) ->
          throw new ProblemException(
              HttpStatus.SERVICE_UNAVAILABLE,
              "archive-unwritable",
              "The file could not be written, and all rows are where they were: " + why,
              List.of());
    };
  }

  @GetMapping("/api/audit/archives/{id}/file")
  @Permitted(Permission.AUDIT_VIEW)
  @Operation(
      operationId = "downloadTrailArchive",
      summary =
          "A file with old rows of the trail, for who sees all of it; the trail says who took it")
  @ApiResponse(
      responseCode = "200",
      description = "Lines of JSON, compressed",
      content =
          @Content(
              mediaType = "application/gzip",
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<Resource> download(Caller caller, @PathVariable UUID id) {
    for (Permission whole : List.of(Permission.AUDIT_VIEW, Permission.BORROWER_PII_UNMASKED)) {
      if (!caller.reach(whole).covers(null, null, null)) {
        throw ProblemException.forbidden(
            "The file has rows of all branches and what is personal in them.");
      }
    }
    Path file =
        archives.open(caller, id).orElseThrow(() -> ProblemException.notFound("A file here"));
    return ResponseEntity.ok()
        .contentType(GZIP)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(String.valueOf(file.getFileName()))
                .build()
                .toString())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(new FileSystemResource(file));
  }
}
