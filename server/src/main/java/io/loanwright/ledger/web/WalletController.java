package io.loanwright.ledger.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.engine.money.Currency;
import io.loanwright.ledger.Wallet;
import io.loanwright.ledger.WalletOpening;
import io.loanwright.ledger.WalletOpenings;
import io.loanwright.ledger.Wallets;
import io.loanwright.ledger.spi.WalletOwners;
import io.loanwright.web.Amounts;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Money held for borrowers. */
@RestController
@Tag(name = "ledger")
class WalletController {

  private final Wallets wallets;
  private final WalletOpenings openings;
  private final WalletOwners owners;

  WalletController(Wallets wallets, WalletOpenings openings, WalletOwners owners) {
    this.wallets = wallets;
    this.openings = openings;
    this.owners = owners;
  }

  /** A wallet to open. */
  record NewWallet(@NotNull UUID borrowerId, @NotNull @Size(max = 3) String currency) {}

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
      case WalletOpening.AccountUnusable(String code) -> throw TopUpProblems.unusable(code);
    };
  }
}
