package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.organization.Organization;
import io.loanwright.reporting.DailyMoney;
import io.loanwright.reporting.Liquidity;
import io.loanwright.reporting.export.DayBookSheet;
import io.loanwright.reporting.export.MoneySheets;
import io.loanwright.reporting.store.DailyMoneyQuery;
import io.loanwright.reporting.store.LiquidityQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The day book and liquidity, of a branch or of all, to read and as files. */
@RestController
@Tag(name = "reporting")
class MoneyReportController {

  private final DailyMoneyQuery days;
  private final LiquidityQuery liquidity;
  private final FileAnswers files;
  private final Organization organization;

  MoneyReportController(
      DailyMoneyQuery days,
      LiquidityQuery liquidity,
      FileAnswers files,
      Organization organization) {
    this.days = days;
    this.liquidity = liquidity;
    this.files = files;
    this.organization = organization;
  }

  @GetMapping("/api/reports/day-book")
  @Permitted(Permission.REPORT_RUN)
  @Operation(
      operationId = "getDayBook",
      summary =
          "What was booked for a day: money by till and channel, entries by kind and person, what was"
              + " taken back or back-dated, and what the close said; of the caller's branch, or of any")
  @ApiResponse(responseCode = "404", description = "The branch is out of scope")
  DayBookResponse dayBook(Caller caller, @ParameterObject @Valid DayBookCriteria criteria) {
    return DayBookResponse.of(criteria.of(caller, days, organization.current()));
  }

  @GetMapping("/api/exports/day-book.{format:csv|xlsx|pdf}")
  @Permitted(Permission.REPORT_RUN)
  @AnswersFile
  @Operation(operationId = "exportDayBook", summary = "The day book as a file, to sign as a PDF")
  @ApiResponse(responseCode = "404", description = "The branch is out of scope")
  void exportDayBook(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid DayBookCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    DailyMoney day = criteria.of(caller, days, organization.current());
    files.send(caller, criteria, format, response, (_, names) -> DayBookSheet.of(day, names));
  }

  @GetMapping("/api/reports/liquidity")
  @Permitted(Permission.REPORT_RUN)
  @Operation(
      operationId = "getLiquidity",
      summary =
          "Money at hand on the business date against what is approved and held for borrowers, and"
              + " what falls due soon; of the caller's branch, or of any")
  @ApiResponse(responseCode = "404", description = "The branch is out of scope")
  LiquidityResponse liquidity(Caller caller, @ParameterObject @Valid LiquidityCriteria criteria) {
    return LiquidityResponse.of(criteria.of(caller, liquidity, organization.current()));
  }

  @GetMapping("/api/exports/liquidity.{format:csv|xlsx|pdf}")
  @Permitted(Permission.REPORT_RUN)
  @AnswersFile
  @Operation(operationId = "exportLiquidity", summary = "Liquidity as a file")
  @ApiResponse(responseCode = "404", description = "The branch is out of scope")
  void exportLiquidity(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid LiquidityCriteria criteria,
      HttpServletResponse response)
      throws IOException {
    Liquidity found = criteria.of(caller, liquidity, organization.current());
    files.send(caller, criteria, format, response, (_, names) -> MoneySheets.of(found, names));
  }
}
