package io.loanwright.audit.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.audit.AuditCriteria;
import io.loanwright.audit.AuditEvent;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.spi.TrailCalendar;
import io.loanwright.web.Cursor;
import io.loanwright.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
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

  @GetMapping("/api/audit")
  @Permitted({Permission.AUDIT_VIEW, Permission.AUDIT_BOOKS})
  @Operation(operationId = "listAuditEvents", summary = "The trail, newest first")
  Page<AuditEvent> list(
      Caller caller,
      @ParameterObject @Valid AuditCriteria criteria,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor after = Cursor.parse(cursor, 1);
    List<AuditEvent> found =
        trail.find(
            caller,
            criteria.filter(calendar.timeZone()),
            after == null ? null : after.id(0),
            rows + 1);
    return Page.of(found, rows, event -> Cursor.of(event.id()));
  }
}
