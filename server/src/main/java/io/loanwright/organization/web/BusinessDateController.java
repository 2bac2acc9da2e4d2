package io.loanwright.organization.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.organization.BusinessDate;
import io.loanwright.organization.CloseOutcome;
import io.loanwright.organization.Organization;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The organization's current day, and its close. */
@RestController
@Tag(name = "organization")
class BusinessDateController {

  private final Organization organization;
  private final BusinessDate businessDate;

  BusinessDateController(Organization organization, BusinessDate businessDate) {
    this.organization = organization;
    this.businessDate = businessDate;
  }

  /** The current day. */
  @Schema(name = "BusinessDate")
  record Today(LocalDate businessDate) {}

  /**
   * How far to close.
   *
   * @param through the last day to close
   */
  @Schema(name = "CloseRequest")
  record CloseRequest(@NotNull LocalDate through) {}

  /** The job that does it. */
  @Schema(name = "JobStarted")
  record JobStarted(UUID jobId) {}

  @GetMapping("/api/business-date")
  @Permitted
  @Operation(operationId = "getBusinessDate", summary = "The organization's current day")
  Today today() {
    return new Today(organization.businessDate());
  }

  @PostMapping("/api/business-date/close")
  @Permitted(Permission.DAY_CLOSE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "closeBusinessDate", summary = "Close the days up to a last one")
  JobStarted close(Caller caller, @Valid @RequestBody CloseRequest request) {
    return started(request.through(), businessDate.close(caller, request.through()));
  }

  @PostMapping("/api/business-date/finish")
  @Permitted(Permission.DAY_CLOSE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "finishClose",
      summary = "Do what closed days left to do, where a close was cut off or cancelled")
  JobStarted finish(Caller caller) {
    return started(organization.businessDate(), businessDate.finish(caller));
  }

  private static JobStarted started(LocalDate through, CloseOutcome outcome) {
    return switch (outcome) {
      case CloseOutcome.Started started -> new JobStarted(started.jobId());
      case CloseOutcome.ClosedBefore closed ->
          throw ProblemException.conflict(
              "day-closed-before",
              through + " is closed; the business date is " + closed.businessDate() + ".");
      case CloseOutcome.NotYet early ->
          throw ProblemException.conflict(
              "day-not-come",
              through + " has not come yet; the calendar says " + early.calendarDate() + ".");
      case CloseOutcome.Running _ ->
          throw ProblemException.conflict("close-running", "Days are being closed already.");
      case CloseOutcome.NothingToFinish _ ->
          throw ProblemException.conflict(
              "nothing-to-finish", "The work of every closed day is done.");
      case CloseOutcome.NotSetUp _ ->
          throw ProblemException.conflict("not-set-up", "Set the installation up first.");
    };
  }
}
