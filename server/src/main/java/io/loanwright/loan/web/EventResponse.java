package io.loanwright.loan.web;

import io.loanwright.loan.Channel;
import io.loanwright.loan.EventKind;
import io.loanwright.loan.EventSplit;
import io.loanwright.loan.EventView;
import io.loanwright.loan.Happening;
import io.loanwright.loan.PaidFrom;
import io.loanwright.loan.RecordedEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a loan.
 *
 * @param valueDate the day from which it counts
 * @param split how its money was used; absent where it moves none, or none any more
 * @param excess what was not owed and went to the borrower's wallet
 * @param reversed whether another event has taken it back
 * @param reversedBy that event
 * @param reverses the event that this one takes back
 * @param reason why, where somebody had to say so
 * @param paymentId the payment that it is, where it is one
 * @param change the terms that were agreed, where it is that
 * @param walletId the lender's wallet that the loan was paid out of, where one was named
 */
@Schema(name = "LoanEvent")
record EventResponse(
    UUID id,
    int sequence,
    EventKind kind,
    LocalDate valueDate,
    Instant recordedAt,
    UUID recordedBy,
    String recordedByName,
    String amount,
    @Nullable MoneyParts split,
    @Nullable String excess,
    boolean reversed,
    @Nullable UUID reversedBy,
    @Nullable UUID reverses,
    @Nullable String reason,
    @Nullable UUID paymentId,
    @Nullable Channel channel,
    @Nullable String reference,
    @Nullable Integer targetInstallment,
    @Nullable ChangeResponse change,
    @Nullable UUID walletId) {

  static EventResponse of(EventView view) {
    RecordedEvent event = view.event();
    EventSplit split = view.split();
    Happening.Repayment paid = event.what() instanceof Happening.Repayment found ? found : null;
    Happening.Reversal back = event.what() instanceof Happening.Reversal found ? found : null;
    return new EventResponse(
        event.id(),
        event.sequence(),
        event.what().kind(),
        event.on(),
        event.recordedAt(),
        event.recordedBy().id(),
        event.recordedBy().name(),
        view.amount().toDecimalString(),
        split == null ? null : MoneyParts.of(split.split()),
        split == null ? null : split.excess().toDecimalString(),
        view.reversedBy() != null,
        view.reversedBy(),
        back == null ? null : back.event(),
        event.what().statedReason(),
        paid == null ? null : event.id(),
        paid == null ? null : paid.channel(),
        paid == null ? null : paid.reference(),
        paid == null ? null : paid.targetInstallment(),
        event.what() instanceof Happening.Change agreed ? ChangeResponse.of(agreed.change()) : null,
        walletOf(event.what().paidFrom()));
  }

  private static @Nullable UUID walletOf(@Nullable PaidFrom from) {
    return from == null ? null : from.walletId();
  }
}
