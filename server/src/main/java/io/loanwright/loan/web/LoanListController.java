package io.loanwright.loan.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.Borrowers;
import io.loanwright.loan.LoanFilter;
import io.loanwright.loan.LoanLine;
import io.loanwright.loan.LoanSort;
import io.loanwright.loan.LoanWindow;
import io.loanwright.loan.Loans;
import io.loanwright.organization.Organization;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.loanwright.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists of applications and loans. */
@RestController
@Tag(name = "loan")
class LoanListController {

  private static final int CURSOR_KEYS = 3;

  private final Loans loans;
  private final Borrowers borrowers;
  private final Organization organization;

  LoanListController(Loans loans, Borrowers borrowers, Organization organization) {
    this.loans = loans;
    this.borrowers = borrowers;
    this.organization = organization;
  }

  /**
   * What narrows the list.
   *
   * @param status statuses, or words that mean some, such as {@code pending}; or {@code defaulted}
   * @param overdue whether an installment is past due
   * @param search a part of the number or of the borrower's name
   */
  record LoanFilters(
      @Nullable @Size(max = 20) List<String> status,
      @Nullable UUID borrowerId,
      @Nullable UUID productId,
      @Nullable UUID officerId,
      @Nullable Boolean defaulted,
      @Nullable Boolean overdue,
      @Nullable @Size(max = 200) @PlainText String search) {

    LoanFilter filter() {
      return new LoanFilter(
              Set.of(),
              borrowerId,
              productId,
              officerId,
              defaulted,
              Boolean.TRUE.equals(overdue),
              Texts.strippedOrNull(search))
          .inWords(status == null ? List.of() : status)
          .orElseThrow(() -> ProblemException.invalid("status", LoanFilter.WORDS));
    }
  }

  @GetMapping("/api/loans")
  @Permitted(Permission.LOAN_VIEW)
  @Operation(operationId = "listLoans", summary = "Applications and loans, newest first")
  Page<LoanSummary> list(
      Caller caller,
      @ParameterObject @Valid LoanFilters filters,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String sort) {
    return page(caller, filters.filter(), new Asked(limit, cursor, sort));
  }

  @GetMapping("/api/loans/user/{userId}")
  @Permitted(Permission.LOAN_VIEW)
  @Operation(
      operationId = "listLoansOfUser",
      summary = "The applications and loans of a borrower, by the borrower's or the user's id")
  Page<LoanSummary> listOfUser(
      Caller caller,
      @PathVariable UUID userId,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable String sort) {
    UUID id = borrowers.ofUser(userId).map(Borrower::id).orElse(userId);
    Borrower borrower =
        borrowers
            .find(id, caller.reach(Permission.LOAN_VIEW))
            .orElseThrow(() -> ProblemException.notFound("A borrower"));
    return page(caller, LoanFilter.ofBorrower(borrower.id()), new Asked(limit, cursor, sort));
  }

  @GetMapping("/api/approvals")
  @Permitted(Permission.LOAN_APPROVE)
  @Operation(
      operationId = "listApprovals",
      summary = "The applications that wait for your decision, oldest first")
  Page<LoanSummary> inbox(
      Caller caller,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    Cursor after = Cursor.parse(cursor, 1);
    return summaries(loans.inbox(caller, after == null ? null : after.id(0), Page.limit(limit)));
  }

  private record Asked(@Nullable Integer limit, @Nullable String cursor, @Nullable String sort) {}

  private Page<LoanSummary> page(Caller caller, LoanFilter filter, Asked asked) {
    LoanSort sort = sort(asked.sort());
    Cursor after = Cursor.parse(asked.cursor(), CURSOR_KEYS);
    if (after != null && !after.text(0).equals(sort.text())) {
      throw ProblemException.invalid("cursor", "must be of a list in the same order");
    }
    return summaries(
        loans.page(caller, filter, new LoanWindow(sort, after, Page.limit(asked.limit()))));
  }

  private static LoanSort sort(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return LoanSort.NUMBER_DOWN;
    }
    return LoanSort.of(text)
        .orElseThrow(() ->
            ProblemException.invalid(
                "sort",
                "must be one of "
                    + Arrays.stream(LoanSort.values())
                        .map(LoanSort::text)
                        .collect(Collectors.joining(", "))));
  }

  private Page<LoanSummary> summaries(Page<LoanLine> page) {
    LocalDate businessDate = organization.businessDate();
    return page.map(line -> LoanSummary.of(line, businessDate));
  }
}
