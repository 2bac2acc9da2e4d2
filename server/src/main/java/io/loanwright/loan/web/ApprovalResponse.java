package io.loanwright.loan.web;

import io.loanwright.engine.money.Money;
import io.loanwright.loan.ApprovalStep;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of an approval.
 *
 * @param role the role that decides it; absent: an administrator or a manager
 * @param limit the most that it may approve; absent: no limit
 * @param principal what it approved
 */
@Schema(name = "Approval")
record ApprovalResponse(
    int step,
    @Nullable String role,
    @Nullable String limit,
    Decision decision,
    @Nullable String principal,
    @Nullable UUID decidedBy,
    @Nullable String decidedByName,
    @Nullable Instant decidedAt,
    @Nullable String note) {

  /** What was decided. */
  enum Decision {
    PENDING,
    APPROVED,
    REJECTED
  }

  static ApprovalResponse of(ApprovalStep step) {
    Money limit = step.limit();
    String most = limit == null ? null : limit.toDecimalString();
    ApprovalStep.Decision made = step.decision();
    if (made == null) {
      return new ApprovalResponse(
          step.step(), step.role(), most, Decision.PENDING, null, null, null, null, null);
    }
    return new ApprovalResponse(
        step.step(),
        step.role(),
        most,
        made instanceof ApprovalStep.Approve ? Decision.APPROVED : Decision.REJECTED,
        made instanceof ApprovalStep.Approve approve ? approve.amount().toDecimalString() : null,
        made.by().id(),
        made.by().name(),
        made.at(),
        made.note());
  }
}
