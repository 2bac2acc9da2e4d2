package io.loanwright.loan.web;

import io.loanwright.ledger.NamesBorrower;
import io.loanwright.loan.LoanRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that somebody asked for of a running loan, and what became of it. */
@Schema(name = "LoanRequest")
record LoanRequestResponse(
    UUID id,
    LoanRequest.Kind kind,
    UUID loanId,
    String loanNumber,
    UUID borrowerId,
    String borrowerName,
    String currency,
    @Schema(
            description =
                "From which day it counts, of a payment holiday the due date that moves; null for a"
                    + " top-up that counts from the day on which it is paid out, until it is")
        @Nullable LocalDate on,
    @Schema(
            description =
                "What was owed when a write-off was asked for; what a top-up pays out; the interest"
                    + " that other terms took off the schedule when they were asked for, 0 where"
                    + " they ask for more or one person agreed them alone")
        String amount,
    @Schema(
            description =
                "What would be given up, paid out or taken off if it were confirmed now; of one that"
                    + " waits and is asked for by its id, null where it cannot be any more")
        @Nullable String amountNow,
    @Schema(description = "The lender's wallet to pay out of; null for the product's cash account")
        @Nullable UUID walletId,
    @Schema(description = "Of one that is asked for by its id") @Nullable String walletName,
    @Schema(description = "The other terms; null for a write-off and a top-up")
        @Nullable ChangeResponse change,
    String reason,
    UUID askedById,
    String askedBy,
    Instant askedAt,
    LoanRequest.Status status,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String decisionReason,
    @Nullable UUID eventId,
    @Schema(
            description =
                "What whoever asks may do about it; of one that waits and is asked for by its id")
        @Nullable List<LoanActionResponse> actions)
    implements NamesBorrower {

  /**
   * What is known of a request that was asked for by its id.
   *
   * @param amountNow what it would be about if it were confirmed now
   */
  record Details(
      @Nullable String amountNow,
      @Nullable String walletName,
      @Nullable List<LoanActionResponse> actions) {

    /** What a list knows. */
    static final Details NONE = new Details(null, null, null);
  }

  static LoanRequestResponse of(LoanRequest request, String borrowerName, Details details) {
    LoanRequest.Wanted wanted = request.wanted();
    LoanRequest.Decision decision = request.decision();
    return new LoanRequestResponse(
        request.id(),
        wanted.kind(),
        request.loan().id(),
        request.loan().number(),
        request.loan().borrowerId(),
        borrowerName,
        wanted.amount().currency().code(),
        wanted.on(),
        wanted.amount().toDecimalString(),
        details.amountNow(),
        wanted.walletId(),
        details.walletName(),
        wanted.change() == null ? null : ChangeResponse.of(wanted.change()),
        wanted.reason(),
        request.asked().by().id(),
        request.asked().by().name(),
        request.asked().at(),
        request.status(),
        decision == null || decision.by() == null ? null : decision.by().name(),
        decision == null ? null : decision.at(),
        decision == null ? null : decision.reason(),
        request.eventId(),
        details.actions());
  }
}
