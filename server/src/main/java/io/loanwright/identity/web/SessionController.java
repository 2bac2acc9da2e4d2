package io.loanwright.identity.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.identity.UserAccount;
import io.loanwright.identity.Users;
import io.loanwright.identity.security.SignedIn;
import io.loanwright.identity.session.Device;
import io.loanwright.identity.session.Devices;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where people are signed in. */
@RestController
@Tag(name = "identity")
class SessionController {

  private final Devices devices;
  private final Users users;

  SessionController(Devices devices, Users users) {
    this.devices = devices;
    this.users = users;
  }

  /** A session that goes on. */
  @Schema(name = "Session")
  record SessionView(
      UUID id,
      @Schema(description = "What the client said it was, its User-Agent") String device,
      @Schema(description = "The address that signed in") String address,
      Instant signedInAt,
      @Schema(description = "To the minute") Instant lastUsedAt,
      @Schema(description = "When it ends however much it is used") Instant expiresAt,
      @Schema(description = "Whether it is the one that asks") boolean current) {}

  @GetMapping("/api/profile/sessions")
  @Permitted
  @Operation(operationId = "listOwnSessions", summary = "Where one is signed in, newest first")
  Page<SessionView> own(
      SignedIn signedIn,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return page(signedIn.getPrincipal().userId(), signedIn.sessionId(), limit, cursor);
  }

  @DeleteMapping("/api/profile/sessions/{id}")
  @Permitted
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "endOwnSession", summary = "Sign out on one device, at once")
  void endOne(Caller caller, @PathVariable UUID id) {
    if (!devices.end(caller, id)) {
      throw ProblemException.notFound("A session");
    }
  }

  @DeleteMapping("/api/profile/sessions")
  @Permitted
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "endOtherSessions", summary = "Sign out on all other devices, at once")
  void endOthers(SignedIn signedIn) {
    devices.endOthers(signedIn.getPrincipal(), signedIn.sessionId());
  }

  @GetMapping("/api/users/{id}/sessions")
  @Permitted(Permission.USER_INVITE)
  @Operation(operationId = "listSessions", summary = "Where a user is signed in, newest first")
  Page<SessionView> of(
      SignedIn signedIn,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return page(find(id).id(), signedIn.sessionId(), limit, cursor);
  }

  @DeleteMapping("/api/users/{id}/sessions")
  @Permitted(Permission.USER_INVITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "endSessions", summary = "Sign a user out everywhere, at once")
  void endAll(Caller caller, @PathVariable UUID id) {
    UserAccount user = find(id);
    devices.endAllOf(caller, user.id(), user.name());
  }

  private Page<SessionView> page(
      UUID userId, UUID current, @Nullable Integer limit, @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor after = Cursor.parse(cursor, 1);
    List<Device> found = devices.list(userId, after == null ? null : after.id(0), rows + 1);
    return Page.of(found, rows, device -> Cursor.of(device.sessionId()))
        .map(device -> view(device, current));
  }

  private static SessionView view(Device device, UUID current) {
    return new SessionView(
        device.sessionId(),
        device.device(),
        device.address(),
        device.createdAt(),
        device.lastUsedAt(),
        device.expiresAt(),
        device.sessionId().equals(current));
  }

  private UserAccount find(UUID id) {
    return users.find(id).orElseThrow(() -> ProblemException.notFound("A user"));
  }
}
