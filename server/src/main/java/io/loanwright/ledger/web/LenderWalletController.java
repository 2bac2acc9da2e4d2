package io.loanwright.ledger.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.identity.Users;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.LenderMovements;
import io.loanwright.ledger.LenderReversals;
import io.loanwright.ledger.LenderWallet;
import io.loanwright.ledger.LenderWalletBook;
import io.loanwright.ledger.LenderWallets;
import io.loanwright.ledger.WalletKind;
import io.loanwright.ledger.store.LenderMovementQuery;
import io.loanwright.organization.Organization;
import io.loanwright.web.Cursor;
import io.loanwright.web.ETag;
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
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What moved one of the lender's own wallets, where its money can go, its name and its end. */
@RestController
@Tag(name = "ledger")
class LenderWalletController {

  private static final Set<WalletKind> LENDERS =
      EnumSet.of(WalletKind.LOAN_FUND, WalletKind.EXPENSE, WalletKind.TILL);

  private final LenderWallets wallets;
  private final LenderWalletBook book;
  private final LenderMovementQuery movements;
  private final LenderReversals reversals;
  private final Organization organization;
  private final Users users;

  LenderWalletController(
      LenderWallets wallets,
      LenderWalletBook book,
      LenderMovementQuery movements,
      LenderReversals reversals,
      Organization organization,
      Users users) {
    this.wallets = wallets;
    this.book = book;
    this.movements = movements;
    this.reversals = reversals;
    this.organization = organization;
    this.users = users;
  }

  /** What a wallet is called from now on. */
  @Schema(name = "WalletChange")
  record WalletChange(@NotBlank @PlainText @Size(max = LenderWallet.MAX_NAME) String name) {}

  /** A wallet that money can be passed on to. */
  @Schema(name = "WalletReceiver")
  record Receiver(UUID id, WalletKind kind, String name) {}

  /**
   * What moved a wallet in some days, newest first.
   *
   * @param from the first value date
   * @param to the last value date
   * @param opening what was in it before them
   * @param in what came in in all of them
   * @param out what went out in all of them
   * @param closing what was in it after them
   */
  @Schema(name = "WalletHistory")
  record History(
      LocalDate from,
      LocalDate to,
      String currency,
      String opening,
      String in,
      String out,
      String closing,
      List<LenderMovementResponse> items,
      @Nullable String next) {}

  /** Somebody of the staff who can have a wallet of his own. */
  @Schema(name = "WalletHolder")
  record WalletHolder(UUID id, String name) {}

  @GetMapping("/api/wallets/holders")
  @Permitted(Permission.FUND_TRANSFER)
  @Operation(
      operationId = "listWalletHolders",
      summary =
          "Whom of the staff the caller can open a wallet for, by name; people of one name with"
              + " how they sign in")
  Page<WalletHolder> holders(Caller caller) {
    return new Page<>(
        users.activeStaff(caller, Permission.FUND_TRANSFER).entrySet().stream()
            .map(user -> new WalletHolder(user.getKey(), user.getValue()))
            .toList(),
        null);
  }

  @PatchMapping("/api/wallets/{id}")
  @Permitted(Permission.FUND_TRANSFER)
  @Operation(operationId = "renameWallet", summary = "Rename one of the lender's own wallets")
  ResponseEntity<WalletDetail> rename(
      Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody WalletChange change) {
    LenderWallet now = visible(caller, id);
    new ETag(now.version()).requireMatch(ifMatch);
    return detail(
        caller, LenderProblems.done(book.rename(caller, id, now.version(), change.name().strip())));
  }

  @PostMapping("/api/wallets/{id}/close")
  @Permitted(Permission.FUND_TRANSFER)
  @Operation(
      operationId = "closeWallet",
      summary = "Close one of the lender's wallets; it is empty")
  ResponseEntity<WalletDetail> close(Caller caller, @PathVariable UUID id) {
    return detail(caller, LenderProblems.done(book.close(caller, id)));
  }

  @GetMapping("/api/wallets/{id}/receivers")
  @Permitted(Permission.FUND_TRANSFER)
  @Operation(
      operationId = "listWalletReceivers",
      summary =
          "The wallets that money of one of the lender's wallets can be passed on to, by name")
  @ApiResponse(responseCode = "404", description = "The wallet does not exist, or is out of scope")
  Page<Receiver> receivers(Caller caller, @PathVariable UUID id) {
    LenderWallet from =
        wallets.find(id).filter(w -> wallets.mayDraw(caller, w)).orElseThrow(this::unknown);
    return new Page<>(
        wallets.inCurrency(from.currency(), LENDERS).stream()
            .filter(to -> !to.id().equals(id))
            .filter(to -> LenderMovements.mayReceive(caller, from, to))
            .map(to -> new Receiver(to.id(), to.kind(), to.name()))
            .toList(),
        null);
  }

  @GetMapping("/api/wallets/{id}/movements")
  @Permitted(Permission.FUND_VIEW)
  @Operation(
      operationId = "listWalletMovements",
      summary =
          "What moved one of the lender's wallets in some days, newest first, with what was in it"
              + " after each; without days the year up to the business date")
  @ApiResponse(responseCode = "404", description = "The wallet does not exist, or is out of scope")
  History history(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    LenderWallet wallet = visible(caller, id);
    BooksSpan span = BooksSpan.of(from, to, wallet.currency().code(), organization.current());
    int rows = Page.limit(limit);
    Cursor end = Cursor.parse(cursor, 3);
    var before =
        end == null ? null : new LenderMovementQuery.Before(end.date(0), end.id(1), end.number(2));
    Page<LenderMovementQuery.Row> page =
        Page.of(
            movements.page(wallet, span, before, rows + 1),
            rows,
            row -> Cursor.of(row.on(), row.entryId(), row.line()));
    return history(caller, wallet, span, page);
  }

  private History history(
      Caller caller, LenderWallet wallet, BooksSpan span, Page<LenderMovementQuery.Row> page) {
    LenderMovementQuery.Sums sums = movements.sums(wallet, span);
    Predicate<LenderMovementQuery.Row> reversible = reversals.reversibleBy(caller, wallet);
    Map<UUID, String> names =
        users.toldApart(
            page.items().stream().map(LenderMovementQuery.Row::recordedBy).distinct().toList());
    return new History(
        span.from(),
        span.to(),
        wallet.currency().code(),
        sums.opening().toDecimalString(),
        sums.in().toDecimalString(),
        sums.out().toDecimalString(),
        sums.closing().toDecimalString(),
        page.items().stream()
            .map(row ->
                LenderMovementResponse.of(row, names.get(row.recordedBy()), reversible.test(row)))
            .toList(),
        page.next());
  }

  private LenderWallet visible(Caller caller, UUID id) {
    return wallets.find(caller, id).orElseThrow(this::unknown);
  }

  private ProblemException unknown() {
    return ProblemException.notFound("A wallet");
  }

  private ResponseEntity<WalletDetail> detail(Caller caller, LenderWallet wallet) {
    return WalletDetail.of(wallet, userName(users, wallet), caller, wallets);
  }

  static String tag(LenderWallet wallet) {
    return new ETag(wallet.version()).value();
  }

  static @Nullable String userName(Users users, LenderWallet wallet) {
    UUID userId = wallet.holder().userId();
    return userId == null ? null : users.toldApart(List.of(userId)).get(userId);
  }
}
