package io.loanwright.notification.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.notification.Reminder;
import io.loanwright.notification.ReminderRule;
import io.loanwright.notification.ReminderSettings;
import io.loanwright.notification.Reminders;
import io.loanwright.organization.Organization;
import io.loanwright.web.Cursor;
import io.loanwright.web.ETag;
import io.loanwright.web.FieldError;
import io.loanwright.web.Page;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What borrowers were reminded of, and when they are. */
@RestController
@Tag(name = "notification", description = "Reminders of what falls due and what is overdue")
class ReminderController {

  private final Reminders reminders;
  private final Organization organization;

  ReminderController(Reminders reminders, Organization organization) {
    this.reminders = reminders;
    this.organization = organization;
  }

  /** A message as it was made. */
  @Schema(name = "Reminder")
  record Shown(
      String id,
      ReminderRule.Kind kind,
      @Schema(description = "Before the due date, or past due") int days,
      UUID loanId,
      String loanNumber,
      UUID borrowerId,
      String borrowerName,
      LocalDate dueOn,
      @Schema(
              description =
                  "What falls due, all that was past due, the principal paid out, or all that was paid")
          String amount,
      @Schema(description = "What of it is penalties for lateness") String penalties,
      String currency,
      @Schema(description = "The business date that it was made for") LocalDate madeOn,
      String subject,
      String body,
      @Schema(description = "SHOWN is read here only; MAILED: the outbox has it; STALE: too late")
          Reminder.State state) {

    static Shown of(Reminder reminder, String lender) {
      Reminder.About about = reminder.about();
      Reminder.Text text = reminder.filled(lender);
      return new Shown(
          Long.toString(reminder.id()),
          reminder.kind(),
          reminder.days(),
          about.loanId(),
          about.loanNumber(),
          about.borrowerId(),
          about.borrowerName(),
          about.dueOn(),
          about.amount().toDecimalString(),
          about.penalties().toDecimalString(),
          about.amount().currency().code(),
          reminder.madeOn(),
          text.subject(),
          text.body(),
          reminder.state());
    }
  }

  /** When borrowers are reminded, and in which words. */
  @Schema(name = "ReminderRule")
  record Rule(
      @NotNull ReminderRule.Kind kind,
      @Schema(
              description =
                  "Before the due date, or past due, at least 1; 0 of PAID_OUT and SETTLED, which are"
                      + " told at once")
          @NotNull
          @Min(0)
          @Max(365)
          Integer days,
      @Schema(description = "May name {name}, {loan}, {amount}, {penalties}, {due} and {lender}")
          @NotBlank
          @PlainText
          @Size(max = 150)
          String subject,
      @Schema(description = "May name the same")
          @NotBlank
          @PlainText(lines = true)
          @Size(max = 2000)
          String body) {

    static Rule of(ReminderRule rule) {
      return new Rule(rule.kind(), rule.days(), rule.subject(), rule.body());
    }

    ReminderRule rule() {
      return new ReminderRule(kind, days, subject.strip(), body.strip());
    }
  }

  /** The settings as a whole. */
  @Schema(name = "ReminderSettings")
  record Settings(
      @Schema(description = "Whether messages are made at all") @NotNull Boolean enabled,
      @Schema(description = "Whether messages are mailed to borrowers who have an address") @NotNull
          Boolean mailed,
      @NotNull @Size(max = ReminderSettings.RULES_MAX, message = FieldError.TOO_MANY)
          List<@Valid @NotNull Rule> rules) {

    static Settings of(ReminderSettings settings) {
      return new Settings(
          settings.enabled(), settings.mailed(), settings.rules().stream().map(Rule::of).toList());
    }
  }

  @GetMapping("/api/reminders")
  @Permitted(Permission.LOAN_VIEW)
  @Operation(
      operationId = "listReminders",
      summary = "What borrowers were reminded of, newest first; a borrower sees his own")
  Page<Shown> list(
      Caller caller,
      @RequestParam(required = false) Reminder.@Nullable State state,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int rows = Page.limit(limit);
    Cursor after = Cursor.parse(cursor, 1);
    List<Reminder> found =
        reminders.page(
            caller.reach(Permission.LOAN_VIEW),
            state,
            after == null ? null : after.number(0),
            rows + 1);
    String lender = organization.current().name();
    return Page.of(found, rows, reminder -> Cursor.of(reminder.id()))
        .map(reminder -> Shown.of(reminder, lender));
  }

  @GetMapping("/api/reminders/settings")
  @Permitted(Permission.SETTINGS_EDIT)
  @Operation(operationId = "getReminderSettings", summary = "When borrowers are reminded, and how")
  ResponseEntity<Settings> settings() {
    return answer(reminders.settings());
  }

  @PutMapping("/api/reminders/settings")
  @Permitted(Permission.SETTINGS_EDIT)
  @Operation(
      operationId = "changeReminderSettings",
      summary = "Replace when borrowers are reminded, and how; messages that were made stay")
  ResponseEntity<Settings> change(
      Caller caller,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Settings wanted) {
    long version = reminders.settings().version();
    new ETag(version).requireMatch(ifMatch);
    requireOneOfEach(wanted.rules());
    return reminders
        .change(
            caller,
            new ReminderSettings(
                wanted.enabled(),
                wanted.mailed(),
                wanted.rules().stream().map(Rule::rule).toList(),
                version))
        .map(ReminderController::answer)
        .orElseThrow(ProblemException::stale);
  }

  private static void requireOneOfEach(List<Rule> rules) {
    Set<List<Object>> seen = new HashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (rule.kind().countsDays() != rule.days() > 0) {
        String expected = rule.kind().countsDays() ? "must be 1 or more" : "must be 0";
        throw ProblemException.invalid(List.of(new FieldError("rules[" + i + "].days", expected)));
      }
      if (!seen.add(List.of(rule.kind(), rule.days()))) {
        throw ProblemException.invalid(
            List.of(new FieldError("rules[" + i + "].days", "must not be there twice")));
      }
    }
  }

  private static ResponseEntity<Settings> answer(ReminderSettings settings) {
    return ResponseEntity.ok()
        .eTag(new ETag(settings.version()).value())
        .body(Settings.of(settings));
  }
}
