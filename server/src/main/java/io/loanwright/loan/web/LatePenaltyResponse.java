package io.loanwright.loan.web;

import io.loanwright.engine.replay.LatePenalty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * A penalty that an installment got because it was not paid in time.
 *
 * @param on the day on which it was laid
 * @param overdue what was unpaid then and counted
 * @param amount how much it is
 */
@Schema(name = "LatePenalty")
record LatePenaltyResponse(LocalDate on, String overdue, String amount) {

  static LatePenaltyResponse of(LatePenalty penalty) {
    return new LatePenaltyResponse(
        penalty.on(), penalty.overdue().toDecimalString(), penalty.amount().toDecimalString());
  }
}
