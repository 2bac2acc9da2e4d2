package io.loanwright.expense.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.document.Attachments;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.expense.Expense;
import io.loanwright.expense.ExpenseFilter;
import io.loanwright.expense.ExpenseOutcome;
import io.loanwright.expense.ExpensePayments;
import io.loanwright.expense.ExpenseSum;
import io.loanwright.expense.Expenses;
import io.loanwright.expense.NewExpense;
import io.loanwright.ledger.Answer;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.ledger.Command;
import io.loanwright.ledger.MoneyCommands;
import io.loanwright.organization.Organization;
import io.loanwright.web.Amounts;
import io.loanwright.web.Cursor;
import io.loanwright.web.FieldError;
import io.loanwright.web.IdempotencyKey;
import io.loanwright.web.Page;
import io.loanwright.web.PlainText;
import io.loanwright.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Expenses from the voucher to the payment. */
@RestController
@Tag(name = "expense", description = "What the lender spends")
class ExpenseController {

  private static final String PATH = "/api/expenses";

  private final Expenses expenses;
  private final ExpensePayments payments;
  private final Organization organization;
  private final MoneyCommands commands;
  private final ExpenseViews views;

  ExpenseController(
      Expenses expenses,
      ExpensePayments payments,
      Organization organization,
      MoneyCommands commands,
      ExpenseViews views) {
    this.expenses = expenses;
    this.payments = payments;
    this.organization = organization;
    this.commands = commands;
    this.views = views;
  }

  /**
   * An expense to be approved by somebody else.
   *
   * @param branchId the branch that spends; without it the caller's own
   * @param on the day of the voucher, not after the business date
   * @param vendor who gets the money
   * @param currency without it the organization's
   * @param voucher the number of the paper, if it has one
   */
  @Schema(name = "NewExpense")
  record NewExpenseRequest(
      @NotNull UUID categoryId,
      @Nullable UUID branchId,
      @NotNull LocalDate on,
      @NotBlank @PlainText @Size(max = 200) String vendor,
      @NotNull @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String amount,
      @Nullable @Size(max = 3) String currency,
      @Nullable @PlainText @Size(max = 100) String voucher,
      @Nullable @PlainText(lines = true) @Size(max = 2000) String note) {}

  /**
   * What somebody approves.
   *
   * @param attachments the ids of the files that he has seen, in any order; where the expense has
   *     others by then it is refused. Without it they are not compared
   */
  @Schema(name = "ExpenseApproval")
  record Approval(
      @Nullable @Size(max = Attachments.MOST, message = FieldError.TOO_MANY)
          List<@NotNull UUID> attachments) {

    private @Nullable Set<UUID> seen() {
      return attachments == null ? null : Set.copyOf(attachments);
    }
  }

  /** Why an expense is not paid. */
  @Schema(name = "ExpenseRejection")
  record Rejection(@NotBlank @PlainText(lines = true) @Size(max = 2000) String reason) {}

  /**
   * The payment of an expense.
   *
   * @param walletId an expense wallet or a till, of the expense's currency
   * @param on the value date, not after the business date
   */
  @Schema(name = "NewExpensePayment")
  record NewPayment(@NotNull UUID walletId, @NotNull LocalDate on) {}

  /**
   * Why a payment is taken back.
   *
   * @param on the value date from which it counts no more; without it the business date
   */
  @Schema(name = "NewExpenseReversal")
  record NewReversal(
      @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason, @Nullable LocalDate on) {}

  /** What a client narrows the list by; what is absent does not. The days are those of vouchers. */
  record ExpenseCriteria(
      Expense.@Nullable Status status,
      @Nullable UUID categoryId,
      @Nullable UUID branchId,
      @Parameter(description = "The first day of vouchers") @Nullable LocalDate from,
      @Parameter(description = "The last day of vouchers") @Nullable LocalDate to) {

    private ExpenseFilter filter() {
      return new ExpenseFilter(status, categoryId, branchId, from, to);
    }
  }

  /** What was paid in a category. */
  @Schema(name = "ExpenseSum")
  record Sum(UUID categoryId, String category, long count, String amount) {

    private static Sum of(ExpenseSum sum) {
      return new Sum(
          sum.categoryId(), sum.categoryName(), sum.count(), sum.amount().toDecimalString());
    }
  }

  /**
   * What was paid in some days, by category, the most first.
   *
   * @param from the first value date
   * @param to the last value date
   */
  @Schema(name = "ExpenseSummary")
  record Summary(
      LocalDate from, LocalDate to, String currency, String total, List<Sum> categories) {}

  @GetMapping(PATH)
  @Permitted(Permission.EXPENSE_VIEW)
  @Operation(operationId = "listExpenses", summary = "Expenses, newest first")
  Page<ExpenseResponse> list(
      Caller caller,
      @ParameterObject @Valid ExpenseCriteria criteria,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor end = Cursor.parse(cursor, 1);
    List<Expense> found =
        expenses.page(caller, criteria.filter(), end == null ? null : end.id(0), rows + 1);
    return Page.of(found, rows, expense -> Cursor.of(expense.id())).map(views.each(caller, found));
  }

  @GetMapping(PATH + "/summary")
  @Permitted(Permission.EXPENSE_VIEW)
  @Operation(
      operationId = "getExpenseSummary",
      summary =
          "What was paid in some days, by category; without days the year up to the business date")
  Summary summary(
      Caller caller,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String currency) {
    BooksSpan span = BooksSpan.of(from, to, currency, organization.current());
    List<ExpenseSum> sums = expenses.sums(caller, span.from(), span.to(), span.currency());
    Money total =
        sums.stream().map(ExpenseSum::amount).reduce(Money.zero(span.currency()), Money::plus);
    return new Summary(
        span.from(),
        span.to(),
        span.currency().code(),
        total.toDecimalString(),
        sums.stream().map(Sum::of).toList());
  }

  @GetMapping(PATH + "/{id}")
  @Permitted(Permission.EXPENSE_VIEW)
  @Operation(operationId = "getExpense", summary = "One expense")
  ExpenseResponse one(Caller caller, @PathVariable UUID id) {
    return expenses
        .find(caller, id)
        .map(expense -> views.of(caller, expense))
        .orElseThrow(ExpenseProblems::unknown);
  }

  @PostMapping(PATH)
  @Permitted(Permission.EXPENSE_RECORD)
  @Operation(
      operationId = "recordExpense",
      summary = "Write an expense down; somebody else approves it before it is paid")
  @ApiResponse(responseCode = "201")
  ResponseEntity<ExpenseResponse> record(
      Caller caller,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewExpenseRequest request) {
    MoneyCommands.Attempt attempt =
        new MoneyCommands.Attempt(
            key,
            "expense.record",
            new Subject("expense", AuditTrail.noId(), request.vendor().strip()),
            new Command("POST " + PATH, request));
    Currency currency = BooksSpan.currency(request.currency(), organization.current());
    NewExpense wanted =
        new NewExpense(
            request.categoryId(),
            request.branchId(),
            request.on(),
            request.vendor().strip(),
            Amounts.positive("amount", request.amount(), currency),
            Texts.strippedOrNull(request.voucher()),
            Texts.strippedOrNull(request.note()));
    return once(caller, attempt, 201, () -> expenses.record(caller, wanted));
  }

  @PostMapping(PATH + "/{id}/approve")
  @Permitted(Permission.EXPENSE_APPROVE)
  @Operation(
      operationId = "approveExpense",
      summary = "Approve what somebody else wrote down, with the files that one has seen")
  ResponseEntity<ExpenseResponse> approve(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody(required = false) @Nullable Approval approval) {
    Set<UUID> seen = approval == null ? null : approval.seen();
    return once(
        caller,
        step(key, id, "approve", approval == null ? List.of() : approval),
        200,
        () -> expenses.approve(caller, id, seen));
  }

  @PostMapping(PATH + "/{id}/reject")
  @Permitted(Permission.EXPENSE_APPROVE)
  @Operation(operationId = "rejectExpense", summary = "Reject what somebody else wrote down")
  ResponseEntity<ExpenseResponse> reject(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody Rejection rejection) {
    return once(
        caller,
        step(key, id, "reject", rejection),
        200,
        () -> expenses.reject(caller, id, rejection.reason().strip()));
  }

  @PostMapping(PATH + "/{id}/withdraw")
  @Permitted(Permission.EXPENSE_RECORD)
  @Operation(operationId = "withdrawExpense", summary = "Take back what one wrote down oneself")
  ResponseEntity<ExpenseResponse> withdraw(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key) {
    return once(
        caller, step(key, id, "withdraw", List.of()), 200, () -> expenses.withdraw(caller, id));
  }

  @PostMapping(PATH + "/{id}/pay")
  @Permitted(Permission.EXPENSE_RECORD)
  @Operation(
      operationId = "payExpense",
      summary = "Pay an approved expense out of an expense wallet or a till")
  ResponseEntity<ExpenseResponse> pay(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewPayment payment) {
    return once(
        caller,
        step(key, id, "pay", payment),
        200,
        () -> payments.pay(caller, id, payment.walletId(), payment.on()));
  }

  @PostMapping(PATH + "/{id}/take-back")
  @Permitted(Permission.EXPENSE_RECORD)
  @Operation(
      operationId = "takeBackExpense",
      summary = "Take the payment of an expense back; the money is in its wallet again")
  ResponseEntity<ExpenseResponse> takeBack(
      Caller caller,
      @PathVariable UUID id,
      @IdempotencyKey @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String key,
      @Valid @RequestBody NewReversal reversal) {
    return once(
        caller,
        step(key, id, "take-back", reversal),
        200,
        () -> payments.takeBack(caller, id, reversal.reason().strip(), reversal.on()));
  }

  private static MoneyCommands.Attempt step(
      @Nullable String key, UUID id, String verb, Object body) {
    return new MoneyCommands.Attempt(
        key,
        "expense." + verb.replace('-', '_'),
        new Subject("expense", id, id.toString()),
        new Command("POST " + PATH + "/" + id + "/" + verb, body));
  }

  private ResponseEntity<ExpenseResponse> once(
      Caller caller, MoneyCommands.Attempt attempt, int status, Supplier<ExpenseOutcome> work) {
    return commands.once(
        caller,
        attempt,
        ExpenseResponse.class,
        () -> new Answer<>(status, views.of(caller, ExpenseProblems.done(work.get()))));
  }
}
