package io.loanwright.arrears.web;

import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.arrears.Arrears;
import io.loanwright.arrears.ClosedDay;
import io.loanwright.arrears.InterestOfDay;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The days that were closed. */
@RestController
@Tag(name = "arrears")
class ClosedDayController {

  private final Arrears arrears;

  ClosedDayController(Arrears arrears) {
    this.arrears = arrears;
  }

  @GetMapping("/api/arrears/days")
  @Permitted(Permission.DAY_CLOSE)
  @Operation(
      operationId = "listClosedDays",
      summary = "Days that were closed, the last one first, and how far their work is")
  Page<ClosedDayResponse> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor after = Cursor.parse(cursor, 1);
    List<ClosedDay> closed = arrears.closedDays(after == null ? null : after.date(0), rows + 1);
    Map<LocalDate, List<InterestOfDay>> interest = arrears.interest(closed);
    return Page.of(
        closed.stream()
            .map(day -> ClosedDayResponse.of(day, interest.getOrDefault(day.day(), List.of())))
            .toList(),
        rows,
        day -> Cursor.of(day.day()));
  }
}
