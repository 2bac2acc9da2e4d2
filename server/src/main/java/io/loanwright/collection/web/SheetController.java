package io.loanwright.collection.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.collection.CollectionSheets;
import io.loanwright.collection.SheetCriteria;
import io.loanwright.collection.SheetOutcome;
import io.loanwright.organization.Branch;
import io.loanwright.organization.Branches;
import io.loanwright.organization.Organization;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The collection sheet, as a page to print. */
@RestController
@Tag(name = "collection")
class SheetController {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final String TEMPLATE = "collection/sheet";

  private final CollectionSheets sheets;
  private final Branches branches;
  private final Organization organization;
  private final ITemplateEngine templates;

  SheetController(
      CollectionSheets sheets,
      Branches branches,
      Organization organization,
      ITemplateEngine templates) {
    this.sheets = sheets;
    this.branches = branches;
    this.organization = organization;
    this.templates = templates;
  }

  @GetMapping(path = "/api/collection/sheet", produces = MediaType.TEXT_HTML_VALUE)
  @Permitted(Permission.COLLECTION_QUEUE)
  @Operation(
      operationId = "printCollectionSheet",
      summary = "Who should pay how much on a day, with room for what was received, to print")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")))
  @ApiResponse(responseCode = "422", description = "There are too many loans for a sheet")
  ResponseEntity<byte[]> print(Caller caller, @ParameterObject @Valid SheetCriteria criteria) {
    SheetOutcome.Sheet sheet =
        switch (sheets.sheet(caller, criteria)) {
          case SheetOutcome.Sheet made -> made;
          case SheetOutcome.TooLong(int most) ->
              throw ProblemException.rule(
                  "sheet-too-long",
                  "There are more than %d loans. Choose a branch or a person.".formatted(most));
        };
    Context context = new Context(Locale.ENGLISH);
    context.setVariable("sheet", sheet);
    context.setVariable("organization", organization.current().name());
    context.setVariable(
        "branches", branches.all().stream().collect(Collectors.toMap(Branch::id, Branch::name)));
    return ResponseEntity.ok()
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(templates.process(TEMPLATE, context).getBytes(StandardCharsets.UTF_8));
  }
}
