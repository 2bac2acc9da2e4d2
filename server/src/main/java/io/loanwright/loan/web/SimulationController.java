package io.loanwright.loan.web;

import static io.loanwright.loan.web.RefusalProblems.done;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.loan.Simulated;
import io.loanwright.loan.Simulations;
import io.loanwright.loan.Supposition;
import io.loanwright.web.Amounts;
import io.loanwright.web.Percent;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What would become of a loan if something were agreed. */
@RestController
@Tag(name = "loan")
class SimulationController {

  private final Simulations simulations;

  SimulationController(Simulations simulations) {
    this.simulations = simulations;
  }

  /** What is thought about. */
  enum Kind {
    /** Another rate: {@code from}, {@code annualRate}. */
    RATE,
    /** More installments after the last one: {@code from}, {@code installments}. */
    LONGER_TERM,
    /** A due date and all later ones move: {@code dueOn}, {@code newDueOn}. */
    PAYMENT_HOLIDAY,
    /** Days without interest: {@code from}, {@code to}. */
    INTEREST_HOLIDAY,
    /** More money is paid out on the business date: {@code amount}. */
    TOP_UP
  }

  /**
   * A change to think about; each kind takes its own fields and no others.
   *
   * @param from the first day on which it counts
   * @param to the last day without interest
   * @param annualRate percent a year
   * @param installments how many more installments
   * @param dueOn the due date that moves
   * @param newDueOn the date that it moves to
   * @param amount what is paid out beside
   */
  @Schema(name = "NewSimulation")
  record NewSimulation(
      @NotNull Kind kind,
      @Schema(description = "Required for RATE, LONGER_TERM and INTEREST_HOLIDAY, of no other")
          @Nullable LocalDate from,
      @Schema(description = "Required for INTEREST_HOLIDAY, of no other") @Nullable LocalDate to,
      @Schema(description = "Percent a year; required for RATE, of no other")
          @Nullable
          @Pattern(regexp = Percent.PATTERN, message = Percent.EXPECTED)
          String annualRate,
      @Schema(description = "How many more; required for LONGER_TERM, of no other")
          @Nullable
          @Min(1)
          @Max(1200)
          Integer installments,
      @Schema(description = "The due date that moves; required for PAYMENT_HOLIDAY, of no other")
          @Nullable LocalDate dueOn,
      @Schema(description = "Required for PAYMENT_HOLIDAY, of no other")
          @Nullable LocalDate newDueOn,
      @Schema(
              description =
                  "Required for TOP_UP, of no other; the loan with it stays within what its"
                      + " product lends")
          @Nullable
          @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED)
          String amount) {

    private Supposition supposition() {
      ChangeFields terms = new ChangeFields(from, to, annualRate, installments, dueOn, newDueOn);
      if (kind == Kind.TOP_UP) {
        terms.requireOnly(Set.of(), kind);
        return new Supposition.TopUp(ChangeFields.needed("amount", amount));
      }
      if (amount != null) {
        throw ProblemException.invalid("amount", "is not part of " + kind);
      }
      return new Supposition.OtherTerms(terms.of(ChangeRequest.Kind.valueOf(kind.name())));
    }
  }

  /**
   * A loan before or after the change.
   *
   * @param outstanding what pays it off on the day
   * @param scheduled what its schedule still asks for
   * @param nextDue what is to be paid next
   * @param lastDueOn the last due date
   */
  @Schema(name = "SimulatedLoan")
  record SimulatedLoan(
      MoneyParts outstanding,
      MoneyParts scheduled,
      @Nullable DueResponse nextDue,
      @Nullable LocalDate lastDueOn,
      ScheduleResponse schedule) {

    private static SimulatedLoan of(LoanPosition position) {
      return new SimulatedLoan(
          MoneyParts.of(position.payoff()),
          MoneyParts.of(position.outstandingAsPlanned()),
          DueResponse.of(position.nextDue()),
          position.installments().isEmpty()
              ? null
              : position.installments().getLast().installment().dueOn(),
          ScheduleResponse.of(position));
    }
  }

  /**
   * A loan without and with a change.
   *
   * @param asOf the day that both are looked at: the business date, or the later day on which the
   *     change begins to count
   */
  @Schema(name = "Simulation")
  record Simulation(LocalDate asOf, SimulatedLoan before, SimulatedLoan after) {

    private static Simulation of(Simulated simulated) {
      return new Simulation(
          simulated.after().asOf(),
          SimulatedLoan.of(simulated.before()),
          SimulatedLoan.of(simulated.after()));
    }
  }

  @PostMapping("/api/loans/{id}/simulate")
  @Permitted(Permission.LOAN_VIEW)
  @Operation(
      operationId = "simulateLoan",
      summary =
          "What another rate, more time, a holiday or more money would make of a loan;"
              + " nothing is kept")
  @ApiResponse(responseCode = "200", description = "The loan before and after")
  @ApiResponse(responseCode = "409", description = "The loan is not running")
  @ApiResponse(
      responseCode = "422",
      description = "The change does not fit the loan or its product")
  Simulation simulate(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody NewSimulation request) {
    return Simulation.of(done(simulations.simulate(caller, id, request.supposition())));
  }
}
