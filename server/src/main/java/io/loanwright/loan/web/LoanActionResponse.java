package io.loanwright.loan.web;

import io.loanwright.loan.LoanActions;
import io.loanwright.loan.Refusal;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the role of whoever asks does, and that the loan is in a state for.
 *
 * @param code the problem that would answer, where somebody else has to do it
 * @param reason the same in words
 */
@Schema(name = "LoanAction")
record LoanActionResponse(LoanActions.Kind action, @Nullable String code, @Nullable String reason) {

  static List<LoanActionResponse> of(List<LoanActions.Action> actions) {
    return actions.stream().map(LoanActionResponse::of).toList();
  }

  private static LoanActionResponse of(LoanActions.Action action) {
    Refusal why = action.refusal();
    if (why == null) {
      return new LoanActionResponse(action.kind(), null, null);
    }
    ProblemException problem = RefusalProblems.problem(why);
    return new LoanActionResponse(action.kind(), problem.code(), problem.getMessage());
  }
}
