package io.loanwright.loan.web;

import static io.loanwright.loan.web.RefusalProblems.done;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.loan.FlagSet;
import io.loanwright.loan.Flags;
import io.loanwright.loan.LoanFlag;
import io.loanwright.loan.Outcome;
import io.loanwright.loan.Refusal;
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
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the staff say of loans, for each other. */
@RestController
@Tag(name = "loan")
class FlagController {

  private final Flags flags;
  private final AuditTrail trail;

  FlagController(Flags flags, AuditTrail trail) {
    this.flags = flags;
    this.trail = trail;
  }

  /** A flag to set. */
  @Schema(name = "NewLoanFlag")
  record NewLoanFlag(
      @NotNull LoanFlag flag, @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /** Why a flag is lifted. */
  @Schema(name = "NewFlagLifting")
  record NewFlagLifting(@NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  @GetMapping("/api/loans/{id}/flags")
  @Permitted(Permission.LOAN_VIEW)
  @Operation(
      operationId = "listLoanFlags",
      summary = "The flags that a loan has or had, the last one first; none to whoever borrows")
  Page<LoanFlagResponse> list(Caller caller, @PathVariable UUID id) {
    return new Page<>(
        flags.of(caller, id).orElseThrow(() -> ProblemException.notFound("A loan")).stream()
            .map(LoanFlagResponse::of)
            .toList(),
        null);
  }

  @PostMapping("/api/loans/{id}/flags")
  @Permitted(Permission.LOAN_FLAG)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "setLoanFlag",
      summary = "Set a flag of a loan that owes; its status and balances stay")
  @ApiResponse(responseCode = "201", description = "Set")
  @ApiResponse(responseCode = "409", description = "The loan has it already, or owes nothing")
  LoanFlagResponse set(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody NewLoanFlag request) {
    return answer(caller, id, flags.set(caller, id, request.flag(), request.reason().strip()));
  }

  @PostMapping("/api/loans/{id}/flags/{flag}/lift")
  @Permitted(Permission.LOAN_FLAG)
  @Operation(
      operationId = "liftLoanFlag",
      summary = "Lift a flag of a loan; who set it, when and why stays")
  @ApiResponse(responseCode = "409", description = "The loan does not have it")
  LoanFlagResponse lift(
      Caller caller,
      @PathVariable UUID id,
      @PathVariable LoanFlag flag,
      @Valid @RequestBody NewFlagLifting request) {
    return answer(caller, id, flags.lift(caller, id, flag, request.reason().strip()));
  }

  /** What is refused to whoever asks leaves its row in the trail, too. */
  private LoanFlagResponse answer(Caller caller, UUID id, Outcome<FlagSet> outcome) {
    if (outcome instanceof Outcome.Refused<FlagSet>(Refusal why)
        && !(why instanceof Refusal.LoanUnknown)) {
      String code = RefusalProblems.problem(why).code();
      trail.refused(caller, "loan.flag", new Subject("loan", id, id.toString()), null, code);
    }
    return LoanFlagResponse.of(done(outcome));
  }
}
