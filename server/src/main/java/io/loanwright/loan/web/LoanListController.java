package io.loanwright.loan.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.Borrowers;
import io.loanwright.loan.LoanCriteria;
import io.loanwright.loan.LoanFilter;
import io.loanwright.loan.LoanLine;
import io.loanwright.loan.LoanSort;
import io.loanwright.loan.Loans;
import io.loanwright.organization.Organization;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.loanwright.web.Paging;
import io.loanwright.web.ProblemException;
import io.loanwright.web.SortedBy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

  private static final List<LoanSort> ORDERS = List.of(LoanSort.values());

  private final Loans loans;
  private final Borrowers borrowers;
  private final Organization organization;

  LoanListController(Loans loans, Borrowers borrowers, Organization organization) {
    this.loans = loans;
    this.borrowers = borrowers;
    this.organization = organization;
  }

  @GetMapping("/api/loans")
  @Permitted(Permission.LOAN_VIEW)
  @Operation(operationId = "listLoans", summary = "Applications and loans, newest first")
  Page<LoanSummary> list(
      Caller caller,
      @ParameterObject @Valid LoanCriteria criteria,
      @ParameterObject @SortedBy(LoanSort.class) Paging paging) {
    return page(caller, criteria.filter(), paging);
  }

  @GetMapping("/api/loans/user/{userId}")
  @Permitted(Permission.LOAN_VIEW)
  @Operation(
      operationId = "listLoansOfUser",
      summary = "The applications and loans of a borrower, by the borrower's or the user's id")
  Page<LoanSummary> listOfUser(
      Caller caller,
      @PathVariable UUID userId,
      @ParameterObject @SortedBy(LoanSort.class) Paging paging) {
    UUID id = borrowers.ofUser(userId).map(Borrower::id).orElse(userId);
    Borrower borrower =
        borrowers
            .find(id, caller.reach(Permission.LOAN_VIEW))
            .orElseThrow(() -> ProblemException.notFound("A borrower"));
    return page(caller, LoanFilter.ofBorrower(borrower.id()), paging);
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

  private Page<LoanSummary> page(Caller caller, LoanFilter filter, Paging paging) {
    return summaries(loans.page(caller, filter, paging.of(ORDERS, LoanSort.NUMBER_DOWN)));
  }

  private Page<LoanSummary> summaries(Page<LoanLine> page) {
    LocalDate businessDate = organization.businessDate();
    return page.map(line -> LoanSummary.of(line, businessDate));
  }
}
