package io.loanwright.loan.web;

import static io.loanwright.loan.web.RefusalProblems.done;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.loan.Refusal;
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
import java.util.LinkedHashMap;
import java.util.Map;
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
    /** More money is paid out: {@code amount}, {@code on}. */
    TOP_UP,
    /** A charge is laid: {@code chargeKind}, {@code amount}, {@code on}, {@code dueOn}. */
    CHARGE,
    /** What is unpaid of a charge is given up: {@code chargeId}, {@code on}. */
    WAIVER,
    /** Interest is given up: {@code amount}, {@code on}. */
    INTEREST_WAIVER
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
   * @param amount what is paid out beside, charged, or given up of interest
   * @param on the value date; without it the business date
   * @param chargeKind fee or penalty
   * @param chargeId the charge, or the penalty for lateness
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
      @Schema(
              description =
                  "The due date that moves, required for PAYMENT_HOLIDAY; of CHARGE when it is due,"
                      + " without it on the value date; of no other")
          @Nullable LocalDate dueOn,
      @Schema(description = "Required for PAYMENT_HOLIDAY, of no other")
          @Nullable LocalDate newDueOn,
      @Schema(
              description =
                  "Required for TOP_UP, CHARGE and INTEREST_WAIVER, of no other; a loan that is"
                      + " topped up stays within what its product lends")
          @Nullable
          @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED)
          String amount,
      @Schema(description = "Of TOP_UP, CHARGE, WAIVER and INTEREST_WAIVER, of no other")
          @Nullable LocalDate on,
      @Schema(description = "Required for CHARGE, of no other") @Nullable ChargeKind chargeKind,
      @Schema(description = "Required for WAIVER, of no other") @Nullable UUID chargeId) {

    private Supposition supposition() {
      requireOnly(
          switch (kind) {
            case TOP_UP, INTEREST_WAIVER -> Set.of("amount", "on");
            case CHARGE -> Set.of("amount", "on", "chargeKind");
            case WAIVER -> Set.of("chargeId", "on");
            case RATE, LONGER_TERM, PAYMENT_HOLIDAY, INTEREST_HOLIDAY -> Set.of();
          });
      ChangeFields terms = new ChangeFields(from, to, annualRate, installments, dueOn, newDueOn);
      return switch (kind) {
        case RATE, LONGER_TERM, PAYMENT_HOLIDAY, INTEREST_HOLIDAY ->
            new Supposition.OtherTerms(terms.of(ChangeRequest.Kind.valueOf(kind.name())));
        case TOP_UP -> {
          terms.requireOnly(Set.of(), kind);
          yield new Supposition.TopUp(ChangeFields.needed("amount", amount), on);
        }
        case CHARGE -> {
          terms.requireOnly(Set.of("dueOn"), kind);
          yield new Supposition.Charge(
              ChangeFields.needed("chargeKind", chargeKind),
              ChangeFields.needed("amount", amount),
              on,
              dueOn);
        }
        case WAIVER -> {
          terms.requireOnly(Set.of(), kind);
          yield new Supposition.Waiver(ChangeFields.needed("chargeId", chargeId), on);
        }
        case INTEREST_WAIVER -> {
          terms.requireOnly(Set.of(), kind);
          yield new Supposition.InterestWaiver(ChangeFields.needed("amount", amount), on);
        }
      };
    }

    private void requireOnly(Set<String> allowed) {
      Map<String, @Nullable Object> given = new LinkedHashMap<>();
      given.put("amount", amount);
      given.put("on", on);
      given.put("chargeKind", chargeKind);
      given.put("chargeId", chargeId);
      given.forEach((field, value) -> {
        if (value != null && !allowed.contains(field)) {
          throw ProblemException.invalid(field, "is not part of " + kind);
        }
      });
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
   * @param keptBack the charges that are kept back of more money
   * @param objection why it cannot be agreed today by whoever asks; absent where it can
   */
  @Schema(name = "Simulation")
  record Simulation(
      LocalDate asOf,
      SimulatedLoan before,
      SimulatedLoan after,
      @Nullable String keptBack,
      @Nullable Objection objection) {

    private static Simulation of(Simulated simulated) {
      Money kept = simulated.kept();
      Refusal objection = simulated.objection();
      return new Simulation(
          simulated.after().asOf(),
          SimulatedLoan.of(simulated.before()),
          SimulatedLoan.of(simulated.after()),
          kept == null ? null : kept.toDecimalString(),
          objection == null ? null : Objection.of(RefusalProblems.problem(objection)));
    }
  }

  /**
   * Why something that can be thought about cannot be agreed.
   *
   * @param code as the command would answer it
   */
  @Schema(name = "SimulationObjection")
  record Objection(String code, String detail) {

    private static Objection of(ProblemException problem) {
      return new Objection(problem.code(), String.valueOf(problem.getMessage()));
    }
  }

  @PostMapping("/api/loans/{id}/simulate")
  @Permitted(Permission.LOAN_VIEW)
  @Operation(
      operationId = "simulateLoan",
      summary =
          "What another rate, more time, a holiday, more money, a charge or a waiver would make of"
              + " a loan; nothing is kept",
      description =
          "What does not fit the loan is refused as the command would refuse it. Other terms may be"
              + " thought about that cannot be agreed today, such as from a later day;"
              + " `objection` says why they cannot.")
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
