package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.organization.Organization;
import io.loanwright.reporting.Ageing;
import io.loanwright.reporting.export.AgeingSheet;
import io.loanwright.reporting.store.AgeingQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How far behind loans are, to read and as a file. */
@RestController
@Tag(name = "reporting")
class AgeingController {

  private final AgeingQuery query;
  private final FileAnswers files;
  private final Organization organization;

  AgeingController(AgeingQuery query, FileAnswers files, Organization organization) {
    this.query = query;
    this.files = files;
    this.organization = organization;
  }

  @GetMapping("/api/reports/ageing")
  @Permitted(Permission.REPORT_RUN)
  @Operation(
      operationId = "getAgeing",
      summary = "Active loans by class of arrears and branch on the business date")
  AgeingResponse ageing(Caller caller, @ParameterObject @Valid AgeingCriteria criteria) {
    return AgeingResponse.of(criteria.of(caller, query, organization.current()));
  }

  @GetMapping("/api/exports/ageing.{format:csv|xlsx|pdf}")
  @Permitted(Permission.REPORT_RUN)
  @AnswersFile
  @Operation(
      operationId = "exportAgeing",
      summary = "Active loans by class of arrears and branch as a file")
  void export(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid AgeingCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    Ageing ageing = criteria.of(caller, query, organization.current());
    files.send(caller, criteria, format, response, (_, names) -> AgeingSheet.of(ageing, names));
  }
}
