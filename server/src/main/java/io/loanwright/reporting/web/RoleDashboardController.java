package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.access.Scope;
import io.loanwright.arrears.Arrears;
import io.loanwright.arrears.ClosedDay;
import io.loanwright.backup.Backup;
import io.loanwright.backup.Backups;
import io.loanwright.engine.money.Currency;
import io.loanwright.identity.Users;
import io.loanwright.ledger.BooksSpan;
import io.loanwright.organization.Organization;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.reporting.OfficerStanding;
import io.loanwright.reporting.store.ControlsQuery;
import io.loanwright.reporting.store.MoneyQuery;
import io.loanwright.reporting.store.OfficersQuery;
import io.loanwright.reporting.store.SystemQuery;
import io.loanwright.reporting.store.TodayQuery;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The parts of the dashboard, each for who holds its permission. */
@RestController
@Tag(name = "reporting")
class RoleDashboardController {

  private final TodayQuery today;
  private final OfficersQuery officers;
  private final MoneyQuery money;
  private final ControlsQuery controls;
  private final SystemQuery system;
  private final Users users;
  private final Frame frame;

  RoleDashboardController(
      TodayQuery today,
      OfficersQuery officers,
      MoneyQuery money,
      ControlsQuery controls,
      SystemQuery system,
      Users users,
      Frame frame) {
    this.today = today;
    this.officers = officers;
    this.money = money;
    this.controls = controls;
    this.system = system;
    this.users = users;
    this.frame = frame;
  }

  /** What surrounds the figures: dates and how the last nightly work ended. */
  @Component
  static class Frame {

    private final Organization organization;
    private final Arrears arrears;
    private final LastVerification verification;
    private final Backups backups;
    private final Clock clock;

    Frame(
        Organization organization,
        Arrears arrears,
        LastVerification verification,
        Backups backups,
        Clock clock) {
      this.organization = organization;
      this.arrears = arrears;
      this.verification = verification;
      this.backups = backups;
      this.clock = clock;
    }
  }

  /** How old the newest backup is. */
  @Schema(name = "DashboardBackup")
  record BackupResponse(
      @Schema(description = "The moment whose state it has; none if there is no backup")
          @Nullable Instant stateAt,
      @Schema(description = "Whether there is none, or none of the last seven days")
          boolean overdue) {

    private static final Duration FRESH = Duration.ofDays(7);

    static BackupResponse of(@Nullable Backup last, Instant now) {
      return last == null
          ? new BackupResponse(null, true)
          : new BackupResponse(last.stateAt(), last.stateAt().plus(FRESH).isBefore(now));
    }
  }

  /** How the program does. */
  @Schema(name = "DashboardSystem")
  record SystemResponse(
      Instant at,
      List<TileResponse> tiles,
      @Schema(description = "The day that was closed last") @Nullable LocalDate closedDay,
      @Schema(description = "Loans that its close could not work out") long leftOut,
      BackupResponse backup,
      LastVerification.@Nullable Verified verified) {}

  /** What an auditor looks at first. */
  @Schema(name = "DashboardControls")
  record ControlsResponse(
      @Schema(description = "The business date") LocalDate asOf,
      List<TileResponse> tiles,
      @Schema(description = "For those only who see all branches")
          LastVerification.@Nullable Verified verified) {}

  @GetMapping("/api/dashboards/today")
  @Permitted(Permission.DASHBOARD_VIEW)
  @Operation(
      operationId = "getToday",
      summary = "What there is to do on the business date and what came of it, beside earlier days")
  TilesResponse today(Caller caller, @RequestParam(required = false) @Nullable String currency) {
    OrganizationProfile profile = frame.organization.current();
    Currency counted = BooksSpan.currency(currency, profile);
    return new TilesResponse(
        profile.businessDate(),
        counted.code(),
        TileResponse.of(today.tiles(caller, counted, profile.businessDate())));
  }

  @GetMapping("/api/dashboards/own")
  @Permitted(Permission.DASHBOARD_VIEW)
  @Operation(
      operationId = "getOwnWork",
      summary = "What there is to do on the caller's own loans, and what came of it",
      description =
          "Nothing for who has no loans, and for who sees none but the own ones: there `today` has"
              + " these figures.")
  TilesResponse own(Caller caller, @RequestParam(required = false) @Nullable String currency) {
    OrganizationProfile profile = frame.organization.current();
    Currency counted = BooksSpan.currency(currency, profile);
    return new TilesResponse(
        profile.businessDate(),
        counted.code(),
        TileResponse.of(today.own(caller, counted, profile.businessDate())));
  }

  @GetMapping("/api/dashboards/officers")
  @Permitted(Permission.DASHBOARD_VIEW)
  @Operation(
      operationId = "getOfficers",
      summary = "How the active loans of each officer stood at the last close of a day")
  OfficersResponse officers(
      Caller caller, @RequestParam(required = false) @Nullable String currency) {
    OrganizationProfile profile = frame.organization.current();
    Currency counted = BooksSpan.currency(currency, profile);
    LocalDate day = officers.lastDay(counted, profile.businessDate()).orElse(null);
    List<OfficerStanding> rows =
        day == null
            ? List.of()
            : officers.officers(caller.reach(Permission.DASHBOARD_VIEW), counted, day);
    return OfficersResponse.of(
        day,
        counted,
        rows,
        users.toldApart(
            rows.stream().map(OfficerStanding::officerId).filter(Objects::nonNull).toList()));
  }

  @GetMapping("/api/dashboards/money")
  @Permitted(Permission.LEDGER_VIEW)
  @Operation(
      operationId = "getMoneyToday",
      summary = "Money at hand, what is to come in and go out, and what does not fit yet")
  MoneyTodayResponse money(
      @Parameter(description = "Without it the organization's currency")
          @RequestParam(required = false)
          @Nullable String currency) {
    OrganizationProfile profile = frame.organization.current();
    return MoneyTodayResponse.of(
        money.today(BooksSpan.currency(currency, profile), profile.businessDate()));
  }

  @GetMapping("/api/dashboards/controls")
  @Permitted(Permission.AUDIT_VIEW)
  @Operation(
      operationId = "getControls",
      summary = "What was taken back, dated back or changed by hand in 30 days")
  ControlsResponse controls(Caller caller) {
    OrganizationProfile profile = frame.organization.current();
    boolean seesAll = caller.reach(Permission.AUDIT_VIEW).scope() == Scope.ORGANIZATION;
    return new ControlsResponse(
        profile.businessDate(),
        TileResponse.of(controls.tiles(caller, profile.businessDate(), profile.timeZone())),
        seesAll ? frame.verification.last() : null);
  }

  @GetMapping("/api/dashboards/system")
  @Permitted(Permission.JOB_VIEW)
  @Operation(
      operationId = "getSystem",
      summary =
          "How the program does: jobs, mail, sessions, the last close, backup and verification",
      description = "For those only whose `job.view` reaches everybody's jobs.")
  SystemResponse system(Caller caller) {
    if (caller.reach(Permission.JOB_VIEW).scope() != Scope.ORGANIZATION) {
      throw ProblemException.forbidden("The program is watched by those who see everybody's jobs.");
    }
    List<ClosedDay> closed = frame.arrears.closedDays(null, 1);
    Instant now = frame.clock.instant();
    return new SystemResponse(
        now,
        TileResponse.of(system.tiles()),
        closed.isEmpty() ? null : closed.getFirst().day(),
        closed.isEmpty() ? 0 : closed.getFirst().leftOut(),
        BackupResponse.of(frame.backups.last().orElse(null), now),
        frame.verification.last());
  }
}
