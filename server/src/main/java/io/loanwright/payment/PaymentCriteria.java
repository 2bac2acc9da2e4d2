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
    @Parameter(description = "Who looks after the loan") @Nullable UUID officerId,
    @Parameter(description = "The first value date") @Nullable LocalDate from,
    @Parameter(description = "The last value date") @Nullable LocalDate to,
    @Nullable Channel channel,
    Payment.@Nullable Status status,
    @Parameter(
            description =
                "The first business date of a reversal: payments that were taken back from then on")
        @Nullable LocalDate reversedFrom,
    @Parameter(description = "The last business date of a reversal") @Nullable LocalDate reversedTo,
    @Parameter(
            description =
                "The first business date on which payments with an earlier value date were taken:"
                    + " only those that are dated back")
        @Nullable LocalDate datedBackFrom,
    @Parameter(description = "The last business date on which such payments were taken")
        @Nullable LocalDate datedBackTo,
    @Parameter(description = "A part of the number of receipt or loan, or of the borrower's name")
        @Nullable
        @Size(max = 200)
        @PlainText
        String search) {

  /** Returns the filter that is meant. */
  public PaymentFilter filter() {
    return new PaymentFilter(
        loanId,
        borrowerId,
        officerId,
        from,
        to,
        channel,
        status,
        new PaymentFilter.Handling(reversedFrom, reversedTo, datedBackFrom, datedBackTo),
        Texts.strippedOrNull(search));
  }
}
