package io.loanwright.borrower.web;

import io.loanwright.access.AskedAgain;
import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.ArchiveUnreadableException;
import io.loanwright.borrower.ErasureOutcome;
import io.loanwright.borrower.PersonalData;
import io.loanwright.borrower.spi.RowsOfFiles;
import io.loanwright.document.Documents;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** All that is kept about a borrower: to hand it out, and to erase it. */
@RestController
@Tag(name = "borrower")
class PersonalDataController {

  private static final Logger LOG = LoggerFactory.getLogger(PersonalDataController.class);

  private final PersonalData data;
  private final Documents documents;
  private final JsonMapper json;

  PersonalDataController(PersonalData data, Documents documents, JsonMapper json) {
    this.data = data;
    this.documents = documents;
    this.json = json;
  }

  /**
   * What is asked for.
   *
   * @param number the borrower's number, typed once more
   * @param reason who asked for it, and how; without the name, as it stays
   */
  @Schema(name = "BorrowerErasureRequest")
  record Request(
      @NotBlank @Size(max = 40) @PlainText String number,
      @NotBlank @Size(max = 500) @PlainText String reason) {}

  /** What was done. */
  @Schema(name = "BorrowerErasure")
  record Done(
      @Schema(description = "Parts of rows of the trail that were blanked") long traces,
      @Schema(description = "Documents that were deleted") int documents,
      @Schema(description = "Rows that imports refused and that were blanked") long refusedRows,
      @Schema(
              description =
                  "Refused rows with his name, phone number or e-mail address, which may be"
                      + " somebody else's and were left as they are: look through them; the first"
                      + " 1,000")
          List<RefusedRow> rowsToLookThrough) {

    static Done of(long traces, int documents, RowsOfFiles rows) {
      return new Done(
          traces, documents, rows.certain(), rows.alike().stream().map(RefusedRow::of).toList());
    }
  }

  /**
   * A row that an import refused.
   *
   * @param row its number as a spreadsheet counts
   */
  @Schema(name = "ErasureRefusedRow")
  record RefusedRow(
      UUID importId,
      @Schema(description = "Which file of the import", example = "LOANS") String part,
      @Schema(description = "Its number as a spreadsheet counts") long row) {

    static RefusedRow of(RowsOfFiles.Row row) {
      return new RefusedRow(row.importId(), row.part(), row.row());
    }
  }

  /** Whether a borrower can be erased today. */
  @Schema(name = "BorrowerErasureStanding")
  record Standing(
      @Schema(
              description =
                  "The rule that speaks against it: `borrower-erased`, `loan-open`,"
                      + " `wallet-not-empty` or `retention-runs`; absent if it can be erased")
          @Nullable String rule,
      @Schema(description = "When it was erased") @Nullable Instant erasedAt,
      @Schema(description = "The first day on which it can be erased")
          @Nullable LocalDate retainedUntil) {}

  @GetMapping("/api/borrowers/{id}/personal-data")
  @Permitted(Permission.BORROWER_EXPORT)
  @Operation(
      operationId = "exportPersonalData",
      summary = "All that is kept about a borrower, as a ZIP file",
      description =
          "`data.json` has the borrower, his account, loans, payments, contacts, the list of"
              + " documents and the rows of the trail about him; `documents/` has the files.")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = "application/zip",
              schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(
      responseCode = "409",
      description = "`archive-out-of-reach`: a file with old rows of the trail is not here")
  void export(Caller caller, @PathVariable UUID id, HttpServletResponse response)
      throws IOException {
    data.trailOutOfReach()
        .map(PersonalDataController::outOfReach)
        .ifPresent(problem -> {
          throw problem;
        });
    PersonalData.Export export = collected(caller, id);
    response.setContentType("application/zip");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"personal-data-%s.zip\"".formatted(export.borrower().number()));
    new PersonalDataFile(json, documents).write(export, response.getOutputStream());
  }

  private PersonalData.Export collected(Caller caller, UUID id) {
    try {
      return data.export(caller, id).orElseThrow(PersonalDataController::unknown);
    } catch (ArchiveUnreadableException e) {
      throw damaged(e);
    }
  }

  @GetMapping("/api/borrowers/{id}/erasure")
  @Permitted(Permission.BORROWER_ERASE)
  @Operation(
      operationId = "getErasureStanding",
      summary = "Whether what says who a borrower was can be erased today")
  Standing standing(Caller caller, @PathVariable UUID id) {
    return switch (data.standing(caller, id)) {
      case ErasureOutcome.Erased _,
          ErasureOutcome.NumberDiffers _,
          ErasureOutcome.TrailOutOfReach _ ->
          new Standing(null, null, null);
      case ErasureOutcome.Unknown _ -> throw unknown();
      case ErasureOutcome.ErasedAlready(Instant at) -> new Standing("borrower-erased", at, null);
      case ErasureOutcome.LoanOpen _ -> new Standing("loan-open", null, null);
      case ErasureOutcome.WalletNotEmpty _ -> new Standing("wallet-not-empty", null, null);
      case ErasureOutcome.RetentionRuns(LocalDate until) ->
          new Standing("retention-runs", null, until);
    };
  }

  @PostMapping("/api/borrowers/{id}/erasure")
  @Permitted(Permission.BORROWER_ERASE)
  @AskedAgain
  @Operation(
      operationId = "eraseBorrower",
      summary = "Erase what says who a borrower was; cannot be undone",
      description =
          "Particulars, documents and the account go, and names in the trail; loans, payments and"
              + " the books stay, and stay proven.")
  @ApiResponse(
      responseCode = "409",
      description =
          "`borrower-erased`: it was done; `loan-open`: a loan is not at its end;"
              + " `wallet-not-empty`: the wallet holds money; `retention-runs`: the books have to"
              + " be kept with the name; `archive-out-of-reach`: a file with old rows of the trail"
              + " is not here")
  @ApiResponse(
      responseCode = "422",
      description = "`number-differs`: the number is not the borrower's")
  Done erase(Caller caller, @PathVariable UUID id, @Valid @RequestBody Request request) {
    return switch (outcome(caller, id, request)) {
      case ErasureOutcome.Erased(long traces, int papers, RowsOfFiles rows) ->
          Done.of(traces, papers, rows);
      case ErasureOutcome.Unknown _ -> throw unknown();
      case ErasureOutcome.ErasedAlready _ ->
          throw ProblemException.conflict("borrower-erased", "The borrower was erased before.");
      case ErasureOutcome.LoanOpen _ ->
          throw ProblemException.conflict(
              "loan-open", "A loan of the borrower is applied for, approved or not paid back.");
      case ErasureOutcome.WalletNotEmpty _ ->
          throw ProblemException.conflict(
              "wallet-not-empty", "The borrower's wallet holds money. Pay it out first.");
      case ErasureOutcome.RetentionRuns(LocalDate until) ->
          throw ProblemException.conflict(
              "retention-runs",
              "The books have to be kept with the borrower's name until " + until + ".");
      case ErasureOutcome.TrailOutOfReach(String file) -> throw outOfReach(file);
      case ErasureOutcome.NumberDiffers _ ->
          throw new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "number-differs",
              "The number is not that of the borrower. Type the number that stands beside the"
                  + " name.",
              List.of());
    };
  }

  private ErasureOutcome outcome(Caller caller, UUID id, Request request) {
    try {
      return data.erase(caller, id, request.number(), request.reason().strip());
    } catch (ArchiveUnreadableException e) {
      throw damaged(e);
    }
  }

  private static ProblemException damaged(ArchiveUnreadableException e) {
    LOG.error("A file with old rows of the trail cannot be read", e);
    return ProblemException.conflict(
        "archive-out-of-reach",
        "Old rows of the trail are in files, and "
            + e.file()
            + " in the folder archive of the data folder is damaged or another one. Put the right"
            + " one back.");
  }

  private static ProblemException outOfReach(String file) {
    return ProblemException.conflict(
        "archive-out-of-reach",
        "Old rows of the trail are in files, and "
            + file
            + " is not in the folder archive of the data folder. Put it back there.");
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("A borrower");
  }
}
