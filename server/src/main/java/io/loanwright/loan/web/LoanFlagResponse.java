package io.loanwright.loan.web;

import io.loanwright.loan.FlagSet;
import io.loanwright.loan.FlagSet.Turn;
import io.loanwright.loan.LoanFlag;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A flag that a loan has, or had.
 *
 * @param lifted how it ended; absent while it stands
 */
@Schema(name = "LoanFlagSet")
record LoanFlagResponse(LoanFlag flag, TurnResponse set, @Nullable TurnResponse lifted) {

  /**
   * Why, when and by whom.
   *
   * @param on the business date
   */
  @Schema(name = "LoanFlagTurn")
  record TurnResponse(String reason, LocalDate on, UUID by, String byName, Instant at) {

    private static TurnResponse of(Turn turn) {
      return new TurnResponse(
          turn.reason(), turn.on(), turn.by().id(), turn.by().name(), turn.at());
    }
  }

  static LoanFlagResponse of(FlagSet flag) {
    return new LoanFlagResponse(
        flag.flag(),
        TurnResponse.of(flag.set()),
        flag.lifted() == null ? null : TurnResponse.of(flag.lifted()));
  }
}
