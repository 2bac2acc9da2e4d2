package io.loanwright.ledger.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.Subject;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.AboveCashLimit;
import io.loanwright.ledger.Answer;
import io.loanwright.ledger.Command;
import io.loanwright.ledger.DateProblems;
import io.loanwright.ledger.MoneyCommands;
import io.loanwright.ledger.Wallet;
import io.loanwright.ledger.WalletPayout;
import io.loanwright.ledger.WalletPayoutOutcome;
import io.loanwright.ledger.WalletPayouts;
import io.loanwright.ledger.Wallets;
import io.loanwright.ledger.web.TopUpController.TopUpChannel;
import io.loanwright.web.Amounts;
import io.loanwright.web.FieldError;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Money that is given back to borrowers. */
@RestController
@Tag(name = "ledger")
class WalletPayoutController {

  private final WalletPayouts payouts;
  private final Wallets wallets;
  private final MoneyCommands commands;

  WalletPayoutController(WalletPayouts payouts, Wallets wallets, MoneyCommands commands) {
    this.payouts = payouts;
    this.wallets = wallets;
    this.commands = commands;
  }

  /**
   * Money to give back.
   *
   * @param on the value date, not after the business date
   * @param channel how it is paid; cash without it
   */
  @Schema(name = "NewWalletPayout")
  record NewWalletPayout(
      @NotNull @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String amount,
      @NotNull LocalDate on,
      @Nullable TopUpChannel channel,
      @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /**
   * A wallet after money of it was given back.
   *
   * @param payoutId the entry in the journal
   */
  @Schema(name = "WalletPaidOut")
  record PaidOut(UUID id, UUID payoutId, String currency, String balance) {}

  @PostMapping("/api/wallets/{id}/pay-out")
  @Permitted(Permission.WALLET_TRANSFER)
  @Operation(
      operationId = "payOutOfWallet",
      summary = "Give money back that is held for a borrower, such as what was paid too much")
  @ApiResponse(responseCode = "200", description = "Paid out")
  @ApiResponse(responseCode = "404", description = "The wallet does not exist, or is out of scope")
  @ApiResponse(responseCode = "422", description = "The wallet holds less, or did on a day since")
  ResponseEntity<PaidOut> payOut(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewWalletPayout request) {
    MoneyCommands.Attempt attempt =
        new MoneyCommands.Attempt(
            key,
            "wallet.pay_out",
            new Subject("wallet", id, id.toString()),
            new Command("POST /api/wallets/" + id + "/pay-out", request));
    return commands.once(
        caller, attempt, PaidOut.class, () -> new Answer<>(200, paidOut(caller, id, request)));
  }

  private PaidOut paidOut(Caller caller, UUID id, NewWalletPayout request) {
    Wallet wallet = wallets.find(id).orElseThrow(TopUpProblems::unknownWallet);
    WalletPayout payout =
        new WalletPayout(
            id,
            Amounts.positive("amount", request.amount(), wallet.balance().currency()),
            request.on(),
            TopUpChannel.role(request.channel()),
            request.reason().strip());
    WalletPayoutOutcome.Kept kept = done(payouts.payOut(caller, payout));
    Money balance = kept.wallet().balance();
    return new PaidOut(id, kept.id(), balance.currency().code(), balance.toDecimalString());
  }

  private static WalletPayoutOutcome.Kept done(WalletPayoutOutcome outcome) {
    return switch (outcome) {
      case WalletPayoutOutcome.Kept kept -> kept;
      case WalletPayoutOutcome.Unknown _ -> throw TopUpProblems.unknownWallet();
      case WalletPayoutOutcome.OwnMoney _ ->
          throw ProblemException.conflict("maker-is-checker", "Nobody pays money out to himself.");
      case WalletPayoutOutcome.MoneyOfRelative _ ->
          throw ProblemException.conflict(
              "declared-relative",
              "The borrower is declared as your relative. Somebody else has to do this.");
      case WalletPayoutOutcome.WrongDate(var why) -> throw DateProblems.of(why);
      case WalletPayoutOutcome.CashLimitExceeded(AboveCashLimit why) ->
          throw new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "cash-limit-exceeded",
              why.words(),
              List.of(new FieldError("amount", why.words())));
      case WalletPayoutOutcome.AccountUnusable(String code) -> throw TopUpProblems.unusable(code);
      case WalletPayoutOutcome.Overdrawn(Money available) ->
          throw ProblemException.rule(
              "wallet-overdrawn",
              "amount",
              "must not be more than the %s %s that the wallet holds"
                  .formatted(available.toDecimalString(), available.currency().code()));
      case WalletPayoutOutcome.OverdrawnBefore(LocalDate enoughFrom) ->
          throw ProblemException.rule(
              "wallet-overdrawn",
              "on",
              "must not be before " + enoughFrom + "; the day before, the wallet held less");
    };
  }
}
