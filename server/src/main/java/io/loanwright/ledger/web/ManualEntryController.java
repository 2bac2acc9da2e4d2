package io.loanwright.ledger.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.Account;
import io.loanwright.ledger.Answer;
import io.loanwright.ledger.Command;
import io.loanwright.ledger.Line;
import io.loanwright.ledger.ManualDecisions;
import io.loanwright.ledger.ManualDraft;
import io.loanwright.ledger.ManualEntries;
import io.loanwright.ledger.ManualEntry;
import io.loanwright.ledger.ManualEntryOutcome;
import io.loanwright.ledger.MoneyCommands;
import io.loanwright.ledger.NewEntry;
import io.loanwright.ledger.Side;
import io.loanwright.web.Amounts;
import io.loanwright.web.Cursor;
import io.loanwright.web.IdempotencyKey;
import io.loanwright.web.Page;
import io.loanwright.web.PlainText;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Entries that one person drafts by hand and another posts. */
@RestController
@Tag(name = "ledger")
class ManualEntryController {

  private static final String PATH = "/api/ledger/manual-entries";

  private final ManualEntries entries;
  private final ManualDecisions decisions;
  private final MoneyCommands commands;

  ManualEntryController(ManualEntries entries, ManualDecisions decisions, MoneyCommands commands) {
    this.entries = entries;
    this.decisions = decisions;
    this.commands = commands;
  }

  /** A line: an amount on one side of an account. */
  @Schema(name = "NewManualLine")
  record NewLine(
      @NotBlank @PlainText @Size(max = 20) String account,
      @NotNull Side side,
      @NotNull @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String amount) {}

  /**
   * An entry to be posted by somebody else.
   *
   * @param on the value date, not after the business date
   * @param branchId the branch whose books it belongs to; without it the caller's own
   * @param currency of all lines
   * @param description what the journal will say
   * @param reason why it is needed
   */
  @Schema(name = "NewManualEntry")
  record NewManualEntry(
      @NotNull LocalDate on,
      @Nullable UUID branchId,
      @NotNull @Size(max = 3) String currency,
      @NotBlank @PlainText @Size(max = NewEntry.MAX_DESCRIPTION) String description,
      @NotBlank @PlainText(lines = true) @Size(max = 2000) String reason,
      @NotNull @Size(min = 2, max = NewEntry.MAX_LINES, message = "must be {min} to {max} lines")
          List<@NotNull @Valid NewLine> lines) {}

  /** Why an entry is kept out of the books. */
  @Schema(name = "ManualEntryRejection")
  record Rejection(@NotBlank @PlainText(lines = true) @Size(max = 2000) String reason) {}

  @GetMapping(PATH)
  @Permitted({Permission.LEDGER_VIEW, Permission.LEDGER_DRAFT, Permission.LEDGER_APPROVE})
  @Operation(
      operationId = "listManualEntries",
      summary = "Entries that were drafted by hand, newest first")
  Page<ManualEntryResponse> list(
      Caller caller,
      @RequestParam(required = false) ManualEntry.@Nullable Status status,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor end = Cursor.parse(cursor, 1);
    return Page.of(
            entries.page(caller, status, end == null ? null : end.id(0), rows + 1),
            rows,
            entry -> Cursor.of(entry.id()))
        .map(ManualEntryResponse::of);
  }

  @GetMapping(PATH + "/accounts")
  @Permitted(Permission.LEDGER_DRAFT)
  @Operation(
      operationId = "listAccountsForManualEntries",
      summary = "The accounts that take lines by hand, in order of codes")
  Page<Account> accounts() {
    return new Page<>(entries.accounts(), null);
  }

  @GetMapping(PATH + "/{id}")
  @Permitted({Permission.LEDGER_VIEW, Permission.LEDGER_DRAFT, Permission.LEDGER_APPROVE})
  @Operation(operationId = "getManualEntry", summary = "One entry that was drafted by hand")
  ManualEntryResponse one(Caller caller, @PathVariable UUID id) {
    return entries
        .find(caller, id)
        .map(ManualEntryResponse::of)
        .orElseThrow(ManualEntryProblems::unknown);
  }

  @PostMapping(PATH)
  @Permitted(Permission.LEDGER_DRAFT)
  @Operation(
      operationId = "draftManualEntry",
      summary = "Draft an entry; it is in the books when somebody else has posted it")
  @ApiResponse(responseCode = "201")
  ResponseEntity<ManualEntryResponse> draft(
      Caller caller,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewManualEntry request) {
    MoneyCommands.Attempt attempt =
        new MoneyCommands.Attempt(
            key,
            "manual_entry.draft",
            new Subject("manual-entry", AuditTrail.noId(), request.description().strip()),
            new Command("POST " + PATH, request));
    ManualDraft draft = draft(request);
    return once(caller, attempt, 201, () -> entries.draft(caller, draft));
  }

  private static ManualDraft draft(NewManualEntry request) {
    Currency currency = Amounts.currency("currency", request.currency());
    List<Line> lines = new ArrayList<>();
    for (NewLine line : request.lines()) {
      String field = "lines[" + lines.size() + "].amount";
      Money amount = Amounts.positive(field, line.amount(), currency);
      lines.add(new Line(line.account().strip(), line.side(), amount, null));
    }
    return new ManualDraft(
        request.on(),
        request.branchId(),
        currency,
        request.description().strip(),
        request.reason().strip(),
        lines);
  }

  @PostMapping(PATH + "/{id}/approve")
  @Permitted(Permission.LEDGER_APPROVE)
  @Operation(operationId = "approveManualEntry", summary = "Post what somebody else drafted")
  ResponseEntity<ManualEntryResponse> approve(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key) {
    return once(
        caller, decision(key, id, "approve", List.of()), 200, () -> decisions.approve(caller, id));
  }

  @PostMapping(PATH + "/{id}/reject")
  @Permitted(Permission.LEDGER_APPROVE)
  @Operation(
      operationId = "rejectManualEntry",
      summary = "Keep out of the books what somebody else drafted")
  ResponseEntity<ManualEntryResponse> reject(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody Rejection rejection) {
    return once(
        caller,
        decision(key, id, "reject", rejection),
        200,
        () -> decisions.reject(caller, id, rejection.reason().strip()));
  }

  @PostMapping(PATH + "/{id}/withdraw")
  @Permitted(Permission.LEDGER_DRAFT)
  @Operation(operationId = "withdrawManualEntry", summary = "Take back what one drafted oneself")
  ResponseEntity<ManualEntryResponse> withdraw(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key) {
    return once(
        caller,
        decision(key, id, "withdraw", List.of()),
        200,
        () -> decisions.withdraw(caller, id));
  }

  private static MoneyCommands.Attempt decision(
      @Nullable String key, UUID id, String verb, Object body) {
    return new MoneyCommands.Attempt(
        key,
        "manual_entry." + verb,
        new Subject("manual-entry", id, id.toString()),
        new Command("POST " + PATH + "/" + id + "/" + verb, body));
  }

  private ResponseEntity<ManualEntryResponse> once(
      Caller caller, MoneyCommands.Attempt attempt, int status, Supplier<ManualEntryOutcome> work) {
    return commands.once(
        caller,
        attempt,
        ManualEntryResponse.class,
        () -> new Answer<>(status, ManualEntryResponse.of(ManualEntryProblems.done(work.get()))));
  }
}
