package io.loanwright.loan.web;

import static io.loanwright.loan.web.RefusalProblems.done;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.loan.FrozenSchedule;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanActions;
import io.loanwright.loan.LoanCost;
import io.loanwright.loan.LoanOnDay;
import io.loanwright.loan.LoanSeen;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.LoanView;
import io.loanwright.loan.Loans;
import io.loanwright.loan.Refusal;
import io.loanwright.web.Page;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What there is to read about one loan. */
@RestController
@Tag(name = "loan")
class LoanReadController {

  private final Loans loans;
  private final LoanActions actions;

  LoanReadController(Loans loans, LoanActions actions) {
    this.loans = loans;
    this.actions = actions;
  }

  /**
   * What pays a loan off.
   *
   * @param on the day of the payment
   */
  @Schema(name = "PayoffQuote")
  record PayoffQuote(
      LocalDate on,
      String currency,
      String principal,
      String interest,
      String fees,
      String penalties,
      String total) {}

  @GetMapping("/api/loans/{id}")
  @Permitted(Permission.LOAN_VIEW)
  @Operation(
      operationId = "getLoan",
      summary = "A loan with what is owed, today or on another day, as it is or was known",
      description =
          "With `knownAt`, status, closure, payout and balances follow from the events that were"
              + " known by then: APPROVED with nothing owed before the payout was recorded,"
              + " SUBMITTED before anybody decided. Withdrawn and cancelled ones are shown so at"
              + " any time. Before the application there was no loan: 404.")
  LoanResponse get(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable Instant knownAt) {
    if (asOf != null || knownAt != null) {
      return LoanResponse.of(find(caller, id, asOf, knownAt));
    }
    LoanSeen seen = loans.seen(caller, id).orElseThrow(LoanReadController::unknown);
    return LoanResponse.of(
        seen.view(), LoanActionResponse.of(actions.of(caller, seen)), seen.flagsFor(caller));
  }

  @GetMapping("/api/loans/{id}/schedule")
  @Permitted(Permission.LOAN_VIEW)
  @Operation(
      operationId = "getLoanSchedule",
      summary =
          "The installments of a loan; without a kind as they stand, or as they were quoted"
              + " while the money is not out",
      description =
          "With `disbursedOn`, the one that an approved loan would have if it was paid out on that"
              + " day; the other parameters do not count then.")
  @ApiResponse(responseCode = "409", description = "The loan is not approved, or is paid out")
  @ApiResponse(responseCode = "422", description = "No schedule begins on that day")
  ScheduleResponse schedule(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) ScheduleResponse.@Nullable Kind kind,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable Instant knownAt,
      @RequestParam(required = false) @Nullable LocalDate disbursedOn) {
    if (disbursedOn != null) {
      return ScheduleResponse.of(
          ScheduleResponse.Kind.QUOTE, disbursedOn, done(loans.planned(caller, id, disbursedOn)));
    }
    LoanOnDay seen = onDay(caller, id, asOf, knownAt);
    ScheduleResponse.Kind wanted = kind == null ? usual(seen.loan()) : kind;
    return switch (wanted) {
      case CURRENT -> ScheduleResponse.of(seen.position());
      case QUOTE -> frozen(caller, id, FrozenSchedule.Kind.QUOTE, wanted);
      case CONTRACT -> frozen(caller, id, FrozenSchedule.Kind.CONTRACT, wanted);
    };
  }

  @GetMapping("/api/loans/{id}/events")
  @Permitted(Permission.LOAN_VIEW)
  @Operation(
      operationId = "listLoanEvents",
      summary = "All that happened to a loan, newest last; what was reversed stays, marked")
  Page<EventResponse> events(Caller caller, @PathVariable UUID id) {
    List<EventResponse> items =
        loans.events(caller, id).orElseThrow(LoanReadController::unknown).stream()
            .map(EventResponse::of)
            .toList();
    return new Page<>(items, null);
  }

  @GetMapping("/api/loans/{id}/quote")
  @Permitted(Permission.LOAN_VIEW)
  @Operation(
      operationId = "quoteLoan",
      summary = "What pays a loan off on a day; without one on the business date")
  @ApiResponse(responseCode = "409", description = "The loan takes no payments in its state")
  @ApiResponse(responseCode = "422", description = "The day is before the payout")
  PayoffQuote quote(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable LocalDate on) {
    Loan loan =
        loans.find(id, caller.reach(Permission.LOAN_VIEW)).orElseThrow(LoanReadController::unknown);
    LoanState.Active paidOut = loan.state().disbursement();
    if (paidOut != null && on != null && on.isBefore(paidOut.on())) {
      throw RefusalProblems.problem(new Refusal.DateBeforeDisbursement(paidOut.on()));
    }
    LoanView view = loans.view(loan, on);
    if (!(view.loan().state() instanceof LoanState.Active)) {
      throw RefusalProblems.problem(new Refusal.NotActive(view.loan().state()));
    }
    LoanPosition position = view.position();
    MoneyParts parts = MoneyParts.of(position.payoff());
    return new PayoffQuote(
        position.asOf(),
        view.loan().currency().code(),
        parts.principal(),
        parts.interest(),
        parts.fees(),
        parts.penalties(),
        parts.total());
  }

  /**
   * What a loan costs in a year, fees included, percent with two decimals.
   *
   * @param by the schedule that it is worked out of; null where another system made the loan
   * @param apr the nominal rate by the US actuarial method; null if there is none
   * @param effectiveRate the EU's rate of charge; null if there is none
   */
  @Schema(name = "LoanCost")
  record CostResponse(
      FrozenSchedule.@Nullable Kind by, @Nullable String apr, @Nullable String effectiveRate) {

    private static CostResponse of(LoanCost cost) {
      return new CostResponse(
          cost.by().orElse(null),
          cost.cost().apr().map(BigDecimal::toPlainString).orElse(null),
          cost.cost().effectiveRate().map(BigDecimal::toPlainString).orElse(null));
    }
  }

  @GetMapping("/api/loans/{id}/cost")
  @Permitted(Permission.LOAN_VIEW)
  @Operation(
      operationId = "getLoanCost",
      summary =
          "What a loan costs in a year, fees included, by its contract, or by its quote while the"
              + " money is not out")
  CostResponse cost(Caller caller, @PathVariable UUID id) {
    return loans.cost(caller, id).map(CostResponse::of).orElseThrow(LoanReadController::unknown);
  }

  private static ScheduleResponse.Kind usual(Loan loan) {
    return loan.state().disbursement() == null
        ? ScheduleResponse.Kind.QUOTE
        : ScheduleResponse.Kind.CURRENT;
  }

  private ScheduleResponse frozen(
      Caller caller, UUID id, FrozenSchedule.Kind kind, ScheduleResponse.Kind shown) {
    return loans
        .frozen(caller, id, kind)
        .map(frozen -> ScheduleResponse.of(shown, frozen.madeOn(), frozen.schedule()))
        .orElseThrow(() -> ProblemException.notFound("A schedule of this kind"));
  }

  private LoanOnDay onDay(
      Caller caller, UUID id, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
    if (knownAt == null) {
      return loans.onDay(caller, id, asOf).orElseThrow(LoanReadController::unknown);
    }
    LoanView view = find(caller, id, asOf, knownAt);
    return new LoanOnDay(view.loan(), view.position());
  }

  private LoanView find(
      Caller caller, UUID id, @Nullable LocalDate asOf, @Nullable Instant knownAt) {
    return loans
        .view(caller, id, asOf, knownAt)
        .orElseThrow(() ->
            knownAt == null
                ? unknown()
                : ProblemException.notFound("A loan that was known by then"));
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("A loan");
  }
}
