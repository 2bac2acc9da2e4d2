package io.loanwright.ledger.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.Subject;
import io.loanwright.engine.money.Currency;
import io.loanwright.ledger.AboveCashLimit;
import io.loanwright.ledger.Answer;
import io.loanwright.ledger.Command;
import io.loanwright.ledger.MoneyCommands;
import io.loanwright.ledger.PostingRole;
import io.loanwright.ledger.TopUp;
import io.loanwright.ledger.TopUpOutcome;
import io.loanwright.ledger.TopUps;
import io.loanwright.ledger.Wallet;
import io.loanwright.ledger.WalletOpening;
import io.loanwright.ledger.WalletOpenings;
import io.loanwright.ledger.Wallets;
import io.loanwright.ledger.spi.WalletOwners;
import io.loanwright.web.Amounts;
import io.loanwright.web.FieldError;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Money held for borrowers. */
@RestController
@Tag(name = "ledger")
class WalletController {

  private final Wallets wallets;
  private final WalletOpenings openings;
  private final TopUps topUps;
  private final WalletOwners owners;
  private final MoneyCommands commands;

  WalletController(
      Wallets wallets,
      WalletOpenings openings,
      TopUps topUps,
      WalletOwners owners,
      MoneyCommands commands) {
    this.wallets = wallets;
    this.openings = openings;
    this.topUps = topUps;
    this.owners = owners;
    this.commands = commands;
  }

  /** How money comes in from outside. */
  enum TopUpChannel {
    CASH(PostingRole.CASH),
    BANK(PostingRole.BANK),
    MOBILE_MONEY(PostingRole.MOBILE_MONEY),
    CARD(PostingRole.CARD);

    private final PostingRole role;

    TopUpChannel(PostingRole role) {
      this.role = role;
    }
  }

  /**
   * Money put into a wallet.
   *
   * @param on the value date, not after the business date
   * @param channel how the money came in; cash without it
   */
  record TopUpRequest(
      @NotNull @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String amount,
      @NotNull LocalDate on,
      @Nullable TopUpChannel channel) {}

  /** A wallet to open. */
  record NewWallet(@NotNull UUID borrowerId, @NotNull @Size(max = 3) String currency) {}

  /** A wallet as the API writes it. */
  record WalletResponse(UUID id, UUID borrowerId, String currency, String balance) {

    static WalletResponse of(Wallet wallet) {
      return new WalletResponse(
          wallet.id(),
          wallet.ownerId(),
          wallet.balance().currency().code(),
          wallet.balance().toDecimalString());
    }
  }

  @GetMapping("/api/wallets")
  @Permitted(Permission.WALLET_VIEW)
  @Operation(operationId = "listWallets", summary = "The wallets of a borrower, one a currency")
  @ApiResponse(
      responseCode = "404",
      description = "The borrower does not exist, or is out of scope")
  Page<WalletResponse> list(Caller caller, @RequestParam UUID borrowerId) {
    if (owners.find(borrowerId, caller.reach(Permission.WALLET_VIEW)).isEmpty()) {
      throw ProblemException.notFound("A borrower");
    }
    return new Page<>(wallets.of(borrowerId).stream().map(WalletResponse::of).toList(), null);
  }

  @PostMapping("/api/wallets")
  @Permitted(Permission.WALLET_TRANSFER)
  @Operation(operationId = "openWallet", summary = "Open a wallet; it holds nothing yet")
  @ApiResponse(responseCode = "201")
  @ApiResponse(
      responseCode = "404",
      description = "The borrower does not exist, or is out of scope")
  ResponseEntity<WalletResponse> open(Caller caller, @Valid @RequestBody NewWallet wanted) {
    Currency currency = Amounts.currency("currency", wanted.currency());
    return switch (openings.open(caller, wanted.borrowerId(), currency)) {
      case WalletOpening.Opened(Wallet wallet) ->
          ResponseEntity.status(HttpStatus.CREATED).body(WalletResponse.of(wallet));
      case WalletOpening.OpenBefore _ ->
          throw ProblemException.conflict(
              "wallet-exists", "This borrower has a wallet in " + currency.code() + " already.");
      case WalletOpening.OwnerUnknown _ -> throw ProblemException.notFound("A borrower");
      case WalletOpening.AccountUnusable(String code) -> throw unusable(code);
    };
  }

  @PostMapping("/api/wallets/{id}/top-up")
  @Permitted(Permission.WALLET_TRANSFER)
  @Operation(operationId = "topUpWallet", summary = "Put money into a wallet")
  ResponseEntity<WalletResponse> topUp(
      Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Valid @RequestBody TopUpRequest request) {
    MoneyCommands.Attempt attempt =
        new MoneyCommands.Attempt(
            key,
            "wallet.top_up",
            new Subject("wallet", id, id.toString()),
            new Command("POST /api/wallets/" + id + "/top-up", request));
    return commands.once(
        caller,
        attempt,
        WalletResponse.class,
        () -> new Answer<>(200, WalletResponse.of(topUp(caller, id, request))));
  }

  private Wallet topUp(Caller caller, UUID id, TopUpRequest request) {
    Wallet wallet = wallets.find(id).orElseThrow(WalletController::unknown);
    TopUp topUp =
        new TopUp(
            id,
            Amounts.positive("amount", request.amount(), wallet.balance().currency()),
            request.on(),
            request.channel() == null ? PostingRole.CASH : request.channel().role);
    return switch (topUps.topUp(caller, topUp)) {
      case TopUpOutcome.Kept(Wallet after) -> after;
      case TopUpOutcome.Unknown _ -> throw unknown();
      case TopUpOutcome.DateInFuture(var businessDate) ->
          throw ProblemException.rule(
              "date-in-future", "on", "must not be after the business date, " + businessDate);
      case TopUpOutcome.BackdateNotPermitted(var businessDate) ->
          throw new ProblemException(
              HttpStatus.FORBIDDEN,
              "backdate-not-permitted",
              "Your role does not allow a date before the business date, " + businessDate + ".",
              List.of());
      case TopUpOutcome.CashLimitExceeded(AboveCashLimit why) ->
          throw new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "cash-limit-exceeded",
              why.words(),
              List.of(new FieldError("amount", why.words())));
      case TopUpOutcome.AccountUnusable(String code) -> throw unusable(code);
    };
  }

  private static ProblemException unusable(String code) {
    return ProblemException.conflict(
        "account-unusable", "Account " + code + " takes no money in this currency.");
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("A wallet");
  }
}
