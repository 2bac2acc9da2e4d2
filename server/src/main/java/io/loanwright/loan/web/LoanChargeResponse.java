package io.loanwright.loan.web;

import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.loan.LaidCharge;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge that was laid on a loan, or a penalty for lateness.
 *
 * @param late whether it is a penalty for lateness, which follows from the terms
 * @param on the value date
 * @param dueOn when it is due; of a penalty for lateness, when its installment was
 * @param waived how much of it was given up
 * @param reason what it is for, where somebody laid it
 */
@Schema(name = "LoanCharge")
record LoanChargeResponse(
    UUID id,
    ChargeKind kind,
    boolean late,
    LocalDate on,
    LocalDate dueOn,
    String amount,
    String waived,
    @Nullable String reason) {

  static LoanChargeResponse of(LaidCharge charge) {
    return new LoanChargeResponse(
        charge.id(),
        charge.kind(),
        charge.late(),
        charge.on(),
        charge.dueOn(),
        charge.amount().toDecimalString(),
        charge.waived().toDecimalString(),
        charge.reason());
  }
}
