package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.organization.Organization;
import io.loanwright.reporting.AtRiskReport;
import io.loanwright.reporting.Expected;
import io.loanwright.reporting.OfficerReport;
import io.loanwright.reporting.Provisioning;
import io.loanwright.reporting.export.AtRiskSheet;
import io.loanwright.reporting.export.ExpectedSheet;
import io.loanwright.reporting.export.OfficerSheet;
import io.loanwright.reporting.export.ProvisioningSheet;
import io.loanwright.reporting.store.AtRiskQuery;
import io.loanwright.reporting.store.ExpectedQuery;
import io.loanwright.reporting.store.OfficerReportQuery;
import io.loanwright.reporting.store.ProvisioningQuery;
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

/** How lending goes, by branch, officer and month, to read and as files. */
@RestController
@Tag(name = "reporting")
class LendingReportController {

  private final ExpectedQuery expected;
  private final ProvisioningQuery provisions;
  private final OfficerReportQuery officers;
  private final AtRiskQuery atRisk;
  private final ReportNames names;
  private final FileAnswers files;
  private final Organization organization;

  LendingReportController(
      ExpectedQuery expected,
      ProvisioningQuery provisions,
      OfficerReportQuery officers,
      AtRiskQuery atRisk,
      ReportNames names,
      FileAnswers files,
      Organization organization) {
    this.expected = expected;
    this.provisions = provisions;
    this.officers = officers;
    this.atRisk = atRisk;
    this.names = names;
    this.files = files;
    this.organization = organization;
  }

  @GetMapping("/api/reports/expected")
  @Permitted(Permission.REPORT_RUN)
  @Operation(
      operationId = "getExpected",
      summary =
          "What fell due in some days beside what was collected in them, late, on the day and in"
              + " advance, by branch, officer or month")
  @ApiResponse(responseCode = "404", description = "The branch is out of scope")
  ExpectedResponse expected(Caller caller, @ParameterObject @Valid ExpectedCriteria criteria) {
    Expected found = asked(caller, criteria);
    return ExpectedResponse.of(found, names.of(found));
  }

  @GetMapping("/api/exports/expected.{format:csv|xlsx|pdf}")
  @Permitted(Permission.REPORT_RUN)
  @AnswersFile
  @Operation(
      operationId = "exportExpected",
      summary = "What fell due beside what was collected as a file")
  @ApiResponse(responseCode = "404", description = "The branch is out of scope")
  void exportExpected(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid ExpectedCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    Expected found = asked(caller, criteria);
    files.send(
        caller, criteria, format, response, (_, _) -> ExpectedSheet.of(found, names.of(found)));
  }

  @GetMapping("/api/reports/provisions")
  @Permitted(Permission.REPORT_RUN)
  @Operation(
      operationId = "getProvisions",
      summary =
          "What the classes of arrears ask to be set aside for losses on the business date, and what"
              + " is; of the caller's branch, or of any")
  @ApiResponse(responseCode = "404", description = "The branch is out of scope")
  ProvisioningResponse provisions(
      Caller caller, @ParameterObject @Valid ProvisioningCriteria criteria) {
    return ProvisioningResponse.of(asked(caller, criteria));
  }

  @GetMapping("/api/exports/provisions.{format:csv|xlsx|pdf}")
  @Permitted(Permission.REPORT_RUN)
  @AnswersFile
  @Operation(
      operationId = "exportProvisions",
      summary = "What is to be set aside for losses, and what is, as a file")
  @ApiResponse(responseCode = "404", description = "The branch is out of scope")
  void exportProvisions(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid ProvisioningCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    Provisioning found = asked(caller, criteria);
    files.send(
        caller, criteria, format, response, (_, known) -> ProvisioningSheet.of(found, known));
  }

  @GetMapping("/api/reports/officers")
  @Permitted(Permission.REPORT_RUN)
  @Operation(
      operationId = "getOfficerReport",
      summary =
          "What each officer has on the business date, and what was paid out, fell due and was"
              + " collected in some days")
  @ApiResponse(responseCode = "404", description = "The branch is out of scope")
  OfficerReportResponse officers(
      Caller caller, @ParameterObject @Valid OfficerReportCriteria criteria) {
    OfficerReport found = asked(caller, criteria);
    return OfficerReportResponse.of(found, names.of(found));
  }

  @GetMapping("/api/exports/officers.{format:csv|xlsx|pdf}")
  @Permitted(Permission.REPORT_RUN)
  @AnswersFile
  @Operation(operationId = "exportOfficerReport", summary = "The work of each officer as a file")
  @ApiResponse(responseCode = "404", description = "The branch is out of scope")
  void exportOfficers(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid OfficerReportCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    OfficerReport found = asked(caller, criteria);
    files.send(
        caller, criteria, format, response, (_, _) -> OfficerSheet.of(found, names.of(found)));
  }

  @GetMapping("/api/reports/at-risk")
  @Permitted(Permission.REPORT_RUN)
  @Operation(
      operationId = "getAtRisk",
      summary =
          "The portfolio at risk on the business date, late at all and by more than 30, 60, 90, 180"
              + " and 365 days, by branch or officer")
  @ApiResponse(responseCode = "404", description = "The branch is out of scope")
  AtRiskReportResponse atRisk(Caller caller, @ParameterObject @Valid AtRiskCriteria criteria) {
    AtRiskReport found = asked(caller, criteria);
    return AtRiskReportResponse.of(found, names.of(found));
  }

  @GetMapping("/api/exports/at-risk.{format:csv|xlsx|pdf}")
  @Permitted(Permission.REPORT_RUN)
  @AnswersFile
  @Operation(operationId = "exportAtRisk", summary = "The portfolio at risk as a file")
  @ApiResponse(responseCode = "404", description = "The branch is out of scope")
  void exportAtRisk(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid AtRiskCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    AtRiskReport found = asked(caller, criteria);
    files.send(
        caller, criteria, format, response, (_, _) -> AtRiskSheet.of(found, names.of(found)));
  }

  private Expected asked(Caller caller, ExpectedCriteria criteria) {
    names.requireBranch(criteria.branchId());
    return criteria.of(caller, expected, organization.current());
  }

  private Provisioning asked(Caller caller, ProvisioningCriteria criteria) {
    names.requireBranch(criteria.branchId());
    return criteria.of(caller, provisions, organization.current());
  }

  private OfficerReport asked(Caller caller, OfficerReportCriteria criteria) {
    names.requireBranch(criteria.branchId());
    return criteria.of(caller, officers, organization.current());
  }

  private AtRiskReport asked(Caller caller, AtRiskCriteria criteria) {
    names.requireBranch(criteria.branchId());
    return criteria.of(caller, atRisk, organization.current());
  }
}
