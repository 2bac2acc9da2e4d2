package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.reporting.store.HistoryQuery;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history of a borrower. */
@RestController
@Tag(name = "reporting")
class HistoryController {

  private final HistoryQuery query;

  HistoryController(HistoryQuery query) {
    this.query = query;
  }

  @GetMapping("/api/borrowers/{id}/history")
  @Permitted(Permission.BORROWER_VIEW)
  @Operation(
      operationId = "getBorrowerHistory",
      summary = "All that a borrower has borrowed and repaid: sums, and each loan and payment")
  HistoryResponse history(
      Caller caller,
      @PathVariable UUID id,
      @Parameter(description = "The most lines; 200 without it") @RequestParam(required = false)
          @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = limit == null ? Page.LIMIT_MAX : Page.limit(limit);
    Cursor end = Cursor.parse(cursor, 2);
    HistoryQuery.After after = end == null ? null : new HistoryQuery.After(end.date(0), end.id(1));
    return query
        .history(id, caller.reach(Permission.BORROWER_VIEW), after, rows + 1)
        .map(history -> HistoryResponse.of(history, rows))
        .orElseThrow(() -> ProblemException.notFound("A borrower"));
  }
}
