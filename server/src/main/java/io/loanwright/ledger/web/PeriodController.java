package io.loanwright.ledger.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.ledger.Period;
import io.loanwright.ledger.Periods;
import io.loanwright.web.Cursor;
import io.loanwright.web.FieldError;
import io.loanwright.web.Page;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Months of the books, and closing them. */
@RestController
@Tag(name = "ledger")
class PeriodController {

  private static final String PATH = "/api/ledger/periods";

  private final Periods periods;

  PeriodController(Periods periods) {
    this.periods = periods;
  }

  /**
   * A month of the books as the API writes it.
   *
   * @param month like 2026-05
   * @param changed who brought it into its state
   * @param lateEntries entries of an earlier value date that are booked in it
   * @param waitingEntries entries drafted by hand for it that nobody has decided on
   * @param sealed whether its sums are kept, soon after it was closed
   */
  @Schema(name = "Period")
  record PeriodResponse(
      @Schema(example = "2026-05") String month,
      Period.State state,
      @Nullable PeriodDeed changed,
      long lateEntries,
      long waitingEntries,
      boolean sealed,
      @Nullable PeriodReopening reopening) {

    static PeriodResponse of(Period period) {
      return new PeriodResponse(
          period.month().toString(),
          period.state(),
          period.changed() == null ? null : PeriodDeed.of(period.changed()),
          period.late(),
          period.waiting(),
          period.sealed(),
          period.reopening() == null
              ? null
              : new PeriodReopening(
                  PeriodDeed.of(period.reopening().asked()), period.reopening().reason()));
    }
  }

  /** Who did something with a month, and when. */
  record PeriodDeed(UUID userId, String name, Instant at) {

    static PeriodDeed of(Period.Deed deed) {
      return new PeriodDeed(deed.userId(), deed.name(), deed.at());
    }
  }

  /** Who asked for a closed month to be opened again, and why. */
  record PeriodReopening(PeriodDeed asked, String reason) {}

  /** Why a month is opened again. */
  @Schema(name = "PeriodReopeningRequest")
  record Reopen(@NotBlank @PlainText(lines = true) @Size(max = 2000) String reason) {}

  @GetMapping(PATH)
  @Permitted(Permission.LEDGER_VIEW)
  @Operation(
      operationId = "listPeriods",
      summary = "The months of the books, newest first, from the one of the business date on")
  Page<PeriodResponse> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor end = Cursor.parse(cursor, 1);
    List<Period> found = periods.page(end == null ? null : month(end.text(0)), rows + 1);
    return Page.of(found, rows, period -> Cursor.of(period.month())).map(PeriodResponse::of);
  }

  @PostMapping(PATH + "/{month}/start-closing")
  @Permitted(Permission.LEDGER_CLOSE)
  @Operation(
      operationId = "startClosingPeriod",
      summary = "Let only entries by hand into a month and those before it")
  PeriodResponse startClosing(Caller caller, @PathVariable String month) {
    return PeriodProblems.done(periods.startClosing(caller, month(month)));
  }

  @PostMapping(PATH + "/{month}/close")
  @Permitted(Permission.LEDGER_CLOSE)
  @Operation(
      operationId = "closePeriod",
      summary =
          "Let nothing into a month and those before it, and keep the sums of what is in them")
  PeriodResponse close(Caller caller, @PathVariable String month) {
    return PeriodProblems.done(periods.close(caller, month(month)));
  }

  @PostMapping(PATH + "/{month}/reopen")
  @Permitted(Permission.LEDGER_CLOSE)
  @Operation(
      operationId = "reopenPeriod",
      summary = "Open a month that is about to be closed, or ask for one that is closed")
  PeriodResponse reopen(
      Caller caller, @PathVariable String month, @Valid @RequestBody Reopen request) {
    String reason = request.reason().strip();
    if (reason.isEmpty()) {
      throw ProblemException.invalid("reason", FieldError.MISSING);
    }
    return PeriodProblems.done(periods.reopen(caller, month(month), reason));
  }

  @PostMapping(PATH + "/{month}/reopen/approve")
  @Permitted(Permission.LEDGER_CLOSE)
  @Operation(
      operationId = "approveReopeningOfPeriod",
      summary = "Open a closed month for which somebody else has asked")
  PeriodResponse approve(Caller caller, @PathVariable String month) {
    return PeriodProblems.done(periods.approveReopening(caller, month(month)));
  }

  @PostMapping(PATH + "/{month}/reopen/reject")
  @Permitted(Permission.LEDGER_CLOSE)
  @Operation(
      operationId = "rejectReopeningOfPeriod",
      summary = "Keep a month closed though somebody asked to open it")
  PeriodResponse reject(Caller caller, @PathVariable String month) {
    return PeriodProblems.done(periods.rejectReopening(caller, month(month)));
  }

  private static YearMonth month(String text) {
    try {
      YearMonth month = YearMonth.parse(text);
      if (month.getYear() >= 1900 && month.getYear() <= 2200) {
        return month;
      }
    } catch (DateTimeException _) {
      // Answered as what cannot be a month of the books.
    }
    throw ProblemException.invalid("month", "must be a month like 2026-05");
  }
}
