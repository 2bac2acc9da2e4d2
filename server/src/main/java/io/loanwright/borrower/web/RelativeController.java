package io.loanwright.borrower.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.borrower.Borrowers;
import io.loanwright.borrower.Relative;
import io.loanwright.borrower.Relative.Relation;
import io.loanwright.borrower.RelativeOutcome;
import io.loanwright.borrower.Relatives;
import io.loanwright.identity.Users;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whose relatives borrowers are; nobody decides about a loan of a relative. */
@RestController
@Tag(name = "borrower")
class RelativeController {

  private final Relatives relatives;
  private final Borrowers borrowers;
  private final Users users;

  RelativeController(Relatives relatives, Borrowers borrowers, Users users) {
    this.relatives = relatives;
    this.borrowers = borrowers;
    this.users = users;
  }

  /**
   * A relative of whoever is signed in.
   *
   * @param relation what the borrower is to him
   * @param reason how one knows, or since when
   */
  @Schema(name = "NewOwnRelative")
  record NewOwnRelative(
      @NotNull UUID borrowerId,
      @NotNull Relation relation,
      @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /**
   * A relative of somebody of the staff.
   *
   * @param userId somebody of the staff
   * @param relation what the borrower is to him
   * @param reason how one knows, or since when
   */
  @Schema(name = "NewRelative")
  record NewRelative(
      @NotNull UUID userId,
      @NotNull Relation relation,
      @NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /** Why a declaration ends. */
  @Schema(name = "RelativeEnding")
  record EndingFields(@NotBlank @Size(max = 2000) @PlainText(lines = true) String reason) {}

  /** Somebody of the staff of whom relatives are declared. */
  @Schema(name = "RelativeStaff")
  record StaffView(UUID id, String name) {}

  /** What was declared of a user and a borrower; in force until it has ended. */
  @Schema(name = "Relative")
  record RelativeView(
      UUID id,
      UUID userId,
      String userName,
      UUID borrowerId,
      String borrowerName,
      @Schema(description = "What the borrower is to the user; null once the borrower was erased")
          @Nullable Relation relation,
      String reason,
      String declaredBy,
      Instant declaredAt,
      @Nullable String endedBy,
      @Nullable Instant endedAt,
      @Nullable String endedReason) {}

  @GetMapping("/api/profile/relatives")
  @Permitted
  @Operation(
      operationId = "listOwnRelatives",
      summary = "The borrowers who are declared as relatives of whoever is signed in, newest first")
  Page<RelativeView> own(
      Caller caller,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    return page(relatives.own(caller, before(cursor), rows + 1), rows);
  }

  @PostMapping("/api/profile/relatives")
  @Permitted(Permission.BORROWER_VIEW)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "declareOwnRelative",
      summary = "Declare a borrower as one's relative, for somebody of the staff",
      description =
          "From then on whoever declared it approves, pays out, writes off, waives and changes"
              + " nothing of this borrower's loans. Somebody else ends it.")
  @ApiResponse(responseCode = "201", description = "It is declared")
  @ApiResponse(responseCode = "404", description = "There is no such borrower in scope")
  @ApiResponse(responseCode = "409", description = "It is declared already")
  RelativeView declareOwn(Caller caller, @Valid @RequestBody NewOwnRelative request) {
    return kept(
        relatives.declareOwn(
            caller, request.borrowerId(), request.relation(), request.reason().strip()));
  }

  @GetMapping("/api/borrowers/{id}/relatives")
  @Permitted({Permission.RELATIVE_KEEP, Permission.USER_VIEW})
  @Operation(
      operationId = "listRelatives",
      summary = "Who of the staff is declared as a borrower's relative, newest first")
  Page<RelativeView> of(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    return page(
        relatives
            .of(caller, id, before(cursor), rows + 1)
            .orElseThrow(() -> ProblemException.notFound("A borrower")),
        rows);
  }

  @PostMapping("/api/borrowers/{id}/relatives")
  @Permitted(Permission.RELATIVE_KEEP)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "declareRelative",
      summary = "Declare a borrower as a relative of somebody of the staff")
  @ApiResponse(responseCode = "201", description = "It is declared")
  @ApiResponse(responseCode = "409", description = "It is declared already")
  RelativeView declare(
      Caller caller, @PathVariable UUID id, @Valid @RequestBody NewRelative request) {
    return kept(
        relatives.declare(
            caller, request.userId(), id, request.relation(), request.reason().strip()));
  }

  @PostMapping("/api/relatives/{id}/end")
  @Permitted(Permission.RELATIVE_KEEP)
  @Operation(
      operationId = "endRelative",
      summary = "End a declaration; nobody ends one about himself")
  RelativeView end(Caller caller, @PathVariable UUID id, @Valid @RequestBody EndingFields request) {
    return kept(relatives.end(caller, id, request.reason().strip()));
  }

  @GetMapping("/api/relatives/staff")
  @Permitted(Permission.RELATIVE_KEEP)
  @Operation(
      operationId = "listRelativeStaff",
      summary = "Of whom of the staff the caller can declare relatives, by name")
  Page<StaffView> staff(Caller caller) {
    return new Page<>(
        relatives.staff(caller).entrySet().stream()
            .map(one -> new StaffView(one.getKey(), one.getValue()))
            .toList(),
        null);
  }

  private static @Nullable UUID before(@Nullable String cursor) {
    Cursor end = Cursor.parse(cursor, 1);
    return end == null ? null : end.id(0);
  }

  private Page<RelativeView> page(List<Relative> found, int rows) {
    Page<Relative> page = Page.of(found, rows, relative -> Cursor.of(relative.id()));
    return new Page<>(views(page.items()), page.next());
  }

  private List<RelativeView> views(List<Relative> found) {
    Map<UUID, String> userNames =
        users.toldApart(found.stream().map(Relative::userId).collect(Collectors.toSet()));
    Set<UUID> ofBorrowers = found.stream().map(Relative::borrowerId).collect(Collectors.toSet());
    Map<UUID, String> borrowerNames = borrowers.names(ofBorrowers);
    Set<UUID> erased = borrowers.erased(ofBorrowers);
    return found.stream()
        .map(each -> view(each, userNames, borrowerNames, erased.contains(each.borrowerId())))
        .toList();
  }

  private static RelativeView view(
      Relative each,
      Map<UUID, String> userNames,
      Map<UUID, String> borrowerNames,
      boolean isErased) {
    Relative.Ending ended = each.ended();
    return new RelativeView(
        each.id(),
        each.userId(),
        userNames.getOrDefault(each.userId(), ""),
        each.borrowerId(),
        borrowerNames.getOrDefault(each.borrowerId(), ""),
        isErased ? null : each.relation(),
        each.reason(),
        each.declared().name(),
        each.declared().at(),
        ended == null ? null : ended.by().name(),
        ended == null ? null : ended.by().at(),
        ended == null ? null : ended.reason());
  }

  private RelativeView kept(RelativeOutcome outcome) {
    return switch (outcome) {
      case RelativeOutcome.Kept(Relative relative) -> views(List.of(relative)).getFirst();
      case RelativeOutcome.BorrowerUnknown _ -> throw ProblemException.notFound("A borrower");
      case RelativeOutcome.Unknown _ -> throw ProblemException.notFound("A declaration");
      case RelativeOutcome.UserUnfit _ ->
          throw ProblemException.rule(
              "user-unfit", "userId", "must be the id of somebody active of the staff in reach");
      case RelativeOutcome.BorrowerErased _ ->
          throw ProblemException.conflict(
              "borrower-erased", "The borrower was erased, and nothing is written any more.");
      case RelativeOutcome.AlreadyDeclared _ ->
          throw ProblemException.conflict("already-declared", "This is declared already.");
      case RelativeOutcome.AlreadyEnded _ ->
          throw ProblemException.conflict("already-ended", "This has ended already.");
      case RelativeOutcome.AboutOneself _ ->
          throw ProblemException.conflict(
              "about-oneself", "It is about yourself. Somebody else has to end it.");
    };
  }
}
