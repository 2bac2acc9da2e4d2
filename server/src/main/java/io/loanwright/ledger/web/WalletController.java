package io.loanwright.ledger.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.engine.money.Currency;
import io.loanwright.identity.Users;
import io.loanwright.ledger.LenderWallet;
import io.loanwright.ledger.LenderWallet.Holder;
import io.loanwright.ledger.LenderWalletBook;
import io.loanwright.ledger.LenderWalletFilter;
import io.loanwright.ledger.LenderWallets;
import io.loanwright.ledger.NewLenderWallet;
import io.loanwright.ledger.Wallet;
import io.loanwright.ledger.WalletKind;
import io.loanwright.ledger.WalletOpening;
import io.loanwright.ledger.WalletOpenings;
import io.loanwright.ledger.Wallets;
import io.loanwright.ledger.spi.WalletOwners;
import io.loanwright.web.Amounts;
import io.loanwright.web.Cursor;
import io.loanwright.web.FieldError;
import io.loanwright.web.Page;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Wallets: of borrowers, and the lender's own. */
@RestController
@Tag(name = "ledger")
class WalletController {

  private final Wallets wallets;
  private final WalletOpenings openings;
  private final WalletOwners owners;
  private final LenderWallets lenderWallets;
  private final LenderWalletBook book;
  private final Users users;

  WalletController(
      Wallets wallets,
      WalletOpenings openings,
      WalletOwners owners,
      LenderWallets lenderWallets,
      LenderWalletBook book,
      Users users) {
    this.wallets = wallets;
    this.openings = openings;
    this.owners = owners;
    this.lenderWallets = lenderWallets;
    this.book = book;
    this.users = users;
  }

  /**
   * A wallet to open: of a borrower, or of the lender with kind and name.
   *
   * @param borrowerId whose it is to be, where it is a borrower's
   * @param kind of the lender's own: LOAN_FUND, EXPENSE or TILL
   * @param name of the lender's own; unique among the open ones
   * @param branchId the branch whose it is to be; without it the organization's; not beside userId
   * @param userId the person of the staff whose own it is to be, of that person's branch
   */
  @Schema(name = "NewWallet")
  record NewWallet(
      @Nullable UUID borrowerId,
      @Nullable WalletKind kind,
      @Nullable @PlainText @Size(max = LenderWallet.MAX_NAME) String name,
      @Nullable UUID branchId,
      @Nullable UUID userId,
      @NotNull @Size(max = 3) String currency) {}

  /** Which wallets are asked for: those of a borrower, or the lender's own. */
  @GetMapping("/api/wallets")
  @Permitted({Permission.WALLET_VIEW, Permission.FUND_VIEW})
  @Operation(
      operationId = "listWallets",
      summary = "The wallets of a borrower, one a currency; without one the lender's own, by name")
  @ApiResponse(
      responseCode = "404",
      description = "The borrower does not exist, or is out of scope")
  Page<WalletResponse> list(
      Caller caller,
      @RequestParam(required = false) @Nullable UUID borrowerId,
      @Parameter(description = "Of the lender's own: only these; not BORROWER")
          @RequestParam(required = false)
          @Nullable WalletKind kind,
      @Parameter(description = "Of the lender's own: only of this currency")
          @RequestParam(required = false)
          @Nullable String currency,
      @Parameter(description = "Of the lender's own: those that are closed; open ones without it")
          @RequestParam(required = false)
          @Nullable Boolean closed,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    if (borrowerId == null) {
      if (kind == WalletKind.BORROWER) {
        throw ProblemException.invalid("borrowerId", FieldError.MISSING);
      }
      String code = currency == null ? null : Amounts.currency("currency", currency).code();
      var filter = new LenderWalletFilter(kind, code, Boolean.TRUE.equals(closed));
      return lenders(caller, filter, Page.limit(limit), Cursor.parse(cursor, 2));
    }
    if (owners.find(borrowerId, caller.reach(Permission.WALLET_VIEW)).isEmpty()) {
      throw ProblemException.notFound("A borrower");
    }
    return new Page<>(wallets.of(borrowerId).stream().map(WalletResponse::of).toList(), null);
  }

  private Page<WalletResponse> lenders(
      Caller caller, LenderWalletFilter filter, int rows, @Nullable Cursor after) {
    Page<LenderWallet> page =
        Page.of(
            lenderWallets.page(caller, filter, after, rows + 1),
            rows,
            wallet -> Cursor.of(wallet.name().toLowerCase(Locale.ROOT), wallet.id()));
    List<UUID> people =
        page.items().stream().map(w -> w.holder().userId()).filter(Objects::nonNull).toList();
    Map<UUID, String> names = users.toldApart(people);
    return page.map(wallet -> {
      UUID userId = wallet.holder().userId();
      return WalletResponse.of(wallet, userId == null ? null : names.get(userId));
    });
  }

  @GetMapping("/api/wallets/{id}")
  @Permitted({Permission.WALLET_VIEW, Permission.FUND_VIEW})
  @Operation(operationId = "getWallet", summary = "One wallet, of a borrower or of the lender")
  ResponseEntity<WalletDetail> one(Caller caller, @PathVariable UUID id) {
    Optional<Wallet> held =
        wallets
            .find(id)
            .filter(wallet ->
                owners.find(wallet.ownerId(), caller.reach(Permission.WALLET_VIEW)).isPresent());
    if (held.isPresent()) {
      return WalletDetail.of(held.get());
    }
    LenderWallet wallet = lenderWallets.find(caller, id).orElseThrow(TopUpProblems::unknownWallet);
    return WalletDetail.of(
        wallet, LenderWalletController.userName(users, wallet), caller, lenderWallets);
  }

  @PostMapping("/api/wallets")
  @Permitted({Permission.WALLET_TRANSFER, Permission.FUND_TRANSFER})
  @Operation(
      operationId = "openWallet",
      summary = "Open a wallet of a borrower, or of the lender; it holds nothing yet")
  @ApiResponse(responseCode = "201")
  @ApiResponse(
      responseCode = "404",
      description = "The borrower does not exist, or is out of scope")
  ResponseEntity<WalletResponse> open(Caller caller, @Valid @RequestBody NewWallet wanted) {
    Currency currency = Amounts.currency("currency", wanted.currency());
    if (wanted.borrowerId() == null) {
      LenderWallet opened = LenderProblems.done(book.open(caller, lenders(wanted, currency)));
      return ResponseEntity.status(HttpStatus.CREATED)
          .header("ETag", LenderWalletController.tag(opened))
          .body(WalletResponse.of(opened, LenderWalletController.userName(users, opened)));
    }
    return switch (openings.open(caller, wanted.borrowerId(), currency)) {
      case WalletOpening.Opened(Wallet wallet) ->
          ResponseEntity.status(HttpStatus.CREATED).body(WalletResponse.of(wallet));
      case WalletOpening.OpenBefore _ ->
          throw ProblemException.conflict(
              "wallet-exists", "This borrower has a wallet in " + currency.code() + " already.");
      case WalletOpening.OwnerUnknown _ -> throw ProblemException.notFound("A borrower");
      case WalletOpening.OwnerErased _ -> throw TopUpProblems.erased();
      case WalletOpening.AccountUnusable(String code) -> throw TopUpProblems.unusable(code);
    };
  }

  private static NewLenderWallet lenders(NewWallet wanted, Currency currency) {
    if (wanted.kind() == null || wanted.kind() == WalletKind.BORROWER) {
      throw ProblemException.invalid(
          wanted.kind() == null ? "kind" : "borrowerId", FieldError.MISSING);
    }
    if (wanted.name() == null || wanted.name().isBlank()) {
      throw ProblemException.invalid("name", FieldError.MISSING);
    }
    if (wanted.userId() != null && wanted.branchId() != null) {
      throw ProblemException.invalid("branchId", "is that of the person; leave it out");
    }
    return new NewLenderWallet(
        wanted.kind(),
        wanted.name().strip(),
        new Holder(wanted.branchId(), wanted.userId()),
        currency);
  }
}
