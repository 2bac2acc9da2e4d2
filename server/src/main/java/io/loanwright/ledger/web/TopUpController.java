package io.loanwright.ledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.Subject;
import io.loanwright.ledger.Answer;
import io.loanwright.ledger.ChartPreset;
import io.loanwright.ledger.Command;
import io.loanwright.ledger.LenderMovement;
import io.loanwright.ledger.LenderMovementOutcome;
import io.loanwright.ledger.LenderMovements;
import io.loanwright.ledger.LenderWallet;
import io.loanwright.ledger.MoneyCommands;
import io.loanwright.ledger.PostingRole;
import io.loanwright.ledger.TopUp;
import io.loanwright.ledger.TopUpReversal;
import io.loanwright.ledger.TopUpReversals;
import io.loanwright.ledger.TopUps;
import io.loanwright.ledger.Wallet;
import io.loanwright.ledger.WalletBooking;
import io.loanwright.ledger.Wallets;
import io.loanwright.web.Amounts;
import io.loanwright.web.IdempotencyKey;
import io.loanwright.web.Page;
import io.loanwright.web.PlainText;
import io.loanwright.web.Texts;
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
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
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

/** Money put into wallets, and taken out again where that was a mistake. */
@RestController
@Tag(name = "ledger")
class TopUpController {

  private final Wallets wallets;
  private final TopUps topUps;
  private final TopUpReversals reversals;
  private final WalletBookingViews views;
  private final LenderMovements movements;
  private final MoneyCommands commands;

  TopUpController(
      Wallets wallets,
      TopUps topUps,
      TopUpReversals reversals,
      WalletBookingViews views,
      LenderMovements movements,
      MoneyCommands commands) {
    this.wallets = wallets;
    this.topUps = topUps;
    this.reversals = reversals;
    this.views = views;
    this.movements = movements;
    this.commands = commands;
  }

  /** How money comes in from outside, or goes out. */
  enum TopUpChannel {
    CASH(PostingRole.CASH),
    BANK(PostingRole.BANK),
    MOBILE_MONEY(PostingRole.MOBILE_MONEY),
    CARD(PostingRole.CARD);

    private final PostingRole role;

    TopUpChannel(PostingRole role) {
      this.role = role;
    }

    /** Returns the account's role where the money is outside of wallets; cash without a channel. */
    static PostingRole role(@Nullable TopUpChannel channel) {
      return Objects.requireNonNullElse(channel, CASH).role;
    }

    static @Nullable TopUpChannel ofAccount(String code) {
      return Arrays.stream(values())
          .filter(channel -> code.equals(ChartPreset.smallLender().get(channel.role)))
          .findFirst()
          .orElse(null);
    }
  }

  /**
   * Money put into a wallet.
   *
   * @param on the value date, not after the business date
   * @param channel how the money came in; cash without it
   * @param reference what it is for; kept for the lender's own wallets only
   */
  record TopUpRequest(
      @NotNull @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String amount,
      @NotNull LocalDate on,
      @Nullable TopUpChannel channel,
      // A request without it is the same command as in a version that did not know it.
      @JsonInclude(JsonInclude.Include.NON_NULL)
          @Nullable
          @PlainText
          @Size(max = LenderMovement.MAX_REFERENCE)
          String reference) {}

  /**
   * A wallet after money was put into it.
   *
   * @param borrowerId whose it is; absent where it is the lender's own
   * @param topUpId what takes the money back again; not in answers of older versions
   */
  @Schema(name = "WalletToppedUp")
  record WalletAfter(
      UUID id, @Nullable UUID borrowerId, String currency, String balance, @Nullable UUID topUpId) {

    private static WalletAfter of(LenderMovementOutcome.Kept kept) {
      LenderWallet wallet = kept.wallets().getFirst();
      return new WalletAfter(
          wallet.id(),
          null,
          wallet.currency().code(),
          wallet.balance().toDecimalString(),
          kept.id());
    }

    private static WalletAfter of(Wallet wallet, UUID topUpId) {
      WalletResponse seen = WalletResponse.of(wallet);
      return new WalletAfter(
          seen.id(), seen.borrowerId(), seen.currency(), seen.balance(), topUpId);
    }
  }

  /**
   * Money that was put into a wallet.
   *
   * @param on the value date
   * @param channel how it came in
   * @param recordedBy the user who took it; not for borrowers
   * @param reversedOn the value date from which it counts no more
   * @param reversible whether who asks may take it back
   */
  @Schema(name = "TopUp")
  record TopUpResponse(
      UUID id,
      LocalDate on,
      String amount,
      String currency,
      @Nullable TopUpChannel channel,
      @Nullable UUID recordedBy,
      Instant recordedAt,
      @Nullable LocalDate reversedOn,
      boolean reversible) {

    private static TopUpResponse of(WalletBookingViews.Seen seen) {
      WalletBooking topUp = seen.booking();
      return new TopUpResponse(
          topUp.id(),
          topUp.on(),
          topUp.amount().toDecimalString(),
          topUp.amount().currency().code(),
          TopUpChannel.ofAccount(topUp.accountCode()),
          seen.recordedBy(),
          topUp.recordedAt(),
          topUp.reversedOn(),
          seen.reversible());
    }
  }

  /**
   * Why money is taken out of a wallet again.
   *
   * @param on the value date from which it counts no more, not before its own; without it the
   *     business date
   */
  @Schema(name = "NewTopUpReversal")
  record NewTopUpReversal(
      @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason, @Nullable LocalDate on) {}

  /**
   * Money that was taken back.
   *
   * @param id the top-up
   * @param balance what the wallet holds after it
   */
  @Schema(name = "TopUpReversed")
  record Reversed(UUID id, UUID walletId, String currency, String balance) {}

  @PostMapping("/api/wallets/{id}/top-up")
  @Permitted({Permission.WALLET_TRANSFER, Permission.FUND_TRANSFER})
  @Operation(
      operationId = "topUpWallet",
      summary = "Put money into a wallet of a borrower, or of the lender")
  ResponseEntity<WalletAfter> topUp(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody TopUpRequest request) {
    MoneyCommands.Attempt attempt =
        new MoneyCommands.Attempt(
            key,
            "wallet.top_up",
            new Subject("wallet", id, id.toString()),
            new Command("POST /api/wallets/" + id + "/top-up", request));
    return commands.once(
        caller, attempt, WalletAfter.class, () -> new Answer<>(200, topUp(caller, id, request)));
  }

  private WalletAfter topUp(Caller caller, UUID id, TopUpRequest request) {
    PostingRole from = TopUpChannel.role(request.channel());
    Optional<LenderWallet> lenders = movements.wallet(id);
    if (lenders.isPresent()) {
      return topUp(caller, lenders.get(), from, request);
    }
    Wallet wallet = wallets.find(id).orElseThrow(TopUpProblems::unknownWallet);
    TopUp topUp =
        new TopUp(
            id,
            Amounts.positive("amount", request.amount(), wallet.balance().currency()),
            request.on(),
            from);
    var kept = TopUpProblems.done(topUps.topUp(caller, topUp));
    return WalletAfter.of(kept.wallet(), kept.topUpId());
  }

  private WalletAfter topUp(
      Caller caller, LenderWallet wallet, PostingRole from, TopUpRequest request) {
    LenderMovement.TopUp topUp =
        new LenderMovement.TopUp(
            wallet.id(),
            from,
            Amounts.positive("amount", request.amount(), wallet.currency()),
            request.on(),
            Texts.strippedOrNull(request.reference()));
    return WalletAfter.of(LenderProblems.done(movements.move(caller, topUp)));
  }

  @GetMapping("/api/wallets/{id}/top-ups")
  @Permitted(Permission.WALLET_VIEW)
  @Operation(operationId = "listTopUps", summary = "What was put into a wallet, newest first")
  @ApiResponse(responseCode = "404", description = "The wallet does not exist, or is out of scope")
  Page<TopUpResponse> list(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return views
        .page(
            caller,
            id,
            WalletBooking.Kind.TOP_UP,
            owner -> reversals.reversibleBy(caller, owner),
            limit,
            cursor)
        .map(TopUpResponse::of);
  }

  @PostMapping("/api/wallets/{id}/top-ups/{topUpId}/reversal")
  @Permitted(Permission.PAYMENT_REVERSE)
  @Operation(
      operationId = "reverseTopUp",
      summary = "Take money out of a wallet again that should not have been put into it")
  ResponseEntity<Reversed> reverse(
      Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID topUpId,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewTopUpReversal request) {
    MoneyCommands.Attempt attempt =
        new MoneyCommands.Attempt(
            key,
            "wallet.reverse",
            new Subject("wallet", id, id.toString()),
            new Command("POST /api/wallets/" + id + "/top-ups/" + topUpId + "/reversal", request));
    TopUpReversal wanted = new TopUpReversal(id, topUpId, request.reason().strip(), request.on());
    return commands.once(
        caller,
        attempt,
        Reversed.class,
        () -> {
          Wallet after = TopUpProblems.done(reversals.reverse(caller, wanted));
          WalletResponse seen = WalletResponse.of(after);
          return new Answer<>(
              200, new Reversed(topUpId, seen.id(), seen.currency(), seen.balance()));
        });
  }
}
