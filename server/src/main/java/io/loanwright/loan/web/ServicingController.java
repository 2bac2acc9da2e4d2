package io.loanwright.loan.web;

import static io.loanwright.loan.web.RefusalProblems.done;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.Subject;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.ledger.Answer;
import io.loanwright.ledger.Command;
import io.loanwright.ledger.MoneyCommands;
import io.loanwright.loan.Commands;
import io.loanwright.loan.Loan;
import io.loanwright.loan.Loans;
import io.loanwright.loan.Outcome;
import io.loanwright.loan.Servicing;
import io.loanwright.web.Amounts;
import io.loanwright.web.IdempotencyKey;
import io.loanwright.web.Page;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What is done with a running loan beside payments. */
@RestController
@Tag(name = "loan")
class ServicingController {

  private final Servicing servicing;
  private final Loans loans;
  private final MoneyCommands commands;

  ServicingController(Servicing servicing, Loans loans, MoneyCommands commands) {
    this.servicing = servicing;
    this.loans = loans;
    this.commands = commands;
  }

  /**
   * A charge.
   *
   * @param on the value date
   * @param dueOn when it is due, not before {@code on}; without it on that day
   * @param reason what it is for
   */
  @Schema(name = "NewLoanCharge")
  record NewLoanCharge(
      @NotNull ChargeKind kind,
      @NotNull @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String amount,
      @NotNull LocalDate on,
      @Nullable LocalDate dueOn,
      @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /**
   * Giving up what is unpaid of a charge.
   *
   * @param chargeId the charge, or the penalty for lateness
   * @param on the value date
   */
  @Schema(name = "NewWaiver")
  record NewWaiver(
      @NotNull UUID chargeId,
      @NotNull LocalDate on,
      @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /**
   * Giving up interest.
   *
   * @param amount how much, at most the interest that is owed on the day
   * @param on the value date
   */
  @Schema(name = "NewInterestWaiver")
  record NewInterestWaiver(
      @NotNull @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String amount,
      @NotNull LocalDate on,
      @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /**
   * Taking an event back.
   *
   * @param on from when it counts no more; without it from the business date
   */
  @Schema(name = "NewTakingBack")
  record NewTakingBack(
      @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason, @Nullable LocalDate on) {}

  @PostMapping("/api/loans/{id}/charges")
  @Permitted(Permission.CHARGE_ADD)
  @Operation(operationId = "addLoanCharge", summary = "Lay a fee or a penalty on a running loan")
  ResponseEntity<LoanResponse> charge(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewLoanCharge request) {
    Commands.Charge command =
        new Commands.Charge(
            request.kind(),
            request.amount(),
            request.on(),
            request.dueOn(),
            request.reason().strip());
    return once(
        caller,
        attempt(key, "charge.add", id, "/charges", request),
        () -> servicing.charge(caller, id, command));
  }

  @GetMapping("/api/loans/{id}/charges")
  @Permitted(Permission.LOAN_VIEW)
  @Operation(
      operationId = "listLoanCharges",
      summary =
          "Charges that were laid on a loan and penalties for lateness, by due date; those of its"
              + " terms are in its schedule")
  Page<LoanChargeResponse> charges(Caller caller, @PathVariable UUID id) {
    return new Page<>(
        servicing
            .charges(caller, id)
            .orElseThrow(() -> ProblemException.notFound("A loan"))
            .stream()
            .map(LoanChargeResponse::of)
            .toList(),
        null);
  }

  @PostMapping("/api/loans/{id}/waivers")
  @Permitted(Permission.CHARGE_WAIVE)
  @Operation(
      operationId = "waiveLoanCharge",
      summary = "Give up what is unpaid of a charge or of a penalty for lateness")
  @ApiResponse(responseCode = "409", description = "Nothing is unpaid of it")
  ResponseEntity<LoanResponse> waive(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewWaiver request) {
    Commands.Waive command =
        new Commands.Waive(request.chargeId(), request.on(), request.reason().strip());
    return once(
        caller,
        attempt(key, "charge.waive", id, "/waivers", request),
        () -> servicing.waive(caller, id, command));
  }

  @PostMapping("/api/loans/{id}/interest-waivers")
  @Permitted(Permission.INTEREST_WAIVE)
  @Operation(
      operationId = "waiveLoanInterest",
      summary = "Give up interest that a running loan owes, the oldest first",
      description =
          "At most what interest pays the loan off on the day; interest of later days is owed as"
              + " before. Whoever applied for the loan, or borrows, cannot.")
  ResponseEntity<LoanResponse> waiveInterest(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewInterestWaiver request) {
    Commands.WaiveInterest command =
        new Commands.WaiveInterest(request.amount(), request.on(), request.reason().strip());
    return once(
        caller,
        attempt(key, "interest.waive", id, "/interest-waivers", request),
        () -> servicing.waiveInterest(caller, id, command));
  }

  @PostMapping("/api/loans/{id}/events/{eventId}/take-back")
  @Permitted(Permission.LOAN_TAKE_BACK)
  @Operation(
      operationId = "takeLoanEventBack",
      summary = "Take back a write-off, a charge, a waiver, other terms or a top-up",
      description =
          "For who may do what is taken back. A payment is reversed by"
              + " `POST /api/payments/{id}/reverse`.")
  ResponseEntity<LoanResponse> takeBack(
      Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID eventId,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewTakingBack request) {
    Commands.Reverse command = new Commands.Reverse(request.reason().strip(), request.on());
    return once(
        caller,
        attempt(key, "loan.take_back", id, "/events/" + eventId + "/take-back", request),
        () -> servicing.takeBack(caller, id, eventId, command));
  }

  private static MoneyCommands.Attempt attempt(
      @Nullable String key, String action, UUID id, String path, Object body) {
    return new MoneyCommands.Attempt(
        key,
        action,
        new Subject("loan", id, id.toString()),
        new Command("POST /api/loans/" + id + path, body));
  }

  private ResponseEntity<LoanResponse> once(
      Caller caller, MoneyCommands.Attempt attempt, Supplier<Outcome<Loan>> work) {
    return commands.once(
        caller,
        attempt,
        LoanResponse.class,
        () -> new Answer<>(200, LoanResponse.of(loans.view(done(work.get())))));
  }
}
