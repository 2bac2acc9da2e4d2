package io.loanwright.payment.web;

import io.loanwright.loan.Channel;
import io.loanwright.loan.Commands;
import io.loanwright.web.Amounts;
import io.loanwright.web.PlainText;
import io.loanwright.web.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment that is offered.
 *
 * @param amount in the loan's currency
 * @param on the value date, not after the business date
 * @param channel the way it came; WALLET draws on what is held for the borrower
 * @param reference a slip, a check or a transaction number
 * @param targetInstallment the installment that it is meant for; without it the usual order
 */
@Schema(name = "NewPayment")
record NewPayment(
    @NotNull @Pattern(regexp = Amounts.PATTERN, message = Amounts.EXPECTED) String amount,
    @NotNull LocalDate on,
    @NotNull Channel channel,
    @Nullable @Size(max = 200) @PlainText String reference,
    @Nullable @Min(1) @Max(1200) Integer targetInstallment) {

  Commands.Repay command(UUID eventId) {
    return new Commands.Repay(
        eventId, amount, on, channel, Texts.strippedOrNull(reference), targetInstallment);
  }
}
