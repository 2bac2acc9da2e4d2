package io.loanwright.ledger.web;

import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.ledger.CashFlowCriteria;
import io.loanwright.ledger.MoneyReports;
import io.loanwright.organization.Organization;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where money came from, and what of the income was received. */
@RestController
@Tag(name = "ledger")
class MoneyController {

  private final MoneyReports reports;
  private final Organization organization;

  MoneyController(MoneyReports reports, Organization organization) {
    this.reports = reports;
    this.organization = organization;
  }

  @GetMapping("/api/ledger/cash-flow")
  @Permitted(Permission.LEDGER_VIEW)
  @Operation(
      operationId = "getCashFlow",
      summary =
          "Where money at hand came from in some days and where it went, by the other sides of the"
              + " entries that moved it; the difference is nothing, or the books are broken")
  @ApiResponse(responseCode = "404", description = "There is no such branch")
  CashFlowResponse cashFlow(@ParameterObject @Valid CashFlowCriteria criteria) {
    return CashFlowResponse.of(
        reports.cashFlow(criteria.span(organization.current()), criteria.branchId()));
  }

  @GetMapping("/api/ledger/income-received")
  @Permitted(Permission.LEDGER_VIEW)
  @Operation(
      operationId = "getIncomeReceived",
      summary = "Interest, fees and penalties of some days: earned, received, and still receivable")
  @ApiResponse(responseCode = "404", description = "There is no such branch")
  IncomeReceivedResponse incomeReceived(@ParameterObject @Valid CashFlowCriteria criteria) {
    return IncomeReceivedResponse.of(
        reports.income(criteria.span(organization.current()), criteria.branchId()));
  }
}
