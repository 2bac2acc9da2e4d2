package io.loanwright.ledger.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.ledger.Account;
import io.loanwright.ledger.AccountType;
import io.loanwright.ledger.CashFlowKind;
import io.loanwright.ledger.Chart;
import io.loanwright.ledger.ChartOutcome;
import io.loanwright.web.ETag;
import io.loanwright.web.FieldError;
import io.loanwright.web.Ids;
import io.loanwright.web.Page;
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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The chart of accounts. */
@RestController
@Tag(name = "ledger", description = "Accounts, journal, trial balance and wallets")
class AccountController {

  /** How many of what posts to an account are named. */
  private static final int NAMED = 5;

  private final Chart chart;

  AccountController(Chart chart) {
    this.chart = chart;
  }

  /** A new account. */
  record NewAccountRequest(
      @NotBlank
          @Size(max = 20)
          @Pattern(
              regexp = "[A-Za-z0-9][A-Za-z0-9.-]*",
              message = "must be letters, digits, dots and dashes")
          String code,
      @NotBlank @PlainText @Size(max = 200) String name,
      @NotNull AccountType type,
      @Nullable @Pattern(regexp = "[A-Z]{3}", message = "must be a currency code") String currency,
      @Nullable Boolean header,
      @Schema(description = "Without it FINANCING for equity and OPERATING for all others")
          @Nullable CashFlowKind cashFlow) {}

  /** What changes of an account; what is left out stays. */
  record AccountChangeRequest(
      @Nullable @PlainText @Size(min = 1, max = 200) String name,
      @Nullable Boolean active,
      @Schema(description = "What it is in the statement of cash flows")
          @Nullable CashFlowKind cashFlow) {}

  @GetMapping("/api/ledger/accounts")
  @Permitted({Permission.LEDGER_VIEW, Permission.PRODUCT_EDIT})
  @Operation(operationId = "listAccounts", summary = "The chart of accounts, in order of codes")
  Page<Account> list() {
    return new Page<>(chart.all(), null);
  }

  @PostMapping("/api/ledger/accounts")
  @Permitted(Permission.SETTINGS_EDIT)
  @Operation(operationId = "createAccount", summary = "Add an account")
  @ApiResponse(responseCode = "201")
  ResponseEntity<Account> create(Caller caller, @Valid @RequestBody NewAccountRequest request) {
    Account account =
        new Account(
            Ids.next(),
            request.code().strip(),
            request.name().strip(),
            request.type(),
            request.currency(),
            Boolean.TRUE.equals(request.header()),
            true,
            request.cashFlow() == null ? CashFlowKind.of(request.type()) : request.cashFlow(),
            1);
    Account made = accountOf(chart.add(caller, account));
    return ResponseEntity.created(URI.create("/api/ledger/accounts/" + made.id()))
        .header(HttpHeaders.ETAG, new ETag(made.version()).value())
        .body(made);
  }

  @PatchMapping("/api/ledger/accounts/{id}")
  @Permitted(Permission.SETTINGS_EDIT)
  @Operation(
      operationId = "changeAccount",
      summary =
          "Rename an account, take it out of use, or say what it is in the statement of cash flows;"
              + " not that of a wallet")
  @ApiResponse(
      responseCode = "409",
      description = "It is taken out of use and products, wallets or expenses post to it")
  ResponseEntity<Account> change(
      Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody AccountChangeRequest request) {
    Account now = chart.find(id).orElseThrow(() -> ProblemException.notFound("An account"));
    new ETag(now.version()).requireMatch(ifMatch);
    String name = request.name() == null ? now.name() : request.name().strip();
    boolean active = request.active() == null ? now.active() : request.active();
    if (name.isEmpty()) {
      throw ProblemException.invalid("name", FieldError.MISSING);
    }
    CashFlowKind cashFlow = request.cashFlow() == null ? now.cashFlow() : request.cashFlow();
    Account changed = accountOf(chart.change(caller, now, name, active, cashFlow));
    return ResponseEntity.ok()
        .header(HttpHeaders.ETAG, new ETag(changed.version()).value())
        .body(changed);
  }

  private static Account accountOf(ChartOutcome outcome) {
    return switch (outcome) {
      case ChartOutcome.Kept(Account account) -> account;
      case ChartOutcome.CodeTaken(String code) ->
          throw ProblemException.conflict(
              "account-code-taken", "There is an account with the code " + code + " already.");
      case ChartOutcome.CurrencyUnknown(String code) ->
          throw ProblemException.invalid("currency", "is not a currency: " + code);
      case ChartOutcome.OfWallet(String code) ->
          throw ProblemException.conflict(
              "account-of-wallet",
              "Account " + code + " is a wallet. Rename or close it under Wallets.");
      case ChartOutcome.InUse(Account account, List<String> by) ->
          throw ProblemException.conflict("account-in-use", inUse(account, by));
      case ChartOutcome.NoMoney(String code) ->
          throw ProblemException.rule(
              "money-is-an-asset", "Account " + code + " is no asset, so it is no money at hand.");
      case ChartOutcome.ChangedMeanwhile _ -> throw ProblemException.stale();
    };
  }

  private static String inUse(Account account, List<String> by) {
    String first = String.join(", ", by.subList(0, Math.min(by.size(), NAMED)));
    String more = by.size() > NAMED ? " and %d more".formatted(by.size() - NAMED) : "";
    return "Account %s %s stays in use, since what is posted there goes on: %s%s."
        .formatted(account.code(), account.name(), first, more);
  }
}
