package io.loanwright.ledger.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.engine.money.Currency;
import io.loanwright.ledger.Answer;
import io.loanwright.ledger.Command;
import io.loanwright.ledger.LenderMovement;
import io.loanwright.ledger.LenderMovementOutcome;
import io.loanwright.ledger.LenderMovements;
import io.loanwright.ledger.LenderReversals;
import io.loanwright.ledger.LenderWallet;
import io.loanwright.ledger.LenderWallets;
import io.loanwright.ledger.MoneyCommands;
import io.loanwright.ledger.web.TopUpController.TopUpChannel;
import io.loanwright.web.Amounts;
import io.loanwright.web.IdempotencyKey;
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
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Money between the lender's own wallets, out of them, and back where that was a mistake. */
@RestController
@Tag(name = "ledger")
class LenderMovementController {

  private final LenderWallets wallets;
  private final LenderMovements movements;
  private final LenderReversals reversals;
  private final MoneyCommands commands;

  LenderMovementController(
      LenderWallets wallets,
      LenderMovements movements,
      LenderReversals reversals,
      MoneyCommands commands) {
    this.wallets = wallets;
    this.movements = movements;
    this.reversals = reversals;
    this.commands = commands;
  }

  /**
   * Money that goes from one wallet of the lender to another one of the same currency.
   *
   * @param on the value date, not after the business date
   * @param reference what it is for
   */
  @Schema(name = "NewWalletTransfer")
  record NewTransfer(
      @NotNull UUID fromWalletId,
      @NotNull UUID toWalletId,
      @NotNull @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String amount,
      @NotNull LocalDate on,
      @NotBlank @PlainText @Size(max = LenderMovement.MAX_REFERENCE) String reference) {}

  /**
   * Money that is taken out of a wallet of the lender.
   *
   * @param on the value date, not after the business date
   * @param channel where it goes; cash without it
   * @param reference what it is for
   */
  @Schema(name = "NewWalletWithdrawal")
  record NewWithdrawal(
      @NotNull @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String amount,
      @NotNull LocalDate on,
      @Nullable TopUpChannel channel,
      @NotBlank @PlainText @Size(max = LenderMovement.MAX_REFERENCE) String reference) {}

  /**
   * Why a movement is taken back.
   *
   * @param on the value date from which it counts no more, not before its own; without it the
   *     business date
   */
  @Schema(name = "NewMovementReversal")
  record NewReversal(
      @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason, @Nullable LocalDate on) {}

  /** A wallet after money of it moved. */
  @Schema(name = "WalletBalance")
  record Balance(UUID id, String name, String currency, String balance) {

    private static Balance of(LenderWallet wallet) {
      return new Balance(
          wallet.id(), wallet.name(), wallet.currency().code(), wallet.balance().toDecimalString());
    }
  }

  /**
   * Money that moved.
   *
   * @param id by which it is taken back; that of its entry in the journal
   * @param wallets those that it moved, as they are now
   */
  @Schema(name = "WalletsMoved")
  record Moved(UUID id, List<Balance> wallets) {}

  @PostMapping("/api/wallets/transfers")
  @Permitted(Permission.FUND_TRANSFER)
  @Operation(
      operationId = "transferBetweenWallets",
      summary = "Move money from one of the lender's wallets to another one of the same currency")
  @ApiResponse(responseCode = "201")
  @ApiResponse(responseCode = "404", description = "A wallet does not exist, or is out of scope")
  ResponseEntity<Moved> transfer(
      Caller caller,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewTransfer request) {
    MoneyCommands.Attempt attempt =
        new MoneyCommands.Attempt(
            key,
            "wallet.transfer",
            subject(request.fromWalletId()),
            new Command("POST /api/wallets/transfers", request));
    return once(
        caller,
        attempt,
        () ->
            movements.move(
                caller,
                new LenderMovement.Transfer(
                    request.fromWalletId(),
                    request.toWalletId(),
                    Amounts.positive("amount", request.amount(), currency(request.fromWalletId())),
                    request.on(),
                    request.reference().strip())));
  }

  @PostMapping("/api/wallets/{id}/withdraw")
  @Permitted(Permission.FUND_TRANSFER)
  @Operation(
      operationId = "withdrawFromWallet",
      summary = "Take money out of one of the lender's wallets, to cash, a bank or the like")
  @ApiResponse(responseCode = "201")
  ResponseEntity<Moved> withdraw(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewWithdrawal request) {
    MoneyCommands.Attempt attempt =
        new MoneyCommands.Attempt(
            key,
            "wallet.withdraw",
            subject(id),
            new Command("POST /api/wallets/" + id + "/withdraw", request));
    return once(
        caller,
        attempt,
        () ->
            movements.move(
                caller,
                new LenderMovement.Withdrawal(
                    id,
                    TopUpChannel.role(request.channel()),
                    Amounts.positive("amount", request.amount(), currency(id)),
                    request.on(),
                    request.reference().strip())));
  }

  @PostMapping("/api/wallets/movements/{id}/reversal")
  @Permitted(Permission.FUND_TRANSFER)
  @Operation(
      operationId = "reverseWalletMovement",
      summary = "Take back a transfer, top-up or withdrawal of the lender's wallets")
  @ApiResponse(responseCode = "201")
  ResponseEntity<Moved> reverse(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewReversal request) {
    MoneyCommands.Attempt attempt =
        new MoneyCommands.Attempt(
            key,
            "wallet.reverse",
            new Subject("wallet", AuditTrail.noId(), id.toString()),
            new Command("POST /api/wallets/movements/" + id + "/reversal", request));
    return once(
        caller,
        attempt,
        () ->
            reversals.reverse(
                caller, new LenderReversals.Wanted(id, request.reason().strip(), request.on())));
  }

  private ResponseEntity<Moved> once(
      Caller caller, MoneyCommands.Attempt attempt, Supplier<LenderMovementOutcome> work) {
    return commands.once(
        caller,
        attempt,
        Moved.class,
        () -> {
          LenderMovementOutcome.Kept kept = LenderProblems.done(work.get());
          return new Answer<>(
              201, new Moved(kept.id(), kept.wallets().stream().map(Balance::of).toList()));
        });
  }

  private Currency currency(UUID walletId) {
    return wallets
        .find(walletId)
        .map(LenderWallet::currency)
        .orElseThrow(() -> ProblemException.notFound("A wallet"));
  }

  private static Subject subject(UUID walletId) {
    return new Subject("wallet", walletId, walletId.toString());
  }
}
