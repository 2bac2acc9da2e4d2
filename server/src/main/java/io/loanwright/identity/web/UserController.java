package io.loanwright.identity.web;

import io.loanwright.access.AskedAgain;
import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.ListReadings;
import io.loanwright.identity.UserAccount;
import io.loanwright.identity.UserFilter;
import io.loanwright.identity.UserOutcome;
import io.loanwright.identity.Users;
import io.loanwright.web.Cursor;
import io.loanwright.web.ETag;
import io.loanwright.web.FieldError;
import io.loanwright.web.Page;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.loanwright.web.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people who may sign in. */
@RestController
@Tag(name = "identity")
class UserController {

  private final Users users;
  private final ListReadings readings;

  UserController(Users users, ListReadings readings) {
    this.users = users;
    this.readings = readings;
  }

  /**
   * What narrows the list.
   *
   * @param search a part of the name, e-mail address or username
   */
  record UserFilters(
      @Nullable @Size(max = 200) String search,
      @Nullable @Size(max = 50) String role,
      @Nullable UUID branchId,
      UserAccount.@Nullable Status status,
      @Parameter(description = "Whether those who work for the lender, or those who borrow")
          @Nullable Boolean staff) {

    UserFilter filter() {
      return new UserFilter(
          Texts.strippedOrNull(search), Texts.strippedOrNull(role), branchId, status, staff);
    }
  }

  /** What to change; what is left out stays. */
  @Schema(name = "UserChange")
  record UserChange(
      @Nullable
          @PlainText
          @Size(max = Fields.NAME_MAX)
          @Pattern(regexp = Fields.NOT_BLANK, message = FieldError.MISSING)
          String name,
      @Nullable @Size(max = 50) String role,
      @Nullable UUID branchId,
      UserAccount.@Nullable Status status) {}

  @GetMapping("/api/users")
  @Permitted(Permission.USER_VIEW)
  @Operation(operationId = "listUsers", summary = "Users by name")
  Page<UserView> list(
      Caller caller,
      @ParameterObject @Valid UserFilters filters,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor after = Cursor.parse(cursor, 2);
    List<UserAccount> found =
        users.list(
            filters.filter(),
            after == null ? null : after.text(0),
            after == null ? null : after.id(1),
            rows + 1);
    Page<UserAccount> page =
        Page.of(found, rows, user -> Cursor.of(user.name().toLowerCase(Locale.ROOT), user.id()));
    note(caller, page.items(), filters.search() != null);
    return page.map(UserView::of);
  }

  @GetMapping("/api/users/{id}")
  @Permitted(Permission.USER_VIEW)
  @Operation(operationId = "getUser", summary = "A user")
  ResponseEntity<UserView> get(Caller caller, @PathVariable UUID id) {
    UserAccount user = find(id);
    note(caller, List.of(user), false);
    return UserView.answer(user, HttpStatus.OK);
  }

  /** Addresses and phone numbers of borrowers who have accounts are seen here, too. */
  private void note(Caller caller, List<UserAccount> shown, boolean searched) {
    long borrowers = shown.stream().filter(user -> user.borrowerId() != null).count();
    readings.note(caller, "accounts of borrowers", borrowers, searched);
  }

  @PatchMapping("/api/users/{id}")
  @Permitted(Permission.USER_INVITE)
  @AskedAgain
  @Operation(
      operationId = "changeUser",
      summary = "Change a user's name, role, branch or status; disabling ends all sessions")
  ResponseEntity<UserView> change(
      Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody UserChange change) {
    UserAccount now = find(id);
    new ETag(now.version()).requireMatch(ifMatch);
    UserOutcome outcome = users.change(caller, wanted(now, change));
    if (!(outcome instanceof UserOutcome.Kept kept)) {
      throw Fields.problem(outcome);
    }
    return UserView.answer(kept.user(), HttpStatus.OK);
  }

  private static UserAccount wanted(UserAccount now, UserChange change) {
    return new UserAccount(
        now.id(),
        Objects.requireNonNullElse(change.name(), now.name()).strip(),
        now.email(),
        now.username(),
        now.phone(),
        Objects.requireNonNullElse(change.role(), now.role()),
        change.branchId() == null ? now.branchId() : change.branchId(),
        now.borrowerId(),
        Objects.requireNonNullElse(change.status(), now.status()),
        now.lastSignInAt(),
        now.createdAt(),
        now.version());
  }

  private UserAccount find(UUID id) {
    return users.find(id).orElseThrow(() -> ProblemException.notFound("A user"));
  }
}
