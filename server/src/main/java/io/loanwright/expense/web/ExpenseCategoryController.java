package io.loanwright.expense.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.expense.ExpenseCategories;
import io.loanwright.expense.ExpenseCategory;
import io.loanwright.web.ETag;
import io.loanwright.web.FieldError;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What money is spent on. */
@RestController
@Tag(name = "expense")
class ExpenseCategoryController {

  private final ExpenseCategories categories;

  ExpenseCategoryController(ExpenseCategories categories) {
    this.categories = categories;
  }

  /**
   * A new category.
   *
   * @param accountCode an account of the type EXPENSE in use
   */
  @Schema(name = "NewExpenseCategory")
  record NewCategory(
      @NotBlank @PlainText @Size(max = ExpenseCategory.MAX_NAME) String name,
      @NotBlank @PlainText @Size(max = 20) String accountCode) {}

  /** What changes of a category; what is left out stays. */
  @Schema(name = "ExpenseCategoryChange")
  record CategoryChange(
      @Nullable @PlainText @Size(min = 1, max = ExpenseCategory.MAX_NAME) String name,
      @Nullable @PlainText @Size(min = 1, max = 20) String accountCode,
      @Nullable Boolean active) {}

  @GetMapping("/api/expense-categories")
  @Permitted({Permission.EXPENSE_VIEW, Permission.EXPENSE_RECORD, Permission.SETTINGS_EDIT})
  @Operation(operationId = "listExpenseCategories", summary = "All categories of expenses, by name")
  Page<ExpenseCategory> list() {
    return new Page<>(categories.all(), null);
  }

  @PostMapping("/api/expense-categories")
  @Permitted(Permission.SETTINGS_EDIT)
  @Operation(operationId = "createExpenseCategory", summary = "Add a category of expenses")
  @ApiResponse(responseCode = "201")
  ResponseEntity<ExpenseCategory> create(Caller caller, @Valid @RequestBody NewCategory wanted) {
    ExpenseCategory made =
        ExpenseProblems.done(
            categories.add(caller, wanted.name().strip(), wanted.accountCode().strip()));
    return tagged(HttpStatus.CREATED, made);
  }

  @PatchMapping("/api/expense-categories/{id}")
  @Permitted(Permission.SETTINGS_EDIT)
  @Operation(
      operationId = "changeExpenseCategory",
      summary = "Rename a category, give it another account or offer it no more")
  ResponseEntity<ExpenseCategory> change(
      Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody CategoryChange change) {
    ExpenseCategory now =
        categories.find(id).orElseThrow(() -> ProblemException.notFound("A category"));
    new ETag(now.version()).requireMatch(ifMatch);
    String name = change.name() == null ? now.name() : change.name().strip();
    if (name.isEmpty()) {
      throw ProblemException.invalid("name", FieldError.MISSING);
    }
    ExpenseCategory wanted =
        new ExpenseCategory(
            id,
            name,
            change.accountCode() == null ? now.accountCode() : change.accountCode().strip(),
            change.active() == null ? now.active() : change.active(),
            now.version());
    return tagged(HttpStatus.OK, ExpenseProblems.done(categories.change(caller, wanted)));
  }

  private static ResponseEntity<ExpenseCategory> tagged(
      HttpStatus status, ExpenseCategory category) {
    return ResponseEntity.status(status)
        .header(HttpHeaders.ETAG, new ETag(category.version()).value())
        .body(category);
  }
}
