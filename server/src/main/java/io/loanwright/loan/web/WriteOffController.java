package io.loanwright.loan.web;

import static io.loanwright.loan.web.RefusalProblems.done;
import static io.loanwright.web.Texts.strippedOrNull;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.borrower.Borrowers;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.Answer;
import io.loanwright.ledger.Command;
import io.loanwright.ledger.MoneyCommands;
import io.loanwright.ledger.NamesBorrower;
import io.loanwright.loan.Commands;
import io.loanwright.loan.LoanActions;
import io.loanwright.loan.Loans;
import io.loanwright.loan.Outcome;
import io.loanwright.loan.Refusal;
import io.loanwright.loan.WriteOffRequest;
import io.loanwright.loan.WriteOffs;
import io.loanwright.web.Amounts;
import io.loanwright.web.Cursor;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Loans that one person asks to write off and another one does. */
@RestController
@Tag(name = "loan")
class WriteOffController {

  private final WriteOffs writeOffs;
  private final Loans loans;
  private final LoanActions actions;
  private final Borrowers borrowers;
  private final MoneyCommands commands;
  private final AuditTrail trail;

  WriteOffController(
      WriteOffs writeOffs,
      Loans loans,
      LoanActions actions,
      Borrowers borrowers,
      MoneyCommands commands,
      AuditTrail trail) {
    this.writeOffs = writeOffs;
    this.loans = loans;
    this.actions = actions;
    this.borrowers = borrowers;
    this.commands = commands;
    this.trail = trail;
  }

  /**
   * Giving up what a loan owes.
   *
   * @param on the value date
   */
  @Schema(name = "NewWriteOff")
  record NewWriteOff(
      @NotNull LocalDate on, @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /**
   * Writing a loan off as somebody else asked for.
   *
   * @param amount what is given up, `amountNow` of the request; 409 if it is another one by now
   */
  @Schema(name = "WriteOffConfirmation")
  record Confirmation(
      @NotNull @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String amount) {}

  /** Why a loan is not written off. */
  @Schema(name = "WriteOffRejection")
  record Rejection(@NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /** Why nobody asks any more. */
  @Schema(name = "WriteOffWithdrawal")
  record Withdrawal(@Nullable @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /** That somebody asked to write a loan off, and what became of it. */
  @Schema(name = "WriteOff")
  record WriteOffResponse(
      UUID id,
      UUID loanId,
      String loanNumber,
      UUID borrowerId,
      String borrowerName,
      String currency,
      LocalDate on,
      @Schema(description = "What was owed when it was asked for") String amount,
      @Schema(
              description =
                  "What would be given up if it were confirmed now; of one that waits and is asked"
                      + " for by its id")
          @Nullable String amountNow,
      String reason,
      UUID askedById,
      String askedBy,
      Instant askedAt,
      WriteOffRequest.Status status,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      @Nullable String decisionReason,
      @Nullable UUID eventId,
      @Schema(
              description =
                  "What whoever asks may do about it; of one that waits and is asked for by its id")
          @Nullable List<LoanActionResponse> actions)
      implements NamesBorrower {}

  @PostMapping("/api/loans/{id}/write-off")
  @Permitted(Permission.LOAN_WRITE_OFF)
  @Operation(
      operationId = "askForWriteOff",
      summary = "Ask to give up what a running loan owes; somebody else confirms it",
      description =
          "The loan stays as it is until then, and one request waits at a time. See the"
              + " documentation on writing loans off.")
  @ApiResponse(responseCode = "201", description = "It waits for somebody else")
  @ApiResponse(responseCode = "409", description = "One waits already, or the loan does not run")
  ResponseEntity<WriteOffResponse> ask(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewWriteOff request) {
    Commands.WriteOff command = new Commands.WriteOff(request.on(), request.reason().strip());
    return commands.once(
        caller,
        new MoneyCommands.Attempt(
            key,
            "loan.ask_write_off",
            new Subject("loan", id, id.toString()),
            new Command("POST /api/loans/" + id + "/write-off", request)),
        WriteOffResponse.class,
        () -> new Answer<>(201, answer(done(writeOffs.ask(caller, id, command)))));
  }

  @GetMapping("/api/write-offs")
  @Permitted({Permission.LOAN_WRITE_OFF, Permission.AUDIT_VIEW})
  @Operation(
      operationId = "listWriteOffs",
      summary = "Loans that somebody asked to write off, newest first")
  Page<WriteOffResponse> list(
      Caller caller,
      @RequestParam(required = false) WriteOffRequest.@Nullable Status status,
      @RequestParam(required = false) @Nullable UUID loanId,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor end = Cursor.parse(cursor, 1);
    Page<WriteOffRequest> page =
        Page.of(
            writeOffs.page(caller, status, loanId, end == null ? null : end.id(0), rows + 1),
            rows,
            request -> Cursor.of(request.id()));
    Map<UUID, String> names =
        borrowers.names(
            page.items().stream()
                .map(request -> request.loan().borrowerId())
                .collect(Collectors.toSet()));
    return page.map(request -> response(request, names, null, null));
  }

  @GetMapping("/api/write-offs/{id}")
  @Permitted({Permission.LOAN_WRITE_OFF, Permission.AUDIT_VIEW})
  @Operation(
      operationId = "getWriteOff",
      summary = "A write-off that somebody asked for, with what would be given up now")
  WriteOffResponse get(Caller caller, @PathVariable UUID id) {
    WriteOffRequest request =
        writeOffs.find(caller, id).orElseThrow(() -> ProblemException.notFound("A write-off"));
    boolean waits = request.status() == WriteOffRequest.Status.WAITING;
    return answer(request, waits ? LoanActionResponse.of(actions.of(caller, request)) : null);
  }

  @PostMapping("/api/write-offs/{id}/confirm")
  @Permitted(Permission.LOAN_WRITE_OFF)
  @Operation(
      operationId = "confirmWriteOff",
      summary = "Write a loan off as somebody else asked for; what is paid later is recovered",
      description =
          "Not for whoever asked, nor for whoever applied for the loan. What is given up is what is"
              + " owed now, on the day that was asked for.")
  @ApiResponse(responseCode = "409", description = "It is decided, or another amount by now")
  @ApiResponse(responseCode = "422", description = "It is above the limit of the role")
  ResponseEntity<LoanResponse> confirm(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody Confirmation request) {
    return commands.once(
        caller,
        new MoneyCommands.Attempt(
            key,
            "loan.write_off",
            subject(caller, id),
            new Command("POST /api/write-offs/" + id + "/confirm", request)),
        LoanResponse.class,
        () ->
            new Answer<>(
                200,
                LoanResponse.of(
                    loans.view(done(writeOffs.confirm(caller, id, request.amount()))))));
  }

  @PostMapping("/api/write-offs/{id}/reject")
  @Permitted(Permission.LOAN_WRITE_OFF)
  @Operation(
      operationId = "rejectWriteOff",
      summary = "Keep a loan as it is that somebody else asked to write off")
  WriteOffResponse reject(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody Rejection request) {
    Outcome<WriteOffRequest> outcome = writeOffs.reject(caller, id, request.reason().strip());
    return decided(caller, "loan.reject_write_off", id, outcome);
  }

  @PostMapping("/api/write-offs/{id}/withdraw")
  @Permitted(Permission.LOAN_WRITE_OFF)
  @Operation(
      operationId = "withdrawWriteOff",
      summary = "Take back what one asked to write off oneself")
  WriteOffResponse withdraw(
      Caller caller,
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable Withdrawal request) {
    String reason = request == null ? null : strippedOrNull(request.reason());
    Outcome<WriteOffRequest> outcome = writeOffs.withdraw(caller, id, reason);
    return decided(caller, "loan.withdraw_write_off", id, outcome);
  }

  /** A decision that is refused to whoever asks leaves its row in the trail, too. */
  private WriteOffResponse decided(
      Caller caller, String action, UUID id, Outcome<WriteOffRequest> outcome) {
    if (outcome instanceof Outcome.Refused<WriteOffRequest>(Refusal why)
        && !(why instanceof Refusal.WriteOffUnknown)) {
      String code = RefusalProblems.problem(why).code();
      trail.refused(caller, action, subject(caller, id), null, code);
    }
    return answer(done(outcome));
  }

  /** The trail is about the loan, where there is one in reach. */
  private Subject subject(Caller caller, UUID id) {
    return writeOffs
        .find(caller, id)
        .map(request -> new Subject("loan", request.loan().id(), request.loan().number()))
        .orElseGet(() -> new Subject("write_off", id, id.toString()));
  }

  private WriteOffResponse answer(WriteOffRequest request) {
    return answer(request, null);
  }

  private WriteOffResponse answer(
      WriteOffRequest request, @Nullable List<LoanActionResponse> allowed) {
    Money now = writeOffs.owed(request).orElse(null);
    return response(
        request,
        borrowers.names(List.of(request.loan().borrowerId())),
        now == null ? null : now.toDecimalString(),
        allowed);
  }

  private static WriteOffResponse response(
      WriteOffRequest request,
      Map<UUID, String> names,
      @Nullable String amountNow,
      @Nullable List<LoanActionResponse> allowed) {
    WriteOffRequest.Decision decision = request.decision();
    return new WriteOffResponse(
        request.id(),
        request.loan().id(),
        request.loan().number(),
        request.loan().borrowerId(),
        names.getOrDefault(request.loan().borrowerId(), ""),
        request.amount().currency().code(),
        request.on(),
        request.amount().toDecimalString(),
        amountNow,
        request.reason(),
        request.asked().by().id(),
        request.asked().by().name(),
        request.asked().at(),
        request.status(),
        decision == null || decision.by() == null ? null : decision.by().name(),
        decision == null ? null : decision.at(),
        decision == null ? null : decision.reason(),
        request.eventId(),
        allowed);
  }
}
