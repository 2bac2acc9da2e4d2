package io.loanwright.ledger.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.Subject;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.Answer;
import io.loanwright.ledger.Command;
import io.loanwright.ledger.MoneyCommands;
import io.loanwright.ledger.Wallet;
import io.loanwright.ledger.WalletBooking;
import io.loanwright.ledger.WalletPayoutReversal;
import io.loanwright.ledger.WalletPayoutReversalOutcome;
import io.loanwright.ledger.WalletPayoutReversals;
import io.loanwright.ledger.web.TopUpController.TopUpChannel;
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
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was paid out of borrowers' wallets, and taken back where that was a mistake. */
@RestController
@Tag(name = "ledger")
class PayoutReversalController {

  private static final String PATH = "/api/wallets/{id}/payouts";

  private final WalletPayoutReversals reversals;
  private final WalletBookingViews views;
  private final MoneyCommands commands;

  PayoutReversalController(
      WalletPayoutReversals reversals, WalletBookingViews views, MoneyCommands commands) {
    this.reversals = reversals;
    this.views = views;
    this.commands = commands;
  }

  /**
   * Money that was paid out of a borrower's wallet.
   *
   * @param on the value date
   * @param channel how it was paid
   * @param recordedBy the user who paid it out; not for borrowers
   * @param reversedOn the value date from which it counts no more
   * @param reversible whether who asks may take it back
   */
  @Schema(name = "WalletPayout")
  record PayoutResponse(
      UUID id,
      LocalDate on,
      String amount,
      String currency,
      @Nullable TopUpChannel channel,
      @Nullable UUID recordedBy,
      Instant recordedAt,
      @Nullable LocalDate reversedOn,
      boolean reversible) {

    private static PayoutResponse of(WalletBookingViews.Seen seen) {
      WalletBooking payout = seen.booking();
      return new PayoutResponse(
          payout.id(),
          payout.on(),
          payout.amount().toDecimalString(),
          payout.amount().currency().code(),
          TopUpChannel.ofAccount(payout.accountCode()),
          seen.recordedBy(),
          payout.recordedAt(),
          payout.reversedOn(),
          seen.reversible());
    }
  }

  /**
   * Why a payout is taken back.
   *
   * @param on the value date from which it counts no more, not before its own; without it the
   *     business date
   */
  @Schema(name = "NewWalletPayoutReversal")
  record NewPayoutReversal(
      @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason, @Nullable LocalDate on) {}

  /**
   * A payout that was taken back.
   *
   * @param id the payout
   * @param balance what the wallet holds after it
   */
  @Schema(name = "WalletPayoutReversed")
  record Reversed(UUID id, UUID walletId, String currency, String balance) {}

  @GetMapping(PATH)
  @Permitted(Permission.WALLET_VIEW)
  @Operation(
      operationId = "listWalletPayouts",
      summary = "What was paid out of a borrower's wallet, newest first")
  @ApiResponse(responseCode = "404", description = "The wallet does not exist, or is out of scope")
  Page<PayoutResponse> list(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return views
        .page(
            caller,
            id,
            WalletBooking.Kind.PAYOUT,
            owner -> reversals.reversibleBy(caller, owner),
            limit,
            cursor)
        .map(PayoutResponse::of);
  }

  @PostMapping(PATH + "/{payoutId}/reversal")
  @Permitted(Permission.PAYMENT_REVERSE)
  @Operation(
      operationId = "reverseWalletPayout",
      summary = "Put money into a borrower's wallet again that should not have been paid out of it")
  ResponseEntity<Reversed> reverse(
      Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID payoutId,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewPayoutReversal request) {
    MoneyCommands.Attempt attempt =
        new MoneyCommands.Attempt(
            key,
            "wallet.payout_reverse",
            new Subject("wallet", id, id.toString()),
            new Command("POST /api/wallets/" + id + "/payouts/" + payoutId + "/reversal", request));
    WalletPayoutReversal wanted =
        new WalletPayoutReversal(id, payoutId, request.reason().strip(), request.on());
    return commands.once(
        caller,
        attempt,
        Reversed.class,
        () -> {
          Wallet after = done(reversals.reverse(caller, wanted));
          Money balance = after.balance();
          return new Answer<>(
              200,
              new Reversed(
                  payoutId, after.id(), balance.currency().code(), balance.toDecimalString()));
        });
  }

  private static Wallet done(WalletPayoutReversalOutcome outcome) {
    return switch (outcome) {
      case WalletPayoutReversalOutcome.Reversed(Wallet after) -> after;
      case WalletPayoutReversalOutcome.Unknown _ -> throw ProblemException.notFound("A payout");
      case WalletPayoutReversalOutcome.OwnMoney _ ->
          throw ProblemException.conflict(
              "maker-is-checker", "Nobody takes back what was paid out to himself.");
      case WalletPayoutReversalOutcome.MoneyOfRelative _ ->
          throw ProblemException.conflict(
              "declared-relative",
              "The borrower is declared as your relative. Somebody else has to do this.");
      case WalletPayoutReversalOutcome.OwnerErased _ -> throw TopUpProblems.erased();
      case WalletPayoutReversalOutcome.AlreadyReversed(LocalDate on) ->
          throw TopUpProblems.alreadyReversed(on);
      case WalletPayoutReversalOutcome.NotPermitted _ ->
          throw TopUpProblems.forbidden(
              "reversal-not-permitted",
              "Your role takes back only what you paid out yourself, on the same business day.");
      case WalletPayoutReversalOutcome.DateInFuture(LocalDate businessDate) ->
          throw TopUpProblems.inFuture(businessDate);
      case WalletPayoutReversalOutcome.DateBeforePayout(LocalDate paidOutOn) ->
          throw ProblemException.rule(
              "date-before-payout", "on", "must not be before the payout's own, " + paidOutOn);
      case WalletPayoutReversalOutcome.AccountUnusable(String code) ->
          throw TopUpProblems.unusable(code);
    };
  }
}
