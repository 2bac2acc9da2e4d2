package io.loanwright.organization.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.organization.CalendarOutcome;
import io.loanwright.organization.Holiday;
import io.loanwright.organization.WorkingCalendar;
import io.loanwright.organization.WorkingCalendars;
import io.loanwright.web.ETag;
import io.loanwright.web.FieldError;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** When the organization works. */
@RestController
@Tag(name = "organization")
class CalendarController {

  private final WorkingCalendars calendars;

  CalendarController(WorkingCalendars calendars) {
    this.calendars = calendars;
  }

  /** A day on which nobody works. */
  @Schema(name = "Holiday")
  record HolidayFields(@NotNull LocalDate on, @NotBlank @PlainText @Size(max = 200) String name) {}

  /** The whole calendar: what it does not name is not in it. */
  @Schema(name = "WorkingCalendar")
  record Calendar(
      @Schema(description = "The weekdays on which the organization works")
          @NotEmpty
          @Size(max = 7, message = FieldError.TOO_MANY)
          List<@NotNull DayOfWeek> workingWeek,
      @Schema(description = "Oldest first, each day once")
          @NotNull
          @Size(max = 500, message = FieldError.TOO_MANY)
          List<@NotNull @Valid HolidayFields> holidays) {

    static Calendar of(WorkingCalendar calendar) {
      return new Calendar(
          List.copyOf(calendar.workingWeek()),
          calendar.holidays().stream()
              .map(holiday -> new HolidayFields(holiday.on(), holiday.name()))
              .toList());
    }
  }

  @GetMapping("/api/calendar")
  @Permitted(Permission.BRANCH_VIEW)
  @Operation(operationId = "getCalendar", summary = "The working week and the holidays")
  ResponseEntity<Calendar> get() {
    return answer(calendars.current());
  }

  @PutMapping("/api/calendar")
  @Permitted(Permission.SETTINGS_EDIT)
  @Operation(
      operationId = "changeCalendar",
      summary = "Replace the working week and the holidays; loans keep those they were made with")
  ResponseEntity<Calendar> change(
      Caller caller,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Calendar wanted) {
    long version = calendars.current().version();
    new ETag(version).requireMatch(ifMatch);
    WorkingCalendar calendar =
        new WorkingCalendar(
            EnumSet.copyOf(wanted.workingWeek()), holidays(wanted.holidays()), version);
    return switch (calendars.change(caller, calendar)) {
      case CalendarOutcome.Changed changed -> answer(changed.calendar());
      case CalendarOutcome.Stale _ -> throw ProblemException.stale();
    };
  }

  private static List<Holiday> holidays(List<HolidayFields> wanted) {
    List<Holiday> holidays = new ArrayList<>();
    Set<LocalDate> known = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      HolidayFields holiday = wanted.get(i);
      if (!known.add(holiday.on())) {
        throw ProblemException.invalid("holidays[" + i + "].on", "must not be listed before");
      }
      holidays.add(new Holiday(holiday.on(), holiday.name().strip()));
    }
    holidays.sort(Comparator.comparing(Holiday::on));
    return holidays;
  }

  private static ResponseEntity<Calendar> answer(WorkingCalendar calendar) {
    return ResponseEntity.ok()
        .eTag(new ETag(calendar.version()).value())
        .body(Calendar.of(calendar));
  }
}
