package io.loanwright.payment;

import io.loanwright.loan.Channel;
import io.loanwright.web.PlainText;
import io.loanwright.web.Texts;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client narrows payments by, on the list and in its export; what is absent does not. */
public record PaymentCriteria(
    @Nullable UUID loanId,
    @Nullable UUID borrowerId,
    @Parameter(description = "The first value date") @Nullable LocalDate from,
    @Parameter(description = "The last value date") @Nullable LocalDate to,
    @Nullable Channel channel,
    Payment.@Nullable Status status,
    @Parameter(description = "A part of the number of receipt or loan, or of the borrower's name")
        @Nullable
        @Size(max = 200)
        @PlainText
        String search) {

  /** Returns the filter that is meant. */
  public PaymentFilter filter() {
    return new PaymentFilter(
        loanId, borrowerId, from, to, channel, status, Texts.strippedOrNull(search));
  }
}
