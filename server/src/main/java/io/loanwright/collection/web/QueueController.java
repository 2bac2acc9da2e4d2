package io.loanwright.collection.web;

import static io.loanwright.collection.web.CollectionProblems.done;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.collection.CollectionQueue;
import io.loanwright.collection.Debts;
import io.loanwright.collection.FollowUps;
import io.loanwright.collection.Queued;
import io.loanwright.collection.Queued.Section;
import io.loanwright.web.Cursor;
import io.loanwright.web.FieldError;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who does what today. */
@RestController
@Tag(name = "collection")
class QueueController {

  private static final int CURSOR_KEYS = 3;

  private final CollectionQueue queue;
  private final FollowUps followUps;

  QueueController(CollectionQueue queue, FollowUps followUps) {
    this.queue = queue;
    this.followUps = followUps;
  }

  /**
   * A loan with which something is to be done today.
   *
   * @param section why
   * @param since since when: the date of the promise or the action, or the oldest unpaid due date
   */
  @Schema(name = "QueuedLoan")
  record QueuedResponse(Section section, LocalDate since, DebtResponse loan) {

    static QueuedResponse of(Queued queued, Debts.Listed listed) {
      return new QueuedResponse(
          queued.section(), queued.since(), DebtResponse.of(queued.debt(), listed));
    }
  }

  /** How many loans are in a section. */
  @Schema(name = "QueueSection")
  record SectionCount(Section section, long loans) {}

  /**
   * A queue in figures.
   *
   * @param promisesKept how many promises that the person took were kept since the first of the
   *     month
   * @param promisesBroken how many were broken
   */
  @Schema(name = "QueueSummary")
  record SummaryResponse(
      LocalDate on, List<SectionCount> sections, long promisesKept, long promisesBroken) {}

  /** Somebody of the staff. */
  @Schema(name = "Assignee")
  record Assignee(UUID id, String name) {}

  /** Whose work loans are from now on. */
  @Schema(name = "NewAssignment")
  record Assignment(
      @NotEmpty @Size(max = 200, message = FieldError.TOO_MANY) List<@NotNull UUID> loanIds,
      @Schema(description = "To whom; without it back to the loans' officers")
          @Nullable UUID userId) {}

  /** How many loans were handed over. */
  @Schema(name = "Assigned")
  record Assigned(int loans) {}

  @GetMapping("/api/collection/queue")
  @Permitted(Permission.COLLECTION_QUEUE)
  @Operation(
      operationId = "getCollectionQueue",
      summary =
          "What is to be done today, the most urgent first; without an assignee the caller's own work")
  Page<QueuedResponse> page(
      Caller caller,
      @RequestParam(required = false) @Nullable UUID assigneeId,
      @RequestParam(required = false) @Nullable Section section,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    CollectionQueue.QueuePage found =
        queue.page(
            caller, assigneeId, section, Cursor.parse(cursor, CURSOR_KEYS), Page.limit(limit));
    return found.page().map(queued -> QueuedResponse.of(queued, found.listed()));
  }

  @GetMapping("/api/collection/summary")
  @Permitted(Permission.COLLECTION_QUEUE)
  @Operation(
      operationId = "getCollectionSummary",
      summary = "How much is to be done today, and what became of promises this month")
  SummaryResponse summary(
      Caller caller, @RequestParam(required = false) @Nullable UUID assigneeId) {
    CollectionQueue.Summary summary = queue.summary(caller, assigneeId);
    return new SummaryResponse(
        summary.on(),
        Arrays.stream(Section.values())
            .map(each -> new SectionCount(each, summary.loans().getOrDefault(each, 0L)))
            .toList(),
        summary.kept(),
        summary.broken());
  }

  @GetMapping("/api/collection/assignees")
  @Permitted(Permission.COLLECTION_ASSIGN)
  @Operation(
      operationId = "listAssignees",
      summary = "To whom the caller can hand work on arrears, by name")
  Page<Assignee> assignees(Caller caller) {
    return new Page<>(
        followUps.assignees(caller).entrySet().stream()
            .map(each -> new Assignee(each.getKey(), each.getValue()))
            .toList(),
        null);
  }

  @PostMapping("/api/collection/assign")
  @Permitted(Permission.COLLECTION_ASSIGN)
  @Operation(
      operationId = "assignCollection",
      summary = "Hand the work on loans to somebody, all of them or none")
  @ApiResponse(
      responseCode = "404",
      description = "One of the loans does not exist, or is out of reach")
  Assigned assign(Caller caller, @Valid @RequestBody Assignment request) {
    return new Assigned(done(followUps.assign(caller, request.loanIds(), request.userId())));
  }

  @GetMapping("/api/loans/{id}/collection")
  @Permitted(Permission.COLLECTION_QUEUE)
  @Operation(
      operationId = "getCollection",
      summary = "What is past due on a loan, and what was done about it")
  DebtResponse one(Caller caller, @PathVariable UUID id) {
    return queue
        .one(caller, id)
        .map(listed -> DebtResponse.of(listed.page().items().getFirst(), listed))
        .orElseThrow(() -> ProblemException.notFound("A loan"));
  }

  @PutMapping("/api/loans/{id}/next-action")
  @Permitted(Permission.COLLECTION_PROMISE)
  @Operation(operationId = "planAction", summary = "Plan what is next for a loan")
  DebtResponse plan(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody ActionFields request) {
    done(followUps.plan(caller, id, ActionFields.toAction(request)));
    return one(caller, id);
  }

  @DeleteMapping("/api/loans/{id}/next-action")
  @Permitted(Permission.COLLECTION_PROMISE)
  @Operation(operationId = "clearAction", summary = "Plan nothing for a loan")
  DebtResponse clear(Caller caller, @PathVariable UUID id) {
    done(followUps.plan(caller, id, null));
    return one(caller, id);
  }
}
