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
import io.loanwright.ledger.LenderWallet;
import io.loanwright.ledger.MoneyCommands;
import io.loanwright.ledger.WalletKind;
import io.loanwright.loan.Commands;
import io.loanwright.loan.Loan;
import io.loanwright.loan.Loans;
import io.loanwright.loan.OfferedWallet;
import io.loanwright.loan.Outcome;
import io.loanwright.loan.Refusal;
import io.loanwright.web.Amounts;
import io.loanwright.web.IdempotencyKey;
import io.loanwright.web.Page;
import io.loanwright.web.Percent;
import io.loanwright.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What is done with applications and loans. */
@RestController
@Tag(name = "loan", description = "Loans from application to closure")
class LoanController {

  private final Loans loans;
  private final MoneyCommands commands;
  private final AuditTrail trail;

  LoanController(Loans loans, MoneyCommands commands, AuditTrail trail) {
    this.loans = loans;
    this.commands = commands;
    this.trail = trail;
  }

  /**
   * An application.
   *
   * @param principal the amount, in the product's currency
   * @param annualRate percent a year; without it the product's
   * @param repayments the number of installments; without it the product's
   * @param firstDueOn the first due date, after which the others follow; without it the product's
   */
  @Schema(name = "NewApplication")
  record NewApplication(
      @NotNull UUID borrowerId,
      @NotNull UUID productId,
      @NotNull @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String principal,
      @Nullable @Pattern(regexp = Percent.PATTERN, message = Percent.EXPECTED) String annualRate,
      @Nullable @Min(1) @Max(1200) Integer repayments,
      @Schema(
              description =
                  "When the first installment falls due; the later ones are counted from it. After"
                      + " the business date, and at most a year later than without it; where"
                      + " interest counts whole periods, one period later: the first one counts as"
                      + " one, however long. The loan is paid out before that day.")
          @Nullable LocalDate firstDueOn,
      @Nullable @Size(max = 2000) @PlainText(lines = true) String purpose) {}

  /**
   * The approval of a step.
   *
   * @param principal what may be lent; without it what was asked for, or approved so far
   */
  @Schema(name = "NewApproval")
  record NewApproval(
      @Nullable @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String principal,
      @Nullable @Size(max = 2000) @PlainText(lines = true) String note) {}

  /** Why an application is rejected. */
  @Schema(name = "NewRejection")
  record NewRejection(@NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /** Why an application is taken back, where somebody wants to say so. */
  @Schema(name = "NewWithdrawal")
  record NewWithdrawal(@Nullable @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /** Why an approved loan is given up. */
  @Schema(name = "NewCancellation")
  record NewCancellation(@NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /**
   * Whether a loan is expected to be repaid.
   *
   * @param defaulted whether it is not
   */
  @Schema(name = "NewDefault")
  record NewDefault(
      @NotNull Boolean defaulted,
      @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /**
   * The payout of a loan.
   *
   * @param on the value date
   * @param walletId the lender's wallet to pay out of, never more than is in it; without it the
   *     product's cash account
   */
  @Schema(name = "NewDisbursement")
  record NewDisbursement(
      @Schema(
              description =
                  "The value date: not after the business date, at most 30 years before it, and not"
                      + " before a person who borrows was 16 or a firm was founded")
          @NotNull
          LocalDate on,
      @Nullable UUID walletId) {}

  @PostMapping("/api/loans/apply")
  @Permitted(Permission.APPLICATION_CREATE)
  @Operation(operationId = "applyForLoan", summary = "Apply for a loan")
  @ApiResponse(responseCode = "201", description = "Applied for")
  @ApiResponse(responseCode = "404", description = "The borrower or the product does not exist")
  ResponseEntity<LoanResponse> apply(Caller caller, @Valid @RequestBody NewApplication request) {
    Commands.Apply command =
        new Commands.Apply(
            request.borrowerId(),
            request.productId(),
            request.principal(),
            request.annualRate(),
            request.repayments(),
            request.firstDueOn(),
            strippedOrNull(request.purpose()));
    Outcome<Loan> outcome = loans.apply(caller, command);
    if (outcome instanceof Outcome.Refused<Loan>(Refusal.DeclaredRelative why)) {
      UUID borrower = request.borrowerId();
      String code = RefusalProblems.problem(why).code();
      Subject about = new Subject("borrower", borrower, borrower.toString());
      trail.refused(caller, "loan.apply", about, null, code);
    }
    LoanResponse answer = answer(outcome);
    return ResponseEntity.created(URI.create("/api/loans/" + answer.id())).body(answer);
  }

  @PatchMapping("/api/loans/{id}/approve")
  @Permitted(Permission.LOAN_APPROVE)
  @Operation(
      operationId = "approveLoan",
      summary = "Approve the step that waits; after the last one the loan is approved")
  LoanResponse approve(
      Caller caller,
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable NewApproval request) {
    Commands.Approve command =
        request == null
            ? new Commands.Approve(null, null)
            : new Commands.Approve(request.principal(), strippedOrNull(request.note()));
    return decided(caller, "loan.approve", id, () -> loans.approve(caller, id, command));
  }

  @PatchMapping("/api/loans/{id}/reject")
  @Permitted(Permission.LOAN_APPROVE)
  @Operation(operationId = "rejectLoan", summary = "Reject an application at the step that waits")
  LoanResponse reject(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody NewRejection request) {
    String reason = request.reason().strip();
    return decided(caller, "loan.reject", id, () -> loans.reject(caller, id, reason));
  }

  @PatchMapping("/api/loans/{id}/withdraw")
  @Permitted(Permission.APPLICATION_WITHDRAW)
  @Operation(
      operationId = "withdrawLoan",
      summary =
          "Take an application back that is not decided; for whoever made it, or an"
              + " administrator")
  LoanResponse withdraw(
      Caller caller,
      @PathVariable UUID id,
      @Valid @RequestBody(required = false) @Nullable NewWithdrawal request) {
    String reason = request == null ? null : strippedOrNull(request.reason());
    return answer(loans.withdraw(caller, id, reason));
  }

  @PostMapping("/api/loans/{id}/cancel")
  @Permitted(Permission.LOAN_CANCEL)
  @Operation(operationId = "cancelLoan", summary = "Give up an approved loan that nobody fetches")
  LoanResponse cancel(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody NewCancellation request) {
    return answer(loans.cancel(caller, id, request.reason().strip()));
  }

  @PostMapping("/api/loans/{id}/default")
  @Permitted(Permission.LOAN_DEFAULT)
  @Operation(
      operationId = "markLoanDefaulted",
      summary = "Mark a loan as in default, or take the mark away; its status and balances stay")
  LoanResponse mark(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewDefault request) {
    Commands.Default command = new Commands.Default(request.defaulted(), request.reason().strip());
    return decided(caller, "loan.default", id, () -> loans.mark(caller, id, command));
  }

  @PostMapping("/api/loans/{id}/disburse")
  @Permitted(Permission.LOAN_DISBURSE)
  @Operation(
      operationId = "disburseLoan",
      summary = "Pay an approved loan out and freeze its contractual schedule")
  ResponseEntity<LoanResponse> disburse(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewDisbursement request) {
    MoneyCommands.Attempt attempt =
        new MoneyCommands.Attempt(
            key,
            "loan.disburse",
            new Subject("loan", id, id.toString()),
            new Command("POST /api/loans/" + id + "/disburse", request));
    return commands.once(
        caller,
        attempt,
        LoanResponse.class,
        () -> new Answer<>(200, disbursed(caller, id, request)));
  }

  /**
   * A wallet of the lender that a loan can be paid out of.
   *
   * @param balance null for whoever neither pays the loan out nor sees the wallet
   */
  @Schema(name = "PayoutWallet")
  record PayoutWallet(
      UUID id, WalletKind kind, String name, String currency, @Nullable String balance) {

    private static PayoutWallet of(OfferedWallet offered) {
      LenderWallet wallet = offered.wallet();
      return new PayoutWallet(
          wallet.id(),
          wallet.kind(),
          wallet.name(),
          wallet.currency().code(),
          offered.seenInto() ? wallet.balance().toDecimalString() : null);
    }
  }

  @GetMapping("/api/loans/{id}/payout-wallets")
  @Permitted({Permission.LOAN_DISBURSE, Permission.LOAN_ASK_TOP_UP})
  @Operation(
      operationId = "listPayoutWallets",
      summary =
          "The lender's wallets that a loan can be paid out of, by name; with what is in them for"
              + " whoever pays the loan out, or sees the wallet")
  Page<PayoutWallet> payoutWallets(Caller caller, @PathVariable UUID id) {
    return new Page<>(
        loans.payoutWallets(caller, id).stream().map(PayoutWallet::of).toList(), null);
  }

  private LoanResponse disbursed(Caller caller, UUID id, NewDisbursement request) {
    return answer(
        loans.disburse(caller, id, new Commands.Disburse(request.on(), request.walletId())));
  }

  /** A decision that is refused to whoever asks leaves its row in the trail, too. */
  private LoanResponse decided(
      Caller caller, String action, UUID id, Supplier<Outcome<Loan>> decision) {
    Outcome<Loan> outcome = decision.get();
    if (outcome instanceof Outcome.Refused<Loan>(Refusal why)
        && !(why instanceof Refusal.LoanUnknown)) {
      String code = RefusalProblems.problem(why).code();
      trail.refused(caller, action, new Subject("loan", id, id.toString()), null, code);
    }
    return answer(outcome);
  }

  private LoanResponse answer(Outcome<Loan> outcome) {
    return LoanResponse.of(loans.view(done(outcome)));
  }
}
