package io.loanwright.organization.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.access.Scope;
import io.loanwright.organization.ClockTasks;
import io.loanwright.organization.ClockTasks.ClockTask;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the program does by the clock. */
@RestController
@Tag(name = "organization")
class ClockTaskController {

  private final ClockTasks tasks;

  ClockTaskController(ClockTasks tasks) {
    this.tasks = tasks;
  }

  @GetMapping("/api/clock-tasks")
  @Permitted(Permission.JOB_VIEW)
  @Operation(
      operationId = "listClockTasks",
      summary = "What the program does by the clock, and how that went last",
      description = "For those only whose `job.view` reaches everybody's jobs.")
  Page<ClockTask> list(Caller caller) {
    if (caller.reach(Permission.JOB_VIEW).scope() != Scope.ORGANIZATION) {
      throw ProblemException.forbidden("The program is watched by those who see everybody's jobs.");
    }
    return new Page<>(tasks.all(), null);
  }
}
