package io.loanwright.integration.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.access.Scope;
import io.loanwright.audit.ListReadings;
import io.loanwright.integration.ImportRecord;
import io.loanwright.integration.Imports;
import io.loanwright.integration.Part;
import io.loanwright.integration.Rejection;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Imports, for whoever started them; an administrator sees everybody's. */
@RestController
@Tag(name = "integration", description = "What comes from other systems")
class ImportController {

  private static final int ERRORS_SHOWN = 100;

  /** What the trail calls the list of refused rows, which have names and phone numbers. */
  private static final String REFUSED = "refused rows";

  private final Imports imports;
  private final ListReadings readings;

  ImportController(Imports imports, ListReadings readings) {
    this.imports = imports;
    this.readings = readings;
  }

  @GetMapping("/api/imports")
  @Permitted(Permission.IMPORT_RUN)
  @Operation(operationId = "listImports", summary = "Imports, newest first")
  ImportList list(
      Caller caller,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor after = Cursor.parse(cursor, 1);
    boolean everybodys = caller.reach(Permission.IMPORT_RUN).scope() == Scope.ORGANIZATION;
    UUID startedBy = everybodys ? null : caller.userId();
    List<ImportRecord> found =
        imports.newest(startedBy, after == null ? null : after.id(0), rows + 1);
    Page<ImportResponse> page =
        Page.of(found, rows, made -> Cursor.of(made.id())).map(ImportResponse::of);
    return new ImportList(
        page.items(),
        page.next(),
        imports.newest(startedBy, null, 1).stream()
            .map(ImportRecord::mapping)
            .findFirst()
            .orElse(null));
  }

  @GetMapping("/api/imports/{id}")
  @Permitted(Permission.IMPORT_RUN)
  @Operation(
      operationId = "getImport",
      summary = "An import with counts, control totals and the first errors")
  ImportResponse get(Caller caller, @PathVariable UUID id) {
    ImportRecord made = find(caller, id);
    List<Rejection> first = imports.rejections(id, null, 0, ERRORS_SHOWN);
    readings.note(caller, REFUSED, first.size(), false);
    return ImportResponse.of(made, first);
  }

  @GetMapping("/api/imports/{id}/errors")
  @Permitted(Permission.IMPORT_RUN)
  @Operation(operationId = "listImportErrors", summary = "The rows that an import refused")
  Page<RowErrors> errors(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    find(caller, id);
    int rows = Page.limit(limit);
    Cursor after = Cursor.parse(cursor, 2);
    List<Rejection> found =
        after == null
            ? imports.rejections(id, null, 0, rows + 1)
            : imports.rejections(id, part(after), after.number(1), rows + 1);
    Page<Rejection> page = Page.of(found, rows, row -> Cursor.of(row.part(), row.row()));
    readings.note(caller, REFUSED, page.items().size(), false);
    return page.map(RowErrors::of);
  }

  private static Part part(Cursor cursor) {
    return cursor.text(0).equals(Part.PAYMENTS.name()) ? Part.PAYMENTS : Part.LOANS;
  }

  @GetMapping(path = "/api/imports/{id}/rejected.csv", produces = "text/csv")
  @Permitted(Permission.IMPORT_RUN)
  @Operation(
      operationId = "downloadRejectedRows",
      summary = "The refused rows as they were, with the reasons, to be put right and sent again")
  ResponseEntity<StreamingResponseBody> rejected(
      Caller caller,
      @PathVariable UUID id,
      @Parameter(description = "Rows of which file; without it that of the loans, if there is one")
          @RequestParam(required = false)
          @Nullable Part part) {
    ImportRecord made = find(caller, id);
    Part wanted = part != null ? part : made.mapping().loans() == null ? Part.PAYMENTS : Part.LOANS;
    RejectedRows rows = new RejectedRows(imports, made, wanted);
    imports.taken(caller, made, wanted);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected.csv\"")
        .body(rows::write);
  }

  private ImportRecord find(Caller caller, UUID id) {
    return imports
        .find(id)
        .filter(made -> caller.reach(Permission.IMPORT_RUN).covers(null, made.startedBy(), null))
        .orElseThrow(() -> ProblemException.notFound("An import"));
  }
}
