package io.loanwright.collection.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.collection.Debts;
import io.loanwright.collection.OverdueCriteria;
import io.loanwright.collection.OverdueSort;
import io.loanwright.web.Page;
import io.loanwright.web.Paging;
import io.loanwright.web.SortedBy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The loans that are past due. */
@RestController
@Tag(name = "collection", description = "Work on loans that are behind")
class OverdueController {

  private static final List<OverdueSort> ORDERS = List.of(OverdueSort.values());

  private final Debts debts;

  OverdueController(Debts debts) {
    this.debts = debts;
  }

  @GetMapping("/api/payments/overdue")
  @Permitted(Permission.PAYMENT_VIEW)
  @Operation(
      operationId = "listOverdue",
      summary =
          "Loans past due on a day, by what is paid now, the longest past due first; without a day on"
              + " the business date")
  Page<DebtResponse> overdue(
      Caller caller,
      @ParameterObject @Valid OverdueCriteria criteria,
      @ParameterObject @SortedBy(OverdueSort.class) Paging paging) {
    Debts.Listed listed =
        debts.overdue(caller, criteria, paging.of(ORDERS, OverdueSort.DAYS_PAST_DUE_DOWN));
    return listed.page().map(debt -> DebtResponse.of(debt, listed));
  }
}
