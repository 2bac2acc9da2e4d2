package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.collection.CollectionSheets;
import io.loanwright.collection.SheetCriteria;
import io.loanwright.collection.SheetOutcome;
import io.loanwright.reporting.export.CollectionSheetListing;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The collection sheet as a file. */
@RestController
@Tag(name = "reporting")
class CollectionSheetController {

  private final CollectionSheets sheets;
  private final FileAnswers files;

  CollectionSheetController(CollectionSheets sheets, FileAnswers files) {
    this.sheets = sheets;
    this.files = files;
  }

  @GetMapping("/api/exports/collection-sheet.{format:csv|xlsx|pdf}")
  @Permitted(Permission.COLLECTION_QUEUE)
  @AnswersFile
  @Operation(
      operationId = "exportCollectionSheet",
      summary = "Who should pay how much on a day, as a file; needs `report.run` as well")
  @ApiResponse(responseCode = "422", description = "There are too many loans for a sheet")
  void export(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid SheetCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    switch (sheets.sheetToTake(caller, criteria)) {
      case SheetOutcome.Sheet sheet ->
          files.send(
              caller,
              criteria,
              format,
              response,
              (_, names) -> CollectionSheetListing.of(sheet.lines(), names));
      case SheetOutcome.TooLong(int most) ->
          throw ProblemException.rule(
              "sheet-too-long",
              "There are more than %d loans. Choose a branch or a person.".formatted(most));
    }
  }
}
