package io.loanwright.audit.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.AuditEvent;
import io.loanwright.audit.AuditFilter;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.spi.TrailCalendar;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail, for whoever may read it. */
@RestController
@Tag(name = "audit", description = "Who did what, when and why")
class AuditController {

  private final AuditTrail trail;
  private final TrailCalendar calendar;

  AuditController(AuditTrail trail, TrailCalendar calendar) {
    this.trail = trail;
    this.calendar = calendar;
  }

  /** What narrows the list. */
  record Filters(
      @Parameter(description = "The user who did it") @Nullable UUID actor,
      @Parameter(description = "The action, or its first part: `loan` finds `loan.approve`")
          @Nullable
          @Size(max = 100)
          @Pattern(regexp = "[a-z_.]*", message = "must be lower-case words with dots")
          String action,
      @Nullable @Size(max = 50) String subjectType,
      @Nullable UUID subjectId,
      @Parameter(description = "The first day, in the organization's time zone")
          @Nullable LocalDate from,
      @Parameter(description = "The last day, included") @Nullable LocalDate to) {

    AuditFilter filter(ZoneId zone) {
      return AuditFilter.of(actor, action, subjectType, subjectId).between(from, to, zone);
    }
  }

  @GetMapping("/api/audit")
  @Permitted({Permission.AUDIT_VIEW, Permission.AUDIT_BOOKS})
  @Operation(operationId = "listAuditEvents", summary = "The trail, newest first")
  Page<AuditEvent> list(
      Caller caller,
      @ParameterObject @Valid Filters filters,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor after = Cursor.parse(cursor, 1);
    List<AuditEvent> found =
        trail.find(
            caller,
            filters.filter(calendar.timeZone()),
            after == null ? null : after.id(0),
            rows + 1);
    return Page.of(found, rows, event -> Cursor.of(event.id()));
  }
}
