package io.loanwright.loan.web;

import static io.loanwright.loan.web.RefusalProblems.done;
import static io.loanwright.web.Texts.strippedOrNull;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.ledger.Answer;
import io.loanwright.ledger.Command;
import io.loanwright.ledger.MoneyCommands;
import io.loanwright.loan.Commands;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanChanges;
import io.loanwright.loan.LoanRequest;
import io.loanwright.loan.LoanRequestFilter;
import io.loanwright.loan.LoanRequests;
import io.loanwright.loan.LoanTopUps;
import io.loanwright.loan.Outcome;
import io.loanwright.loan.Refusal;
import io.loanwright.loan.WriteOffs;
import io.loanwright.web.Amounts;
import io.loanwright.web.Cursor;
import io.loanwright.web.IdempotencyKey;
import io.loanwright.web.Page;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one person asks for of a running loan and another one decides about. */
@RestController
@Tag(name = "loan")
class LoanRequestController {

  private final LoanRequests requests;
  private final WriteOffs writeOffs;
  private final LoanTopUps topUps;
  private final LoanChanges changes;
  private final MoneyCommands commands;
  private final AuditTrail trail;
  private final LoanRequestAnswers answers;

  LoanRequestController(
      LoanRequests requests,
      WriteOffs writeOffs,
      LoanTopUps topUps,
      LoanChanges changes,
      MoneyCommands commands,
      AuditTrail trail,
      LoanRequestAnswers answers) {
    this.requests = requests;
    this.writeOffs = writeOffs;
    this.topUps = topUps;
    this.changes = changes;
    this.commands = commands;
    this.trail = trail;
    this.answers = answers;
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
   * More money for a running loan.
   *
   * @param amount by how much the principal grows, before charges that are kept back
   * @param on an earlier day from which it is to count, for whoever may back-date; without it, or
   *     with the business date, it counts from the day on which it is paid out
   * @param walletId the lender's wallet to pay out of, never more than is in it; without it the
   *     product's cash account
   */
  @Schema(name = "NewLoanTopUp")
  record NewTopUp(
      @NotNull @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String amount,
      @Nullable LocalDate on,
      @Nullable UUID walletId,
      @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /**
   * Doing what somebody else asked for.
   *
   * @param amount what is given up, paid out or taken off the interest, `amountNow` of the request;
   *     409 if it is another one by now. What a top-up pays out stays as it was asked for, so there
   *     it guards against slips only; of other terms that take nothing off it is 0
   */
  @Schema(name = "LoanRequestConfirmation")
  record Confirmation(
      @NotNull @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String amount) {}

  /** Why it is not done. */
  @Schema(name = "LoanRequestRejection")
  record Rejection(@NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /** Why nobody asks any more. */
  @Schema(name = "LoanRequestWithdrawal")
  record Withdrawal(@Nullable @Size(max = 2000) @PlainText(lines = true) String reason) {}

  @PostMapping("/api/loans/{id}/write-off")
  @Permitted(Permission.LOAN_WRITE_OFF)
  @Operation(
      operationId = "askForWriteOff",
      summary = "Ask to give up what a running loan owes; somebody else confirms it",
      description =
          "The loan stays as it is until then, and one request of a kind waits at a time. See the"
              + " documentation on writing loans off.")
  @ApiResponse(responseCode = "201", description = "It waits for somebody else")
  @ApiResponse(responseCode = "409", description = "One waits already, or the loan does not run")
  ResponseEntity<LoanRequestResponse> askForWriteOff(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewWriteOff request) {
    Commands.WriteOff command = new Commands.WriteOff(request.on(), request.reason().strip());
    Command sent = new Command("POST /api/loans/" + id + "/write-off", request);
    return ask(
        caller,
        new MoneyCommands.Attempt(key, "loan.ask_write_off", ofLoan(id), sent),
        () -> writeOffs.ask(caller, id, command));
  }

  @PostMapping("/api/loans/{id}/top-ups")
  @Permitted(Permission.LOAN_ASK_TOP_UP)
  @Operation(
      operationId = "askForTopUp",
      summary = "Ask for more money to be paid out on a running loan; somebody else pays it out",
      description =
          "The loan stays as it is until then, and one request of a kind waits at a time. It"
              + " counts from the day on which it is paid out, unless whoever may back-date names"
              + " an earlier one. What it would make of the loan is asked of"
              + " `POST /api/loans/{id}/simulate` first. Charges at disbursement are kept back"
              + " anew. The contractual schedule is kept.")
  @ApiResponse(responseCode = "201", description = "It waits for somebody else")
  @ApiResponse(responseCode = "409", description = "One waits already, or the loan does not run")
  ResponseEntity<LoanRequestResponse> askForTopUp(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewTopUp request) {
    Commands.TopUp command =
        new Commands.TopUp(
            request.amount(), request.on(), request.walletId(), request.reason().strip());
    // Not the route alone: under that, one person's payouts of before are remembered.
    Command sent = new Command("POST /api/loans/" + id + "/top-ups asks", request);
    return ask(
        caller,
        new MoneyCommands.Attempt(key, "loan.ask_top_up", ofLoan(id), sent),
        () -> topUps.ask(caller, id, command));
  }

  @PostMapping("/api/loans/{id}/changes")
  @Permitted(Permission.SCHEDULE_ASK_RESTRUCTURE)
  @Operation(
      operationId = "askForOtherTerms",
      summary =
          "Ask for another rate, more time or a holiday for a running loan; somebody else agrees",
      description =
          "The loan stays as it is until then, and one request of a kind waits at a time. The terms"
              + " count from the day that is asked for, however long they wait. What they would"
              + " make of the loan is asked of `POST /api/loans/{id}/simulate` first. The"
              + " contractual schedule is kept.")
  @ApiResponse(responseCode = "201", description = "It waits for somebody else")
  @ApiResponse(responseCode = "409", description = "One waits already, or the loan does not run")
  @ApiResponse(responseCode = "422", description = "The loan cannot have such terms today")
  ResponseEntity<LoanRequestResponse> askForOtherTerms(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody ChangeRequest request) {
    Commands.Change command = new Commands.Change(request.change(), request.reason().strip());
    // Not the route alone: under that, what one person agreed before is remembered.
    Command sent = new Command("POST /api/loans/" + id + "/changes asks", request);
    return ask(
        caller,
        new MoneyCommands.Attempt(key, "loan.ask_change", ofLoan(id), sent),
        () -> changes.ask(caller, id, command));
  }

  private ResponseEntity<LoanRequestResponse> ask(
      Caller caller, MoneyCommands.Attempt attempt, Supplier<Outcome<LoanRequest>> work) {
    return commands.once(
        caller,
        attempt,
        LoanRequestResponse.class,
        () -> new Answer<>(201, answers.of(done(work.get()))));
  }

  @GetMapping("/api/loan-requests")
  @Permitted({
    Permission.LOAN_WRITE_OFF,
    Permission.LOAN_TOP_UP,
    Permission.LOAN_ASK_TOP_UP,
    Permission.SCHEDULE_RESTRUCTURE,
    Permission.SCHEDULE_ASK_RESTRUCTURE,
    Permission.AUDIT_VIEW
  })
  @Operation(
      operationId = "listLoanRequests",
      summary =
          "What somebody asked for of running loans, write-offs, top-ups and other terms, newest"
              + " first",
      description =
          "Of the kinds that whoever asks decides about, asks for, or reads the trail of.")
  Page<LoanRequestResponse> list(
      Caller caller,
      @RequestParam(required = false) LoanRequest.@Nullable Kind kind,
      @RequestParam(required = false) LoanRequest.@Nullable Status status,
      @RequestParam(required = false) @Nullable UUID loanId,
      @Parameter(
              description =
                  "Only what waits for the decision of whoever asks: not what he asked for himself,"
                      + " nor of a loan of his own or of a relative")
          @RequestParam(required = false)
          @Nullable Boolean toDecide,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor end = Cursor.parse(cursor, 1);
    LoanRequestFilter filter =
        new LoanRequestFilter(kind, status, loanId, Boolean.TRUE.equals(toDecide));
    return answers.of(
        Page.of(
            requests.page(caller, filter, end == null ? null : end.id(0), rows + 1),
            rows,
            request -> Cursor.of(request.id())));
  }

  @GetMapping("/api/loan-requests/{id}")
  @Permitted({
    Permission.LOAN_WRITE_OFF,
    Permission.LOAN_TOP_UP,
    Permission.LOAN_ASK_TOP_UP,
    Permission.SCHEDULE_RESTRUCTURE,
    Permission.SCHEDULE_ASK_RESTRUCTURE,
    Permission.AUDIT_VIEW
  })
  @Operation(
      operationId = "getLoanRequest",
      summary = "What somebody asked for of a running loan, with what it would be about now")
  LoanRequestResponse get(Caller caller, @PathVariable UUID id) {
    return answers.of(caller, found(caller, id));
  }

  @PostMapping("/api/loan-requests/{id}/confirm")
  @Permitted({Permission.LOAN_WRITE_OFF, Permission.LOAN_TOP_UP, Permission.SCHEDULE_RESTRUCTURE})
  @Operation(
      operationId = "confirmLoanRequest",
      summary =
          "Write a loan off, pay more out on it, or agree other terms, as somebody else asked for",
      description =
          "Not for whoever asked, nor for whoever applied for the loan. A write-off gives up what"
              + " is owed now, on the day that was asked for; what is paid later is recovered. A"
              + " top-up counts from now on, unless an earlier day was asked for, and is for"
              + " whoever could have approved the loan with it at the last step of its product."
              + " Other terms count from the day that was asked for; where that is an earlier one"
              + " by now, whoever confirms may back-date.")
  @ApiResponse(responseCode = "409", description = "It is decided, or another amount by now")
  @ApiResponse(
      responseCode = "422",
      description = "It is above the limit of the role, or the loan cannot have it any more")
  ResponseEntity<LoanResponse> confirm(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody Confirmation request) {
    LoanRequest found = found(caller, id);
    return commands.once(
        caller,
        new MoneyCommands.Attempt(
            key,
            switch (found.wanted().kind()) {
              case WRITE_OFF -> "loan.write_off";
              case TOP_UP -> "loan.top_up";
              case CHANGE -> "schedule.restructure";
            },
            ofLoan(found),
            new Command("POST /api/loan-requests/" + id + "/confirm", request)),
        LoanResponse.class,
        () -> new Answer<>(200, answers.ofLoan(done(confirm(caller, found, request.amount())))));
  }

  private Outcome<Loan> confirm(Caller caller, LoanRequest request, String amount) {
    return switch (request.wanted().kind()) {
      case WRITE_OFF -> writeOffs.confirm(caller, request.id(), amount);
      case TOP_UP -> topUps.confirm(caller, request.id(), amount);
      case CHANGE -> changes.confirm(caller, request.id(), amount);
    };
  }

  @PostMapping("/api/loan-requests/{id}/reject")
  @Permitted({Permission.LOAN_WRITE_OFF, Permission.LOAN_TOP_UP, Permission.SCHEDULE_RESTRUCTURE})
  @Operation(
      operationId = "rejectLoanRequest",
      summary = "Leave a loan as it is that somebody else asked something for")
  LoanRequestResponse reject(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody Rejection request) {
    LoanRequest found = found(caller, id);
    return decided(caller, "reject", found, requests.reject(caller, id, request.reason().strip()));
  }

  @PostMapping("/api/loan-requests/{id}/withdraw")
  @Permitted({
    Permission.LOAN_WRITE_OFF,
    Permission.LOAN_ASK_TOP_UP,
    Permission.SCHEDULE_ASK_RESTRUCTURE
  })
  @Operation(
      operationId = "withdrawLoanRequest",
      summary = "Take back what one asked for of a running loan oneself")
  LoanRequestResponse withdraw(
      Caller caller,
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable Withdrawal request) {
    String reason = request == null ? null : strippedOrNull(request.reason());
    LoanRequest found = found(caller, id);
    return decided(caller, "withdraw", found, requests.withdraw(caller, id, reason));
  }

  /** A decision that is refused to whoever asks leaves its row in the trail, too. */
  private LoanRequestResponse decided(
      Caller caller, String verb, LoanRequest request, Outcome<LoanRequest> outcome) {
    if (outcome instanceof Outcome.Refused<LoanRequest>(Refusal why)
        && !(why instanceof Refusal.RequestUnknown)) {
      String action = request.wanted().kind().action(verb);
      trail.refused(caller, action, ofLoan(request), null, RefusalProblems.problem(why).code());
    }
    return answers.of(done(outcome));
  }

  private LoanRequest found(Caller caller, UUID id) {
    return requests.find(caller, id).orElseThrow(() -> ProblemException.notFound("A request"));
  }

  private static Subject ofLoan(UUID id) {
    return new Subject("loan", id, id.toString());
  }

  private static Subject ofLoan(LoanRequest request) {
    return new Subject("loan", request.loan().id(), request.loan().number());
  }
}
