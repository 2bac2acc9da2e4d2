package io.loanwright.loan.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.engine.explain.Explain;
import io.loanwright.engine.explain.Explanation;
import io.loanwright.loan.Loan;
import io.loanwright.loan.Loans;
import io.loanwright.loan.Refusal;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says why a figure of a loan is what it is. */
@RestController
@Tag(name = "loan")
class ExplainController {

  private final Loans loans;

  ExplainController(Loans loans) {
    this.loans = loans;
  }

  @GetMapping("/api/loans/{id}/explain")
  @Permitted(Permission.LOAN_VIEW)
  @Operation(
      operationId = "explainLoanFigure",
      summary =
          "Why a figure is what it is, as a tree that adds up to it: of an installment, of a"
              + " payment (its event), or without either of the loan")
  @ApiResponse(responseCode = "409", description = "No money had gone out by that day")
  ExplanationResponse explain(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam ExplainedFigure figure,
      @RequestParam(required = false) @Nullable Integer installment,
      @RequestParam(required = false) @Nullable UUID event,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable Instant knownAt) {
    requireFitting(figure, installment, event);
    Loan loan =
        loans
            .find(id, caller.reach(Permission.LOAN_VIEW))
            .orElseThrow(() -> RefusalProblems.problem(new Refusal.LoanUnknown()));
    Explain explain = RefusalProblems.done(loans.explain(loan, asOf, knownAt));
    Explanation answer = explanation(explain, figure, installment, event);
    return ExplanationResponse.of(figure, loan.currency(), answer);
  }

  private static void requireFitting(
      ExplainedFigure figure, @Nullable Integer installment, @Nullable UUID event) {
    if (installment != null && event != null) {
      throw ProblemException.invalid("event", "must not be given together with an installment");
    }
    boolean fits =
        installment != null
            ? figure.isOfInstallment()
            : event != null ? figure.isOfPayment() : figure.isOfLoan();
    if (!fits) {
      throw ProblemException.invalid(
          "figure",
          "is not a figure of "
              + (installment != null
                  ? "an installment"
                  : event != null ? "a payment" : "the loan as a whole"));
    }
  }

  private static Explanation explanation(
      Explain explain,
      ExplainedFigure figure,
      @Nullable Integer installment,
      @Nullable UUID event) {
    if (installment != null) {
      return figure
          .installment(explain, installment)
          .orElseThrow(() -> missing("The loan has no installment " + installment + "."));
    }
    if (event != null) {
      return figure
          .payment(explain, event)
          .orElseThrow(() -> missing("The loan has no such payment on that day."));
    }
    return figure.loan(explain).orElseThrow(() -> missing("The loan has no such figure."));
  }

  private static ProblemException missing(String detail) {
    return new ProblemException(HttpStatus.NOT_FOUND, "not-found", detail, List.of());
  }
}
