package io.loanwright.payment.web;

import static io.loanwright.loan.web.RefusalProblems.done;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.Subject;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.NextDue;
import io.loanwright.ledger.Answer;
import io.loanwright.ledger.Command;
import io.loanwright.ledger.MoneyCommands;
import io.loanwright.loan.Channel;
import io.loanwright.loan.Commands;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanStatus;
import io.loanwright.loan.Repaid;
import io.loanwright.payment.PaymentTaken;
import io.loanwright.payment.Payments;
import io.loanwright.web.IdempotencyKey;
import io.loanwright.web.Ids;
import io.loanwright.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Payments taken, foreseen and taken back. */
@RestController
@Tag(name = "payment", description = "What borrowers pay, and the receipts for it")
class PaymentController {

  private final Payments payments;
  private final MoneyCommands commands;
  private final UnaryOperator<Set<UUID>> locks;

  PaymentController(Payments payments, MoneyCommands commands) {
    this.payments = payments;
    this.commands = commands;
    this.locks = payments::lockFree;
  }

  /**
   * A payment that was taken.
   *
   * @param outstanding what pays the loan off after it
   */
  @Schema(name = "PaymentTaken")
  record Taken(
      UUID id,
      String receiptNumber,
      Allocation allocation,
      LoanStatus loanStatus,
      String outstanding) {

    static Taken of(PaymentTaken taken) {
      Repaid repaid = taken.repaid();
      return new Taken(
          repaid.eventId(),
          taken.receipt().text(),
          Allocation.of(repaid.split()),
          repaid.loan().state().status(),
          repaid.left().toDecimalString());
    }
  }

  /** What is to be paid next, and by when. */
  @Schema(name = "DueNext")
  record Due(LocalDate on, String amount) {}

  /**
   * What is owed before a payment.
   *
   * @param outstanding what pays the loan off
   * @param overdue what is past due; null for nothing
   */
  @Schema(name = "OwedBefore")
  record Owed(String outstanding, @Nullable String overdue, @Nullable Due nextDue) {

    static Owed of(LoanPosition position) {
      return new Owed(
          Repaid.left(position).toDecimalString(),
          PaymentController.overdue(position),
          PaymentController.nextDue(position));
    }
  }

  /**
   * What a payment would do.
   *
   * @param before what is owed without it
   * @param outstanding what would pay the loan off after it
   * @param overdue what would still be past due after it; null for nothing
   */
  @Schema(name = "PaymentPreview")
  record Preview(
      Allocation allocation,
      LoanStatus loanStatus,
      Owed before,
      String outstanding,
      @Nullable String overdue,
      @Nullable Due nextDue) {

    static Preview of(Repaid repaid) {
      return new Preview(
          Allocation.of(repaid.split()),
          repaid.loan().state().status(),
          Owed.of(repaid.before()),
          repaid.left().toDecimalString(),
          PaymentController.overdue(repaid.position()),
          PaymentController.nextDue(repaid.position()));
    }
  }

  private static @Nullable String overdue(LoanPosition position) {
    Money overdue = position.arrears().overdue().total();
    return overdue.isZero() ? null : overdue.toDecimalString();
  }

  private static @Nullable Due nextDue(LoanPosition position) {
    NextDue next = position.nextDue();
    return next == null ? null : new Due(next.on(), next.amount().toDecimalString());
  }

  /**
   * Why a payment is taken back.
   *
   * @param on the value date from which it counts no more, for whoever may take payments with
   *     earlier dates: its own, if it was never paid; without it the business date
   */
  @Schema(name = "NewReversal")
  record NewReversal(
      @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason, @Nullable LocalDate on) {

    Commands.Reverse command() {
      return new Commands.Reverse(reason.strip(), on);
    }
  }

  /** A payment that was taken back. */
  @Schema(name = "PaymentReversed")
  record Reversed(UUID id, LoanStatus loanStatus) {}

  @PostMapping("/api/payments/{loanId}")
  @Permitted(Permission.PAYMENT_RECORD)
  @Operation(operationId = "recordPayment", summary = "Take a payment on a loan")
  @ApiResponse(responseCode = "201")
  ResponseEntity<Taken> record(
      Caller caller,
      @PathVariable UUID loanId,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewPayment request) {
    MoneyCommands.Attempt attempt =
        new MoneyCommands.Attempt(
            key,
            "loan.repay",
            new Subject("loan", loanId, loanId.toString()),
            new Command("POST /api/payments/" + loanId, request));
    Supplier<Answer<Taken>> work =
        () -> {
          PaymentTaken taken = done(payments.take(caller, loanId, request.command(Ids.next())));
          return new Answer<>(201, Taken.of(taken));
        };
    return request.channel() == Channel.WALLET
        ? commands.once(caller, attempt, Taken.class, work)
        : commands.onceWithOthers(caller, attempt, Taken.class, locks, work);
  }

  @PostMapping("/api/payments/{loanId}/preview")
  @Permitted(Permission.PAYMENT_PREVIEW)
  @Operation(operationId = "previewPayment", summary = "What a payment would do; nothing is kept")
  Preview preview(
      Caller caller, @PathVariable UUID loanId, @Valid @RequestBody NewPayment request) {
    return Preview.of(done(payments.preview(caller, loanId, request.command(Ids.next()))));
  }

  @PostMapping("/api/payments/{id}/reverse")
  @Permitted(Permission.PAYMENT_REVERSE)
  @Operation(
      operationId = "reversePayment",
      summary = "Take a payment back by another event; what came after it is split anew")
  ResponseEntity<Reversed> reverse(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewReversal request) {
    return commands.once(
        caller,
        new MoneyCommands.Attempt(
            key,
            "loan.reverse",
            new Subject("payment", id, id.toString()),
            new Command("POST /api/payments/" + id + "/reverse", request)),
        Reversed.class,
        () -> {
          Loan loan = done(payments.reverse(caller, id, request.command()));
          return new Answer<>(200, new Reversed(id, loan.state().status()));
        });
  }
}
