package io.loanwright.organization.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.organization.Branch;
import io.loanwright.organization.BranchOutcome;
import io.loanwright.organization.Branches;
import io.loanwright.web.ETag;
import io.loanwright.web.FieldError;
import io.loanwright.web.Page;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The branches of the organization. */
@RestController
@Tag(name = "organization")
class BranchController {

  private static final String CODE = "[A-Za-z0-9][A-Za-z0-9_-]*";
  private static final String CODE_MESSAGE = "must be letters, digits, - and _";

  private final Branches branches;

  BranchController(Branches branches) {
    this.branches = branches;
  }

  /** A new branch. */
  @Schema(name = "NewBranch")
  record NewBranch(
      @NotBlank @Size(max = 20) @Pattern(regexp = CODE, message = CODE_MESSAGE) String code,
      @NotBlank @PlainText @Size(max = 200) String name) {}

  /** What to change; what is left out stays. */
  @Schema(name = "BranchChange")
  record Change(
      @Nullable @Size(max = 20) @Pattern(regexp = CODE, message = CODE_MESSAGE) String code,
      @Nullable
          @PlainText
          @Size(min = 1, max = 200)
          @Pattern(regexp = "(?s).*\\S.*", message = FieldError.MISSING)
          String name,
      @Nullable Boolean active) {}

  @GetMapping("/api/branches")
  @Permitted(Permission.BRANCH_VIEW)
  @Operation(operationId = "listBranches", summary = "All branches, oldest first")
  Page<Branch> list() {
    return new Page<>(branches.all(), null);
  }

  @PostMapping("/api/branches")
  @Permitted(Permission.SETTINGS_EDIT)
  @Operation(operationId = "createBranch", summary = "Open a branch")
  @ApiResponse(responseCode = "201", description = "Opened")
  ResponseEntity<Branch> create(Caller caller, @Valid @RequestBody NewBranch body) {
    return answer(
        branches.create(caller, body.code().strip(), body.name().strip()), HttpStatus.CREATED);
  }

  @PatchMapping("/api/branches/{id}")
  @Permitted(Permission.SETTINGS_EDIT)
  @Operation(operationId = "changeBranch", summary = "Change a branch")
  ResponseEntity<Branch> change(
      Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Change change) {
    Branch now = branches.find(id).orElseThrow(BranchController::unknown);
    new ETag(now.version()).requireMatch(ifMatch);
    Branch wanted =
        new Branch(
            id,
            Objects.requireNonNullElse(change.code(), now.code()),
            Objects.requireNonNullElse(change.name(), now.name()).strip(),
            Objects.requireNonNullElse(change.active(), now.active()),
            now.version());
    return answer(branches.change(caller, wanted), HttpStatus.OK);
  }

  private static ResponseEntity<Branch> answer(BranchOutcome outcome, HttpStatus success) {
    return switch (outcome) {
      case BranchOutcome.Kept kept ->
          ResponseEntity.status(success)
              .eTag(new ETag(kept.branch().version()).value())
              .body(kept.branch());
      case BranchOutcome.CodeTaken taken ->
          throw ProblemException.conflict(
              "branch-code-taken", "Another branch has the code " + taken.code() + ".");
      case BranchOutcome.Unknown _ -> throw unknown();
      case BranchOutcome.Stale _ -> throw ProblemException.stale();
      case BranchOutcome.LastActive _ ->
          throw ProblemException.conflict(
              "last-active-branch", "One branch has to stay active. Open another one first.");
    };
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("A branch");
  }
}
