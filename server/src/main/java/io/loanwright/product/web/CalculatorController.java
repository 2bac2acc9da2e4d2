package io.loanwright.product.web;

import io.loanwright.access.OpenToAll;
import io.loanwright.engine.apr.ActuarialApr;
import io.loanwright.engine.apr.CashFlow;
import io.loanwright.engine.apr.CostOfCredit;
import io.loanwright.engine.apr.EffectiveApr;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.AllocationTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.organization.WorkingCalendars;
import io.loanwright.web.Amounts;
import io.loanwright.web.FieldError;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a loan would cost; open to the public, and nothing is kept. */
@RestController
@Tag(name = "calculator", description = "What a loan would cost")
class CalculatorController {

  /** Rates of flows are asked without a currency; this takes the decimals of any. */
  private static final Currency ANY = new Currency("ANY", 4);

  private final WorkingCalendars calendars;

  CalculatorController(WorkingCalendars calendars) {
    this.calendars = calendars;
  }

  /** How rates of charge are computed. */
  enum AprMethod {
    US_ACTUARIAL,
    EU
  }

  /** Money that changes hands on a day. */
  record FlowFields(@NotNull LocalDate on, @NotNull @Size(max = 40) String amount) {}

  /**
   * Flows whose rate is asked.
   *
   * @param advances what the lender gives
   * @param payments what the borrower pays, fees included
   */
  record AprRequest(
      @NotEmpty @Size(max = 1300, message = FieldError.TOO_MANY)
          List<@NotNull @Valid FlowFields> advances,
      @NotEmpty @Size(max = 1300, message = FieldError.TOO_MANY)
          List<@NotNull @Valid FlowFields> payments,
      @NotNull AprMethod method) {}

  /**
   * A rate of charge.
   *
   * @param apr percent a year with two decimals
   */
  record AprResponse(String apr) {}

  @PostMapping("/api/calculator/schedule")
  @OpenToAll
  @Operation(
      operationId = "calculateSchedule",
      summary = "The schedule of a loan, with its cost by US and EU law")
  @ApiResponse(responseCode = "422", description = "No schedule has these terms")
  ScheduleResponse schedule(@Valid @RequestBody ScheduleRequest request) {
    LoanTerms terms =
        TermsMapping.terms(
            request, request.firstDueOn(), calendars::workdays, AllocationTerms.USUAL);
    Money principal = Amounts.positive("principal", request.principal(), terms.currency());
    return TermsMapping.refusing(() -> {
      Schedule schedule = Schedule.of(terms, request.disbursedOn(), principal);
      CostOfCredit cost =
          CostOfCredit.of(schedule, terms.repayment().calendar(), request.disbursedOn());
      return ScheduleResponse.of(schedule, cost);
    });
  }

  @PostMapping("/api/calculator/apr")
  @OpenToAll
  @Operation(operationId = "calculateApr", summary = "The yearly rate of charge of some flows")
  @ApiResponse(responseCode = "422", description = "No rate fits these flows")
  AprResponse apr(@Valid @RequestBody AprRequest request) {
    List<CashFlow> advances = flows("advances", request.advances());
    List<CashFlow> payments = flows("payments", request.payments());
    Optional<BigDecimal> rate =
        TermsMapping.refusing(() ->
            switch (request.method()) {
              case US_ACTUARIAL -> ActuarialApr.of(advances, payments);
              case EU -> EffectiveApr.of(advances, payments);
            });
    return rate.map(BigDecimal::toPlainString)
        .map(AprResponse::new)
        .orElseThrow(() ->
            ProblemException.rule(
                "no-rate", "There is no yearly rate at which these payments repay the loan."));
  }

  private static List<CashFlow> flows(String field, List<FlowFields> flows) {
    List<CashFlow> read = new ArrayList<>();
    for (int i = 0; i < flows.size(); i++) {
      FlowFields flow = flows.get(i);
      Money amount = Amounts.positive(field + "[" + i + "].amount", flow.amount(), ANY);
      read.add(new CashFlow(flow.on(), amount));
    }
    return read;
  }
}
